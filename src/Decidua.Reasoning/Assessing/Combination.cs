using Decidua.Reasoning.Compiling;

namespace Decidua.Reasoning.Assessing;

/// <summary>
/// All ways in which the rows of one group may combine for the remaining values of the facts: one way when the advice is certain,
/// several when facts that matter are open. Every way that some woman has is among them.
/// </summary>
internal sealed class Combination
{
    private readonly Evaluation evaluation;
    private readonly decimal? gestation;
    private Dictionary<Outcome, HashSet<int>> outcomes = [];

    /// <summary>Combines the rows of a group.</summary>
    /// <param name="evaluation">The evaluation of the document, rows that are set aside taken out.</param>
    /// <param name="group">The group.</param>
    /// <param name="gestation">Gestation in days when it is known.</param>
    internal Combination(Evaluation evaluation, AdviceGroup group, decimal? gestation)
    {
        this.evaluation = evaluation;
        this.gestation = gestation;
        MayBeSilent = true;
        foreach (var table in group.Tables) Add(table);
    }

    /// <summary>The possible outcomes with the rows that make them.</summary>
    internal IReadOnlyDictionary<Outcome, HashSet<int>> Outcomes => outcomes;

    /// <summary>Whether it is possible that no row of the group fires.</summary>
    internal bool MayBeSilent { get; private set; }

    private void Add(AdviceTable table)
    {
        if (!table.OnlyOneFires)
        {
            foreach (var row in table.Rows)
                if (evaluation.Possible[row]) Apply([row], mustFire: evaluation.Certain[row]);
            return;
        }

        var options = Array.FindAll(table.Rows, row => evaluation.Possible[row]);
        if (options.Length == 0) return;
        var mustFire = options.Length == 1
            ? evaluation.Certain[options[0]]
            : !evaluation.Possible.Meets(table.Others) && Array.TrueForAll(table.Rows, row => !evaluation.MayBeSetAside(row));
        Apply(options, mustFire);
    }

    /// <summary>Lets one of the rows fire, or none when that is possible.</summary>
    private void Apply(int[] rows, bool mustFire)
    {
        var next = new Dictionary<Outcome, HashSet<int>>();
        foreach (var row in rows)
        {
            var alone = Outcome.Of(evaluation.Program.Rows[row].Advice!, gestation);
            if (MayBeSilent) Put(alone, [row]);
            foreach (var (outcome, made) in outcomes) Put(outcome.With(alone, gestation), [.. made, row]);
        }

        if (!mustFire)
            foreach (var (outcome, made) in outcomes) Put(outcome, made);
        outcomes = next;
        MayBeSilent &= !mustFire;

        void Put(Outcome outcome, HashSet<int> made)
        {
            if (next.TryGetValue(outcome, out var known)) known.UnionWith(made);
            else next.Add(outcome, made);
        }
    }
}
