using Decidua.Reasoning.Compiling;

namespace Decidua.Reasoning.Assessing;

/// <summary>
/// All ways in which the rows of one group may combine for the remaining values of the facts: one way when the advice is certain,
/// several when facts that matter are open. Every way that some woman has is among them.
/// </summary>
internal sealed class Combination
{
    private readonly Evaluation evaluation;
    private readonly AdviceGroup group;

    /// <summary>Combines the rows of a group.</summary>
    /// <param name="evaluation">The evaluation of the document.</param>
    /// <param name="group">The group.</param>
    internal Combination(Evaluation evaluation, AdviceGroup group)
    {
        this.evaluation = evaluation;
        this.group = group;
        Set = group.Lattice.None();
        MayBeSilent = true;
        foreach (var table in group.Tables)
        {
            if (table.OnlyOneFires) AddTable(table);
            else AddRows(table);
        }
    }

    /// <summary>The possible outcomes, by their numbers in the group's lattice.</summary>
    internal ulong[] Set { get; private set; }

    /// <summary>Whether it is possible that no row of the group fires.</summary>
    internal bool MayBeSilent { get; private set; }

    /// <summary>
    /// The rows that stand behind an outcome: those that certainly fire; and, when these alone do not make it, the possible rows
    /// that say the same, or where there are none the possible rows that take part in it.
    /// </summary>
    internal List<int> RowsOf(int outcome)
    {
        var (rows, same, part) = (new List<int>(), new List<int>(), new List<int>());
        var made = -1;
        var gives = group.Lattice.Outcomes[outcome].Gives;
        foreach (var row in evaluation.Possible.Within(group.Rows))
        {
            var own = group.OutcomeOf(row);
            if (evaluation.Certain[row])
            {
                rows.Add(row);
                made = made < 0 ? own : group.Lattice.Join(made, own);
            }
            else if (own == outcome)
            {
                same.Add(row);
            }
            else if (group.Lattice.Outcomes[own].Gives == gives && group.Lattice.Join(outcome, own) == outcome)
            {
                part.Add(row);
            }
        }

        if (made != outcome) rows.AddRange(same.Count > 0 ? same : part);
        return rows;
    }

    /// <summary>A table in which any number of rows may fire.</summary>
    private void AddRows(AdviceTable table)
    {
        foreach (var row in table.Rows)
        {
            if (!evaluation.Possible[row]) continue;
            var next = group.Lattice.None();
            Fire(next, row);
            Finish(next, mustFire: evaluation.Certain[row]);
        }
    }

    /// <summary>A table in which one row fires, or none when that is possible.</summary>
    private void AddTable(AdviceTable table)
    {
        var next = group.Lattice.None();
        var (possible, certain) = (0, false);
        foreach (var row in table.Rows)
        {
            if (!evaluation.Possible[row]) continue;
            Fire(next, row);
            possible++;
            certain |= evaluation.Certain[row];
        }

        if (possible == 0) return;
        Finish(next, certain || (possible > 1 && table.IsComplete && !evaluation.MayApply(table.Others) && !evaluation.MayBeSetAside(table.Rows)));
    }

    private void Fire(ulong[] next, int row)
    {
        var own = group.OutcomeOf(row);
        if (MayBeSilent) OutcomeLattice.Add(next, own);
        group.Lattice.JoinInto(next, Set, own);
    }

    private void Finish(ulong[] next, bool mustFire)
    {
        if (!mustFire)
            for (var word = 0; word < next.Length; word++) next[word] |= Set[word];
        Set = next;
        MayBeSilent &= !mustFire;
    }
}
