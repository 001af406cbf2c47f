using System.Collections.Immutable;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Tables;
using Decidua.Reasoning.Assessing;
using NodaTime;

namespace Decidua.Planning.Holding;

/// <summary>
/// What one table of a document says about holding, over every row that may apply to her. Where facts are open several rows may
/// apply; then the longest hours count, and <see cref="Open"/> names the facts that would settle it.
/// </summary>
public sealed class HoldRule
{
    private HoldRule(GuidelineAnswer answer, ImmutableArray<Row> rows)
    {
        Document = answer.Guideline.Id;
        Title = answer.Guideline.Title;
        Rows = rows;
        Open = rows.Length < 2 ? [] : [.. OpenFacts(answer, rows).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>Id of the document.</summary>
    public string Document { get; }

    /// <summary>Its title.</summary>
    public string Title { get; }

    /// <summary>The rows that may apply.</summary>
    public ImmutableArray<Row> Rows { get; }

    /// <summary>Facts that are not known and leave more than one row; empty when one row applies.</summary>
    public ImmutableArray<string> Open { get; }

    /// <summary>Whether a block is forbidden, or may be.</summary>
    public bool IsAvoided => Words(HoldWords.RegionalBlock).Contains(HoldWords.Avoid);

    /// <summary>Whether some row that may apply names no hours for a block: then the document has no answer.</summary>
    public bool IsSilent => !IsAvoided && Longest(HoldWords.BlockAfterLastDose) is null;

    /// <summary>Whether a coagulation test is asked for beside the hours.</summary>
    public bool NeedsCheck => Words(HoldWords.CoagulationCheck).Contains(HoldWords.Required);

    /// <summary>Whether a normal coagulation test may take the place of the longer hours.</summary>
    public bool CheckMayReplace => Rows.All(row => Text(row, HoldWords.CoagulationCheck).EndsWith(HoldWords.MayReplace, StringComparison.Ordinal)) && !Rows.IsEmpty;

    /// <summary>Whether a dose may be given while the catheter is in place.</summary>
    public bool AllowsCatheter => !Rows.IsEmpty && Rows.All(row => Text(row, HoldWords.WithCatheter) == HoldWords.Allowed);

    /// <summary>The longest hours that a column names.</summary>
    /// <param name="column">One of the columns of <see cref="HoldWords"/> that hold hours.</param>
    /// <returns>The hours; null when some row that may apply names none.</returns>
    public Duration? Longest(string column)
    {
        Duration? longest = null;
        foreach (var row in Rows)
        {
            if (Hours(row, column) is not { } hours) return null;
            if (longest is null || hours > longest) longest = hours;
        }

        return longest;
    }

    /// <summary>The longest hours that any row which may apply names in a column; null when none of them does.</summary>
    /// <param name="column">One of the columns of <see cref="HoldWords"/> that hold hours.</param>
    public Duration? Most(string column) => Rows.Select(row => Hours(row, column)).Max();

    /// <summary>The shortest hours for a block by any reading or open fact, where shorter than the longest; null otherwise.</summary>
    public Duration? Shorter
    {
        get
        {
            if (Longest(HoldWords.BlockAfterLastDose) is not { } longest) return null;
            var least = Rows.Min(row => Hours(row, HoldWords.ShorterReading) ?? Hours(row, HoldWords.BlockAfterLastDose)!.Value);
            return least < longest ? least : null;
        }
    }

    /// <summary>The words of a column, each once, in the order of the rows.</summary>
    /// <param name="column">One of the columns of <see cref="HoldWords"/>.</param>
    public IEnumerable<string> Words(string column) => Rows.Select(row => Text(row, column)).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>Reads the table of a document's answer that has a column; null when the document has no such table.</summary>
    /// <param name="answer">What the document answers.</param>
    /// <param name="column">A column that only this table has.</param>
    public static HoldRule? Of(GuidelineAnswer answer, string column)
    {
        var table = answer.Guideline.Tables.FirstOrDefault(table => table.OutputColumns.Any(one => one.Name == column));
        return table is null ? null : new HoldRule(answer, [.. table.Rows.Where(row => answer.StateOf(row) is RowState.Fires or RowState.Possible)]);
    }

    private static string Text(Row row, string column)
    {
        foreach (var output in row.Outputs)
            if (output.Column.Name == column) return output.Text;
        return "";
    }

    private static Duration? Hours(Row row, string column) =>
        Literal.Minutes(Text(row, column)) is { } minutes ? Duration.FromMinutes((long)minutes) : null;

    private static IEnumerable<string> OpenFacts(GuidelineAnswer answer, IEnumerable<Row> rows) =>
        from row in rows
        from condition in row.Conditions
        where !answer.ValuesOf(condition.Term).IsSingle
        from name in condition.Term.Derived is { } derived
            ? OpenFacts(answer, answer.Guideline.Deciding(derived).SelectMany(table => table.Rows).Where(one => answer.StateOf(one) is RowState.Fires or RowState.Possible))
            : [condition.Term.Name]
        select name;
}
