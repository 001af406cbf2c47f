using Decidua.Knowledge.Values;
using Decidua.Knowledge.Advice;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Compiling;

namespace Decidua.Reasoning.Asking;

/// <summary>
/// What the answer of one document amounts to, per group of advice and per table of results, so that two evaluations can be
/// compared. Safety advice on a subject that nobody would give is left out: whether it would be forbidden decides nothing.
/// </summary>
internal sealed class Signature
{
    /// <summary>The possible outcomes of each group; null among them stands for no advice.</summary>
    private readonly Dictionary<AdviceGroup, HashSet<Outcome?>> advice = [];
    private readonly Dictionary<Knowledge.Tables.DecisionTable, HashSet<int>> results = [];

    internal Signature(Evaluation evaluation, Interval? gestation)
    {
        var given = new HashSet<string>();
        foreach (var group in evaluation.Program.Groups.OrderBy(group => group.Kind is null ? 0 : 1))
        {
            if (!evaluation.Possible.Meets(group.Rows)) continue;
            var combination = new Combination(evaluation, group);
            var outcomes = OutcomeLattice.In(combination.Set).Select(number => (Outcome?)group.Lattice.Outcomes[number].At(gestation)).ToHashSet();
            if (group.Kind is null)
            {
                if (outcomes.Any(outcome => outcome!.Value.Gives)) given.Add(group.Subject);
            }
            else if (group.Kind is AdviceKind.Contraindicated && !given.Contains(group.Subject))
            {
                continue;
            }

            if (combination.MayBeSilent) outcomes.Add(null);
            advice.Add(group, outcomes);
            Open += outcomes.Count - 1;
        }

        foreach (var result in evaluation.Program.ResultRows)
        {
            if (!evaluation.Possible[result.Index]) continue;
            if (results.TryGetValue(result.Table, out var rows)) rows.Add(result.Index);
            else results.Add(result.Table, [result.Index]);
        }
    }

    /// <summary>How many outcomes are open beyond one per recommendation.</summary>
    internal int Open { get; }

    /// <summary>The groups whose possible outcomes differ.</summary>
    internal IEnumerable<AdviceGroup> GroupsThatDiffer(Signature other) =>
        advice.Keys.Union(other.advice.Keys).Where(group =>
            !(advice.TryGetValue(group, out var mine) && other.advice.TryGetValue(group, out var theirs) && mine.SetEquals(theirs)));

    /// <summary>The tables whose possible results differ.</summary>
    internal IEnumerable<Knowledge.Tables.DecisionTable> ResultsThatDiffer(Signature other) =>
        results.Keys.Union(other.results.Keys).Where(table =>
            !(results.TryGetValue(table, out var mine) && other.results.TryGetValue(table, out var theirs) && mine.SetEquals(theirs)));
}
