using System.Collections.Immutable;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Compiling;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Assessing;

/// <summary>Makes the recommendations of one document from the rows that fire.</summary>
internal static class Recommending
{
    /// <summary>The fact that milestones in weeks are measured against.</summary>
    internal const string GestationFact = "gestation";

    internal static Interval? Gestation(WomanFacts facts) =>
        facts.Vocabulary.Named(GestationFact) is { } fact && facts[fact] is { Standing: Standing.Known or Standing.Narrowed, Values: ValueSet.Numbers days }
            ? Interval.Closed(days.Minimum, days.Maximum)
            : null;

    internal static ImmutableArray<Recommendation> All(Evaluation evaluation, Interval? gestation)
    {
        var found = new List<Recommendation>();
        foreach (var group in evaluation.Program.Groups)
        {
            if (!evaluation.Possible.Meets(group.Rows)) continue;
            if (evaluation.Possible.AgreesWithin(evaluation.Certain, group.Rows)) AddCertain(evaluation, group, gestation, found);
            else AddPossible(evaluation, group, gestation, found);
        }

        found.Sort(InOrder);
        return [.. found];
    }

    /// <summary>All rows of the group are known to fire or not: one outcome.</summary>
    private static void AddCertain(Evaluation evaluation, AdviceGroup group, Interval? gestation, List<Recommendation> found)
    {
        var rows = ImmutableArray.CreateBuilder<Row>(2);
        var outcome = -1;
        foreach (var row in evaluation.Certain.Within(group.Rows))
        {
            var own = group.OutcomeOf(row);
            outcome = outcome < 0 ? own : group.Lattice.Join(outcome, own);
            rows.Add(evaluation.Program.Rows[row]);
        }

        found.Add(Make(evaluation, group, group.Lattice.Outcomes[outcome].At(gestation), rows.ToImmutable(), Certainty.Certain));
    }

    private static void AddPossible(Evaluation evaluation, AdviceGroup group, Interval? gestation, List<Recommendation> found)
    {
        var combination = new Combination(evaluation, group);
        var outcomes = new Dictionary<Outcome, HashSet<int>>();
        foreach (var number in OutcomeLattice.In(combination.Set))
        {
            var outcome = group.Lattice.Outcomes[number].At(gestation);
            if (outcomes.TryGetValue(outcome, out var rows)) rows.UnionWith(combination.RowsOf(number));
            else outcomes.Add(outcome, [.. combination.RowsOf(number)]);
        }

        var certainty = outcomes.Count == 1 && !combination.MayBeSilent ? Certainty.Certain : Certainty.Possible;
        foreach (var (outcome, rows) in outcomes)
            found.Add(Make(evaluation, group, outcome, RowsOf(evaluation, rows), certainty));
    }

    /// <summary>The rows in the order of the document.</summary>
    private static ImmutableArray<Row> RowsOf(Evaluation evaluation, HashSet<int> indices)
    {
        var rows = ImmutableArray.CreateBuilder<Row>(indices.Count);
        for (var row = 0; row < evaluation.Program.Rows.Length; row++)
            if (indices.Contains(row)) rows.Add(evaluation.Program.Rows[row]);
        return rows.ToImmutable();
    }

    private static Recommendation Make(Evaluation evaluation, AdviceGroup group, Outcome outcome, ImmutableArray<Row> rows, Certainty certainty) => new()
    {
        Guideline = evaluation.Program.Guideline.Id,
        Channel = group.Channel,
        Subject = group.Subject,
        Advice = outcome.Kind,
        Intensity = outcome.Intensity,
        From = outcome.From,
        Until = outcome.Until,
        Certainty = certainty,
        Rows = rows,
    };

    private static int InOrder(Recommendation first, Recommendation second)
    {
        var byLayer = Layer(first.Advice).CompareTo(Layer(second.Advice));
        if (byLayer != 0) return byLayer;
        var byCertainty = second.Certainty.CompareTo(first.Certainty);
        if (byCertainty != 0) return byCertainty;
        var byStrength = second.Advice.CompareTo(first.Advice);
        if (byStrength != 0) return byStrength;
        var bySubject = string.CompareOrdinal(first.Subject, second.Subject);
        return bySubject != 0 ? bySubject : string.CompareOrdinal(first.ToString(), second.ToString());
    }

    private static int Layer(AdviceKind kind) => kind.IsSafety() ? 0 : kind.IsIndication() ? 1 : 2;
}
