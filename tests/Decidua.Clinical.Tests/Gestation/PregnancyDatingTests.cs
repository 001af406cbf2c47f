using Decidua.Clinical.Gestation;
using Decidua.Clinical.Records;
using NodaTime;

namespace Decidua.Clinical.Tests.Gestation;

public class PregnancyDatingTests
{
    private static readonly Origin Scan = new("Observation", "scan", "x");
    private static readonly GestationalAge Term = GestationalAge.FromWeeks(40);

    [Fact]
    public void A_last_period_dates_to_the_day()
    {
        var dating = new PregnancyDating([DatingStatement.FromLastPeriod(On(2026, 1, 1), Scan)]);
        dating.IsExact.ShouldBeTrue();
        dating.Disagree.ShouldBeFalse();
        dating.DaysOn(new(2026, 1, 1)).ShouldBe((0, 0));
        dating.DaysOn(new(2026, 7, 16)).ShouldBe((196, 196));
    }

    [Fact]
    public void A_due_date_is_term_after_the_start() =>
        DatingStatement.FromDueDate(On(2026, 10, 8), Term, Scan).EarliestStart.ShouldBe(new LocalDate(2026, 1, 1));

    [Fact]
    public void A_month_leaves_the_whole_month_open()
    {
        PartialDate.TryParse("2026-01", out var month).ShouldBeTrue();
        new PregnancyDating([DatingStatement.FromLastPeriod(month, Scan)]).DaysOn(new(2026, 2, 1)).ShouldBe((1, 31));
    }

    [Fact]
    public void Completed_weeks_leave_seven_days_open()
    {
        var statement = DatingStatement.FromAge(On(2026, 3, 26), GestationalAge.FromWeeks(12), GestationalAge.FromWeeks(12, 6), Scan);
        new PregnancyDating([statement]).DaysOn(new(2026, 3, 26)).ShouldBe((84, 90));
    }

    [Fact]
    public void Statements_that_agree_narrow_each_other()
    {
        PartialDate.TryParse("2026-01", out var month).ShouldBeTrue();
        var dating = new PregnancyDating(
            [DatingStatement.FromLastPeriod(month, Scan), DatingStatement.FromLastPeriod(On(2026, 1, 9), Scan)]);
        dating.Disagree.ShouldBeFalse();
        dating.DaysOn(new(2026, 1, 9)).ShouldBe((0, 0));
    }

    [Fact]
    public void Statements_that_disagree_are_all_kept_and_never_averaged()
    {
        var dating = new PregnancyDating(
        [
            DatingStatement.FromLastPeriod(On(2026, 1, 1), Scan),
            DatingStatement.FromAge(On(2026, 3, 26), GestationalAge.FromWeeks(10), GestationalAge.FromWeeks(10), Scan),
        ]);
        dating.Disagree.ShouldBeTrue();
        dating.Statements.Count.ShouldBe(2);
        dating.DaysOn(new(2026, 3, 26)).ShouldBe((70, 84));
    }

    private static PartialDate On(int year, int month, int day) => PartialDate.On(new(year, month, day));
}
