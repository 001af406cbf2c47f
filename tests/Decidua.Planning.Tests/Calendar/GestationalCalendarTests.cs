using Decidua.Clinical.Gestation;
using Decidua.Clinical.Issues;
using Decidua.Planning.Asking;
using Decidua.Planning.Calendar;
using Decidua.Reasoning.Tests;
using NodaTime;

namespace Decidua.Planning.Tests.Calendar;

public sealed class GestationalCalendarTests
{
    private static readonly LocalDate AsOf = new(2026, 3, 1);

    [Fact]
    public void The_last_period_is_day_0_and_the_due_date_lies_40_weeks_later()
    {
        var calendar = Of(new Dating(DatingKind.LastPeriod, new LocalDate(2026, 1, 5), null, null, "a"))!;
        calendar.Start.ShouldBe(new LocalDate(2026, 1, 5));
        calendar.DueDate.ShouldBe(new LocalDate(2026, 10, 12));
        calendar.DaysOn(AsOf).ShouldBe(55);
        calendar.DayOf(28 * 7).ShouldBe(new LocalDate(2026, 7, 20));
    }

    [Theory]
    [InlineData(5, 2, 5)]
    [InlineData(3, 2, 3)]
    [InlineData(0, 2, 0)]
    public void On_the_day_of_a_transfer_she_is_two_weeks_and_the_age_of_the_embryo(int embryo, int weeks, int days)
    {
        var transfer = new LocalDate(2026, 1, 20);
        var calendar = Of(new Dating(DatingKind.EmbryoTransfer, transfer, null, embryo, "a"))!;
        calendar.DaysOn(transfer).ShouldBe((weeks * 7) + days);
    }

    [Fact]
    public void Egg_collection_is_two_weeks_and_a_scan_what_it_shows()
    {
        Of(new Dating(DatingKind.EggCollection, new LocalDate(2026, 1, 20), null, null, "a"))!.DaysOn(new LocalDate(2026, 1, 20)).ShouldBe(14);
        Of(new Dating(DatingKind.Ultrasound, new LocalDate(2026, 2, 20), GestationalAge.FromWeeks(12, 3), null, "a"))!.DaysOn(new LocalDate(2026, 2, 20)).ShouldBe(87);
        Of(new Dating(DatingKind.DueDate, new LocalDate(2026, 10, 12), null, null, "a"))!.Start.ShouldBe(new LocalDate(2026, 1, 5));
    }

    [Fact]
    public void Statements_that_disagree_are_shown_and_not_averaged()
    {
        var issues = new List<Issue>();
        var calendar = Of(issues, null,
            new Dating(DatingKind.LastPeriod, new LocalDate(2026, 1, 1), null, null, "plan.dating[0]"),
            new Dating(DatingKind.EmbryoTransfer, new LocalDate(2026, 1, 24), null, 5, "plan.dating[1]"))!;
        calendar.Start.ShouldBe(new LocalDate(2026, 1, 5), "the transfer is believed before the period");
        calendar.Statements.Select(statement => statement.Start).ShouldBe([new LocalDate(2026, 1, 5), new LocalDate(2026, 1, 1)]);
        issues.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            issue => issue.Code.ShouldBe(IssueCode.DatingsDisagree), issue => issue.At.ShouldBe("plan.dating[0]"), issue => issue.Message.ShouldContain("4 days apart"));
    }

    [Fact]
    public void Statements_that_agree_raise_nothing()
    {
        var issues = new List<Issue>();
        Of(issues, 55, new Dating(DatingKind.LastPeriod, new LocalDate(2026, 1, 5), null, null, "a"), new Dating(DatingKind.EggCollection, new LocalDate(2026, 1, 19), null, null, "b"));
        issues.ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_statement_the_gestation_of_the_facts_dates_her()
    {
        var calendar = Of([], 87)!;
        calendar.DaysOn(AsOf).ShouldBe(87);
        calendar.Basis.ShouldContain("facts");
        Of([], null).ShouldBeNull();
    }

    [Fact]
    public void A_gestation_in_the_facts_that_the_calendar_contradicts_is_said()
    {
        var issues = new List<Issue>();
        Of(issues, 60, new Dating(DatingKind.LastPeriod, new LocalDate(2026, 1, 5), null, null, "a"))!.DaysOn(AsOf).ShouldBe(55);
        issues.ShouldHaveSingleItem().Message.ShouldContain("5 days");
    }

    private static GestationalCalendar? Of(params Dating[] datings) => Of([], null, datings);

    private static GestationalCalendar? Of(List<Issue> issues, int? gestation, params Dating[] datings) =>
        GestationalCalendar.Of(new PlanRequest { AsOf = AsOf, Datings = [.. datings] }, gestation, KnowledgeOnDisk.Library.Protocol("uk")!, issues);
}
