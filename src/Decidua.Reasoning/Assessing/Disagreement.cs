using System.Collections.Immutable;
using Decidua.Knowledge.Advice;

namespace Decidua.Reasoning.Assessing;

/// <summary>A question on which guidelines certainly differ about one woman.</summary>
/// <param name="Channel">The question.</param>
/// <param name="Subject">What the advice is about.</param>
/// <param name="Positions">One certain indication of each guideline, the chosen one first.</param>
public sealed record Disagreement(string Channel, string Subject, ImmutableArray<Recommendation> Positions)
{
    /// <summary>Every subject on which two guidelines certainly advise differently.</summary>
    /// <param name="assessment">The answer.</param>
    public static ImmutableArray<Disagreement> Of(Assessment assessment) =>
    [
        .. assessment.Recommendations
            .Where(one => one.Advice.IsIndication() && one.Certainty == Certainty.Certain)
            .GroupBy(one => (one.Channel, one.Subject))
            .Where(same => same.Select(one => one.Advice).Distinct().Count() > 1)
            .Select(same => new Disagreement(same.Key.Channel, same.Key.Subject, [.. same])),
    ];
}
