using Decidua.Clinical.Issues;
using Markdig;
using Markdig.Extensions.Yaml;

namespace Decidua.Knowledge.Documents;

/// <summary>
/// Reads a knowledge file into front matter, sections, prose and tables. Markdig finds the blocks, YamlDotNet reads the
/// front matter.
/// </summary>
public static class MarkdownReader
{
    /// <summary>The largest knowledge file that is read, in characters.</summary>
    public const int LargestFile = 500_000;

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
        if (Parse(source, text, issues) is not { } syntax) return null;
        var front = syntax.OfType<YamlFrontMatterBlock>().FirstOrDefault();
        if (front is null)
        {
            issues.Add(KnowledgeIssue.At(new(source.Path, 1, 1), IssueCode.MissingFrontMatter,
                "Expected YAML front matter between two lines of '---' at the top; found none.", "Add at least id and title."));
            return null;
        }

        var head = new FrontMatterReader(source.Path, front.Line + 2, issues);
        head.Read(front.Lines.ToString());
        return new MarkdownDocument
        {
            Source = source,
            FrontMatter = head.Values,
            Grades = head.Grades,
            Sections = new SectionReader(source.Path, text, issues).Read(syntax),
        };
    }

    private static Markdig.Syntax.MarkdownDocument? Parse(SourceFile source, string text, ICollection<Issue> issues)
    {
        try
        {
            return Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException exception)
        {
            // The parser's own guard against nesting without end.
            issues.Add(KnowledgeIssue.At(new(source.Path, 1, 1), IssueCode.TooLargeKnowledge,
                $"The Markdown cannot be read: {exception.Message}", "Simplify the document."));
            return null;
        }
    }
}
