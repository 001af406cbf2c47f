using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Compiling;

namespace Decidua.Reasoning.Asking;

/// <summary>
/// What the answer of one document amounts to, per group of advice and per table of results, so that two evaluations can be
/// compared. Safety advice on a subject that nobody would give is left out: whether it would be forbidden decides nothing.
/// </summary>
internal sealed class Signature
{
    private readonly Evaluation evaluation;
    private readonly Interval? gestation;
    private readonly Dictionary<AdviceGroup, Ways> all = [];
    private readonly Dictionary<AdviceGroup, Ways> advice = [];
    private readonly Dictionary<DecisionTable, HashSet<int>> results = [];

    /// <summary>Makes the signature.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="gestation">The days of gestation that she may have reached, or null.</param>
    /// <param name="near">The signature of another evaluation of the document: what rests on rows about which both agree is taken from there.</param>
    internal Signature(Evaluation evaluation, Interval? gestation, Signature? near = null)
    {
        this.evaluation = evaluation;
        this.gestation = gestation;
        var given = new HashSet<string>();
        foreach (var group in evaluation.Program.Groups)
        {
            if (!evaluation.Possible.Meets(group.Rows)) continue;
            var ways = near?.Same(this, group) ?? new Ways(evaluation, group, gestation);
            all.Add(group, ways);
            if (group.Kind is null && ways.Gives) given.Add(group.Subject);
        }

        foreach (var (group, ways) in all)
        {
            if (group.Kind is AdviceKind.Contraindicated && !given.Contains(group.Subject)) continue;
            advice.Add(group, ways);
            Open += ways.Outcomes.Count - 1;
        }

        if (near is not null && evaluation.AgreesWithin(near.evaluation, evaluation.Program.RowsWithResults)) results = near.results;
        else AddResults();
    }

    /// <summary>How many outcomes are open beyond one per recommendation.</summary>
    internal int Open { get; }

    /// <summary>The groups whose possible outcomes differ.</summary>
    internal List<AdviceGroup> GroupsThatDiffer(Signature other)
    {
        var differ = new List<AdviceGroup>();
        foreach (var (group, mine) in advice)
            if (!other.advice.TryGetValue(group, out var theirs) || !mine.Equals(theirs)) differ.Add(group);
        foreach (var group in other.advice.Keys)
            if (!advice.ContainsKey(group)) differ.Add(group);
        return differ;
    }

    /// <summary>The tables whose possible results differ.</summary>
    internal List<DecisionTable> ResultsThatDiffer(Signature other)
    {
        var differ = new List<DecisionTable>();
        if (ReferenceEquals(results, other.results)) return differ;
        foreach (var (table, mine) in results)
            if (!other.results.TryGetValue(table, out var theirs) || !mine.SetEquals(theirs)) differ.Add(table);
        foreach (var table in other.results.Keys)
            if (!results.ContainsKey(table)) differ.Add(table);
        return differ;
    }

    /// <summary>What this signature says of a group, if the other evaluation cannot say anything else.</summary>
    private Ways? Same(Signature other, AdviceGroup group) =>
        gestation == other.gestation && other.evaluation.AgreesWithin(evaluation, group.Reads) ? all.GetValueOrDefault(group) : null;

    private void AddResults()
    {
        foreach (var result in evaluation.Program.ResultRows)
        {
            if (!evaluation.Possible[result.Index]) continue;
            if (results.TryGetValue(result.Table, out var rows)) rows.Add(result.Index);
            else results.Add(result.Table, [result.Index]);
        }
    }

    /// <summary>The ways in which the rows of one group may combine; null among the outcomes stands for no advice.</summary>
    private sealed class Ways
    {
        internal Ways(Evaluation evaluation, AdviceGroup group, Interval? gestation)
        {
            var combination = new Combination(evaluation, group);
            foreach (var number in OutcomeLattice.In(combination.Set))
            {
                var outcome = group.Lattice.Outcomes[number].At(gestation);
                Gives |= outcome.Gives;
                Outcomes.Add(outcome);
            }

            if (combination.MayBeSilent) Outcomes.Add(null);
        }

        internal HashSet<Outcome?> Outcomes { get; } = [];

        /// <summary>Whether one of the outcomes is to give something.</summary>
        internal bool Gives { get; }

        internal bool Equals(Ways other) => ReferenceEquals(this, other) || Outcomes.SetEquals(other.Outcomes);
    }
}
