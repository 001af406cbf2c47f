using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Decidua.Knowledge.Documents;

/// <summary>
/// Cuts a parsed file into sections of prose and tables. The cells are cut from the original lines, so that every cell keeps its
/// exact line and column. A line that looks like part of a table and stands in none is an issue: a rule must not turn into prose
/// because a blank line or a hyphen is missing.
/// </summary>
internal sealed class SectionReader(string path, string text, ICollection<Issue> issues)
{
    private readonly string[] lines = text.Split('\n');
    private readonly int[] lineStarts = [0, .. text.Select((character, at) => (character, at)).Where(pair => pair.character == '\n').Select(pair => pair.at + 1)];
    private readonly ImmutableArray<Section>.Builder sections = ImmutableArray.CreateBuilder<Section>();
    private readonly ImmutableArray<SectionPart>.Builder parts = ImmutableArray.CreateBuilder<SectionPart>();
    private string title = "";
    private Place start = new(path, 1, 1);

    internal ImmutableArray<Section> Read(Markdig.Syntax.MarkdownDocument syntax)
    {
        var understood = new bool[lines.Length];
        for (var index = 0; index < syntax.Count; index++)
        {
            switch (syntax[index])
            {
                case YamlFrontMatterBlock:
                    break;
                case HeadingBlock { Level: 2 } heading:
                    Close();
                    title = PlainText(heading);
                    start = new Place(path, heading.Line + 1, 1);
                    break;
                case Table table:
                    parts.Add(ReadTable(table, understood));
                    break;
                case LinkReferenceDefinitionGroup:
                    break;
                case var block:
                    if (block is FencedCodeBlock { ClosingFencedCharCount: > 0 }) Mark(understood, block.Line, LineAt(block.Span.End));
                    AddProse(block, index + 1 < syntax.Count ? syntax[index + 1].Span.Start : text.Length);
                    break;
            }
        }

        Close();
        ReportStrayRows(understood);
        return sections.ToImmutable();
    }

    private void Close()
    {
        if (title.Length > 0 || parts.Count > 0)
            sections.Add(new Section { Title = title, Place = start, Parts = parts.ToImmutable() });
        parts.Clear();
        title = "";
    }

    /// <summary>Prose ends where the next block begins: a table may begin within what the parser calls a paragraph.</summary>
    private void AddProse(Block block, int next)
    {
        var end = Math.Min(Math.Min(block.Span.End + 1, text.Length), next);
        if (end > block.Span.Start)
            parts.Add(new Prose(new Place(path, block.Line + 1, block.Column + 1), text[block.Span.Start..end].TrimEnd('\n')));
    }

    private static string PlainText(HeadingBlock heading) =>
        string.Concat((heading.Inline?.Descendants<Inline>() ?? []).Select(inline => inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            _ => "",
        })).Trim();

    private MarkdownTable ReadTable(Table table, bool[] understood)
    {
        var last = LineAt(table.Span.End);
        Mark(understood, table.Line, last);
        var header = Cut(table.Line);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Cell>>();
        for (var line = table.Line + 2; line <= last; line++)
        {
            var cells = Cut(line);
            if (cells.Length == header.Length) rows.Add(cells);
            else
                issues.Add(KnowledgeIssue.At(cells[0].Place, IssueCode.MalformedTable,
                    $"Expected {header.Length} cells as in the header; found {cells.Length}."));
        }

        return new MarkdownTable(header[0].Place, header, rows.ToImmutable()) { IsWhole = rows.Count == last - table.Line - 1 };
    }

    /// <summary>Cuts a table line at its pipes; a pipe after a backslash belongs to the cell.</summary>
    private ImmutableArray<Cell> Cut(int line)
    {
        var row = lines[line];
        var trimmedEnd = row.TrimEnd().Length;
        var position = row.Length - row.TrimStart().Length;
        if (position < trimmedEnd && row[position] == '|') position++;
        if (trimmedEnd > position && row[trimmedEnd - 1] == '|' && row[trimmedEnd - 2] != '\\') trimmedEnd--;
        var cells = ImmutableArray.CreateBuilder<Cell>();
        var begin = position;
        for (var i = position; i <= trimmedEnd; i++)
        {
            if (i < trimmedEnd && (row[i] != '|' || (i > 0 && row[i - 1] == '\\'))) continue;
            var raw = row[begin..i];
            var lead = raw.Length - raw.TrimStart().Length;
            cells.Add(new Cell(raw.Trim().Replace("\\|", "|").Trim('`'), new Place(path, line + 1, begin + lead + 1)));
            begin = i + 1;
        }

        return cells.ToImmutable();
    }

    /// <summary>Reports the first line of every run of lines that look like a table but belong to none.</summary>
    private void ReportStrayRows(bool[] understood)
    {
        var inside = false;
        for (var line = 0; line < lines.Length; line++)
        {
            var stray = !understood[line] && LooksLikeTable(lines[line]);
            if (stray && !inside)
                issues.Add(KnowledgeIssue.At(new Place(path, line + 1, lines[line].Length - lines[line].TrimStart().Length + 1), IssueCode.MalformedTable,
                    "Expected a table with a header and a line of hyphens below it, with blank lines around; this line looks like one and is not part of any.",
                    "Tables that are only shown stand between two lines of ```."));
            inside = stray;
        }
    }

    private static bool LooksLikeTable(string line)
    {
        var bare = line.AsSpan().TrimStart(" \t>-*+#");
        return bare.StartsWith('|') || (line.Contains('|') && line.Contains('-') && line.AsSpan().Trim().IndexOfAnyExcept("|-: >") < 0);
    }

    private static void Mark(bool[] understood, int first, int last) => Array.Fill(understood, true, first, last - first + 1);

    /// <summary>The line on which a position of the text stands, from 0.</summary>
    private int LineAt(int position)
    {
        var line = Array.BinarySearch(lineStarts, position);
        return line >= 0 ? line : ~line - 1;
    }
}
