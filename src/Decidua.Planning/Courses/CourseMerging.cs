using System.Collections.Immutable;
using Decidua.Knowledge.Advice;
using Decidua.Planning.Calendar;

namespace Decidua.Planning.Courses;

/// <summary>
/// Makes stretches of one medicine out of its reasons: at every time the strongest intensity that is asked for then, and a new stretch
/// only where that changes or nothing is asked for. The order of the reasons does not matter.
/// </summary>
public static class CourseMerging
{
    /// <summary>One stretch: when, how much, and why.</summary>
    /// <param name="From">The first day.</param>
    /// <param name="Until">The day after the last, or the awaited event; null when no rule ends it.</param>
    /// <param name="Intensity">The strongest intensity among the firm reasons; among all when none is firm.</param>
    /// <param name="ToBeDecided">Whether every reason only says consider.</param>
    /// <param name="Reasons">The reasons that run in it, in the order of their starts.</param>
    public sealed record Stretch(PlanMoment From, PlanMoment? Until, Intensity Intensity, bool ToBeDecided, ImmutableArray<CourseReason> Reasons);

    /// <summary>Merges the reasons for one medicine.</summary>
    /// <param name="reasons">In any order. A reason that ends before it starts is left out.</param>
    /// <returns>The stretches in the order of time; none overlaps another.</returns>
    public static ImmutableArray<Stretch> Merge(IEnumerable<CourseReason> reasons)
    {
        var left = reasons.Where(reason => reason.Until is null || MilestoneDates.Compare(reason.From, reason.Until) < 0).Order(Comparer<CourseReason>.Create(Compare)).ToList();
        var bounds = left.SelectMany(reason => new[] { reason.From, reason.Until }).OfType<PlanMoment>().Distinct().Order(Comparer<PlanMoment>.Create(InOrder)).ToList();
        var stretches = new List<Stretch>();
        for (var index = 0; index < bounds.Count; index++)
        {
            var from = bounds[index];
            var until = index + 1 < bounds.Count ? bounds[index + 1] : null;
            if (until is not null && InOrder(from, until) == 0) continue;
            var running = left.Where(reason => InOrder(reason.From, from) <= 0 && (reason.Until is null || InOrder(reason.Until, from) > 0)).ToImmutableArray();
            if (running.IsEmpty) continue;
            Append(stretches, Of(from, until, running));
        }

        return [.. stretches];
    }

    private static Stretch Of(PlanMoment from, PlanMoment? until, ImmutableArray<CourseReason> running)
    {
        var firm = running.Where(IsFirm).ToList();
        var intensity = (firm.Count > 0 ? firm : [.. running]).Max(reason => reason.Recommendation.Intensity);
        return new Stretch(from, until, intensity, firm.Count == 0, running);
    }

    private static void Append(List<Stretch> stretches, Stretch next)
    {
        if (stretches is [.., var last] && last.Until is { } end && InOrder(end, next.From) == 0 && last.Intensity == next.Intensity && last.ToBeDecided == next.ToBeDecided)
            stretches[^1] = last with { Until = next.Until, Reasons = [.. last.Reasons.Union(next.Reasons).Order(Comparer<CourseReason>.Create(Compare))] };
        else
            stretches.Add(next);
    }

    private static bool IsFirm(CourseReason reason) => reason.Recommendation.Advice == AdviceKind.Offer;

    /// <summary>By day; on one day what is certain before what is awaited, then by the words, so that equal input gives equal order.</summary>
    private static int InOrder(PlanMoment first, PlanMoment second)
    {
        if (MilestoneDates.Compare(first, second) is not 0 and var order) return order;
        return first.Expected is not null ? 0 : string.CompareOrdinal(first.ToString(), second.ToString());
    }

    private static int Compare(CourseReason first, CourseReason second)
    {
        if (MilestoneDates.Compare(first.From, second.From) is not 0 and var start) return start;
        return string.CompareOrdinal(Key(first), Key(second));

        static string Key(CourseReason reason) =>
            $"{reason.Recommendation.Guideline} {reason.Recommendation.Channel} {reason.Recommendation.Intensity} {reason.From} {reason.Until}";
    }
}
