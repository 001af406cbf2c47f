using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Tables;

namespace Decidua.Knowledge.Catalogues;

/// <summary>
/// One card of a catalogue: a heading, under it the table <c>item | value</c>, and perhaps a list. Every item of the card's kind
/// stands there once, a dash where there is nothing to say; nothing else does.
/// </summary>
internal sealed class Card
{
    private static readonly string[] Columns = ["item", "value"];
    private readonly Dictionary<string, Cell> values = [];
    private readonly ICollection<Issue> issues;

    private Card(Section section, ICollection<Issue> issues)
    {
        Section = section;
        this.issues = issues;
    }

    /// <summary>The heading with what stands under it.</summary>
    internal Section Section { get; }

    /// <summary>Whether a second table stands on the card.</summary>
    internal bool HasList => Section.Tables.Any(table => !IsItems(table));

    /// <summary>Whether a section holds a card, rather than prose for all of them.</summary>
    internal static bool IsIn(Section section) => section.Tables.Any();

    /// <summary>Reads the items of a card.</summary>
    /// <param name="section">A section with a table.</param>
    /// <param name="items">The items of this kind of card, in their order.</param>
    /// <param name="issues">Receives what is wrong.</param>
    /// <returns>The card; null when it has no usable table of items.</returns>
    internal static Card? Read(Section section, IReadOnlyList<string> items, ICollection<Issue> issues)
    {
        var tables = section.Tables.Where(IsItems).ToList();
        if (section.Id.Length == 0 || tables.Count != 1)
        {
            issues.Add(KnowledgeIssue.At(section.Tables.First().Place, IssueCode.MalformedTable,
                "A card is a heading (##) with one table 'item, value' under it."));
            return null;
        }

        var card = new Card(section, issues);
        foreach (var row in tables[0].Rows) card.Add(row[0], row[1], items);
        foreach (var missing in items.Where(item => !card.values.ContainsKey(item)))
            issues.Add(KnowledgeIssue.At(tables[0].Place, IssueCode.MalformedTable, $"Expected the item '{missing}' on this card; found none.", "Where there is nothing to say, write a dash."));
        return items.All(card.values.ContainsKey) ? card : null;
    }

    /// <summary>The rows of the card's list; a table of other columns is an issue.</summary>
    /// <param name="columns">The columns of the list; none when this kind of card has no list.</param>
    internal ImmutableArray<ImmutableArray<Cell>> List(params IReadOnlyList<string> columns)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Cell>>();
        foreach (var table in Section.Tables.Where(table => !IsItems(table)))
        {
            if (columns.Count > 0 && table.Header.Select(cell => cell.Text).SequenceEqual(columns)) rows.AddRange(table.Rows);
            else
                issues.Add(KnowledgeIssue.At(table.Place, IssueCode.MalformedTable,
                    columns.Count > 0 ? $"Expected the columns {string.Join(", ", columns)}." : "This kind of card has no table beside 'item, value'."));
        }

        return rows.ToImmutable();
    }

    /// <summary>The rows of the card's lists, each by its columns; a table of other columns is an issue.</summary>
    /// <param name="kinds">The columns of every list that this kind of card may have.</param>
    /// <returns>For each of them its rows.</returns>
    internal ImmutableArray<ImmutableArray<Cell>>[] Lists(params IReadOnlyList<IReadOnlyList<string>> kinds)
    {
        var lists = kinds.Select(_ => ImmutableArray.CreateBuilder<ImmutableArray<Cell>>()).ToList();
        foreach (var table in Section.Tables.Where(table => !IsItems(table)))
        {
            var header = table.Header.Select(cell => cell.Text).ToList();
            var which = kinds.ToList().FindIndex(header.SequenceEqual);
            if (which >= 0) lists[which].AddRange(table.Rows);
            else
                issues.Add(KnowledgeIssue.At(table.Place, IssueCode.MalformedTable,
                    $"Expected the columns {string.Join("; or ", kinds.Select(columns => string.Join(", ", columns)))}."));
        }

        return [.. lists.Select(list => list.ToImmutable())];
    }

    /// <summary>The text of an item that must say something.</summary>
    internal string Text(string item) => Said(values[item]) ? values[item].Text : "";

    /// <summary>The text of an item that may be a dash.</summary>
    internal string TextOrNothing(string item) => values[item].IsDash ? "" : values[item].Text;

    /// <summary>The cell of an item.</summary>
    internal Cell Cell(string item) => values[item];

    /// <summary>The id: lower-case letters, digits and hyphens.</summary>
    internal string Id()
    {
        var cell = values["id"];
        if (cell.IsDash || Slug.Of(cell.Text) != cell.Text)
            issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.MalformedCell, $"Expected an id of lower-case letters, digits and hyphens; found '{cell.Text}'."));
        return cell.Text;
    }

    /// <summary>A word out of an enumeration.</summary>
    internal T Word<T>(string item)
        where T : struct, Enum
    {
        var cell = values[item];
        var words = Enum.GetNames<T>().Select(name => name.ToLowerInvariant()).ToList();
        if (words.Contains(cell.Text)) return Enum.Parse<T>(cell.Text, ignoreCase: true);
        issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.UnknownChoiceInCell, $"Expected {string.Join(", ", words)}; found '{cell.Text}'.", Nearest.Hint(cell.Text, words)));
        return default;
    }

    /// <summary>The ids that an item lists; none for a dash.</summary>
    internal ImmutableArray<string> Ids(string item) => values[item].IsDash ? [] : [.. values[item].Text.Split(',', StringSplitOptions.TrimEntries)];

    /// <summary>How something was checked; anything but one of the four words is an issue.</summary>
    internal Checked How(Cell cell)
    {
        if (CheckedWords.Parse(cell.Text) is { } how) return how;
        issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.MissingSource,
            $"Expected how it was checked ({string.Join(", ", CheckedWords.All)}); found '{cell.Text}'.", Nearest.Hint(cell.Text, CheckedWords.All)));
        return Checked.Recalled;
    }

    /// <summary>Whether a cell says something; a dash is an issue.</summary>
    internal bool Said(Cell cell)
    {
        if (!cell.IsDash) return true;
        issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.MissingSource, "Expected words; found nothing."));
        return false;
    }

    private static bool IsItems(MarkdownTable table) => table.Header.Select(cell => cell.Text).SequenceEqual(Columns);

    private void Add(Cell item, Cell value, IReadOnlyList<string> items)
    {
        if (!items.Contains(item.Text))
            issues.Add(KnowledgeIssue.At(item.Place, IssueCode.MalformedTable, $"Expected one of the items {string.Join(", ", items)}; found '{item.Text}'.", Nearest.Hint(item.Text, items)));
        else if (!values.TryAdd(item.Text, value))
            issues.Add(KnowledgeIssue.At(item.Place, IssueCode.DuplicateId, $"The item '{item.Text}' stands twice on this card."));
    }
}
