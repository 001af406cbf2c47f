using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Decidua.Knowledge.Documents;

/// <summary>
/// Reads a knowledge file into front matter, sections, prose and tables. Markdig finds the blocks, YamlDotNet reads the
/// front matter; the cells are cut from the original lines, so that every cell keeps its exact line and column.
/// </summary>
public static class MarkdownReader
{
    /// <summary>The largest knowledge file that is read, in characters.</summary>
    public const int LargestFile = 2_000_000;

    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().UsePreciseSourceLocation().Build();

    /// <summary>Reads one file; every problem is added to the issues and reading goes on.</summary>
    /// <param name="source">The file.</param>
    /// <param name="issues">Receives what is wrong.</param>
    /// <returns>The document, or null when the file has no usable front matter or is too large.</returns>
    public static MarkdownDocument? Read(SourceFile source, ICollection<Issue> issues)
    {
        if (source.Text.Length > LargestFile)
        {
            issues.Add(KnowledgeIssue.At(new(source.Path, 1, 1), IssueCode.TooLargeKnowledge,
                $"The file has {source.Text.Length} characters; at most {LargestFile} are read.", "Split the document."));
            return null;
        }

        var text = source.NormalText;
        var lines = text.Split('\n');
        var syntax = Markdown.Parse(text, Pipeline);
        var front = syntax.OfType<YamlFrontMatterBlock>().FirstOrDefault();
        if (front is null)
        {
            issues.Add(KnowledgeIssue.At(new(source.Path, 1, 1), IssueCode.MissingFrontMatter,
                "Expected YAML front matter between two lines of '---' at the top; found none.", "Add at least id and title."));
            return null;
        }

        var (values, grades) = ReadFrontMatter(source, front, issues);
        return new MarkdownDocument
        {
            Source = source,
            FrontMatter = values,
            Grades = grades,
            Sections = ReadSections(source.Path, syntax, text, lines, issues),
        };
    }

    private static (ImmutableSortedDictionary<string, string> Values, ImmutableSortedDictionary<string, string> Grades)
        ReadFrontMatter(SourceFile source, YamlFrontMatterBlock front, ICollection<Issue> issues)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var grades = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(front.Lines.ToString()));
            if (yaml.Documents is [{ RootNode: YamlMappingNode root }, ..])
            {
                foreach (var (key, value) in root.Children)
                {
                    if (value is YamlScalarNode scalar) values[key.ToString()] = scalar.Value ?? "";
                    else if (value is YamlMappingNode map)
                        foreach (var (grade, meaning) in map.Children) grades[grade.ToString()] = meaning.ToString();
                }
            }
        }
        catch (YamlException exception)
        {
            issues.Add(KnowledgeIssue.At(
                new(source.Path, front.Line + 1 + (int)exception.Start.Line, (int)exception.Start.Column),
                IssueCode.MissingFrontMatter, $"The front matter is not YAML: {exception.Message}"));
        }

        return (values.ToImmutable(), grades.ToImmutable());
    }

    private static ImmutableArray<Section> ReadSections(
        string path, Markdig.Syntax.MarkdownDocument syntax, string text, string[] lines, ICollection<Issue> issues)
    {
        var sections = ImmutableArray.CreateBuilder<Section>();
        var title = "";
        var start = new Place(path, 1, 1);
        var parts = ImmutableArray.CreateBuilder<SectionPart>();
        foreach (var block in syntax)
        {
            switch (block)
            {
                case YamlFrontMatterBlock or LinkReferenceDefinitionGroup:
                    break;
                case HeadingBlock { Level: 2 } heading:
                    Close();
                    title = PlainText(heading);
                    start = new Place(path, heading.Line + 1, 1);
                    break;
                case Table table:
                    parts.Add(ReadTable(path, table, lines, issues));
                    break;
                default:
                    var length = Math.Min(block.Span.Length, text.Length - block.Span.Start);
                    parts.Add(new Prose(new Place(path, block.Line + 1, block.Column + 1), text.Substring(block.Span.Start, length)));
                    break;
            }
        }

        Close();
        return sections.ToImmutable();

        void Close()
        {
            if (title.Length > 0 || parts.Count > 0)
                sections.Add(new Section { Title = title, Place = start, Parts = parts.ToImmutable() });
            parts.Clear();
        }
    }

    private static string PlainText(HeadingBlock heading) =>
        string.Concat(heading.Inline!.Descendants<Inline>().Select(inline => inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            _ => "",
        })).Trim();

    private static MarkdownTable ReadTable(string path, Table table, string[] lines, ICollection<Issue> issues)
    {
        var header = Cut(path, table.Line, lines[table.Line]);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Cell>>();
        for (var line = table.Line + 2; line < lines.Length && lines[line].Contains('|') && lines[line].Trim().Length > 0; line++)
        {
            var cells = Cut(path, line, lines[line]);
            if (cells.Length != header.Length)
            {
                issues.Add(KnowledgeIssue.At(cells[0].Place, IssueCode.MalformedTable,
                    $"Expected {header.Length} cells as in the header; found {cells.Length}."));
                continue;
            }

            rows.Add(cells);
        }

        return new MarkdownTable(header[0].Place, header, rows.ToImmutable());
    }

    /// <summary>Cuts a table line at its pipes; a pipe after a backslash belongs to the cell.</summary>
    private static ImmutableArray<Cell> Cut(string path, int line, string text)
    {
        var trimmedEnd = text.TrimEnd().Length;
        var position = text.Length - text.TrimStart().Length;
        if (position < trimmedEnd && text[position] == '|') position++;
        if (trimmedEnd > position && text[trimmedEnd - 1] == '|' && text[trimmedEnd - 2] != '\\') trimmedEnd--;
        var cells = ImmutableArray.CreateBuilder<Cell>();
        var begin = position;
        for (var i = position; i <= trimmedEnd; i++)
        {
            if (i < trimmedEnd && (text[i] != '|' || (i > 0 && text[i - 1] == '\\'))) continue;
            var raw = text[begin..i];
            var lead = raw.Length - raw.TrimStart().Length;
            cells.Add(new Cell(raw.Trim().Replace("\\|", "|").Trim('`'), new Place(path, line + 1, begin + lead + 1)));
            begin = i + 1;
        }

        return cells.ToImmutable();
    }
}
