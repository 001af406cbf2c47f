using Decidua.Knowledge.Tables;

namespace Decidua.Reasoning.Compiling;

/// <summary>A table with F: takes out the rows that an earlier row keeps from being the first.</summary>
internal sealed class FirstTable
{
    private readonly int[] rows;
    private readonly RowSet set;

    internal FirstTable(RuleProgram program, DecisionTable table)
    {
        rows = program.IndicesOf(table.Rows);
        set = RowSet.Of(rows, program.Rows.Length);
    }

    /// <summary>Keeps the rows that may be the first, and as certain only the one that must be.</summary>
    internal void KeepFirst(RowSet possible, RowSet certain)
    {
        if (possible.AgreesWithin(certain, set))
        {
            KeepLowest(possible, certain);
            return;
        }

        var (anyPossible, anyCertain) = (false, false);
        foreach (var row in rows)
        {
            var holds = certain[row];
            if (anyCertain) possible.Remove(row);
            if (anyPossible) certain.Remove(row);
            anyCertain |= holds;
            anyPossible |= possible[row];
        }
    }

    /// <summary>Everything is known: the rows of a table stand in a row, so the first that holds has the lowest index.</summary>
    private void KeepLowest(RowSet possible, RowSet certain)
    {
        var first = possible.Within(set);
        if (!first.MoveNext()) return;
        possible.Except(set);
        possible.Add(first.Current);
        if (certain.Is(possible)) return;
        certain.Except(set);
        certain.Add(first.Current);
    }
}
