using Decidua.Clinical.Issues;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Protocols;
using Decidua.Planning.Dosing;

namespace Decidua.Planning.Tests.Dosing;

/// <summary>Doses for single women, most of them the worked cases of the book of facts (section 9.1).</summary>
public sealed class DoseFinderTests
{
    [Theory]
    [InlineData("49.4", 20, 20)]
    [InlineData("49.9", 20, 40)]
    [InlineData("50.0", 40, 40)]
    [InlineData("72", 40, 40)]
    [InlineData("90.0", 40, 40)]
    [InlineData("90.1", 60, 40)]
    [InlineData("90.5", 60, 60)]
    [InlineData("91", 60, 60)]
    [InlineData("130", 60, 60)]
    [InlineData("130.4", 80, 60)]
    [InlineData("130.5", 80, 80)]
    [InlineData("131", 80, 80)]
    [InlineData("170", 80, 80)]
    public void The_weight_between_two_bands_is_read_as_the_protocol_says(string weight, int exact, int whole)
    {
        var facts = Dosed.Well($"dosing weight {weight}");
        Dosed.Find(facts, "enoxaparin", Intensity.Prophylactic).Amount.ShouldBe(exact);
        Dosed.Find(facts, "enoxaparin", Intensity.Prophylactic, Dosed.Uk.With((Protocol.WeightRounding, "whole kilograms"))).Amount.ShouldBe(whole);
    }

    [Fact]
    public void Above_the_last_band_the_dose_follows_the_weight_and_is_rounded_to_a_syringe()
    {
        var exact = Dosed.Find(Dosed.Well(170.5m), "enoxaparin", Intensity.Prophylactic);
        (exact.Ruled, exact.Amount, exact.Working).ShouldBe((102.3m, 100m, "0.6 per kg × 170.5 kg"));
        exact.Syringes.ShouldBe([new SyringeUse("enoxaparin-100", "enoxaparin 100 mg in 1 mL", 1, 100, 1.0m, IsPart: false)]);
        var whole = Dosed.Find(Dosed.Well(170.5m), "enoxaparin", Intensity.Prophylactic, Dosed.Uk.With((Protocol.WeightRounding, "whole kilograms")));
        (whole.Ruled, whole.Working).ShouldBe((102.6m, "0.6 per kg × 171 kg"));
    }

    [Fact]
    public void A_dose_names_document_row_frequency_and_syringe()
    {
        var dose = Dosed.Find(Dosed.Well(72), "enoxaparin", Intensity.Prophylactic);
        (dose.Document, dose.Ruled, dose.Amount, dose.Unit, dose.EveryHours, dose.Daily, dose.Working).ShouldBe(("rcog-37a-2015", 40, 40, "mg", 24, 40, ""));
        dose.Rows.Select(row => row.Address).ShouldBe(["rcog-37a-2015/prophylactic-dose/DOS-02"]);
        dose.Syringes.ShouldHaveSingleItem().Presentation.ShouldBe("enoxaparin-40");
        dose.Issues.ShouldBeEmpty();
    }

    [Fact]
    public void A_treatment_dose_comes_twice_or_once_a_day()
    {
        var dose = Dosed.Find(Dosed.Well(75), "enoxaparin", Intensity.Therapeutic);
        (dose.Document, dose.Amount, dose.EveryHours).ShouldBe(("rcog-37b-2015", 80, 12));
        dose.Alternatives.Select(one => (one.Amount, one.EveryHours)).ShouldBe([(120m, 24)]);
        var dalteparin = Dosed.Find(Dosed.Well(75), "dalteparin", Intensity.Therapeutic);
        (dalteparin.Amount, dalteparin.EveryHours, dalteparin.Alternatives.Single().Amount).ShouldBe((8000, 12, 16000));
        var tinzaparin = Dosed.Find(Dosed.Well(75), "tinzaparin", Intensity.Therapeutic);
        (tinzaparin.Ruled, tinzaparin.Amount).ShouldBe((13125, 13000));
        tinzaparin.Syringes.ShouldBe([new SyringeUse("tinzaparin-14000", "tinzaparin 14000 IU in 0.7 mL", 1, 13000, 0.65m, IsPart: true)]);
    }

    [Fact]
    public void Without_a_weight_there_is_no_amount_and_the_answer_says_what_to_measure()
    {
        var dose = Dosed.Find(Dosed.Well("current weight 72"), "enoxaparin", Intensity.Prophylactic);
        (dose.Ruled, dose.Amount, dose.Syringes.Length, dose.EveryHours).ShouldBe((null, null, 0, 24));
        dose.Issues.ShouldContain(issue => issue.Code == IssueCode.DoseNeedsMeasurement && issue.Severity == Severity.Error && issue.Message.Contains("dosing weight"));
    }

    [Fact]
    public void A_weight_that_is_narrowed_within_one_band_is_enough()
    {
        Dosed.Find(Dosed.Well("dosing weight [60..70]"), "enoxaparin", Intensity.Prophylactic).Amount.ShouldBe(40);
        Dosed.Find(Dosed.Well("dosing weight [80..100]"), "enoxaparin", Intensity.Prophylactic).Amount.ShouldBeNull();
        Dosed.Find(Dosed.Well("dosing weight [180..190]"), "enoxaparin", Intensity.Prophylactic).Codes().ShouldContain(IssueCode.DoseNeedsMeasurement);
    }

    [Fact]
    public void Another_weight_in_another_band_is_a_warning_and_never_silent()
    {
        var dose = Dosed.Find(Dosed.Well("dosing weight 88", "current weight 96"), "enoxaparin", Intensity.Prophylactic);
        dose.Amount.ShouldBe(40);
        var warning = dose.Issues.Single(issue => issue.Code == IssueCode.OtherWeightBand);
        warning.Severity.ShouldBe(Severity.Warning);
        warning.Message.ShouldBe("By her dosing weight, 88 kg, the dose is 40 mg; by her current weight, 96 kg, it would be 60 mg.");
        Dosed.Find(Dosed.Well("dosing weight 72", "current weight 80"), "enoxaparin", Intensity.Prophylactic).Issues.ShouldBeEmpty();
        Dosed.Find(Dosed.Well("dosing weight 120", "current weight 130"), "enoxaparin", Intensity.Therapeutic).Issues
            .ShouldContain(issue => issue.Code == IssueCode.OtherWeightBand && issue.Message.EndsWith("it would be none that the table prints."));
        Dosed.Find(Dosed.Well("dosing weight 172", "current weight 190"), "enoxaparin", Intensity.Prophylactic).Codes().ShouldContain(IssueCode.OtherWeightBand, "the dose follows the weight");
    }

    [Fact]
    public void Above_the_table_the_haematologist_decides()
    {
        var dose = Dosed.Find(Dosed.Well(126), "enoxaparin", Intensity.Therapeutic);
        (dose.Amount, dose.EveryHours).ShouldBe((null, null));
        dose.Issues.ShouldContain(issue => issue.Code == IssueCode.NoDosePrinted && issue.Message.Contains("TD-06"));
        Dosed.Find(Dosed.Well(95), "enoxaparin", Intensity.HighProphylactic).Codes().ShouldContain(IssueCode.NoDosePrinted, "printed for 50 to 90 kg");
        Dosed.Find(Dosed.Well(72), "enoxaparin", Intensity.HighProphylactic).ShouldSatisfyAllConditions(high => high.Amount.ShouldBe(40), high => high.EveryHours.ShouldBe(12));
    }

    [Fact]
    public void A_dose_above_the_labels_cap_is_shown_and_not_clamped()
    {
        var dose = Dosed.Find(Dosed.Well(100), "dalteparin", Intensity.Therapeutic);
        (dose.Ruled, dose.Amount, dose.EveryHours).ShouldBe((10000, 10000, 12));
        var conflict = dose.Issues.Single(issue => issue.Code == IssueCode.AboveLabel);
        conflict.Message.ShouldContain("20000 IU a day; the label allows at most 18000 IU a day");
        Dosed.Find(Dosed.Well(75), "dalteparin", Intensity.Therapeutic).Codes().ShouldNotContain(IssueCode.AboveLabel);
    }

    [Theory]
    [InlineData("creatinine clearance")]
    [InlineData("platelet count")]
    public void A_treatment_dose_waits_for_kidneys_and_platelets(string missing)
    {
        var facts = Dosed.Facts(((string[])["phase pregnant", "dosing weight 75", "creatinine clearance 120", "platelet count 250"]).Where(fact => !fact.StartsWith(missing, StringComparison.Ordinal)).ToArray());
        var dose = Dosed.Find(facts, "enoxaparin", Intensity.Therapeutic);
        (dose.Ruled, dose.Amount).ShouldBe((null, null));
        dose.Issues.Single(issue => issue.Severity == Severity.Error).ShouldSatisfyAllConditions(issue => issue.Code.ShouldBe(IssueCode.DoseNeedsMeasurement), issue => issue.Remedy.ShouldContain($"Measure the {missing}"));
    }

    [Fact]
    public void A_preventive_dose_says_that_the_kidneys_are_not_known_and_is_given()
    {
        var dose = Dosed.Find(Dosed.Facts("phase pregnant", "dosing weight 72"), "enoxaparin", Intensity.Prophylactic);
        dose.Amount.ShouldBe(40);
        dose.Issues.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            issue => issue.Code.ShouldBe(IssueCode.DoseNeedsMeasurement), issue => issue.Severity.ShouldBe(Severity.Warning), issue => issue.Message.ShouldContain("creatinine clearance"));
    }

    [Fact]
    public void A_guideline_without_a_word_on_kidneys_stands_beside_the_label()
    {
        var us = Dosed.Library.Protocol("us")!;
        var unknown = Dosed.Find(Dosed.Facts("phase pregnant", "dosing weight 72"), "enoxaparin", Intensity.Prophylactic, us);
        (unknown.Amount, unknown.Document).ShouldBe((40, "acog-196-2018"));
        unknown.Issues.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            issue => issue.Code.ShouldBe(IssueCode.DoseNeedsMeasurement), issue => issue.Message.ShouldBe("The creatinine clearance is not known; where it is low, the label allows at most 30 mg a day (labels-us/enoxaparin-and-the-kidneys/EK-01)."));
        Dosed.Find(Dosed.Facts("phase pregnant", "dosing weight 72", "creatinine clearance 25"), "enoxaparin", Intensity.HighProphylactic, us).Issues
            .Single(issue => issue.Code == IssueCode.AboveLabel).Message.ShouldContain("80 mg a day; the label allows at most 30 mg a day");
        Dosed.Find(Dosed.Facts("phase pregnant", "dosing weight 72", "creatinine clearance 90"), "enoxaparin", Intensity.HighProphylactic, us).Issues.ShouldBeEmpty();
    }

    [Fact]
    public void Weak_kidneys_leave_no_silent_number()
    {
        var dose = Dosed.Find(Dosed.Facts("phase pregnant", "dosing weight 72", "creatinine clearance 22"), "enoxaparin", Intensity.Prophylactic);
        (dose.Ruled, dose.Amount).ShouldBe((null, null));
        var lowered = dose.Issues.Single(issue => issue.Code == IssueCode.DoseToBeLowered);
        lowered.Severity.ShouldBe(Severity.Error);
        lowered.Message.ShouldContain("The label allows at most 20 mg a day");
        Dosed.Find(Dosed.Facts("phase pregnant", "dosing weight 72", "creatinine clearance 30"), "enoxaparin", Intensity.Prophylactic).Amount.ShouldBe(40);
    }

    [Fact]
    public void A_treatment_dose_at_weak_kidneys_stands_against_the_label()
    {
        var facts = Dosed.Facts("phase pregnant", "dosing weight 80", "creatinine clearance 25", "platelet count 250");
        var dose = Dosed.Find(facts, "enoxaparin", Intensity.Therapeutic);
        dose.Issues.Single(issue => issue.Code == IssueCode.AboveLabel).Message.ShouldContain("160 mg a day; the label allows at most 80 mg a day");
        Dosed.Find(facts, "nadroparin", Intensity.Therapeutic, guideline: "labels-europe").ShouldSatisfyAllConditions(
            nadroparin => nadroparin.Amount.ShouldBeNull(), nadroparin => nadroparin.Issues.ShouldContain(issue => issue.Code == IssueCode.LabelCaution && issue.Severity == Severity.Error));
        Dosed.Find(facts, "tinzaparin", Intensity.Therapeutic).ShouldSatisfyAllConditions(
            tinzaparin => tinzaparin.Amount.ShouldBe(14000), tinzaparin => tinzaparin.Codes(Severity.Warning).ShouldContain(IssueCode.LabelCaution));
    }

    [Fact]
    public void Nadroparin_has_no_default()
    {
        foreach (var id in new[] { "uk", "china", "russia", "international" })
        {
            var dose = Dosed.Find(Dosed.Well(80), "nadroparin", Intensity.Prophylactic, Dosed.Library.Protocol(id));
            dose.Amount.ShouldBeNull();
            dose.Issues.ShouldHaveSingleItem().ShouldSatisfyAllConditions(issue => issue.Code.ShouldBe(IssueCode.NoDosePrinted), issue => issue.Remedy.ShouldContain("The clinic must choose"), issue => issue.Remedy.ShouldContain("doses-nadroparin-mcmaster"));
        }

        var russia = Dosed.Library.Protocol("russia")!.Naming(PlanningTopic.ProphylacticDose, "doses-nadroparin-mcmaster");
        Dosed.Find(Dosed.Well(80), "nadroparin", Intensity.Prophylactic, russia).ShouldSatisfyAllConditions(dose => dose.Amount.ShouldBe(3800), dose => dose.Syringes.Single().Presentation.ShouldBe("nadroparin-3800"));
    }

    [Fact]
    public void Every_document_stands_beside_the_others()
    {
        var all = Dosed.Finder.Across(Dosed.Well(80), Dosed.Uk, "nadroparin", Intensity.Prophylactic);
        all.ToDictionary(dose => dose.Document, dose => dose.Ruled).ShouldBe(new Dictionary<string, decimal?>
        {
            ["accp-2012"] = 2850, ["acog-196-2018"] = 2850, ["doses-highlow"] = 2850, ["doses-nadroparin-china-practice"] = 3800,
            ["doses-nadroparin-mcmaster"] = 3800, ["doses-nadroparin-medical-label"] = 5700, ["doses-nadroparin-surgical-label"] = 2850,
        }, ignoreOrder: true);
        var heavy = Dosed.Finder.Across(Dosed.Well("dosing weight 128", "booking BMI 45"), Dosed.Uk, "enoxaparin", Intensity.HighProphylactic);
        var smfm = heavy.Single(dose => dose.Document == "smfm-51-2020");
        (smfm.Amount, smfm.EveryHours, smfm.Alternatives.Single().Ruled).ShouldBe((40, 12, 64));
        heavy.Single(dose => dose.Document == "doses-highlow").ShouldSatisfyAllConditions(dose => dose.Amount.ShouldBe(120), dose => dose.EveryHours.ShouldBe(24));
    }

    [Fact]
    public void The_intermediate_dose_of_the_trial_is_another_one_than_the_American()
    {
        var trial = Dosed.Find(Dosed.Well(85), "dalteparin", Intensity.HighProphylactic, guideline: "doses-highlow");
        (trial.Amount, trial.EveryHours).ShouldBe((12500, 24));
        var american = Dosed.Find(Dosed.Well(85), "dalteparin", Intensity.HighProphylactic, guideline: "acog-196-2018");
        (american.Amount, american.EveryHours).ShouldBe((5000, 12));
    }

    [Fact]
    public void The_advising_guideline_comes_before_the_protocol()
    {
        Dosed.Find(Dosed.Well("dosing weight 110"), "enoxaparin", Intensity.Prophylactic, guideline: "rwh-melbourne-2024").ShouldSatisfyAllConditions(
            dose => dose.Document.ShouldBe("rwh-melbourne-2024"), dose => dose.Amount.ShouldBe(40));
        Dosed.Find(Dosed.Well("dosing weight 110"), "enoxaparin", Intensity.Prophylactic, guideline: "ash-2018").Document.ShouldBe("rcog-37a-2015", "ASH prints no dose");
    }

    [Fact]
    public void Other_medicines_have_doses_and_a_span_is_left_to_the_clinician()
    {
        var aspirin = Dosed.Find(Dosed.Well(), "aspirin", Intensity.None);
        (aspirin.Document, aspirin.Amount, aspirin.EveryHours, aspirin.Unit).ShouldBe(("other-doses-uk", 75, 24, "mg"));
        var span = Dosed.Find(Dosed.Well(), "aspirin", Intensity.None, Dosed.Library.Protocol("international"));
        span.Amount.ShouldBeNull();
        span.Issues.ShouldContain(issue => issue.Message.Contains("75 mg to 100 mg"));
        span.Alternatives.Select(one => one.Ruled).ShouldBe([75m, 100m]);
        var progesterone = Dosed.Find(Dosed.Well(), "progesterone", Intensity.None);
        (progesterone.Amount, progesterone.EveryHours, progesterone.Syringes.Single().Presentation).ShouldBe((400, 12, "progesterone-400"));
    }

    [Fact]
    public void Unfractionated_heparin_is_dosed_in_its_own_units()
    {
        var dose = Dosed.Find(Dosed.Well(), "UFH", Intensity.Prophylactic);
        (dose.Document, dose.Amount, dose.Unit, dose.EveryHours).ShouldBe(("rcog-37a-2015", 5000, "U", 12));
        Dosed.Find(Dosed.Well("gestation 20+0"), "UFH", Intensity.Prophylactic, guideline: "smfm-51-2020").ShouldSatisfyAllConditions(
            american => american.Ruled.ShouldBe(7500), american => american.Syringes.Sum(use => use.Amount * use.Count).ShouldBe(7500));
    }

    [Fact]
    public void An_unknown_medicine_is_refused()
    {
        var dose = Dosed.Find(Dosed.Well(70), "rivaroxaban", Intensity.Prophylactic);
        dose.Amount.ShouldBeNull();
        dose.Issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.NoDosePrinted);
        Dosed.Finder.Across(Dosed.Well(70), Dosed.Uk, "rivaroxaban", Intensity.Prophylactic).ShouldBeEmpty();
    }

    [Fact]
    public void The_label_names_facts_that_exist()
    {
        foreach (var label in new[] { "labels-europe", "labels-us" })
        {
            var outputs = Dosed.Library.Guideline(label)!.Rows.SelectMany(row => row.Outputs).Where(output => output.Column.Name == LabelColumns.KnownFirst && output.Text.Length > 0).ToList();
            outputs.ShouldNotBeEmpty();
            foreach (var name in outputs.SelectMany(output => output.Text.Split(", "))) Dosed.Library.Vocabulary.Named(name).ShouldNotBeNull(name);
        }
    }
}
