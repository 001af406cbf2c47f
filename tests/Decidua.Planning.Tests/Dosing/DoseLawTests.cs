using Decidua.Clinical.Issues;
using Decidua.Knowledge.Advice;
using Decidua.Planning.Dosing;
using FsCheck;
using FsCheck.Fluent;

namespace Decidua.Planning.Tests.Dosing;

/// <summary>What holds for the dose of every woman, whatever she weighs and whoever answers.</summary>
public sealed class DoseLawTests
{
    private static readonly string[] Heparins = ["enoxaparin", "dalteparin", "tinzaparin", "nadroparin", "bemiparin"];
    private static readonly Intensity[] Levels = [Intensity.Prophylactic, Intensity.HighProphylactic, Intensity.Therapeutic];

    private static Arbitrary<(decimal Weight, decimal Clearance, string Medicine, Intensity Intensity, string Protocol)> Women { get; } = (
        from weight in Gen.Choose(250, 3500)
        from clearance in Gen.Choose(5, 200)
        from medicine in Gen.Elements(Heparins)
        from intensity in Gen.Elements(Levels)
        from protocol in Gen.Elements("uk", "us", "international", "china", "russia")
        select (weight / 10m, (decimal)clearance, medicine, intensity, protocol)).ToArbitrary();

    private static void Holds(Action<DoseAnswer> law) => Check.One(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(150).WithReplay(20260101, 37), Prop.ForAll(Women, woman =>
    {
        var facts = Dosed.Facts("phase pregnant", "gestation 20+0", "platelet count 250", FormattableString.Invariant($"dosing weight {woman.Weight}"), FormattableString.Invariant($"creatinine clearance {woman.Clearance}"));
        foreach (var dose in Dosed.Finder.Across(facts, Dosed.Library.Protocol(woman.Protocol)!, woman.Medicine, woman.Intensity).SelectMany(dose => dose.Alternatives.Prepend(dose))) law(dose);
    }));

    [Fact]
    public void Syringes_sum_to_the_amount_and_volumes_are_amount_over_concentration() => Holds(dose =>
    {
        dose.Syringes.Sum(use => use.Count * use.Amount).ShouldBe(dose.Amount ?? 0);
        foreach (var use in dose.Syringes)
        {
            var presentation = Dosed.Library.Product(dose.Medicine)!.Presentations.Single(one => one.Id == use.Presentation);
            use.Volume.ShouldBe(use.Amount / presentation.Concentration!.Value);
            use.Amount.ShouldBeLessThanOrEqualTo(presentation.Strength);
            (use.Amount < presentation.Strength).ShouldBe(use.IsPart);
            presentation.IsForPregnancy.ShouldBeTrue();
        }
    });

    [Fact]
    public void No_amount_without_a_rule_and_no_rule_beside_an_error() => Holds(dose =>
    {
        if (dose.Amount is not null) dose.Ruled.ShouldNotBeNull();
        (dose.Amount is null).ShouldBe(dose.Issues.Any(issue => issue.Severity == Severity.Error));
        if (dose.Ruled is { } ruled && dose.Amount is { } amount) Math.Abs(amount - ruled).ShouldBeLessThanOrEqualTo(ruled / 10);
    });

    [Fact]
    public void No_dose_is_above_the_labels_cap_without_saying_so() => Holds(dose =>
    {
        if (dose is { Medicine: "dalteparin", Intensity: Intensity.Therapeutic, Daily: > 18000 } && dose.Document != "labels-us")
            (dose.Codes().Contains(IssueCode.AboveLabel) || dose.Rows.IsEmpty).ShouldBeTrue(dose.Document);
    });

    [Fact]
    public void More_weight_never_means_less_dose_within_one_document()
    {
        foreach (var medicine in Heparins)
            foreach (var intensity in Levels)
            {
                var least = new Dictionary<(string, int?), decimal>();
                for (var weight = 30m; weight <= 250; weight += 7.3m)
                    foreach (var dose in Dosed.Finder.Across(Dosed.Well(weight), Dosed.Uk, medicine, intensity).SelectMany(dose => dose.Alternatives.Prepend(dose)))
                    {
                        if (dose.Ruled is not { } ruled || dose.Document == "smfm-51-2020") continue;
                        ruled.ShouldBeGreaterThanOrEqualTo(least.GetValueOrDefault((dose.Document, dose.EveryHours)), $"{dose.Document} {medicine} {intensity} at {weight} kg");
                        least[(dose.Document, dose.EveryHours)] = ruled;
                    }
            }
    }
}
