using Decidua.Knowledge.Advice;
using Decidua.Reasoning.Assessing;

namespace Decidua.Reasoning.Comparing;

/// <summary>
/// Compares positions as sets of outcomes: they certainly differ when no outcome of one is an outcome of the other. What a document
/// leaves unsaid (no intensity, no end) differs from nothing.
/// </summary>
internal static class Differing
{
    /// <summary>The position with its standing to the chosen one.</summary>
    /// <param name="position">The position of any guideline.</param>
    /// <param name="chosen">The chosen guideline's position on the same subject and question; null when there is none.</param>
    internal static Position Against(Position position, Position? chosen)
    {
        if (chosen is null) return position;
        if (ReferenceEquals(position, chosen)) return position.Standing(Agreement.Chosen);
        var (certain, possible) = Between(chosen, position);
        return position.Standing(certain != Differences.None || !MayBeEqual(chosen, position) ? Agreement.Differs
            : possible != Differences.None || chosen.MayBeSilent || position.MayBeSilent ? Agreement.MayDiffer
            : Agreement.Agrees, certain, possible);
    }

    /// <summary>Whether some outcome of one is in every aspect an outcome of the other, or one of them may say nothing.</summary>
    private static bool MayBeEqual(Position first, Position second) => first.MayBeSilent || second.MayBeSilent || first.Outcomes.IsEmpty || second.Outcomes.IsEmpty
        || first.Outcomes.Any(one => second.Outcomes.Any(another => Array.TrueForAll(Aspects, aspect => IsSame(aspect, one, another))));

    /// <summary>In what two positions certainly differ, and in what they may differ besides.</summary>
    internal static (Differences Certain, Differences Possible) Between(Position first, Position second)
    {
        var (differ, may) = (Differences.None, Differences.None);
        var bothSpeak = !first.MayBeSilent && !second.MayBeSilent;
        foreach (var aspect in Aspects)
        {
            var (same, other) = Pairs(aspect, first, second);
            if (!other) continue;
            if (!same && bothSpeak) differ |= aspect;
            else may |= aspect;
        }

        if (first.SpeaksOfWarnings && second.SpeaksOfWarnings && IsForbidden(first) != IsForbidden(second)) differ |= Differences.Warning;
        return (differ, may);
    }

    private static Differences[] Aspects { get; } = [Differences.Direction, Differences.Advice, Differences.Intensity, Differences.Start, Differences.End];

    /// <summary>Whether some outcome of one is the same as one of the other in an aspect, and whether some pair is not.</summary>
    private static (bool Same, bool Other) Pairs(Differences aspect, Position first, Position second)
    {
        var (same, other) = (false, false);
        foreach (var one in first.Outcomes)
        {
            foreach (var another in second.Outcomes)
            {
                if (IsSame(aspect, one, another)) same = true;
                else other = true;
            }
        }

        return (same, other);
    }

    private static bool IsSame(Differences aspect, Recommendation first, Recommendation second)
    {
        var (gives, givesToo) = (Position.IsFor(first.Advice), Position.IsFor(second.Advice));
        if (aspect == Differences.Direction) return gives == givesToo;
        if (aspect == Differences.Advice) return first.Advice == second.Advice;
        if (!gives || !givesToo) return true;
        return aspect switch
        {
            Differences.Intensity => first.Intensity == Intensity.None || second.Intensity == Intensity.None || first.Intensity == second.Intensity,
            Differences.Start => first.From is null || second.From is null || first.From.Equals(second.From),
            _ => first.Until is null || second.Until is null || BirthTime.Compared(first.Until)!.Equals(BirthTime.Compared(second.Until)),
        };
    }

    private static bool IsForbidden(Position position) => position.Warnings.Any(warning => warning.Advice is AdviceKind.Contraindicated);
}
