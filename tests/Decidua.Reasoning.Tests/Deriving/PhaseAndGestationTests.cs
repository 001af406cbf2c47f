using Decidua.Clinical.Gestation;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using static Decidua.Reasoning.Tests.Deriving.Charts;

namespace Decidua.Reasoning.Tests.Deriving;

public class PhaseAndGestationTests
{
    [Theory]
    [InlineData("2025-01-09", "not recorded")]
    [InlineData("2025-01-10", "pregnant")]
    [InlineData("2025-08-18", "pregnant")]
    [InlineData("2025-08-19", "postpartum")]
    [InlineData("2025-09-30", "postpartum")]
    [InlineData("2025-10-01", "not recorded")]
    public void Pregnant_until_the_birth_and_postpartum_for_as_long_as_the_protocol_says(string date, string expected) =>
        Fact(Of(Condition(Pregnant, "2025-01-10", "2025-08-19"), Procedure(Birth, "2025-08-19")), date, "phase").ShouldBe(expected);

    [Theory]
    [InlineData("2025-01-10", "not pregnant or pregnant")]
    [InlineData("2025-01-11", "not pregnant")]
    [InlineData("2025-02-21", "not pregnant")]
    [InlineData("2025-02-22", "not recorded")]
    public void After_a_loss_not_pregnant_and_on_its_day_either(string date, string expected) =>
        Fact(Of(Condition(Miscarriage, "2025-01-10")), date, "phase").ShouldBe(expected);

    [Fact]
    public void A_closed_entry_leaves_birth_and_loss_open() =>
        Fact(Of(Condition(Pregnant, "2025-01-10", "2025-05-01")), "2025-05-02", "phase").ShouldBe("not pregnant or postpartum");

    [Fact]
    public void A_birth_known_to_the_month_leaves_the_days_of_the_month_open()
    {
        var record = Of(Condition(Pregnant, "2025-01-10"), Procedure(Birth, "2025-08"));
        Fact(record, "2025-08-10", "phase").ShouldBe("pregnant or postpartum");
        Fact(record, "2025-09-01", "phase").ShouldBe("postpartum");
        Fact(record, "2025-10-01", "phase").ShouldBe("not pregnant or postpartum");
    }

    [Fact]
    public void A_pregnancy_that_never_ended_is_reported_and_leaves_the_phase_unknown()
    {
        var record = Of(Condition(Pregnant, "2020-01-10"));
        Fact(record, "2020-11-18", "phase").ShouldBe("pregnant");
        Fact(record, "2020-11-20", "phase").ShouldBe("not recorded");
        Derive(record, "2020-11-20").Issues.ShouldContain(issue => issue.Code == IssueCode.ImpossibleGestation && issue.Severity == Severity.Warning);
    }

    [Fact]
    public void An_old_entry_left_open_does_not_hide_a_later_birth() =>
        Fact(Of(Condition(Pregnant, "2010-01-10"), Procedure(Birth, "2020-01-01")), "2020-01-15", "phase").ShouldBe("postpartum");

    [Fact]
    public void Gestation_by_last_period_due_date_and_scan_is_exact()
    {
        Fact(Of(Condition(Pregnant, "2026-02-20"), Dated(LastPeriod, "2026-01-01", "2026-03-01")), "2026-03-26", "gestation").ShouldBe("12+0");
        Fact(Of(Dated(DueDate, "2026-10-08", "2026-03-01")), "2026-07-16", "gestation").ShouldBe("28+0");
        Fact(Of(Measured(Age, 84, "d", "2026-03-26")), "2026-07-16", "gestation").ShouldBe("28+0");
    }

    [Fact]
    public void Gestation_from_the_first_entry_is_never_exact()
    {
        var record = Of(Condition(Pregnant, "2025-01-10", "2025-08-19"));
        Fact(record, "2025-01-10", "gestation").ShouldBe("not known");
        Fact(record, "2025-08-18", "gestation").ShouldBe("at least 31+3");
        var fact = TheKnowledge.Library.Vocabulary.Named("gestation")!;
        Derive(record, "2025-08-18").Value![fact].Origin.ShouldStartWith("estimated");
    }

    [Fact]
    public void Datings_that_disagree_are_both_kept_with_a_warning()
    {
        var record = Of(Dated(DueDate, "2026-10-08", "2026-03-01"), Measured(Age, 70, "d", "2026-03-26"));
        Fact(record, "2026-03-26", "gestation").ShouldBe("10+0 to 12+0");
        Derive(record, "2026-03-26").Issues.ShouldContain(issue => issue.Code == IssueCode.Contradiction && issue.Severity == Severity.Warning);
    }

    [Fact]
    public void Datings_that_agree_narrow_each_other() =>
        Fact(Of(Dated(DueDate, "2026-10-08", "2026-03-01"), Measured(Age, 12, "wk", "2026-03-26")), "2026-03-26", "gestation").ShouldBe("12+0");

    [Fact]
    public void Gestation_45_weeks_is_refused()
    {
        Refused(Of(Measured(Age, 45, "wk", "2026-03-26")), "2026-03-26", IssueCode.ImpossibleGestation);
        Refused(Of(Condition(Pregnant, "2026-01-01"), Stated("gestation", new Finding.Words("45+0"))), "2026-03-26", IssueCode.ImpossibleGestation);
    }

    [Fact]
    public void A_birth_before_conception_is_refused()
    {
        Refused(Of(Condition(Pregnant, "2026-01-10", "2025-12-01")), "2026-02-01", IssueCode.ImpossibleOrder);
        Refused(Of(Dated(DueDate, "2026-10-08", "2026-01-10"), Procedure(Birth, "2026-01-20")), "2026-01-21", IssueCode.ImpossibleGestation);
    }

    [Fact]
    public void Gestation_at_birth_is_taken_from_the_dating()
    {
        var record = Of(Dated(DueDate, "2026-10-08", "2026-03-01"), Procedure(Birth, "2026-09-01"));
        Fact(record, "2026-09-02", "gestation at birth").ShouldBe("34+5");
        Fact(record, "2026-08-30", "gestation at birth").ShouldBe("not recorded");
        Fact(record, "2026-09-02", "gestation").ShouldBe("not recorded");
    }

    [Fact]
    public void Gestation_at_birth_is_left_presumed_when_the_record_only_bounds_it_from_below() =>
        Fact(Of(Condition(Pregnant, "2025-01-10", "2025-08-19"), Procedure(Birth, "2025-08-19")), "2025-08-20", "gestation at birth").ShouldBe("not recorded");

    [Fact]
    public void Gestation_at_birth_stated_outright_is_taken() =>
        Fact(Of(new Pregnancy { From = new("record file", "", "p"), Ended = Date("2026-03-01"), End = PregnancyEnd.LiveBirth, GestationAtEnd = GestationalAge.FromWeeks(36, 2) }), "2026-03-03", "gestation at birth").ShouldBe("36+2");

    [Fact]
    public void Nothing_later_than_the_date_is_looked_at()
    {
        var record = Of(Condition(Pregnant, "2025-01-10", "2025-08-19"), Procedure(Birth, "2025-08-19"), Dated(DueDate, "2025-09-01", "2025-03-01"));
        Fact(record, "2025-02-01", "gestation").ShouldStartWith("at least");
        Fact(record, "2025-03-01", "gestation").ShouldBe("13+5");
    }

    [Theory]
    [InlineData("1989-03-02", "36")]
    [InlineData("1989-03-01", "37")]
    [InlineData("1989-03", "36 to 37")]
    [InlineData("1989", "36 to 37")]
    [InlineData("1988", "37 to 38")]
    public void Age_is_in_completed_years_and_open_where_the_date_is(string born, string expected) =>
        Fact(Of() with { BirthDate = Date(born) }, "2026-03-01", "age").ShouldBe(expected);

    [Fact]
    public void A_date_outside_her_life_is_refused()
    {
        Refused(Of() with { BirthDate = Date("2026-03-02") }, "2026-03-01", IssueCode.ImpossibleOrder);
        Refused(Of() with { Died = Date("2026-02-28") }, "2026-03-01", IssueCode.ImpossibleOrder);
    }

    [Fact]
    public void An_age_out_of_range_is_refused() =>
        Refused(Of() with { BirthDate = Date("1927-05-21") }, "2026-03-01", IssueCode.OutOfRange).Message.ShouldContain("age: 98");
}
