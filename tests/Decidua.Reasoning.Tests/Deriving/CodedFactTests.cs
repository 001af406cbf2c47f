using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using static Decidua.Reasoning.Tests.Deriving.Charts;

namespace Decidua.Reasoning.Tests.Deriving;

public class CodedFactTests
{
    private const string BreastCancer = "254837009";
    private const string Hyperemesis = "14094001";
    private const string Twins = "65147003";
    private const string Transfusion = "116859006";
    private const string Appendix = "80146002";
    private const string AnySingleKind = "single after major surgery or single unprovoked or minor or single oestrogen or pregnancy related";

    [Fact]
    public void An_active_condition_makes_a_fact_yes()
    {
        Fact(Of(Condition(BreastCancer, "2020-01-01")), "2026-01-01", "cancer").ShouldBe("yes");
        Fact(Of(Condition(BreastCancer, "2020-01-01")), "2019-12-31", "cancer").ShouldBe("not recorded");
        Fact(Of(Condition(BreastCancer, "2020-01-01", "2021-01-01")), "2026-01-01", "cancer").ShouldBe("not recorded");
        Fact(Of(Condition(BreastCancer, "2020-01-01") with { Verification = Verification.Suspected }), "2026-01-01", "cancer").ShouldBe("not known");
        Fact(Of(Condition(BreastCancer, "2026")), "2026-01-01", "cancer").ShouldBe("not known");
    }

    [Fact]
    public void An_ICD_10_prefix_and_a_second_coding_are_found()
    {
        var coded = Condition("1", "2020-01-01") with { What = new([new(CodeSystem.Snomed, "1", ""), new(CodeSystem.Icd10, "C50.9", "")], "") };
        Fact(Of(coded), "2026-01-01", "cancer").ShouldBe("yes");
        Fact(Of(coded with { What = new([new("https://other.example", "C50.9", "")], "cancer") }), "2026-01-01", "cancer").ShouldBe("not recorded");
    }

    [Fact]
    public void What_was_once_stays_where_the_question_asks_for_ever() =>
        Fact(Of(Condition("230690007", "2015-01-01", "2015-02-01")), "2026-01-01", "previous stroke").ShouldBe("yes");

    [Fact]
    public void The_latest_answer_on_smoking_counts()
    {
        Measurement Answer(string code, string on) => Measured("72166-2", 0, "", on) with { Found = new Finding.Coded(new([new(CodeSystem.Snomed, code, "")], "")) };
        Fact(Of(Answer("77176002", "2020-01-01"), Answer("8517006", "2026-01-01")), "2026-01-01", "smoker").ShouldBe("no");
        Fact(Of(Answer("77176002", "2020-01-01"), Answer("8517006", "2026-01-01")), "2025-01-01", "smoker").ShouldBe("yes");
        var both = Of(Answer("77176002", "2026-01-01"), Answer("8517006", "2026-01-01"));
        Fact(both, "2026-01-01", "smoker").ShouldBe("not known");
        Derive(both, "2026-01-01").Issues.ShouldContain(issue => issue.Code == IssueCode.Contradiction && issue.Severity == Severity.Warning);
    }

    [Fact]
    public void A_drug_on_the_list_narrows_what_she_is_on()
    {
        Medication Drug(string atc, string from, string? until) => new()
        {
            What = new([new(CodeSystem.Atc, atc, "")], ""), From = new("MedicationRequest", atc, "m"), Began = Date(from), Ended = Date(until),
            Status = until is null ? MedicationStatus.Active : MedicationStatus.Over,
        };
        Fact(Of(Drug("B01AB05", "2026-01-01", null)), "2026-02-01", "LMWH intensity").ShouldBe("prophylactic or high prophylactic or therapeutic");
        Fact(Of(Drug("B01AB05", "2026-01-01", "2026-01-31")), "2026-02-01", "LMWH intensity").ShouldBe("not recorded");
        Fact(Of(Drug("B01AB01", "2020-01-01", "2020-01-31")), "2026-02-01", "earlier UFH exposure").ShouldBe("yes");
        Fact(Of(Drug("B01AA03", "2020-01-01", null)), "2026-02-01", "long-term oral anticoagulant").ShouldBe("not known");
    }

    [Fact]
    public void An_answer_under_another_question_says_nothing()
    {
        var family = Measured("8670-2", 0, "", "2026-01-01") with { Found = new Finding.Coded(new([new(CodeSystem.Snomed, BreastCancer, "")], "")) };
        Fact(Of(family), "2026-01-01", "cancer").ShouldBe("not recorded");
        var smokes = family with { Found = new Finding.Coded(new([new(CodeSystem.Snomed, "77176002", "")], "")) };
        Fact(Of(smokes), "2026-01-01", "smoker").ShouldBe("not recorded");
    }

    [Fact]
    public void An_allergy_to_a_drug_is_not_the_drug()
    {
        Allergy To(string code) => new()
        {
            What = new([new(CodeSystem.Snomed, code, "")], ""), From = new("AllergyIntolerance", code, "a"), Status = ClinicalStatus.Active,
        };
        const string heparin = "372877000";
        const string enoxaparin = "372562003";
        Fact(Of(To(heparin)), "2026-01-01", "other anticoagulant").ShouldBe("not recorded");
        Fact(Of(To(heparin)), "2026-01-01", "earlier UFH exposure").ShouldBe("not recorded");
        Fact(Of(To(heparin)), "2026-01-01", "LMWH allergy").ShouldBe("not known");
        Fact(Of(To(enoxaparin)), "2026-01-01", "LMWH intensity").ShouldBe("not recorded");
        Fact(Of(To(enoxaparin)), "2026-01-01", "LMWH allergy").ShouldBe("yes");
        Fact(Of(To("294872001")), "2026-01-01", "LMWH allergy").ShouldBe("yes");
    }

    [Fact]
    public void A_clot_of_unknown_cause_may_be_any_single_kind()
    {
        Clot(Condition(DeepVeinThrombosis, "2020-01-01", "2020-06-01")).ShouldBe(AnySingleKind);
        Clot(Condition(DeepVeinThrombosis, "2020-01-01"), Condition("59282003", "2020-01-01")).ShouldBe(AnySingleKind);
        Clot().ShouldBe("not recorded");
        Clot(Condition(DeepVeinThrombosis, "2020-01-01") with { Verification = Verification.Suspected }).ShouldBe("not known");
    }

    [Fact]
    public void A_clot_in_pregnancy_is_of_that_kind()
    {
        var pregnancy = Condition("1", "2020-01-01") with { What = new([new(CodeSystem.Icd10, "O22.3", "")], "") };
        Clot(pregnancy).ShouldBe("single oestrogen or pregnancy related");
        Clot(pregnancy, Condition(DeepVeinThrombosis, "2020-01-01")).ShouldBe("single oestrogen or pregnancy related");
    }

    [Fact]
    public void A_second_entry_may_be_a_second_clot_and_is_one_when_the_first_was_over()
    {
        Clot(Condition(DeepVeinThrombosis, "2015-01-01"), Condition("59282003", "2020-01-01")).ShouldBe(AnySingleKind + " or recurrent");
        Clot(Condition(DeepVeinThrombosis, "2015-01-01", "2015-07-01"), Condition("59282003", "2020-01-01")).ShouldBe("recurrent");
        Clot(Condition("161508001", "2020-01-01")).ShouldBe(AnySingleKind + " or recurrent");
    }

    [Fact]
    public void Thrombophilia_is_classed_as_far_as_the_code_says()
    {
        Fact(Of(Condition("421527008", "2010-01-01")), "2026-01-01", "thrombophilia class (RCOG)").ShouldBe("low risk or high risk");
        Fact(Of(Condition("36351005", "2010-01-01")), "2026-01-01", "thrombophilia class (RCOG)").ShouldBe("high risk");
        Fact(Of(Condition("36351005", "2010-01-01")), "2026-01-01", "antithrombin deficiency").ShouldBe("yes");
    }

    [Fact]
    public void An_entry_of_an_earlier_pregnancy_does_not_count_in_this_one()
    {
        object[] both = [Condition(Pregnant, "2020-01-10", "2020-08-01"), Procedure(Birth, "2020-08-01"), Condition(Pregnant, "2026-01-10")];
        Fact(Of([.. both, Condition(Hyperemesis, "2020-02-01")]), "2026-02-10", "hyperemesis now").ShouldBe("not recorded");
        Fact(Of([.. both, Condition(Hyperemesis, "2026-02-01")]), "2026-02-10", "hyperemesis now").ShouldBe("yes");
        Fact(Of([.. both, Condition(Hyperemesis, "2026-02-01", "2026-02-05")]), "2026-02-10", "hyperemesis now").ShouldBe("not recorded");
        Fact(Of([.. both, Condition(Hyperemesis)]), "2026-02-10", "hyperemesis now").ShouldBe("not known");
        Fact(Of(Condition(Hyperemesis, "2026-02-01")), "2026-02-10", "hyperemesis now").ShouldBe("not recorded");
    }

    [Fact]
    public void Twins_count_after_their_birth_too_and_sickness_is_asked_again()
    {
        var record = Of(
            Condition(Pregnant, "2026-01-10", "2026-08-01"), Procedure(Birth, "2026-08-01"), Condition(Twins, "2026-02-01", "2026-08-01"),
            Condition(Hyperemesis, "2026-02-01"));
        Fact(record, "2026-08-10", "multiple pregnancy").ShouldBe("yes");
        Fact(record, "2026-08-10", "hyperemesis now").ShouldBe("not recorded");
    }

    [Theory]
    [InlineData("2026-07-31", "not recorded")]
    [InlineData("2026-08-01", "not known")]
    [InlineData("2026-08-02", "yes")]
    public void An_act_after_the_birth_counts_and_one_of_its_day_stays_open(string on, string expected)
    {
        Fact(Of(Procedure(Birth, "2026-08-01"), Procedure(Transfusion, on)), "2026-08-10", "transfusion after birth").ShouldBe(expected);
        Fact(Of(Procedure(Birth, "2026-08-01"), Procedure(Appendix, on)), "2026-08-10", "surgery since the birth").ShouldBe(expected);
    }

    [Fact]
    public void An_operation_counts_when_it_certainly_lies_in_this_pregnancy()
    {
        object[] pregnancy = [Condition(Pregnant, "2026-01-10")];
        Fact(Of([.. pregnancy, Procedure(Appendix, "2026-02-01")]), "2026-02-10", "surgery in this pregnancy").ShouldBe("yes");
        Fact(Of([.. pregnancy, Procedure(Appendix, "2025-12-01")]), "2026-02-10", "surgery in this pregnancy").ShouldBe("not known");
        Fact(Of([.. pregnancy, Procedure(Appendix, "2024-12-01")]), "2026-02-10", "surgery in this pregnancy").ShouldBe("not recorded");
    }

    [Fact]
    public void Stillbirth_is_known_where_it_was_recorded()
    {
        Fact(Of(Condition(Stillbirth, "2026-08-01")), "2026-08-01", "stillbirth").ShouldBe("yes");
        Fact(Of(Procedure(Birth, "2026-08-01")), "2026-08-01", "stillbirth").ShouldBe("not recorded");
        Fact(Of(new Pregnancy { From = new("record file", "", "p"), Ended = Date("2026-08-01"), End = PregnancyEnd.LiveBirth }), "2026-08-01", "stillbirth").ShouldBe("no");
    }

    [Fact]
    public void Codes_in_no_value_set_are_counted_and_never_read_as_absent()
    {
        var issues = Derive(Of(Condition("73595000", "2020-01-01"), Condition("73595000", "2021-01-01"), Condition(BreastCancer, "2020-01-01"), Procedure("5880005", "2020-01-01")), "2026-01-01").Issues;
        issues.ShouldAllBe(issue => issue.Code == IssueCode.UnrecognisedCode && issue.Severity == Severity.Information);
        issues.Select(issue => issue.At).ShouldBe(["conditions", "procedures"]);
        issues[0].Message.ShouldStartWith("2 entries with 1 different codes");
    }

    private static string Clot(params object[] entries) => Fact(Of(entries), "2026-01-01", "previous clot");
}
