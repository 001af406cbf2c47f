using Decidua.Knowledge.Values;
using System.Collections.Immutable;
using System.Numerics;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Tables;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Compiling;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Asking;

/// <summary>
/// Finds the questions whose answers can still change the answer: every open or assumed fact is set to each of its classes in
/// turn, and the evaluations are compared. A question that is not here cannot change
/// anything by itself, unless its answer rules out values of another fact.
/// </summary>
public static class Inquiry
{
    /// <summary>
    /// The questions, the most decisive first: open facts before assumed ones; among open facts those that change advice before
    /// those that change only a dose or time, treatment and safety before referrals and tests, then those that leave the fewest outcomes open on average.
    /// </summary>
    /// <param name="assessment">The answer so far. Only guidelines that the protocol chooses are asked for; all, when it chooses none of them.</param>
    public static ImmutableArray<Question> Questions(Assessment assessment)
    {
        var chosen = assessment.Answers.Where(answer => assessment.IsChosen(answer.Guideline)).ToList();
        var asked = chosen.Count > 0 ? chosen : [.. assessment.Answers];
        var questions = asked.SelectMany(answer => Of(answer, assessment.Facts)).GroupBy(pair => pair.Question.Fact)
            .Select(same => same.OrderBy(pair => pair.Rank).First())
            .OrderBy(pair => pair.Rank).ThenBy(pair => pair.Question.Fact.Index);
        return [.. questions.Select(pair => pair.Question)];
    }

    private static IEnumerable<(Question Question, Rank Rank)> Of(GuidelineAnswer answer, WomanFacts facts)
    {
        var program = answer.Evaluation.Program;
        var gestation = Recommending.Gestation(facts);
        var present = new Signature(answer.Evaluation, gestation);
        for (var index = 0; index < program.Inputs.Length; index++)
        {
            var slot = program.Inputs[index];
            if (facts[slot.Term.Fact!].Standing == Standing.Known) continue;
            if (Ask(answer, facts, slot, present) is { } question) yield return question;
        }
    }

    private static (Question Question, Rank Rank)? Ask(GuidelineAnswer answer, WomanFacts facts, Slot slot, Signature present)
    {
        var fact = slot.Term.Fact!;
        var state = facts[fact];
        var program = answer.Evaluation.Program;
        var tried = state.Standing == Standing.Assumed ? slot.Partition.Full : slot.MaskOf(state);
        var groups = new HashSet<AdviceGroup>();
        var results = new HashSet<DecisionTable>();
        var answers = ImmutableArray.CreateBuilder<Answer>();
        for (var rest = tried; rest != 0; rest &= rest - 1)
        {
            var masks = (ulong[])answer.Evaluation.Masks.Clone();
            masks[slot.Index] = rest & (~rest + 1);
            var values = slot.Partition.ClassAt(BitOperations.TrailingZeroCount(rest));
            var signature = new Signature(program.Run(masks), Recommending.Gestation(fact.Name == Recommending.GestationFact ? facts.With(fact, values) : facts));
            var (otherAdvice, otherResults) = (present.GroupsThatDiffer(signature).ToList(), present.ResultsThatDiffer(signature).ToList());
            groups.UnionWith(otherAdvice);
            results.UnionWith(otherResults);
            answers.Add(new Answer(values, otherAdvice.Count + otherResults.Count > 0, signature.Open));
        }

        if (groups.Count + results.Count == 0) return null;
        var tables = program.Guideline.Tables.Where(table =>
            results.Contains(table) || groups.Any(group => Array.Exists(group.Tables, part => part.Table == table)));
        return (new Question(fact, state.Standing, groups.Count > 0, [.. tables], answers.ToImmutable()),
            new Rank(state.Standing == Standing.Assumed, groups.Count == 0, groups.All(group => group.Kind is AdviceKind.Refer or AdviceKind.Test),
                answers.Average(one => one.OpenOutcomes), -groups.Count));
    }

    /// <summary>Smaller is asked earlier.</summary>
    private readonly record struct Rank(bool Assumed, bool OnlyResults, bool OnlyActions, double Open, int Groups) : IComparable<Rank>
    {
        public int CompareTo(Rank other) => (Assumed, OnlyResults, OnlyActions, Open, Groups)
            .CompareTo((other.Assumed, other.OnlyResults, other.OnlyActions, other.Open, other.Groups));
    }
}
