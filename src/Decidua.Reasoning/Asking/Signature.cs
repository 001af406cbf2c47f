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
    private readonly Dictionary<object, HashSet<Outcome?>> advice = [];
    private readonly Dictionary<object, RowSetKey> results = [];

    internal Signature(Evaluation evaluation, decimal? gestation)
    {
        var given = new HashSet<string>();
        foreach (var group in evaluation.Program.Groups.OrderBy(group => group.Kind is null ? 0 : 1))
        {
            if (!evaluation.Possible.Meets(group.Rows)) continue;
            var combination = new Combination(evaluation, group, gestation);
            if (group.Kind is null)
            {
                if (combination.Outcomes.Keys.Any(outcome => outcome.Kind is AdviceKind.Consider or AdviceKind.Offer)) given.Add(group.Subject);
            }
            else if (group.Kind is AdviceKind.Contraindicated && !given.Contains(group.Subject))
            {
                continue;
            }

            var outcomes = combination.Outcomes.Keys.Select(outcome => (Outcome?)outcome).ToHashSet();
            if (combination.MayBeSilent) outcomes.Add(null);
            advice.Add(group, outcomes);
            Open += outcomes.Count - 1;
        }

        foreach (var table in evaluation.Program.Guideline.Tables.Where(table => table.GivesResults))
        {
            var rows = table.Rows.Where(row => row.Outputs.Any(output => output.Text.Length > 0))
                .Select(row => evaluation.Program.IndexOf[row]).Where(row => evaluation.Possible[row]).ToArray();
            if (rows.Length > 0) results.Add(table, new RowSetKey(rows));
        }
    }

    /// <summary>How many outcomes are open beyond one per recommendation.</summary>
    internal int Open { get; }

    /// <summary>The groups whose possible outcomes differ.</summary>
    internal IEnumerable<AdviceGroup> GroupsThatDiffer(Signature other) =>
        advice.Keys.Union(other.advice.Keys).Cast<AdviceGroup>().Where(group =>
            !(advice.TryGetValue(group, out var mine) && other.advice.TryGetValue(group, out var theirs) && mine.SetEquals(theirs)));

    /// <summary>The tables whose possible results differ.</summary>
    internal IEnumerable<Knowledge.Tables.DecisionTable> ResultsThatDiffer(Signature other) =>
        results.Keys.Union(other.results.Keys).Cast<Knowledge.Tables.DecisionTable>().Where(table =>
            !(results.TryGetValue(table, out var mine) && other.results.TryGetValue(table, out var theirs) && mine == theirs));

    private readonly struct RowSetKey(int[] rows) : IEquatable<RowSetKey>
    {
        private readonly int[] rows = rows;

        public static bool operator ==(RowSetKey first, RowSetKey second) => first.Equals(second);

        public static bool operator !=(RowSetKey first, RowSetKey second) => !first.Equals(second);

        public bool Equals(RowSetKey other) => rows.AsSpan().SequenceEqual(other.rows);

        public override bool Equals(object? obj) => obj is RowSetKey other && Equals(other);

        public override int GetHashCode() => rows.Aggregate(17, HashCode.Combine);
    }
}
