using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Tables;
using Decidua.Reasoning.Assessing;

namespace Decidua.Reasoning.Compiling;

/// <summary>
/// The rows of one document that are combined into one recommendation: the same channel and subject, and either all indications or
/// one kind of safety advice or action.
/// </summary>
/// <param name="Channel">The question that is answered.</param>
/// <param name="Subject">What the advice is about.</param>
/// <param name="Kind">The kind of safety advice or action; null for the group of indications.</param>
/// <param name="Rows">All rows of the group.</param>
/// <param name="Tables">The rows by table.</param>
internal sealed record AdviceGroup(string Channel, string Subject, AdviceKind? Kind, RowSet Rows, AdviceTable[] Tables)
{
    private readonly int[] outcomes = [];

    /// <summary>What the rows can combine to.</summary>
    internal required OutcomeLattice Lattice { get; init; }

    /// <summary>The number of what a row advises, by the row's index in the program.</summary>
    internal required int[] OutcomeOfRow
    {
        init => outcomes = value;
    }

    /// <summary>The number of what a row of the group advises.</summary>
    internal int OutcomeOf(int row) => outcomes[row];
}

/// <summary>The part that one table has in a group.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">Indices of its rows that belong to the group.</param>
/// <param name="OnlyOneFires">Whether at most one row of the table fires (U and F).</param>
/// <param name="Others">Its rows that do not belong to the group.</param>
internal sealed record AdviceTable(DecisionTable Table, int[] Rows, bool OnlyOneFires, RowSet Others)
{
    /// <summary>Whether the checker proved that some row applies to every woman. A table with F may leave a gap that is out of scope.</summary>
    internal bool IsComplete { get; } = Table.Policy == HitPolicy.Unique || Table.Rows.Any(row => row.Conditions.IsEmpty);
}

/// <summary>Makes the groups of a document.</summary>
internal static class AdviceGroups
{
    internal static AdviceGroup[] Of(RuleProgram program)
    {
        var rows = from table in program.Guideline.Tables
                   from row in table.Rows
                   where row.Advice is not null
                   select (table, row, advice: row.Advice);
        return
        [
            .. rows.GroupBy(entry => (entry.advice.Channel, entry.advice.Subject, Kind: entry.advice.Kind.IsIndication() ? null : (AdviceKind?)entry.advice.Kind))
                .Select(group => Make(program, group.Key.Channel, group.Key.Subject, group.Key.Kind,
                    [.. group.GroupBy(entry => entry.table).Select(part => TableOf(program, part.Key, [.. part.Select(entry => entry.row)]))])),
        ];
    }

    /// <summary>Some rows of a document as a group of their own, whatever they advise.</summary>
    internal static AdviceGroup Of(RuleProgram program, string channel, string subject, IEnumerable<(DecisionTable Table, Row Row)> rows) =>
        Make(program, channel, subject, kind: null, [.. rows.GroupBy(entry => entry.Table).Select(part => TableOf(program, part.Key, [.. part.Select(entry => entry.Row)]))]);

    private static AdviceGroup Make(RuleProgram program, string channel, string subject, AdviceKind? kind, AdviceTable[] tables)
    {
        var rows = tables.SelectMany(table => table.Rows).Select(index => program.Rows[index]).ToList();
        var lattice = new OutcomeLattice(rows.Select(row => row.Advice!));
        var outcomes = new int[program.Rows.Length];
        foreach (var row in rows) outcomes[program.IndexOf[row]] = lattice.NumberOf(row.Advice!);
        return new AdviceGroup(channel, subject, kind, SetOf(program, rows), tables) { Lattice = lattice, OutcomeOfRow = outcomes };
    }

    /// <summary>The rows that set others aside; a row stands before those that it sets aside.</summary>
    internal static (int Row, int[] SetAside)[] OverridesOf(RuleProgram program)
    {
        var byAddress = program.Rows.ToDictionary(row => row.Address);
        var pending = program.Rows.Where(row => !row.Overrides.IsEmpty).ToList();
        var ordered = new List<(int, int[])>();
        while (pending.Count > 0)
        {
            var next = pending.Find(row => !pending.Exists(other => other != row && other.Overrides.Contains(row.Address))) ?? pending[0];
            pending.Remove(next);
            ordered.Add((program.IndexOf[next], [.. next.Overrides.Select(address => program.IndexOf[byAddress[address]])]));
        }

        return [.. ordered];
    }

    private static AdviceTable TableOf(RuleProgram program, DecisionTable table, List<Row> rows) => new(
        table,
        [.. rows.Select(row => program.IndexOf[row])],
        table.Policy is HitPolicy.Unique or HitPolicy.First,
        SetOf(program, table.Rows.Except(rows)));

    private static RowSet SetOf(RuleProgram program, IEnumerable<Row> rows) =>
        RowSet.Of(rows.Select(row => program.IndexOf[row]), program.Rows.Length);
}
