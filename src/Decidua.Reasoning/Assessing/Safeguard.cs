using System.Collections.Immutable;
using Decidua.Knowledge.Advice;

namespace Decidua.Reasoning.Assessing;

/// <summary>
/// Safety does not end where a protocol or a channel ends: what forbids a drug is looked for wherever some chosen guideline gives it.
/// A protocol may choose documents that never say what forbids a drug; then those of the default protocol are heard on that.
/// </summary>
public static class Safeguard
{
    /// <summary>What the chosen guidelines offer or would consider, in whichever channel, certainly or possibly.</summary>
    /// <param name="assessment">The answer.</param>
    public static ImmutableHashSet<string> Given(Assessment assessment) =>
    [
        .. assessment.Answers.SelectMany(answer => answer.Recommendations).Where(assessment.AnswersItsChannel)
            .Where(advice => advice.Advice is AdviceKind.Consider or AdviceKind.Offer).Select(advice => advice.Subject),
    ];

    /// <summary>Safety advice that the protocol does not choose and that is shown beside what it chooses, each with the answer that gives it.</summary>
    /// <param name="assessment">The answer.</param>
    public static ImmutableArray<(GuidelineAnswer Answer, Recommendation Advice)> Lent(Assessment assessment)
    {
        if (assessment.Protocol is not { } protocol || assessment.Library.DefaultProtocol is not { } lender || protocol == lender) return [];
        var unspoken = Given(assessment).Except(assessment.Answers.Where(answer => assessment.IsChosen(answer.Guideline))
            .SelectMany(answer => answer.Guideline.Rows).Select(row => row.Advice).OfType<RowAdvice>()
            .Where(advice => advice.Kind == AdviceKind.Contraindicated).Select(advice => advice.Subject));
        return
        [
            .. from answer in assessment.Answers
               where lender.Channels.ContainsValue(answer.Guideline.Id) && !assessment.IsChosen(answer.Guideline)
               from advice in answer.Recommendations
               where advice.Advice.IsSafety() && unspoken.Contains(advice.Subject)
               select (answer, advice),
        ];
    }
}
