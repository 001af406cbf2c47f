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
        var found = new List<Candidate>();
        foreach (var answer in asked) AddTo(found, answer, assessment.Facts);
        found.Sort(Candidate.InOrder);
        return [.. found.GroupBy(candidate => candidate.Question.Fact).Select(same => Together([.. same.Select(candidate => candidate.Question)]))];
    }

    /// <summary>
    /// The questions of one guideline alone, the most decisive first; their answers are the classes that its own tables tell apart.
    /// </summary>
    /// <param name="assessment">The answer so far.</param>
    /// <param name="guideline">Id of a guideline that was asked.</param>
    public static ImmutableArray<Question> Questions(Assessment assessment, string guideline)
    {
        var found = new List<Candidate>();
        if (assessment.Of(guideline) is { } answer) AddTo(found, answer, assessment.Facts);
        found.Sort(Candidate.InOrder);
        return [.. found.Select(candidate => candidate.Question)];
    }

    /// <summary>One question for all guidelines that ask about a fact: the answers of the most decisive, the tables of all.</summary>
    private static Question Together(ImmutableArray<Question> same) => same.Length == 1 ? same[0] : same[0] with
    {
        ChangesAdvice = same.Any(question => question.ChangesAdvice),
        CouldChange = [.. same.SelectMany(question => question.CouldChange).Distinct()],
    };

    private static void AddTo(List<Candidate> found, GuidelineAnswer answer, WomanFacts facts)
    {
        var program = answer.Evaluation.Program;
        var present = new Signature(answer.Evaluation, Recommending.Gestation(facts));
        foreach (var slot in program.Inputs)
            if (facts[slot.Term.Fact!].Standing != Standing.Known && Ask(answer, facts, slot, present, found.Count) is { } candidate) found.Add(candidate);
        if (AskForWeeks(answer, facts, found.Count) is { } weeks) found.Add(weeks);
    }

    /// <summary>A start or end that depends on the weeks is open while the weeks are, even where no row reads them.</summary>
    private static Candidate? AskForWeeks(GuidelineAnswer answer, WomanFacts facts, int turn)
    {
        if (facts.Vocabulary.Named(Recommending.GestationFact) is not { } fact || facts[fact].Standing == Standing.Known || answer.Evaluation.Program.SlotOf(Term.Of(fact)) is not null) return null;
        var open = answer.Recommendations.Where(advice => IsOpen(advice.From) || IsOpen(advice.Until)).ToList();
        if (open.Count == 0) return null;
        var days = open.SelectMany(advice => Parts(advice.From).Concat(Parts(advice.Until))).OfType<Milestone.Gestation>().Select(part => part.Days).Distinct();
        var partition = Partition.Of(fact.Type, days.Select(day => (ValueSet)fact.Type.Numbers(new Interval(fact.Type.Range.Low, true, day, false))));
        var left = partition.MaskOf(facts[fact].Values);
        if (BitOperations.IsPow2(left)) return null;
        var rows = open.SelectMany(advice => advice.Rows).ToHashSet();
        ImmutableArray<DecisionTable> tables = [.. answer.Guideline.Tables.Where(table => table.Rows.Any(rows.Contains))];
        ImmutableArray<Answer> answers = [.. Enumerable.Range(0, partition.Count).Where(index => (left >> index & 1) != 0).Select(index => new Answer(partition.ClassAt(index), Changes: true, OpenOutcomes: 0))];
        return new Candidate(new Question(fact, facts[fact].Standing, ChangesAdvice: true, tables, answers)) { OnlyActions = false, Open = open.Count, Groups = 0, Turn = turn };

        static bool IsOpen(Milestone? milestone) => milestone is Milestone.Either && Parts(milestone).Contains(Milestone.Now) && Parts(milestone).Any(part => part is Milestone.Gestation);

        static IEnumerable<Milestone> Parts(Milestone? milestone) => milestone switch
        {
            null => [],
            Milestone.Either either => Parts(either.First).Concat(Parts(either.Second)),
            _ => [milestone],
        };
    }

    private static Candidate? Ask(GuidelineAnswer answer, WomanFacts facts, Slot slot, Signature present, int turn)
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
            var masks = answer.Evaluation.Masks.AsSpan().ToArray();
            masks[slot.Index] = rest & (~rest + 1);
            var values = slot.Partition.ClassAt(BitOperations.TrailingZeroCount(rest));
            var signature = new Signature(program.Run(masks), Recommending.Gestation(fact.Name == Recommending.GestationFact ? facts.With(fact, values) : facts), present);
            var (otherAdvice, otherResults) = (present.GroupsThatDiffer(signature), present.ResultsThatDiffer(signature));
            groups.UnionWith(otherAdvice);
            results.UnionWith(otherResults);
            answers.Add(new Answer(values, otherAdvice.Count + otherResults.Count > 0, signature.Open));
        }

        if (groups.Count + results.Count == 0) return null;
        var tables = program.Guideline.Tables.Where(table =>
            results.Contains(table) || groups.Any(group => Array.Exists(group.Tables, part => part.Table == table)));
        return new Candidate(new Question(fact, state.Standing, groups.Count > 0, [.. tables], answers.ToImmutable()))
        {
            OnlyActions = groups.All(group => group.Kind is AdviceKind.Refer or AdviceKind.Test),
            Open = (double)answers.Sum(one => one.OpenOutcomes) / answers.Count,
            Groups = groups.Count,
            Turn = turn,
        };
    }

    /// <summary>A question and how decisive it is.</summary>
    private sealed record Candidate(Question Question)
    {
        internal required bool OnlyActions { get; init; }

        internal required double Open { get; init; }

        internal required int Groups { get; init; }

        /// <summary>Its place among the candidates as they were found, so that equal ones have an order too.</summary>
        internal required int Turn { get; init; }

        /// <summary>Negative when the first is asked earlier.</summary>
        internal static int InOrder(Candidate first, Candidate second)
        {
            var order = (first.Question.Standing == Standing.Assumed).CompareTo(second.Question.Standing == Standing.Assumed);
            if (order == 0) order = (first.Groups == 0).CompareTo(second.Groups == 0);
            if (order == 0) order = first.OnlyActions.CompareTo(second.OnlyActions);
            if (order == 0) order = first.Open.CompareTo(second.Open);
            if (order == 0) order = second.Groups.CompareTo(first.Groups);
            if (order == 0) order = first.Question.Fact.Index.CompareTo(second.Question.Fact.Index);
            return order != 0 ? order : first.Turn.CompareTo(second.Turn);
        }
    }
}
