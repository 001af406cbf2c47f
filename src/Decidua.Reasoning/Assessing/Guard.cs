using System.Collections.Immutable;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Safety;

namespace Decidua.Reasoning.Assessing;

/// <summary>Advice that an invariant forbids and that is therefore not given, although a chosen document says it.</summary>
/// <param name="Advice">What the document says.</param>
/// <param name="Invariant">What it would break.</param>
public sealed record WithheldAdvice(Recommendation Advice, Invariant Invariant);

/// <summary>
/// Holds every answer against the invariants once more. Checked and proved knowledge never breaks one; knowledge that somebody added and
/// did not prove might, and then the advice is withheld and the reason shown.
/// </summary>
public static class Guard
{
    /// <summary>The advice of the chosen documents that breaks an invariant for this woman.</summary>
    /// <param name="assessment">The answer.</param>
    internal static ImmutableArray<WithheldAdvice> Of(Assessment assessment)
    {
        var withheld = ImmutableArray.CreateBuilder<WithheldAdvice>();
        foreach (var never in assessment.Library.Invariants.OfType<Invariant.Never>())
        {
            if (never.Outcome.Kind is not (OutcomeKind.Given or OutcomeKind.Advised)) continue;
            if (!never.When.All(condition => assessment.Facts[condition.Fact].Values.IsWithin(condition.Values))) continue;
            foreach (var advice in assessment.Answers.SelectMany(answer => answer.Recommendations).Where(assessment.AnswersItsChannel))
            {
                if (advice.Advice is not (AdviceKind.Offer or AdviceKind.Consider) || advice.Intensity < never.Outcome.Intensity) continue;
                if (never.Outcome.Subject != "*" && never.Outcome.Subject != advice.Subject) continue;
                if (never.Outcome.Kind == OutcomeKind.Given && IsOpposed(assessment, advice.Subject)) continue;
                withheld.Add(new WithheldAdvice(advice, never));
            }
        }

        return withheld.ToImmutable();
    }

    /// <summary>Whether something certainly forbids, stops or holds the subject, in a chosen document or in one that the default protocol lends.</summary>
    private static bool IsOpposed(Assessment assessment, string subject) =>
        assessment.Answers.SelectMany(answer => answer.Recommendations).Where(assessment.AnswersItsChannel).Concat(Safeguard.Lent(assessment).Select(lent => lent.Advice))
            .Any(advice => advice.Subject == subject && advice.Certainty == Certainty.Certain && (advice.Advice is AdviceKind.Contraindicated or AdviceKind.Stop or AdviceKind.Hold));
}
