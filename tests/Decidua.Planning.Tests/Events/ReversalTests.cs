using Decidua.Clinical.Issues;
using Decidua.Knowledge.Protocols;
using Decidua.Planning.Events;
using Decidua.Planning.Tests.Monitoring;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Tests;
using FsCheck;
using FsCheck.Fluent;

namespace Decidua.Planning.Tests.Events;

/// <summary>Protamine from the last dose.</summary>
public sealed class ReversalTests
{
    private static readonly Reversal Reversal = new(KnowledgeOnDisk.Assessor);
    private static readonly Protocol Uk = KnowledgeOnDisk.Library.Protocol("uk")!;

    [Fact]
    public void B01_sixty_milligrams_three_hours_ago_are_capped_at_fifty()
    {
        var found = Find(60, "mg", "heparin in use enoxaparin", "time since last LMWH dose 3 h");
        var option = found.Items.ShouldHaveSingleItem();
        (option.Most, option.Uncapped, option.IsCapped).ShouldBe((50m, 60m, true));
        (option.Minutes, option.Fastest, option.MayAnticoagulateAbove).ShouldBe((10m, 5m, 100m));
        option.HowSurely.ShouldContain("in part");
        found.Issues.ShouldContain(issue => issue.Code == IssueCode.AmountCapped);
    }

    [Fact]
    public void Ten_hours_after_forty_milligrams_half_is_enough()
    {
        var option = Find(40, "mg", "heparin in use enoxaparin", "time since last LMWH dose 10 h").Items.ShouldHaveSingleItem();
        (option.Least, option.Most, option.Second, option.IsCapped).ShouldBe((20m, 20m, 20m, false));
    }

    [Fact]
    public void B03_after_fourteen_hours_the_rule_asks_for_none()
    {
        var found = Find(60, "mg", "heparin in use enoxaparin", "time since last LMWH dose 14 h");
        found.Items.ShouldHaveSingleItem().Most.ShouldBeNull();
        found.Items[0].HowSurely.ShouldContain("may not be needed");
        found.Issues.ShouldBeEmpty();
    }

    [Fact]
    public void An_unknown_hour_shows_every_amount_and_guesses_none()
    {
        var found = Find(40, "mg", "heparin in use enoxaparin");
        found.Items.Length.ShouldBe(3);
        found.Items.ShouldAllBe(option => option.Certainty == Certainty.Possible);
        found.Issues.ShouldContain(issue => issue.Code == IssueCode.DoseToReverseUnclear);
    }

    [Fact]
    public void Dalteparin_is_counted_in_units_and_never_in_milligrams()
    {
        Find(5000, "IU", "heparin in use dalteparin").Items.ShouldHaveSingleItem().Uncapped.ShouldBe(50m);
        var mixed = Find(40, "mg", "heparin in use dalteparin");
        mixed.Items.ShouldHaveSingleItem().Most.ShouldBeNull();
        mixed.Issues.ShouldContain(issue => issue.Code == IssueCode.DoseToReverseUnclear && issue.Severity == Severity.Error);
    }

    [Fact]
    public void Nadroparin_has_no_amount_in_milligrams()
    {
        var option = Find(3800, "IU", "heparin in use nadroparin").Items.ShouldHaveSingleItem();
        option.Most.ShouldBeNull();
        option.HowSurely.ShouldContain("1.52");
    }

    [Theory]
    [InlineData("20 min", 50, 50)]
    [InlineData("45 min", 25, 37.5)]
    [InlineData("90 min", 18.75, 25)]
    [InlineData("3 h", 12.5, 18.75)]
    public void A_bolus_of_five_thousand_units_needs_less_by_the_hour(string since, double least, double most)
    {
        var option = Find(5000, "U", "heparin in use UFH as a bolus", $"time since UFH bolus {since}").Items.ShouldHaveSingleItem();
        ((double)option.Least!, (double)option.Most!).ShouldBe((least, most));
    }

    [Fact]
    public void Without_the_dose_only_the_rule_is_shown()
    {
        var found = Find(null, "", "heparin in use enoxaparin", "time since last LMWH dose 3 h");
        found.Items.ShouldHaveSingleItem().PerHundredUnits.ShouldBe(1m);
        found.Items[0].Most.ShouldBeNull();
        found.Issues.ShouldContain(issue => issue.Code == IssueCode.DoseToReverseUnclear);
    }

    [Fact]
    public void Danaparoid_has_no_option()
    {
        Find(750, "U", "heparin in use danaparoid").Items.ShouldBeEmpty();
    }

    [Fact]
    public void Never_more_at_once_than_the_document_allows() => Prop.ForAll(Gen.Choose(1, 400).Zip(Gen.Choose(0, 2000)).ToArbitrary(), pair =>
    {
        var option = Find(pair.Item1, "mg", "heparin in use enoxaparin", $"time since last LMWH dose {pair.Item2} min").Items.ShouldHaveSingleItem();
        (option.Most ?? 0).ShouldBeLessThanOrEqualTo(50);
        (option.Second ?? 0).ShouldBeLessThanOrEqualTo(50);
        option.IsCapped.ShouldBe(option.Uncapped > 50);
    }).QuickCheckThrowOnFailure();

    private static Planned<ReversalOption> Find(decimal? amount, string unit, params string[] facts) => Reversal.Find(WatchedWoman.With(["phase pregnant", .. facts]), Uk, amount, unit);
}
