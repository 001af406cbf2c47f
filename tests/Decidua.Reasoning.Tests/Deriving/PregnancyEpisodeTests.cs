using Decidua.Clinical.Gestation;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Reasoning.Deriving;
using static Decidua.Reasoning.Tests.Deriving.Charts;
using Record = Decidua.Clinical.Records.Record;

namespace Decidua.Reasoning.Tests.Deriving;

public class PregnancyEpisodeTests
{
    [Fact]
    public void A_condition_opens_a_pregnancy_and_a_birth_ends_it()
    {
        var episode = Find(Of(Condition(Pregnant, "2025-01-10", "2025-08-20"), Procedure(Birth, "2025-08-19"))).ShouldHaveSingleItem();
        episode.FirstSeen.ShouldBe(Day("2025-01-10"));
        episode.Ended.ShouldBe(Date("2025-08-19"));
        episode.End.ShouldBe(PregnancyEnd.Birth);
        episode.LastPregnantDay.ShouldBe(Day("2025-08-18"));
        episode.IsDatedByRecordOnly.ShouldBeTrue();
    }

    [Fact]
    public void Several_codes_of_one_birth_are_one_birth()
    {
        var episode = Find(Of(Procedure(Birth, "2025-08-19"), Procedure(Instrumental, "2025-08-20"), Condition(Stillbirth, "2025-08-20"))).ShouldHaveSingleItem();
        episode.End.ShouldBe(PregnancyEnd.Stillbirth);
        episode.Ended.ShouldBe(Date("2025-08-19"));
        episode.LastPregnantDay.ShouldBe(Day("2025-08-19"));
    }

    [Fact]
    public void Pregnancies_one_after_the_other_are_told_apart() =>
        Shown(Of(
            Condition(Miscarriage, "2011-11-22"),
            Condition(Pregnant, "2014-06-17", "2015-01-27"), Procedure(Birth, "2015-01-27"),
            Condition(Pregnant, "2015-08-25", "2015-09-20"), Procedure(Termination, "2015-09-13"), Contact(Visit, "2015-09-20"),
            Condition(Pregnant, "2021-03-30"))).ShouldBe(
            ["2011-11-22 Miscarriage", "2015-01-27 Birth", "2015-09-13 Termination", "- Unstated"]);

    [Fact]
    public void A_visit_soon_after_an_end_is_no_new_pregnancy() =>
        Shown(Of(Condition(Miscarriage, "2020-01-10"), Contact(Visit, "2020-02-10"))).ShouldBe(["2020-01-10 Miscarriage"]);

    [Fact]
    public void A_visit_long_after_an_end_is_a_pregnancy() =>
        Shown(Of(Condition(Miscarriage, "2020-01-10"), Contact(Visit, "2021-02-10"))).ShouldBe(["2020-01-10 Miscarriage", "- Unstated"]);

    [Fact]
    public void Visits_before_an_end_show_how_long_she_was_pregnant_at_least()
    {
        var episode = Find(Of(Contact(Visit, "2020-01-10"), Procedure(Birth, "2020-08-01"))).ShouldHaveSingleItem();
        episode.FirstSeen.ShouldBe(Day("2020-01-10"));
        episode.Dating!.DaysOn(Day("2020-08-01")).Least.ShouldBe(204);
    }

    [Fact]
    public void A_closed_entry_without_a_birth_or_a_loss_ends_it_without_saying_how()
    {
        var episode = Find(Of(Condition(Pregnant, "2020-01-10", "2020-05-01"))).ShouldHaveSingleItem();
        episode.IsOver.ShouldBeTrue();
        episode.End.ShouldBe(PregnancyEnd.Unstated);
        episode.Ended.ShouldBe(Date("2020-05-01"));
        var undated = Condition(Pregnant, "2020-01-10") with { Status = ClinicalStatus.Over };
        var other = Find(Of(undated)).ShouldHaveSingleItem();
        other.IsOver.ShouldBeTrue();
        other.Ended.ShouldBeNull();
    }

    [Fact]
    public void A_birth_the_day_after_the_entry_was_closed_is_its_birth() =>
        Shown(Of(Condition(Pregnant, "2020-01-10", "2020-08-01"), Procedure(Birth, "2020-08-02"))).ShouldBe(["2020-08-02 Birth"]);

    [Fact]
    public void A_birth_longer_after_the_beginning_than_any_pregnancy_lasts_is_another_one() =>
        Shown(Of(Condition(Pregnant, "2020-01-10"), Procedure(Birth, "2021-06-01"))).ShouldBe(["- Unstated", "2021-06-01 Birth"]);

    [Fact]
    public void An_undated_birth_counts_only_when_no_dated_one_can_be_it()
    {
        Shown(Of(Procedure(Birth))).ShouldBe(["- Birth"]);
        Shown(Of(Procedure(Birth), Procedure(Birth, "2020-01-01"))).ShouldBe(["2020-01-01 Birth"]);
    }

    [Fact]
    public void A_planned_or_suspected_entry_is_none()
    {
        Find(Of(Procedure(Birth, "2020-01-01") with { Status = ProcedureStatus.Planned })).ShouldBeEmpty();
        var suspected = Of(Condition(Pregnant, "2020-01-01") with { Verification = Verification.Suspected });
        Find(suspected).ShouldBeEmpty();
        PregnancyEpisodes.Find(suspected, TheKnowledge).Issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.ExcludedEntry);
    }

    [Fact]
    public void A_due_date_opens_and_dates_a_pregnancy()
    {
        var episode = Find(Of(Dated(DueDate, "2026-10-08", "2026-03-01"))).ShouldHaveSingleItem();
        episode.Dating!.IsExact.ShouldBeTrue();
        episode.Dating.EarliestStart.ShouldBe(Day("2026-01-01"));
        episode.FirstSeen.ShouldBe(Day("2026-03-01"));
    }

    [Fact]
    public void A_last_period_alone_shows_no_pregnancy_but_dates_one() 
    {
        Find(Of(Dated(LastPeriod, "2026-01-01", "2026-01-20"))).ShouldBeEmpty();
        var episode = Find(Of(Dated(LastPeriod, "2026-01-01", "2026-03-01"), Condition(Pregnant, "2026-02-20"))).ShouldHaveSingleItem();
        episode.Dating!.EarliestStart.ShouldBe(Day("2026-01-01"));
        episode.Dating.IsExact.ShouldBeTrue();
        Find(Of(Dated(LastPeriod, "2026-01-01", null), Condition(Pregnant, "2026-02-20"))).ShouldHaveSingleItem().Dating!.IsExact.ShouldBeTrue();
    }

    [Fact]
    public void A_dating_written_after_the_birth_belongs_to_it()
    {
        var episode = Find(Of(Procedure(Birth, "2026-03-01"), Measured(Age, 273, "d", "2026-03-01"))).ShouldHaveSingleItem();
        episode.Dating!.DaysOn(Day("2026-03-01")).ShouldBe((273, 273));
        Find(Of(Procedure(Birth, "2026-03-01"), Dated(DueDate, "2026-03-10", "2026-03-05"))).ShouldHaveSingleItem().Dating!.IsExact.ShouldBeTrue();
    }

    [Fact]
    public void A_later_pregnancy_dated_by_scan_is_another_one_and_the_doubt_is_reported()
    {
        var record = Of(Condition(Pregnant, "2026-01-01"), Measured(Age, 56, "d", "2026-06-01"));
        Find(record).Count.ShouldBe(2);
        PregnancyEpisodes.Find(record, TheKnowledge).Issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.ImpossibleOrder);
    }

    [Theory]
    [InlineData("84", "d", 84, 84)]
    [InlineData("12", "wk", 84, 90)]
    [InlineData("12.5", "wk", 87, 88)]
    [InlineData("0", "d", 0, 0)]
    public void A_stated_gestation_leaves_open_what_it_does_not_say(string value, string unit, int least, int greatest) =>
        Find(Of(Measured(Age, decimal.Parse(value), unit, "2026-03-01")))[0].Dating!.DaysOn(Day("2026-03-01")).ShouldBe((least, greatest));

    [Fact]
    public void Words_and_stated_facts_date_it_too()
    {
        var words = Measured(Age, 0, "", "2026-03-01") with { Found = new Finding.Words("12+3") };
        Find(Of(words))[0].Dating!.DaysOn(Day("2026-03-01")).ShouldBe((87, 87));
        Find(Of(Stated("gestation", new Finding.Words("12+3"), "2026-03-01")))[0].Dating!.DaysOn(Day("2026-03-08")).ShouldBe((94, 94));
    }

    [Theory]
    [InlineData("45", "wk")]
    [InlineData("-1", "d")]
    [InlineData("9999999999", "wk")]
    public void An_impossible_gestation_is_an_error(string value, string unit) =>
        PregnancyEpisodes.Find(Of(Measured(Age, decimal.Parse(value), unit, "2026-03-01")), TheKnowledge)
            .Issues.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
                issue => issue.Code.ShouldBe(IssueCode.ImpossibleGestation), issue => issue.Severity.ShouldBe(Severity.Error));

    [Fact]
    public void A_gestation_in_another_unit_is_refused() =>
        PregnancyEpisodes.Find(Of(Measured(Age, 3, "mo", "2026-03-01")), TheKnowledge).Issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.WrongUnit);

    [Fact]
    public void Dates_that_cannot_be_are_errors()
    {
        Error(Of(Condition(Pregnant, "2026-03-01", "2026-02-01")));
        Error(Of(Dated(DueDate, "2027-03-01", "2026-03-01")));
        Error(Of(Dated(LastPeriod, "2026-03-02", "2026-03-01")));
        Error(Of(Condition(Pregnant, "2026-01-01"), Dated(LastPeriod, "2026-02-01", "2026-03-01")));

        static void Error(Record record)
        {
            var issue = PregnancyEpisodes.Find(record, TheKnowledge).Issues.ShouldHaveSingleItem();
            issue.Code.ShouldBe(IssueCode.ImpossibleOrder);
            issue.Severity.ShouldBe(Severity.Error);
        }
    }

    [Fact]
    public void A_birth_and_a_loss_of_one_pregnancy_contradict_each_other() =>
        PregnancyEpisodes.Find(Of(Procedure(Birth, "2026-03-01"), Condition(Miscarriage, "2026-03-02")), TheKnowledge)
            .Issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.Contradiction);

    [Fact]
    public void Pregnancies_listed_as_such_stand_by_themselves()
    {
        var record = Of(
            new Pregnancy { From = At(0), Ended = Date("2018-06"), End = PregnancyEnd.LiveBirth, GestationAtEnd = GestationalAge.FromWeeks(39, 4) },
            new Pregnancy { From = At(1), Ended = Date("2018-09-01"), End = PregnancyEnd.Miscarriage },
            new Pregnancy { From = At(2), End = PregnancyEnd.LiveBirth },
            new Pregnancy { From = At(3), LastPeriod = Date("2026-01-01") });
        Shown(record).ShouldBe(["- LiveBirth", "2018-06 LiveBirth", "2018-09-01 Miscarriage", "- Unstated"], ignoreOrder: true);
        var open = Find(record).Single(episode => !episode.IsOver);
        open.Dating!.IsExact.ShouldBeTrue();
        open.Dating.Statements[0].Method.ShouldBe(DatingMethod.LastPeriod);
    }

    [Fact]
    public void An_undated_entry_that_she_is_pregnant_goes_on()
    {
        Shown(Of(Condition(Pregnant))).ShouldBe(["- Unstated"]);
        Shown(Of(Condition(Pregnant), Procedure(Birth, "2010-01-01"))).ShouldBe(["- Unstated", "2010-01-01 Birth"], ignoreOrder: true);
    }

    private static Origin At(int index) => new("record file", "", $"record.pregnancies[{index}]");

    private static Entries<PregnancyEpisode> Find(Record record) => PregnancyEpisodes.Find(record, TheKnowledge).Episodes;

    private static IEnumerable<string> Shown(Record record) =>
        Find(record).Select(episode => $"{(episode.Ended is { } ended ? ended.ToString() : "-")} {episode.End}");
}
