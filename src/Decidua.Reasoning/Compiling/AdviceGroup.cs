using System.Runtime.CompilerServices;
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

    /// <summary>The rows on which the combination depends: its own, the others of its tables, and those that set one of its own aside.</summary>
    internal required RowSet Reads { get; init; }

    /// <summary>What the rows can combine to.</summary>
    internal required OutcomeLattice Lattice { get; init; }

    /// <summary>The number of what a row advises, by the row's index in the program.</summary>
    internal required int[] OutcomeOfRow
    {
        init => outcomes = value;
    }

    /// <summary>The number of what a row of the group advises.</summary>
    internal int OutcomeOf(int row) => outcomes[row];

    /// <summary>A group is itself: it is a key of dictionaries, and comparing its rows would be slow.</summary>
    /// <param name="other">Another group.</param>
    public bool Equals(AdviceGroup? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
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

/// <summary>A row that sets others aside.</summary>
/// <param name="Row">Its index.</param>
/// <param name="SetAside">The indices of the others.</param>
internal sealed record SettingAside(int Row, int[] SetAside);

/// <summary>Makes the groups of a document.</summary>
internal static class AdviceGroups
{
    internal static AdviceGroup[] Of(RuleProgram program)
    {
        var drafts = new List<Draft>();
        foreach (var table in program.Guideline.Tables)
            foreach (var row in table.Rows)
                if (row.Advice is { } advice) DraftOf(advice).Add(table, row);
        return [.. drafts.Select(draft => Make(program, draft))];

        Draft DraftOf(RowAdvice advice)
        {
            var kind = advice.Kind.IsIndication() ? null : (AdviceKind?)advice.Kind;
            if (drafts.Find(draft => draft.Kind == kind && draft.Subject == advice.Subject && draft.Channel == advice.Channel) is { } known) return known;
            drafts.Add(new Draft(advice.Channel, advice.Subject, kind));
            return drafts[^1];
        }
    }

    /// <summary>Some rows of a document as a group of their own, whatever they advise.</summary>
    internal static AdviceGroup Of(RuleProgram program, string channel, string subject, IEnumerable<(DecisionTable Table, Row Row)> rows)
    {
        var draft = new Draft(channel, subject, null);
        foreach (var (table, row) in rows) draft.Add(table, row);
        return Make(program, draft);
    }

    private static AdviceGroup Make(RuleProgram program, Draft draft)
    {
        var tables = draft.Parts.Select(part => TableOf(program, part.Table, part.Rows)).ToArray();
        var rows = draft.Parts.SelectMany(part => part.Rows).ToList();
        var lattice = new OutcomeLattice(rows.Select(row => row.Advice!));
        var outcomes = new int[program.Rows.Length];
        foreach (var row in rows) outcomes[program.IndexOf[row]] = lattice.NumberOf(row.Advice!);
        var addresses = rows.Select(row => row.Address).ToHashSet();
        var reads = tables.SelectMany(table => table.Table.Rows).Concat(program.Rows.Where(row => row.Overrides.Any(addresses.Contains)));
        return new AdviceGroup(draft.Channel, draft.Subject, draft.Kind, SetOf(program, rows), tables) { Lattice = lattice, OutcomeOfRow = outcomes, Reads = SetOf(program, reads) };
    }

    /// <summary>The rows that set others aside; a row stands before those that it sets aside.</summary>
    internal static SettingAside[] OverridesOf(RuleProgram program)
    {
        var byAddress = program.Rows.ToDictionary(row => row.Address);
        var pending = program.Rows.Where(row => !row.Overrides.IsEmpty).ToList();
        var ordered = new List<SettingAside>();
        while (pending.Count > 0)
        {
            var next = pending.Find(row => !pending.Exists(other => other != row && other.Overrides.Contains(row.Address))) ?? pending[0];
            pending.Remove(next);
            ordered.Add(new SettingAside(program.IndexOf[next], [.. next.Overrides.Select(address => program.IndexOf[byAddress[address]])]));
        }

        return [.. ordered];
    }

    private static AdviceTable TableOf(RuleProgram program, DecisionTable table, List<Row> rows) => new(
        table,
        program.IndicesOf(rows),
        table.Policy is HitPolicy.Unique or HitPolicy.First,
        SetOf(program, table.Rows.Except(rows)));

    private static RowSet SetOf(RuleProgram program, IEnumerable<Row> rows) => RowSet.Of(program.IndicesOf(rows), program.Rows.Length);

    /// <summary>A group in the making.</summary>
    private sealed record Draft(string Channel, string Subject, AdviceKind? Kind)
    {
        internal List<Part> Parts { get; } = [];

        internal void Add(DecisionTable table, Row row)
        {
            if (Parts.Count == 0 || Parts[^1].Table != table) Parts.Add(new Part(table, []));
            Parts[^1].Rows.Add(row);
        }
    }

    private sealed record Part(DecisionTable Table, List<Row> Rows);
}
