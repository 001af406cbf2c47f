using System.Collections.Immutable;
using Decidua.Knowledge.Advice;
using Decidua.Planning.Calendar;
using Decidua.Planning.Courses;
using Decidua.Reasoning.Assessing;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Decidua.Planning.Tests.Courses;

public sealed class CourseMergingTests
{
    private static readonly LocalDate Day0 = new(2026, 3, 1);

    [Fact]
    public void Two_reasons_at_one_intensity_are_one_course_that_keeps_both()
    {
        var stretch = Merge(Reason(0, 100), Reason(50, 200)).ShouldHaveSingleItem();
        stretch.From.ShouldBe(On(0));
        stretch.Until.ShouldBe(On(200));
        stretch.Reasons.Select(reason => (reason.From, reason.Until)).ShouldBe([(On(0), On(100)), (On(50), On(200))]);
    }

    [Fact]
    public void When_one_reason_ends_the_course_goes_on_for_the_other()
    {
        var both = Merge(Reason(0, 84, guideline: "keeping"), Reason(0, 280, guideline: "clot")).ShouldHaveSingleItem();
        var rest = Merge(Reason(0, 280, guideline: "clot")).ShouldHaveSingleItem();
        (both.From, both.Until, both.Intensity).ShouldBe((rest.From, rest.Until, rest.Intensity));
    }

    [Fact]
    public void A_treatment_dose_takes_the_place_of_the_preventive_one_while_it_lasts()
    {
        var stretches = Merge(Reason(0, 280), Reason(100, 190, Intensity.Therapeutic));
        stretches.Select(stretch => (stretch.From, stretch.Until, stretch.Intensity)).ShouldBe(
            [(On(0), On(100), Intensity.Prophylactic), (On(100), On(190), Intensity.Therapeutic), (On(190), On(280), Intensity.Prophylactic)]);
    }

    [Fact]
    public void What_is_only_to_be_considered_does_not_raise_what_is_offered()
    {
        var stretch = Merge(Reason(0, 100), Reason(0, 100, Intensity.Therapeutic, AdviceKind.Consider)).ShouldHaveSingleItem();
        stretch.Intensity.ShouldBe(Intensity.Prophylactic);
        stretch.ToBeDecided.ShouldBeFalse();
        stretch.Reasons.Length.ShouldBe(2);
        Merge(Reason(0, 100, Intensity.Therapeutic, AdviceKind.Consider)).ShouldHaveSingleItem().ToBeDecided.ShouldBeTrue();
    }

    [Fact]
    public void An_awaited_end_comes_after_every_day_before_it_is_expected()
    {
        var labour = new PlanMoment.Awaited("labour", 0, Day0.PlusDays(200));
        var stretch = Merge(new CourseReason(Advice(Intensity.Prophylactic, AdviceKind.Offer, "a"), On(0), labour), Reason(20, 100)).ShouldHaveSingleItem();
        stretch.Until.ShouldBe(labour);
        var open = new PlanMoment.Awaited("labour", 0, null);
        Merge(new CourseReason(Advice(Intensity.Prophylactic, AdviceKind.Offer, "a"), On(0), open), Reason(20, 100)).ShouldHaveSingleItem().Until.ShouldBe(open);
    }

    [Fact]
    public void A_gap_between_reasons_makes_two_courses() =>
        Merge(Reason(0, 10), Reason(20, 30)).Select(stretch => (stretch.From, stretch.Until)).ShouldBe([(On(0), On(10)), (On(20), On(30))]);

    [Fact]
    public void A_reason_that_is_over_before_it_begins_is_none() => Merge(Reason(10, 10), Reason(10, 5)).ShouldBeEmpty();

    [Fact]
    public void The_order_of_the_reasons_does_not_matter() =>
        Prop.ForAll(Reasons(), reasons =>
        {
            var forward = Shown(Merge([.. reasons]));
            return forward == Shown(Merge([.. reasons.Reverse()])) && forward == Shown(Merge([.. reasons.OrderBy(reason => reason.Recommendation.Guideline, StringComparer.Ordinal)]));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_day_is_in_a_course_exactly_when_some_reason_runs_on_it_and_at_the_strongest_firm_intensity() =>
        Prop.ForAll(Reasons(), reasons =>
        {
            var stretches = Merge([.. reasons]);
            for (var day = -1; day <= 60; day++)
            {
                var running = reasons.Where(reason => Covers(reason.From, reason.Until, day)).ToList();
                var covering = stretches.Where(stretch => Covers(stretch.From, stretch.Until, day)).ToList();
                if (covering.Count != (running.Count > 0 ? 1 : 0)) return false;
                if (running.Count == 0) continue;
                var firm = running.Where(reason => reason.Recommendation.Advice == AdviceKind.Offer).ToList();
                if (covering[0].Intensity != (firm.Count > 0 ? firm : running).Max(reason => reason.Recommendation.Intensity)) return false;
                if (running.Exists(reason => !covering[0].Reasons.Contains(reason))) return false;
            }

            return true;
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<CourseReason[]> Reasons() =>
        (from start in Gen.Choose(0, 40)
         from length in Gen.Choose(-2, 20)
         from intensity in Gen.Elements(Intensity.Prophylactic, Intensity.HighProphylactic, Intensity.Therapeutic)
         from kind in Gen.Elements(AdviceKind.Offer, AdviceKind.Consider)
         from guideline in Gen.Elements("a", "b", "c")
         select Reason(start, start + length, intensity, kind, guideline)).ArrayOf().ToArbitrary();

    private static bool Covers(PlanMoment from, PlanMoment? until, int day) =>
        from.Expected <= Day0.PlusDays(day) && (until is null || until.Expected > Day0.PlusDays(day));

    private static string Shown(ImmutableArray<CourseMerging.Stretch> stretches) =>
        string.Join(" | ", stretches.Select(stretch => $"{stretch.From} {stretch.Until} {stretch.Intensity} {stretch.ToBeDecided}: {string.Join(", ", stretch.Reasons.Select(reason => $"{reason.Recommendation.Guideline} {reason.From} {reason.Until} {reason.Recommendation.Intensity}"))}"));

    private static ImmutableArray<CourseMerging.Stretch> Merge(params CourseReason[] reasons) => CourseMerging.Merge(reasons);

    private static PlanMoment On(int day) => new PlanMoment.On(Day0.PlusDays(day));

    private static CourseReason Reason(int from, int until, Intensity intensity = Intensity.Prophylactic, AdviceKind kind = AdviceKind.Offer, string guideline = "a") =>
        new(Advice(intensity, kind, guideline), On(from), On(until));

    private static Recommendation Advice(Intensity intensity, AdviceKind kind, string guideline) => new()
    {
        Guideline = guideline, Channel = "clot prevention", Advice = kind, Subject = "LMWH", Intensity = intensity, From = null, Until = null, Certainty = Certainty.Certain, Rows = [],
    };
}
