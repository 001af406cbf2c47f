using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Decidua.Knowledge.Documents;

/// <summary>
/// Reads front matter: keys with plain values, and one level of maps (the grades). Nothing else that YAML knows is part of the
/// language, so nothing can nest, repeat or refer to itself.
/// </summary>
/// <param name="path">Path of the file.</param>
/// <param name="firstLine">The line of the file on which the YAML begins, from 1.</param>
/// <param name="issues">Receives what is wrong.</param>
internal sealed class FrontMatterReader(string path, int firstLine, ICollection<Issue> issues)
{
    private const int LargestText = 20_000;
    private readonly ImmutableSortedDictionary<string, string>.Builder values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
    private readonly ImmutableSortedDictionary<string, string>.Builder grades = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);

    /// <summary>The keys with plain values.</summary>
    internal ImmutableSortedDictionary<string, string> Values => values.ToImmutable();

    /// <summary>The keys and values of the map named <c>grades</c>.</summary>
    internal ImmutableSortedDictionary<string, string> Grades => grades.ToImmutable();

    /// <summary>Reads the text between the two lines of hyphens.</summary>
    internal void Read(string text)
    {
        if (text.Length > LargestText)
        {
            issues.Add(KnowledgeIssue.At(new(path, firstLine, 1), IssueCode.TooLargeKnowledge,
                $"The front matter has {text.Length} characters; at most {LargestText} are read.", "Move what explains to the document."));
            return;
        }

        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _)) return;
            if (parser.TryConsume<MappingStart>(out _)) ReadKeys(parser);
            else Refuse(parser.Current!, "Expected keys with values, such as 'id: example-2026'.");
        }
        catch (YamlException exception)
        {
            Refuse(exception.Start, $"The front matter is not YAML: {exception.Message}");
        }
    }

    private void ReadKeys(Parser parser)
    {
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (!parser.TryConsume<Scalar>(out var key))
            {
                Refuse(parser.Current!, "Expected a key.");
                return;
            }

            if (parser.TryConsume<Scalar>(out var value)) Put(values, key, value);
            else if (key.Value == "grades" && parser.TryConsume<MappingStart>(out _))
            {
                if (!ReadGrades(parser)) return;
            }
            else
            {
                Refuse(parser.Current!, $"Expected a plain value of '{key.Value}'; only 'grades' holds keys of its own.");
                return;
            }
        }
    }

    private bool ReadGrades(Parser parser)
    {
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (!parser.TryConsume<Scalar>(out var grade) || !parser.TryConsume<Scalar>(out var meaning))
            {
                Refuse(parser.Current!, "Expected a grade and what it means.");
                return false;
            }

            Put(grades, grade, meaning);
        }

        return true;
    }

    private void Put(ImmutableSortedDictionary<string, string>.Builder map, Scalar key, Scalar value)
    {
        if (map.TryAdd(key.Value, value.Value)) return;
        issues.Add(KnowledgeIssue.At(PlaceOf(key.Start), IssueCode.DuplicateId, $"The key '{key.Value}' stands twice in the front matter."));
    }

    private void Refuse(ParsingEvent found, string message) => Refuse(found.Start, message);

    private void Refuse(Mark mark, string message) =>
        issues.Add(KnowledgeIssue.At(PlaceOf(mark), IssueCode.MissingFrontMatter, message));

    private Place PlaceOf(Mark mark) => new(path, firstLine + (int)mark.Line - 1, (int)mark.Column);
}
