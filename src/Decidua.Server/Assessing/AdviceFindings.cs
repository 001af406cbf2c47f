using System.Collections.Immutable;
using Decidua.Knowledge;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using Decidua.Reasoning.Asking;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;
using Decidua.Server.Wording;

namespace Decidua.Server.Assessing;

/// <summary>What one guideline advises on one subject in one channel, apart from safety: one certain outcome, or the possible ones.</summary>
/// <param name="Answer">The guideline's answer.</param>
/// <param name="Channel">The question that it answers.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Outcomes">The outcomes; one when it is certain.</param>
/// <param name="Turns">Which answers to open questions would settle it; empty when it is certain or no single answer does.</param>
public sealed record SubjectAdvice(
    GuidelineAnswer Answer, string Channel, string Subject, ImmutableArray<Recommendation> Outcomes, ImmutableArray<Turn> Turns)
{
    /// <summary>The guideline.</summary>
    public Guideline Guideline => Answer.Guideline;

    /// <summary>Whether it holds for every remaining value of the facts.</summary>
    public bool IsCertain => Outcomes is [{ Certainty: Certainty.Certain }];

    /// <summary>Whether it says to give something, or that it may.</summary>
    public bool Gives => Outcomes.Any(advice => advice.Advice is AdviceKind.Consider or AdviceKind.Offer);

    /// <summary>Whether it says if a thing is indicated, rather than naming an act such as a referral.</summary>
    public bool IsIndication => Outcomes.Any(advice => advice.Advice.IsIndication());

    /// <summary>Whether the document doses this subject by intensity: the heparins, which the page is about.</summary>
    public bool IsLeading => IsIndication && Guideline.Rows.Any(row => row.Advice is { } advice && advice.Subject == Subject && advice.Intensity != Intensity.None);
}

/// <summary>An answer to an open question that would settle a subject.</summary>
/// <param name="Fact">The fact asked for.</param>
/// <param name="Values">The values.</param>
/// <param name="Then">What would be certain then, as a sentence; empty for no advice on the subject.</param>
public sealed record Turn(Fact Fact, ValueSet Values, string Then);

/// <summary>Finds what the chosen guidelines advise.</summary>
public static class AdviceFindings
{
    private const int MostQuestions = 4;
    private const int MostAnswers = 8;

    /// <summary>The advice by subject: heparins first, then what to give, what to arrange, and what is not needed.</summary>
    /// <param name="consultation">The answer.</param>
    public static ImmutableArray<SubjectAdvice> Of(Consultation consultation)
    {
        var found =
            from chosen in consultation.Chosen
            from advice in chosen.Answer.Recommendations
            where advice.Channel == chosen.Channel && !advice.Advice.IsSafety() && !consultation.Assessment!.IsWithheld(advice)
            group advice by (chosen.Answer, advice.Channel, advice.Subject, Act: advice.Advice.IsIndication() ? null : (AdviceKind?)advice.Advice) into same
            let outcomes = same.ToImmutableArray()
            select new SubjectAdvice(same.Key.Answer, same.Key.Channel, same.Key.Subject, outcomes,
                outcomes is [{ Certainty: Certainty.Certain }] || !outcomes[0].Advice.IsIndication() ? [] : Turns(consultation, outcomes[0]));
        return [.. found.OrderBy(advice => advice.IsLeading ? 0 : 1).ThenBy(advice => advice.IsCertain ? 0 : 1).ThenBy(advice => advice.Gives ? 0 : 1)];
    }

    /// <summary>The answers to the first question that can settle the subject by itself.</summary>
    private static ImmutableArray<Turn> Turns(Consultation consultation, Recommendation open)
    {
        var asked = Inquiry.Questions(consultation.Assessment!, open.Guideline)
            .Where(question => question.Standing != Standing.Assumed && question.CouldChange.Any(table => table.Rows.Any(row => IsAbout(row, open))));
        foreach (var question in asked.Take(MostQuestions).Where(question => question.Answers.Length <= MostAnswers))
        {
            var answers = question.Fact.Type.Kind == FactKind.YesNo ? question.Answers.Reverse() : question.Answers;
            var turns = answers.Select(answer => Settle(consultation, open, question, answer)).OfType<Turn>().ToImmutableArray();
            if (turns.Length > 0) return Merged(turns);
        }

        return [];
    }

    private static bool IsAbout(Row row, Recommendation open) =>
        row.Advice is { } advice && advice.Kind.IsIndication() && advice.Subject == open.Subject && advice.Channel == open.Channel;

    private static Turn? Settle(Consultation consultation, Recommendation open, Question question, Answer answer)
    {
        var facts = consultation.Facts.With(question.Fact, answer.Values);
        var then = consultation.Shelf.Assessor.Assess(facts, consultation.Assessment!.Protocol, open.Guideline).Recommendations
            .Where(advice => advice.Channel == open.Channel && advice.Subject == open.Subject && advice.Advice.IsIndication()).ToList();
        return then switch
        {
            [] => new Turn(question.Fact, answer.Values, ""),
            [{ Certainty: Certainty.Certain } settled] => new Turn(question.Fact, answer.Values, AdviceWording.Sentence(settled)),
            _ => null,
        };
    }

    /// <summary>Joins answers that lead to the same advice.</summary>
    private static ImmutableArray<Turn> Merged(ImmutableArray<Turn> turns) =>
        [.. turns.GroupBy(turn => turn.Then).Select(same => same.Aggregate((first, second) => first with { Values = Union(first.Fact.Type, first.Values, second.Values) }))];

    private static ValueSet Union(FactType type, ValueSet first, ValueSet second) => (first, second) switch
    {
        (ValueSet.Choices a, ValueSet.Choices b) => new ValueSet.Choices(a.Mask | b.Mask),
        (ValueSet.Numbers a, ValueSet.Numbers b) => new ValueSet.Numbers(Joined(type, a.Intervals.Concat(b.Intervals).OrderBy(interval => interval.Low))),
        _ => throw new InvalidOperationException("Answers to one question are of one kind."),
    };

    private static List<Interval> Joined(FactType type, IEnumerable<Interval> intervals)
    {
        var joined = new List<Interval>();
        foreach (var interval in intervals)
        {
            if (joined.Count > 0 && Touch(type, joined[^1], interval)) joined[^1] = joined[^1] with { High = interval.High, HighClosed = interval.HighClosed };
            else joined.Add(interval);
        }

        return joined;
    }

    private static bool Touch(FactType type, Interval first, Interval second) =>
        type.IsWhole ? second.Low - first.High <= 1 : first.High == second.Low && (first.HighClosed || second.LowClosed);
}
