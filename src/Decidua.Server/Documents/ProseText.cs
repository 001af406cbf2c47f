using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace Decidua.Server.Documents;

/// <summary>Turns the prose of a document into HTML. HTML inside the Markdown is shown as text, and links lead to the web or into the page only.</summary>
public static class ProseText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <summary>A paragraph, list or other block.</summary>
    /// <param name="markdown">The block as written.</param>
    public static MarkupString Block(string markdown) => new(Render(markdown));

    /// <summary>The text of a cell: emphasis and code, without a paragraph around it.</summary>
    /// <param name="markdown">The text as written.</param>
    public static MarkupString Inline(string markdown)
    {
        var html = Render(Literal(markdown)).Trim();
        const string open = "<p>", close = "</p>";
        return new(html.StartsWith(open, StringComparison.Ordinal) && html.LastIndexOf(open, StringComparison.Ordinal) == 0 && html.EndsWith(close, StringComparison.Ordinal)
            ? html[open.Length..^close.Length]
            : html);
    }

    /// <summary>Whether a block is the title that repeats the page's own heading.</summary>
    /// <param name="markdown">The block as written.</param>
    public static bool IsTitle(string markdown) => markdown.StartsWith("# ", StringComparison.Ordinal);

    /// <summary>A cell such as <c>&gt; 35</c> or <c>- </c> is a test, never a quotation or a list.</summary>
    private static string Literal(string cell) => cell.Length > 0 && (char.IsPunctuation(cell[0]) || char.IsSymbol(cell[0]) || char.IsDigit(cell[0])) && cell[0] is not ('*' or '_' or '`' or '[')
        ? EscapeStart(cell)
        : cell;

    private static string EscapeStart(string cell) => char.IsDigit(cell[0]) ? cell.Replace(". ", "\\. ", StringComparison.Ordinal) : "\\" + cell;

    private static string Render(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().Where(link => !Leads(link.Url))) link.Url = "#";
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return writer.ToString();
    }

    private static bool Leads(string? url) =>
        url is not null && (url.StartsWith('#') || url.StartsWith("https://", StringComparison.Ordinal) || url.StartsWith("http://", StringComparison.Ordinal));
}
