using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Reasoning.Deriving;
using static Decidua.Reasoning.Tests.Deriving.Charts;

namespace Decidua.Reasoning.Tests.Deriving;

/// <summary>Losses counted by each definition, at and around every limit of weeks.</summary>
public class LossTests
{
    private const string Now = "2026-03-01";

    [Theory]
    [InlineData("losses (ESHRE)", "23+6", "1")]
    [InlineData("losses (ESHRE)", "24+0", "0")]
    [InlineData("losses (ASRM)", "19+6", "1")]
    [InlineData("losses (ASRM)", "20+0", "0")]
    [InlineData("losses (Russia)", "21+6", "1")]
    [InlineData("losses (Russia)", "22+0", "0")]
    [InlineData("consecutive losses (WHO)", "19+6", "1")]
    [InlineData("consecutive losses (WHO)", "20+0", "0")]
    [InlineData("consecutive losses (France)", "13+6", "1")]
    [InlineData("consecutive losses (France)", "14+0", "0")]
    [InlineData("consecutive losses (China)", "27+6", "1")]
    [InlineData("consecutive losses (China)", "28+0", "0")]
    [InlineData("first-trimester losses", "13+6", "1")]
    [InlineData("first-trimester losses", "14+0", "0")]
    [InlineData("second-trimester losses", "13+6", "0")]
    [InlineData("second-trimester losses", "14+0", "1")]
    [InlineData("second-trimester losses", "23+6", "1")]
    [InlineData("second-trimester losses", "24+0", "0")]
    [InlineData("previous miscarriages", "23+6", "1")]
    [InlineData("previous miscarriages", "24+0", "0")]
    [InlineData("losses before 10 weeks", "9+6", "1")]
    [InlineData("losses before 10 weeks", "10+0", "0")]
    [InlineData("consecutive losses before 10 weeks", "9+6", "1")]
    [InlineData("consecutive losses before 10 weeks", "10+0", "0")]
    [InlineData("consecutive losses before 16 weeks", "15+6", "1")]
    [InlineData("consecutive losses before 16 weeks", "16+0", "0")]
    [InlineData("fetal death from 10 weeks", "9+6", "no")]
    [InlineData("fetal death from 10 weeks", "10+0", "yes")]
    [InlineData("fetal death from 16 to 34 weeks", "15+6", "no")]
    [InlineData("fetal death from 16 to 34 weeks", "16+0", "yes")]
    [InlineData("fetal death from 16 to 34 weeks", "33+6", "yes")]
    [InlineData("fetal death from 16 to 34 weeks", "34+0", "no")]
    public void A_loss_counts_up_to_the_limit_of_its_definition(string fact, string weeks, string expected)
    {
        var end = GestationSpanStart(weeks) < 24 * 7 ? PregnancyEnd.Miscarriage : PregnancyEnd.Stillbirth;
        Fact(Of(Ended(end, "2025-05-01", weeks) with { Partner = "A" }), Now, fact).ShouldBe(expected);
    }

    [Theory]
    [InlineData("birth before 34 weeks for pre-eclampsia", EarlyBirthReason.PreEclampsia, "33+6", "yes")]
    [InlineData("birth before 34 weeks for pre-eclampsia", EarlyBirthReason.PreEclampsia, "34+0", "no")]
    [InlineData("birth before 34 weeks for pre-eclampsia", EarlyBirthReason.PlacentalInsufficiency, "33+6", "no")]
    [InlineData("birth before 34 weeks for placental insufficiency", EarlyBirthReason.PlacentalInsufficiency, "33+6", "yes")]
    [InlineData("birth before 34 weeks for placental insufficiency", EarlyBirthReason.PlacentalInsufficiency, "34+0", "no")]
    [InlineData("birth before 34 weeks for placental insufficiency", EarlyBirthReason.Other, "33+6", "no")]
    [InlineData("birth from 34 weeks for pre-eclampsia", EarlyBirthReason.PreEclampsia, "33+6", "no")]
    [InlineData("birth from 34 weeks for pre-eclampsia", EarlyBirthReason.PreEclampsia, "34+0", "yes")]
    public void An_early_birth_counts_by_its_weeks_and_its_reason(string fact, EarlyBirthReason reason, string weeks, string expected) =>
        Fact(Of(Born("2024-02-01", weeks) with { EarlyBirthReasons = [reason] }), Now, fact).ShouldBe(expected);

    [Fact]
    public void Both_reasons_of_an_early_birth_are_kept()
    {
        var record = Of(Born("2024-02-01", "31+0") with { EarlyBirthReasons = [EarlyBirthReason.PreEclampsia, EarlyBirthReason.PlacentalInsufficiency] });
        Fact(record, Now, "birth before 34 weeks for pre-eclampsia").ShouldBe("yes");
        Fact(record, Now, "birth before 34 weeks for placental insufficiency").ShouldBe("yes");
    }

    [Theory]
    [InlineData("33+0", "not known")]
    [InlineData("34+0", "no")]
    [InlineData(null, "not recorded")]
    public void A_birth_whose_reason_is_not_said_is_open_only_when_it_was_early(string? weeks, string expected) =>
        Fact(Of(Born("2024-02-01", weeks) with { EarlyBirthReasons = null }), Now, "birth before 34 weeks for pre-eclampsia").ShouldBe(expected);

    [Theory]
    [InlineData("losses (ESHRE)", "1")]
    [InlineData("losses (ASRM)", "0")]
    [InlineData("losses (Russia)", "0")]
    [InlineData("consecutive losses (WHO)", "0")]
    [InlineData("consecutive losses (China)", "1")]
    [InlineData("first-trimester losses", "0")]
    [InlineData("previous miscarriages", "1")]
    [InlineData("losses before 10 weeks", "at most 1")]
    [InlineData("fetal death from 10 weeks", "no")]
    public void A_pregnancy_that_only_a_test_has_shown_counts_where_the_definition_says_so(string fact, string expected)
    {
        Fact(Of(Ended(PregnancyEnd.Biochemical, "2025-05-01", "5+0")), Now, fact).ShouldBe(expected);
        Fact(Of(Lost("2025-05-01", "5+0") with { ConfirmedBy = PregnancyConfirmation.TestOnly }), Now, fact).ShouldBe(expected);
    }

    [Theory]
    [InlineData("8+0", "at most 1")]
    [InlineData("10+0", "1")]
    public void What_is_not_said_of_a_scan_leaves_the_count_open_until_it_must_have_been_seen(string weeks, string expected) =>
        Fact(Of(Lost("2025-05-01", weeks) with { ConfirmedBy = PregnancyConfirmation.Unstated }), Now, "losses (ASRM)").ShouldBe(expected);

    [Fact]
    public void Ectopic_and_molar_pregnancies_and_terminations_are_no_losses()
    {
        var record = Of(
            Ended(PregnancyEnd.Ectopic, "2021-05-01", "7+0"), Ended(PregnancyEnd.Molar, "2022-05-01", "9+0"), Ended(PregnancyEnd.Termination, "2023-05-01", "9+0"));
        foreach (var fact in TheKnowledge.Library.Vocabulary.Facts.Where(fact => fact.Topic == "Pregnancy losses"))
            Fact(record, Now, fact.Name).ShouldBeOneOf("0", "no");
        Fact(record, Now, "previous ectopic pregnancy").ShouldBe("yes");
        Fact(record, Now, "previous molar pregnancy").ShouldBe("yes");
        Fact(Of(Lost("2021-05-01", "7+0")), Now, "previous molar pregnancy").ShouldBe("no");
    }

    [Theory]
    [InlineData(true, ChromosomeFinding.Unstated, "0")]
    [InlineData(false, ChromosomeFinding.Unstated, "1")]
    [InlineData(null, ChromosomeFinding.Unstated, "at most 1")]
    [InlineData(null, ChromosomeFinding.Abnormal, "0")]
    [InlineData(false, ChromosomeFinding.Abnormal, "0")]
    [InlineData(null, ChromosomeFinding.Normal, "at most 1")]
    public void A_loss_with_a_known_cause_is_not_unexplained(bool? causeKnown, ChromosomeFinding chromosomes, string expected)
    {
        var record = Of(Lost("2025-05-01", "8+0") with { CauseKnown = causeKnown, Chromosomes = chromosomes });
        Fact(record, Now, "losses before 10 weeks").ShouldBe(expected);
        Fact(record, Now, "losses (ASRM)").ShouldBe("1");
        Fact(record, Now, "loss with normal chromosomes").ShouldBe(chromosomes == ChromosomeFinding.Normal ? "yes" : "no");
    }

    [Theory]
    [InlineData(true, "yes")]
    [InlineData(false, "no")]
    [InlineData(null, "not known")]
    public void A_fetal_death_must_be_of_a_normally_formed_baby(bool? normallyFormed, string expected) =>
        Fact(Of(Lost("2025-05-01", "12+0") with { FetusNormallyFormed = normallyFormed }), Now, "fetal death from 10 weeks").ShouldBe(expected);

    [Fact]
    public void A_death_from_pre_eclampsia_is_not_the_plain_fetal_death_of_the_new_criteria()
    {
        var death = Ended(PregnancyEnd.Stillbirth, "2025-05-01", "30+0") with { EarlyBirthReasons = [EarlyBirthReason.PreEclampsia], CauseKnown = null };
        Fact(Of(death), Now, "fetal death from 16 to 34 weeks").ShouldBe("no");
        Fact(Of(death), Now, "birth before 34 weeks for pre-eclampsia").ShouldBe("yes");
    }

    [Theory]
    [InlineData("8", "1", "0")]
    [InlineData("9+0 to 10+6", "at most 1", "not known")]
    [InlineData(null, "at most 1", "not known")]
    public void Weeks_that_are_known_only_in_part_leave_the_count_open(string? weeks, string early, string late)
    {
        var record = Of(Lost("2025-05-01", weeks));
        Fact(record, Now, "losses before 10 weeks").ShouldBe(early);
        Fact(record, Now, "fetal death from 10 weeks").ShouldBe(late == "0" ? "no" : late);
    }

    [Fact]
    public void Weeks_follow_from_the_last_period()
    {
        var record = Of(Lost("2025-05-01", null) with { LastPeriod = Date("2025-02-20") });
        Fact(record, Now, "fetal death from 10 weeks").ShouldBe("yes");
        Fact(Of(Lost("2025-04-30", null) with { LastPeriod = Date("2025-02-20") }), Now, "fetal death from 10 weeks").ShouldBe("no");
    }

    [Fact]
    public void Weeks_at_which_no_pregnancy_ends_so_are_reported()
    {
        var reading = Derive(Of(Ended(PregnancyEnd.Biochemical, "2025-05-01", "20+0")), Now);
        reading.Issues.ShouldContain(issue => issue.Code == IssueCode.ImpossibleGestation && issue.Severity == Severity.Warning);
    }

    [Fact]
    public void Nothing_lost_in_a_list_of_pregnancies_is_a_certain_nought_and_in_codes_a_presumed_one()
    {
        Fact(Of(Born("2020-01-01")), Now, "losses (ESHRE)").ShouldBe("0");
        Fact(Of(Born("2020-01-01")), Now, "fetal death from 10 weeks").ShouldBe("no");
        Fact(Of(Procedure(Birth, "2020-01-01")), Now, "losses (ESHRE)").ShouldBe("not recorded");
    }

    [Fact]
    public void Losses_found_by_codes_are_at_least_so_many_and_a_code_says_something_of_the_weeks()
    {
        var record = Of(Condition(Miscarriage, "2021-05-01"), Condition(Miscarriage, "2022-05-01"));
        Fact(record, Now, "losses (ESHRE)").ShouldBe("at least 2");
        Fact(record, Now, "losses (ASRM)").ShouldBe("not known");
        Fact(record, Now, "fetal death from 16 to 34 weeks").ShouldBe("not recorded");
        Fact(record, Now, "fetal death from 10 weeks").ShouldBe("not known");
    }

    [Fact]
    public void A_pregnancy_that_ended_in_an_unknown_way_may_have_been_a_loss()
    {
        var open = Ended(PregnancyEnd.Unstated, "2021-05-01", null);
        Fact(Of(open, Lost("2022-05-01", "8+0")), Now, "losses (ESHRE)").ShouldBe("1 to 2");
        Fact(Of(open with { GestationAtEnd = Weeks("39+0") }, Lost("2022-05-01", "8+0")), Now, "losses (ESHRE)").ShouldBe("1");
    }

    [Theory]
    [InlineData("2020-05-01", "yes")]
    [InlineData("2026-02-01", "not recorded")]
    public void Pre_eclampsia_counts_as_previous_only_before_this_pregnancy(string on, string expected) =>
        Fact(Of(new Pregnancy { From = new("record file", "", "now"), LastPeriod = Date("2026-01-01") }, Condition("398254007", on)), Now, "previous pre-eclampsia").ShouldBe(expected);

    [Fact]
    public void An_early_birth_for_pre_eclampsia_is_previous_pre_eclampsia() =>
        Fact(Of(Born("2020-05-01", "36+0") with { EarlyBirthReasons = [EarlyBirthReason.PreEclampsia] }), Now, "previous pre-eclampsia").ShouldBe("yes");

    [Theory]
    [InlineData(Conception.Assisted, "yes")]
    [InlineData(Conception.Natural, "no")]
    [InlineData(Conception.Unstated, "not recorded")]
    public void How_this_pregnancy_came_about_is_taken_as_stated(Conception conception, string expected) =>
        Fact(Of(new Pregnancy { From = new("record file", "", "now"), LastPeriod = Date("2026-01-01"), Conception = conception }), Now, "assisted conception").ShouldBe(expected);

    [Fact]
    public void A_list_in_which_every_pregnancy_is_over_says_that_she_is_not_pregnant()
    {
        Fact(Of(Lost("2025-05-01", "8+0")), Now, "phase").ShouldBe("not pregnant or fertility treatment");
        Fact(Of(Born(null)), Now, "phase").ShouldBe("not pregnant or fertility treatment or postpartum");
        Fact(Of(Condition(Miscarriage, "2025-05-01")), Now, "phase").ShouldBe("not recorded");
    }

    private static int GestationSpanStart(string weeks) => Weeks(weeks)!.Value.Least.TotalDays;
}
