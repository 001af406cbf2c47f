using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Values;

namespace Decidua.Reasoning.Deriving;

/// <summary>
/// The tables of one kind of document in knowledge/derivation. A table is known by its columns; a table with other columns, a
/// row without source and a cell that is not understood are issues.
/// </summary>
/// <param name="name">What the front matter key <c>catalogue</c> says.</param>
/// <param name="library">The knowledge.</param>
/// <param name="issues">Receives what is wrong.</param>
internal sealed class Catalogue(string name, Library library, List<Issue> issues)
{
    /// <summary>The folder in which such documents lie.</summary>
    public const string Folder = "derivation";

    private const string Source = "source";
    private const string Checked = "checked";
    private const string Note = "note";

    private readonly List<string> known = [];

    /// <summary>The rows of every table with these columns; <c>source</c> and <c>checked</c> follow them, and a <c>note</c> may.</summary>
    public IEnumerable<CatalogueRow> Rows(params string[] columns)
    {
        known.Add(string.Join('|', columns));
        foreach (var table in Tables().Where(table => Columns(table) == known[^1]))
        {
            foreach (var cells in table.Rows)
            {
                var row = new CatalogueRow(columns, cells, issues);
                if (cells[columns.Length].IsDash || cells[columns.Length + 1].IsDash)
                    row.Refuse(IssueCode.MissingSource, cells[columns.Length], "Expected a source and how it was checked.");
                yield return row;
            }
        }
    }

    /// <summary>Reports the tables that nobody asked for.</summary>
    public void RefuseOthers()
    {
        foreach (var table in Tables().Where(table => !known.Contains(Columns(table) ?? "")))
        {
            issues.Add(KnowledgeFault(table.Place, IssueCode.MalformedTable,
                $"Expected one of the tables {string.Join("; ", known.Select(one => one.Replace("|", ", ", StringComparison.Ordinal)))}, each with source and checked."));
        }
    }

    /// <summary>An error in a knowledge document.</summary>
    public static Issue KnowledgeFault(Place place, string code, string message, string remedy = "") =>
        new(code, Severity.Error, place.ToString(), message, remedy);

    private IEnumerable<MarkdownTable> Tables() =>
        library.Documents.Where(document => document.Source.Folder == Folder && document["catalogue"] == name)
            .SelectMany(document => document.Sections).SelectMany(section => section.Tables);

    private static string? Columns(MarkdownTable table)
    {
        ImmutableArray<string> header = [.. table.Header.Select(cell => cell.Text)];
        var count = header.Length - (header is [.., Note] ? 1 : 0);
        return count > 2 && header[count - 2] == Source && header[count - 1] == Checked ? string.Join('|', header.Take(count - 2)) : null;
    }
}

/// <summary>One row of such a table, read by the names of its columns.</summary>
internal sealed class CatalogueRow(string[] columns, ImmutableArray<Cell> cells, List<Issue> issues)
{
    /// <summary>Whether everything asked of it so far was understood.</summary>
    public bool IsSound { get; private set; } = true;

    /// <summary>Where it stands.</summary>
    public Place Place => cells[0].Place;

    /// <summary>The cell under a column.</summary>
    public Cell this[string column] => cells[Array.IndexOf(columns, column)];

    /// <summary>One of a list of words, as what it stands for; the first one when the cell is not understood.</summary>
    public T Choice<T>(string column, params ReadOnlySpan<(string Word, T Value)> choices)
    {
        var words = new List<string>();
        foreach (var (word, value) in choices)
        {
            if (word == this[column].Text)
                return value;
            words.Add(word);
        }

        Refuse(IssueCode.UnknownChoiceInCell, this[column], $"Expected {string.Join(", ", words)}; found '{this[column].Text}'.");
        return choices[0].Value;
    }

    /// <summary>A test on a type, or everything for a dash; null when it is not understood.</summary>
    public ValueSet? Test(string column, FactType type)
    {
        var before = issues.Count;
        var values = new Decidua.Knowledge.Cells.TestReader(type, issues).Read(this[column]);
        IsSound &= issues.Count == before;
        return values;
    }

    /// <summary>Reports a cell.</summary>
    public void Refuse(string code, Cell cell, string message, string remedy = "")
    {
        issues.Add(Catalogue.KnowledgeFault(cell.Place, code, message, remedy));
        IsSound = false;
    }
}
