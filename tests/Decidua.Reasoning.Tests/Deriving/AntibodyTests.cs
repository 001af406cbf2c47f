using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Knowledge.Values;
using static Decidua.Reasoning.Tests.Deriving.Charts;
using static Decidua.Reasoning.Tests.Deriving.Samples;

namespace Decidua.Reasoning.Tests.Deriving;

/// <summary>From dated antibody results to facts: persistence and titres, at and around every limit.</summary>
public class AntibodyTests
{
    private const string Now = "2026-03-01";

    [Theory]
    [InlineData("2025-03-26", "not confirmed")] // 84 days after 2025-01-01 is 2025-03-26
    [InlineData("2025-03-25", "not confirmed")]
    public void Before_the_repeat_is_known_a_positive_test_is_not_confirmed(string date, string expected) =>
        Fact(Of(Lupus("2025-01-01")), date, "lupus anticoagulant").ShouldBe(expected);

    [Theory]
    [InlineData("2025-03-25", "not confirmed")] // 83 days
    [InlineData("2025-03-26", "persistent")] // 84 days
    [InlineData("2025-03-27", "persistent")]
    public void Two_positive_tests_confirm_one_another_from_twelve_weeks_on(string second, string expected)
    {
        Fact(Of(Lupus("2025-01-01"), Lupus(second)), Now, "lupus anticoagulant").ShouldBe(expected);
        Fact(Of(Lupus(second), Lupus("2025-01-01")), Now, "lupus anticoagulant").ShouldBe(expected);
    }

    [Fact]
    public void Two_tests_too_close_together_say_from_which_day_a_repeat_counts()
    {
        var issue = Derive(Of(Lupus("2025-01-01"), Lupus("2025-03-25")), Now).Issues.Single(issue => issue.Code == IssueCode.NotConfirmed);
        issue.Severity.ShouldBe(Severity.Warning);
        issue.Message.ShouldContain("83 days apart");
        issue.Remedy.ShouldContain("2025-03-26");
    }

    [Fact]
    public void One_positive_test_says_from_which_day_a_repeat_counts()
    {
        var issue = Derive(Of(Lupus("2025-01-01")), Now).Issues.Single(issue => issue.Code == IssueCode.NotConfirmed);
        issue.Severity.ShouldBe(Severity.Information);
        issue.Remedy.ShouldContain("2025-03-26");
    }

    [Fact]
    public void A_confirmed_antibody_needs_no_repeat() =>
        Derive(Of(Lupus("2025-01-01"), Lupus("2025-06-01")), Now).Issues.ShouldNotContain(issue => issue.Code == IssueCode.NotConfirmed);

    [Fact]
    public void Months_that_leave_the_distance_open_leave_the_answer_open()
    {
        Fact(Of(Lupus("2025-01"), Lupus("2025-04")), Now, "lupus anticoagulant").ShouldBe("not confirmed or persistent");
        Fact(Of(Lupus("2025-01"), Lupus("2025-05")), Now, "lupus anticoagulant").ShouldBe("persistent");
        Fact(Of(Lupus("2025-01"), Lupus("2025-02")), Now, "lupus anticoagulant").ShouldBe("not confirmed");
    }

    [Theory]
    [InlineData("2025-03-25", "not confirmed")]
    [InlineData("2025-03-26", "negative")]
    public void A_negative_test_twelve_weeks_later_refutes_a_positive_one(string second, string expected) =>
        Fact(Of(Lupus("2025-01-01"), Lupus(second, AntibodyVerdict.Negative)), Now, "lupus anticoagulant").ShouldBe(expected);

    [Fact]
    public void A_negative_test_between_two_positive_ones_refutes_nothing() =>
        Fact(Of(Lupus("2025-01-01"), Lupus("2025-05-01", AntibodyVerdict.Negative), Lupus("2025-09-01")), Now, "lupus anticoagulant").ShouldBe("persistent");

    [Fact]
    public void A_negative_test_before_a_positive_one_refutes_nothing() =>
        Fact(Of(Lupus("2024-01-01", AntibodyVerdict.Negative), Lupus("2025-01-01")), Now, "lupus anticoagulant").ShouldBe("not confirmed");

    [Theory]
    [InlineData(40, "GPL", null, "negative or low")]
    [InlineData(40.1, "GPL", null, "persistent")]
    [InlineData(41, "GPL", null, "persistent")]
    [InlineData(40, "GPL", 39, "persistent")]
    [InlineData(39, "GPL", 39, "negative or low")]
    [InlineData(41, "GPL", 60, "persistent")]
    [InlineData(41, "U/mL", 60, "negative or low")]
    [InlineData(61, "U/mL", 60, "persistent")]
    [InlineData(61, "CU", 60, "persistent")]
    public void Anticardiolipin_counts_above_forty_units_or_above_the_centile(double titre, string unit, int? centile, string expected)
    {
        AntibodyResult On(string day) => Cardiolipin(day, (decimal)titre, unit) with { Centile99 = centile };
        Fact(Of([On("2025-01-01"), On("2025-06-01"), .. OthersNegative()]), Now, "anticardiolipin").ShouldBe(expected);
    }

    [Theory]
    [InlineData(20, 20, "negative or low")]
    [InlineData(20.1, 20, "persistent")]
    [InlineData(300, null, "not known")]
    public void Beta2_glycoprotein_counts_above_the_centile_only(double titre, int? centile, string expected) =>
        Fact(Of([Beta("2025-01-01", (decimal)titre, centile), Beta("2025-06-01", (decimal)titre, centile), .. OthersNegative()]), Now, "anti-beta2-glycoprotein I")
            .ShouldBe(expected);

    [Theory]
    [InlineData(AntibodyVerdict.Negative, "negative")]
    [InlineData(AntibodyVerdict.Low, "low")]
    [InlineData(AntibodyVerdict.Positive, "low or not confirmed")]
    [InlineData(AntibodyVerdict.Moderate, "not confirmed")]
    [InlineData(AntibodyVerdict.High, "not confirmed")]
    public void The_laboratorys_word_is_taken_where_there_is_no_number(AntibodyVerdict verdict, string expected) =>
        Fact(Of(CardiolipinM("2025-01-01", verdict), Cardiolipin("2025-01-01", 5) with { Verdict = AntibodyVerdict.Negative }), Now, "anticardiolipin").ShouldBe(expected);

    [Fact]
    public void A_class_that_was_not_tested_leaves_its_antibody_open_upwards()
    {
        Fact(Of(CardiolipinM("2025-01-01", AntibodyVerdict.Negative)), Now, "anticardiolipin").ShouldBe("not known");
        Fact(Of(CardiolipinM("2025-01-01", AntibodyVerdict.High)), Now, "anticardiolipin").ShouldBe("not confirmed or persistent");
        Fact(Of(CardiolipinM("2025-01-01", AntibodyVerdict.High), CardiolipinM("2025-06-01", AntibodyVerdict.High)), Now, "anticardiolipin").ShouldBe("persistent");
    }

    [Fact]
    public void One_test_of_each_class_confirms_neither() =>
        Fact(Of(CardiolipinM("2025-01-01", AntibodyVerdict.High), Cardiolipin("2025-06-01", 90)), Now, "anticardiolipin").ShouldBe("not confirmed");

    [Theory]
    [InlineData("none", "negative", 5.0, AntibodyVerdict.Negative)]
    [InlineData("not confirmed", "positive", 5.0, AntibodyVerdict.Negative)]
    [InlineData("not confirmed", "negative", 90.0, AntibodyVerdict.Negative)]
    [InlineData("not known", "", 5.0, AntibodyVerdict.Negative)]
    [InlineData("not known", "negative", 5.0, AntibodyVerdict.Unstated)]
    public void The_antibodies_as_a_whole_are_absent_only_when_every_needed_test_is_negative(string expected, string lupus, double igg, AntibodyVerdict igm)
    {
        var entries = new List<object> { Cardiolipin("2025-01-01", (decimal)igg) };
        if (lupus.Length > 0)
            entries.Add(Lupus("2025-01-01", lupus == "positive" ? AntibodyVerdict.Positive : AntibodyVerdict.Negative));
        if (igm != AntibodyVerdict.Unstated)
            entries.Add(CardiolipinM("2025-01-01", igm));
        Fact(Of([.. entries]), Now, "antiphospholipid antibodies").ShouldBe(expected);
    }

    [Fact]
    public void A_single_persistent_antibody_makes_the_whole_persistent() =>
        Fact(Of(Beta("2025-01-01", 50), Beta("2025-06-01", 50)), Now, "antiphospholipid antibodies").ShouldBe("persistent");

    [Fact]
    public void A_coded_syndrome_and_negative_tests_do_not_agree()
    {
        var record = Of(
            Lupus("2025-01-01", AntibodyVerdict.Negative), CardiolipinM("2025-01-01", AntibodyVerdict.Negative), Cardiolipin("2025-01-01", 3), Condition("26843008", "2020-01-01"));
        Fact(record, Now, "antiphospholipid antibodies").ShouldBe("not known");
        Derive(record, Now).Issues.ShouldContain(issue => issue.Code == IssueCode.Contradiction && issue.Severity == Severity.Warning);
    }

    [Theory]
    [InlineData(39, 5, "none")]
    [InlineData(40, 5, "moderate IgG")]
    [InlineData(79, 5, "moderate IgG")]
    [InlineData(80, 5, "high IgG")]
    [InlineData(80, 79, "high IgG")]
    [InlineData(80, 80, "high IgG of both kinds")]
    [InlineData(5, 80, "high IgG")]
    public void Class_and_titre_follow_the_limits_of_2023(int cardiolipin, int beta, string expected)
    {
        object[] On(string day) => [Cardiolipin(day, cardiolipin), Beta(day, beta)];
        Fact(Of([.. On("2025-01-01"), .. On("2025-06-01"), .. OthersNegative()]), Now, "antibody class and titre").ShouldBe(expected);
        Fact(Of([.. On("2025-01-01"), .. OthersNegative()]), Now, "antibody class and titre").ShouldBe("none");
    }

    [Fact]
    public void IgM_alone_is_its_own_class()
    {
        object[] On(string day) => [Cardiolipin(day, 5), Beta(day, 5), CardiolipinM(day, AntibodyVerdict.High), BetaM(day, AntibodyVerdict.Negative)];
        Fact(Of([.. On("2025-01-01"), .. On("2025-06-01")]), Now, "antibody class and titre").ShouldBe("IgM only");
        Fact(Of([.. On("2025-01-01"), .. On("2025-06-01")]), Now, "persistently high titre").ShouldBe("yes");
    }

    [Theory]
    [InlineData(80, 79, "no")]
    [InlineData(80, 80, "yes")]
    public void A_titre_is_persistently_high_when_it_was_so_twice(int first, int second, string expected)
    {
        var record = Of([Cardiolipin("2025-01-01", first), Cardiolipin("2025-06-01", second), Beta("2025-01-01", 5), .. OthersNegative()]);
        Fact(record, Now, "persistently high titre").ShouldBe(expected);
    }

    [Fact]
    public void Without_results_nothing_is_derived()
    {
        foreach (var fact in TheKnowledge.Library.Vocabulary.Facts.Where(fact => fact.DerivedBy == "antibodies"))
            Fact(Of(Born("2020-01-01")), Now, fact.Name).ShouldBe("not recorded");
    }
}
