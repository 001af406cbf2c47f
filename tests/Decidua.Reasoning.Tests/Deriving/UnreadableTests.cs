using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using static Decidua.Reasoning.Tests.Deriving.Charts;
using static Decidua.Reasoning.Tests.Deriving.Samples;

namespace Decidua.Reasoning.Tests.Deriving;

/// <summary>Results that cannot be read, and results that cannot be: never a silent yes or no.</summary>
public class UnreadableTests
{
    private const string Now = "2026-03-01";

    [Theory]
    [InlineData(SampleAnticoagulant.None, null, null, null, true)]
    [InlineData(SampleAnticoagulant.ProphylacticLmwh, null, null, null, true)]
    [InlineData(SampleAnticoagulant.ProphylacticLmwh, null, null, true, true)]
    [InlineData(SampleAnticoagulant.ProphylacticLmwh, null, null, false, false)]
    [InlineData(SampleAnticoagulant.ProphylacticLmwh, null, 0.8, null, true)]
    [InlineData(SampleAnticoagulant.ProphylacticLmwh, null, 0.81, null, false)]
    [InlineData(SampleAnticoagulant.TherapeuticLmwh, null, null, null, false)]
    [InlineData(SampleAnticoagulant.TherapeuticLmwh, null, 0.8, true, true)]
    [InlineData(SampleAnticoagulant.TherapeuticLmwh, null, 0.9, true, false)]
    [InlineData(SampleAnticoagulant.ProphylacticUfh, null, null, null, true)]
    [InlineData(SampleAnticoagulant.TherapeuticUfh, null, 0.3, true, false)]
    [InlineData(SampleAnticoagulant.Warfarin, null, null, null, false)]
    [InlineData(SampleAnticoagulant.Warfarin, 1.4, null, null, true)]
    [InlineData(SampleAnticoagulant.Warfarin, 1.49, null, null, true)]
    [InlineData(SampleAnticoagulant.Warfarin, 1.5, null, null, false)]
    [InlineData(SampleAnticoagulant.None, 1.5, null, null, false)]
    [InlineData(SampleAnticoagulant.DirectOral, null, null, null, false)]
    public void What_is_in_the_blood_makes_a_lupus_anticoagulant_unreadable(
        SampleAnticoagulant anticoagulant, double? inr, double? antiXa, bool? neutraliser, bool isReadable)
    {
        foreach (var verdict in new[] { AntibodyVerdict.Positive, AntibodyVerdict.Negative })
        {
            var record = Of(Lupus("2025-01-01", verdict) with
            {
                Anticoagulant = anticoagulant, Inr = (decimal?)inr, AntiXa = (decimal?)antiXa, Neutraliser = neutraliser,
            });
            Fact(record, Now, "lupus anticoagulant").ShouldBe(!isReadable ? "not known" : verdict == AntibodyVerdict.Positive ? "not confirmed" : "negative");
            Derive(record, Now).Issues.Any(issue => issue.Code == IssueCode.UnreadableTest && issue.Severity == Severity.Warning).ShouldBe(!isReadable);
        }
    }

    [Fact]
    public void Acute_illness_makes_it_unreadable() =>
        Fact(Of(Lupus("2025-01-01") with { AcuteIllness = true }), Now, "lupus anticoagulant").ShouldBe("not known");

    [Theory]
    [InlineData(AntibodyVerdict.Positive, "not confirmed")]
    [InlineData(AntibodyVerdict.Negative, "not known")]
    public void In_pregnancy_a_positive_one_counts_and_a_negative_one_is_open_both_with_a_warning(AntibodyVerdict verdict, string expected)
    {
        var stated = Of(Lupus("2025-01-01", verdict) with { Pregnant = true });
        var lookedUp = Of(Lupus("2025-01-01", verdict) with { Pregnant = null }, Born("2025-06-01", "39+0"));
        foreach (var record in new[] { stated, lookedUp })
        {
            Fact(record, Now, "lupus anticoagulant").ShouldBe(expected);
            Derive(record, Now).Issues.ShouldContain(issue => issue.Code == IssueCode.UnreadableTest && issue.Severity == Severity.Warning);
        }
    }

    [Fact]
    public void A_negative_one_that_cannot_be_read_refutes_nothing() =>
        Fact(Of(Lupus("2025-01-01"), Lupus("2025-06-01", AntibodyVerdict.Negative) with { Anticoagulant = SampleAnticoagulant.DirectOral }), Now, "lupus anticoagulant")
            .ShouldBe("not confirmed or persistent");

    [Fact]
    public void A_positive_one_that_cannot_be_read_confirms_nothing() =>
        Fact(Of(Lupus("2025-01-01"), Lupus("2025-06-01") with { Anticoagulant = SampleAnticoagulant.TherapeuticUfh }), Now, "lupus anticoagulant")
            .ShouldBe("not confirmed or persistent");

    [Theory]
    [InlineData("B01AF01", "not known")]
    [InlineData("B01AA03", "not known")]
    [InlineData("B01AB05", "not known")]
    [InlineData("B01AC06", "not confirmed")]
    public void Her_medicines_are_looked_up_when_nothing_is_said(string atc, string expected)
    {
        var drug = new Medication
        {
            What = new([new(CodeSystem.Atc, atc, "")], ""), From = new("MedicationRequest", atc, atc), Began = Date("2024-12-01"), Ended = Date("2025-02-01"), Status = MedicationStatus.Over,
        };
        Fact(Of(drug, Lupus("2025-01-01") with { Anticoagulant = SampleAnticoagulant.Unstated }), Now, "lupus anticoagulant").ShouldBe(expected);
        Fact(Of(drug, Lupus("2025-03-01") with { Anticoagulant = SampleAnticoagulant.Unstated }), Now, "lupus anticoagulant").ShouldBe("not confirmed");
    }

    [Fact]
    public void The_other_antibodies_are_read_whatever_is_in_the_blood()
    {
        var record = Of([Cardiolipin("2025-01-01", 50) with { Anticoagulant = SampleAnticoagulant.TherapeuticUfh, Inr = 2.5m }, .. OthersNegative()]);
        Fact(record, Now, "anticardiolipin").ShouldBe("not confirmed");
        Derive(record, Now).Issues.ShouldNotContain(issue => issue.Code == IssueCode.UnreadableTest);
    }

    [Fact]
    public void A_ratio_says_nothing_without_the_centile()
    {
        var ratio = Lupus("2025-01-01", AntibodyVerdict.Unstated) with { Titre = new(1.4m, "1") };
        Fact(Of(ratio), Now, "lupus anticoagulant").ShouldBe("not known");
        Derive(Of(ratio), Now).Issues.ShouldContain(issue => issue.Code == IssueCode.IncompleteResult && issue.Severity == Severity.Warning);
        Fact(Of(ratio with { Centile99 = 1.2m }), Now, "lupus anticoagulant").ShouldBe("not confirmed");
        Fact(Of(ratio with { Centile99 = 1.4m }), Now, "lupus anticoagulant").ShouldBe("negative");
    }

    [Fact]
    public void A_result_without_a_date_is_not_used_and_said_to_be()
    {
        var record = Of(Lupus(null), Lupus("2025-01-01", AntibodyVerdict.Negative));
        Fact(record, Now, "lupus anticoagulant").ShouldBe("negative");
        Derive(record, Now).Issues.ShouldContain(issue => issue.Code == IssueCode.UndatedResult && issue.Severity == Severity.Warning);
    }

    [Theory]
    [InlineData("")]
    [InlineData("mg/dL")]
    public void A_titre_without_a_unit_that_is_read_is_not_held_against_the_number(string unit)
    {
        var record = Of([Cardiolipin("2025-01-01", 50, unit), .. OthersNegative()]);
        Fact(record, Now, "anticardiolipin").ShouldBe("not known");
        Derive(record, Now).Issues.ShouldContain(issue => issue.Code == IssueCode.WrongUnit && issue.Severity == Severity.Warning);
        Fact(Of([Cardiolipin("2025-01-01", 50, unit) with { Centile99 = 20 }, .. OthersNegative()]), Now, "anticardiolipin").ShouldBe("not confirmed");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(10001)]
    public void An_impossible_titre_is_refused(int titre) => Refused(Of(Cardiolipin("2025-01-01", titre)), Now, IssueCode.OutOfRange);

    [Theory]
    [InlineData(0)]
    [InlineData(10000)]
    public void An_unusual_titre_is_read(int titre) => Derive(Of(Cardiolipin("2025-01-01", titre)), Now).IsUsable.ShouldBeTrue();

    [Fact]
    public void An_impossible_INR_or_anti_Xa_is_refused()
    {
        Refused(Of(Lupus("2025-01-01") with { Inr = 21 }), Now, IssueCode.OutOfRange);
        Refused(Of(Lupus("2025-01-01") with { AntiXa = -0.1m }), Now, IssueCode.OutOfRange);
    }

    [Fact]
    public void A_word_that_does_not_go_with_the_number_leaves_it_open()
    {
        var record = Of([Cardiolipin("2025-01-01", 90) with { Verdict = AntibodyVerdict.Negative }, .. OthersNegative()]);
        Fact(record, Now, "anticardiolipin").ShouldBe("not known");
        Derive(record, Now).Issues.ShouldContain(issue => issue.Code == IssueCode.Contradiction && issue.Severity == Severity.Warning);
    }

    [Fact]
    public void A_result_dated_after_the_day_is_not_used_and_said_to_be()
    {
        var record = Of(Lupus("2025-01-01"), Lupus("2026-03-02"));
        Fact(record, Now, "lupus anticoagulant").ShouldBe("not confirmed");
        Derive(record, Now).Issues.ShouldContain(issue => issue.Code == IssueCode.AfterTheDay && issue.Severity == Severity.Warning);
        Derive(record, "2026-03-02").Issues.ShouldNotContain(issue => issue.Code == IssueCode.AfterTheDay);
    }

    [Fact]
    public void A_measurement_dated_after_the_day_is_not_used_and_said_to_be() =>
        Derive(Of(Measured(Weight, 70, "kg", "2026-03-02")), Now).Issues.ShouldContain(issue => issue.Code == IssueCode.AfterTheDay);
}
