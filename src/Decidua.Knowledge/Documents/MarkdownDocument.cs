using System.Collections.Immutable;

namespace Decidua.Knowledge.Documents;

/// <summary>A knowledge file as it stands on paper: front matter, sections, prose and tables, each with its place.</summary>
public sealed class MarkdownDocument
{
    /// <summary>The file this document was read from.</summary>
    public required SourceFile Source { get; init; }

    /// <summary>The front matter: every key with its value as text; nested maps are in <see cref="Grades"/>.</summary>
    public required ImmutableSortedDictionary<string, string> FrontMatter { get; init; }

    /// <summary>The publisher's grades of strength, each explained; empty when none are declared.</summary>
    public required ImmutableSortedDictionary<string, string> Grades { get; init; }

    /// <summary>The sections in the order of the document. The part before the first <c>##</c> heading has an empty title.</summary>
    /// <remarks>A document of stored knowledge reads them from its file when somebody asks: to answer about a woman, nobody does.</remarks>
    public ImmutableArray<Section> Sections
    {
        get
        {
            if (field.IsDefault) ImmutableInterlocked.InterlockedInitialize(ref field, MarkdownReader.Read(Source, [])!.Sections);
            return field;
        }
        init;
    }

    /// <summary>The value of a front matter key, or an empty string.</summary>
    /// <param name="key">The key, for example <c>publisher</c>.</param>
    public string this[string key] => FrontMatter.GetValueOrDefault(key, "");

    /// <summary>The id that the front matter gives.</summary>
    public string Id => this["id"];

    /// <summary>The place of the document's first line.</summary>
    public Place Start => new(Source.Path, 1, 1);
}

/// <summary>A heading of the second level with what stands under it up to the next one.</summary>
public sealed class Section
{
    /// <summary>The heading's text; empty for what stands before the first heading.</summary>
    public required string Title { get; init; }

    /// <summary>Where the heading stands.</summary>
    public required Place Place { get; init; }

    /// <summary>What stands under the heading, in order: prose blocks and tables.</summary>
    public required ImmutableArray<SectionPart> Parts { get; init; }

    /// <summary>The heading as used in addresses.</summary>
    public string Id => Slug.Of(Title);

    /// <summary>The tables under the heading, in order.</summary>
    public IEnumerable<MarkdownTable> Tables => Parts.OfType<MarkdownTable>();

    /// <summary>The prose under the heading, as Markdown.</summary>
    public IEnumerable<Prose> Prose => Parts.OfType<Prose>();
}

/// <summary>One block under a heading: <see cref="Prose"/> or a <see cref="MarkdownTable"/>.</summary>
/// <param name="Place">Where it begins.</param>
public abstract record SectionPart(Place Place);

/// <summary>A paragraph, list or other block that is read by people only.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Markdown">The block's text as written.</param>
public sealed record Prose(Place Place, string Markdown) : SectionPart(Place);

/// <summary>A pipe table: header and rows of cells.</summary>
/// <param name="Place">Where the header row begins.</param>
/// <param name="Header">The header cells, in order.</param>
/// <param name="Rows">The rows below the delimiter row, each a list of cells in the order of the header.</param>
public sealed record MarkdownTable(Place Place, ImmutableArray<Cell> Header, ImmutableArray<ImmutableArray<Cell>> Rows)
    : SectionPart(Place)
{
    /// <summary>Whether every row could be cut into cells; the others are reported and left out.</summary>
    public bool IsWhole { get; init; } = true;
}

/// <summary>One cell of a table.</summary>
/// <param name="Text">The text between the pipes, without the surrounding blanks.</param>
/// <param name="Place">Where the text begins.</param>
public readonly record struct Cell(string Text, Place Place)
{
    /// <summary>Whether the cell is empty or holds only the dash that stands for any or nothing.</summary>
    public bool IsDash => Text is "" or "-" or "–" or "—";
}
