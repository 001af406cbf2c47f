using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Assessing;

namespace Decidua.Reasoning.Comparing;

/// <summary>
/// Compares positions as sets of outcomes: they certainly differ when no outcome of one can be an outcome of the other. What a
/// document leaves unsaid (no intensity, no end) differs from nothing.
/// </summary>
/// <param name="gestation">The days of gestation that she may have reached, by which a week that is behind her means now; null when not known.</param>
/// <param name="hasGivenBirth">Whether the birth is certainly behind her.</param>
internal sealed class Differing(Interval? gestation, bool hasGivenBirth)
{
    private static readonly Differences[] Aspects = [Differences.Direction, Differences.Advice, Differences.Intensity, Differences.Start, Differences.End];

    /// <summary>How a position stands to that of the guideline which the protocol chooses for its question.</summary>
    /// <param name="position">The position.</param>
    /// <param name="chosen">The chosen guideline; null when there is none.</param>
    internal Standing Against(Position position, ComparedGuideline? chosen)
    {
        if (chosen is null) return default;
        if (ReferenceEquals(position.Answer, chosen.Answer)) return new Standing(Agreement.Chosen, Differences.None, Differences.None);
        if (chosen.On(position.Question, position.Subject) is not { } other) return default;
        var (certain, possible) = Between(other, position);
        return new Standing(certain != Differences.None || !MayBeEqual(other, position) ? Agreement.Differs
            : possible != Differences.None || other.MayBeSilent || position.MayBeSilent ? Agreement.MayDiffer
            : Agreement.Agrees, certain, possible);
    }

    /// <summary>In what two positions certainly differ, and in what they may differ besides.</summary>
    internal (Differences Certain, Differences Possible) Between(Position first, Position second)
    {
        var (differ, may) = (Differences.None, Differences.None);
        var bothSpeak = !first.MayBeSilent && !second.MayBeSilent && !first.Outcomes.IsEmpty && !second.Outcomes.IsEmpty;
        foreach (var aspect in Aspects)
        {
            var (same, other) = Pairs(aspect, first, second);
            if (!other) continue;
            if (!same && bothSpeak) differ |= aspect;
            else may |= aspect;
        }

        if (first.SpeaksOfForbidding && second.SpeaksOfForbidding && (first.Gives || second.Gives))
        {
            var (one, another) = (first.IsForbidden, second.IsForbidden);
            if (one is null || another is null) may |= Differences.Warning;
            else if (one != another) differ |= Differences.Warning;
        }

        return (differ, may);
    }

    /// <summary>Whether some outcome of one can be in every aspect an outcome of the other, or one of them may say nothing.</summary>
    private bool MayBeEqual(Position first, Position second) => first.MayBeSilent || second.MayBeSilent || first.Outcomes.IsEmpty || second.Outcomes.IsEmpty
        || first.Outcomes.Any(one => second.Outcomes.Any(another => Array.TrueForAll(Aspects, aspect => IsSame(aspect, one, another) ?? true)));

    /// <summary>Whether some outcome of one can be the same as one of the other in an aspect, and whether some pair need not be.</summary>
    private (bool Same, bool Other) Pairs(Differences aspect, Position first, Position second)
    {
        var (same, other) = (false, false);
        foreach (var one in first.Outcomes)
        {
            foreach (var another in second.Outcomes)
            {
                var equal = IsSame(aspect, one, another);
                same |= equal ?? true;
                other |= !(equal ?? false);
            }
        }

        return (same, other);
    }

    /// <summary>Whether two outcomes are the same in an aspect; null when that cannot be told yet.</summary>
    private bool? IsSame(Differences aspect, Recommendation first, Recommendation second)
    {
        var (gives, givesToo) = (Position.IsFor(first.Advice), Position.IsFor(second.Advice));
        if (aspect == Differences.Direction) return gives == givesToo;
        if (aspect == Differences.Advice) return first.Advice == second.Advice;
        if (!gives || !givesToo) return true;
        return aspect switch
        {
            Differences.Intensity => first.Intensity == Intensity.None || second.Intensity == Intensity.None || first.Intensity == second.Intensity,
            Differences.Start => BirthTime.StartTogether(first.From, second.From, gestation, hasGivenBirth),
            _ => BirthTime.EndTogether(first.Until, second.Until),
        };
    }
}
