using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Checking;
using Decidua.Knowledge.Documents;

namespace Decidua.Knowledge.Tables;

/// <summary>Reads guideline documents in such an order that each comes after those whose derived values it uses.</summary>
internal sealed class GuidelineShelf(GuidelineReader reader, ICollection<Issue> issues)
{
    private readonly Dictionary<MarkdownDocument, Guideline> read = [];
    private readonly List<MarkdownDocument> path = [];

    /// <summary>Reads the documents; a use that names no document, or that goes round in a circle, is an issue.</summary>
    /// <param name="documents">All guideline documents of the knowledge.</param>
    /// <param name="known">Guidelines that were read before and are taken over as they are.</param>
    internal ImmutableArray<Guideline> Read(IReadOnlyCollection<MarkdownDocument> documents, params IEnumerable<Guideline> known)
    {
        foreach (var guideline in known) read[guideline.Document] = guideline;
        var byId = documents.DistinctBy(document => document.Id).ToDictionary(document => document.Id);
        return [.. documents.Select(document => ReadOne(document, byId)).OrderBy(guideline => guideline.Id, StringComparer.Ordinal)];
    }

    private Guideline ReadOne(MarkdownDocument document, Dictionary<string, MarkdownDocument> byId)
    {
        if (read.TryGetValue(document, out var found)) return found;
        path.Add(document);
        var uses = ImmutableArray.CreateBuilder<Guideline>();
        foreach (var id in document["uses"].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!byId.TryGetValue(id, out var used))
                issues.Add(KnowledgeIssue.At(document.Start, IssueCode.UnknownReference,
                    $"The front matter uses '{id}', which knowledge/guidelines does not have.", Nearest.Hint(id, byId.Keys)));
            else if (path.Contains(used))
                issues.Add(KnowledgeIssue.At(document.Start, IssueCode.Cycle,
                    $"These documents use one another: {string.Join(" → ", path.SkipWhile(step => step != used).Append(used).Select(step => step.Id))}."));
            else
                uses.Add(ReadOne(used, byId));
        }

        path.RemoveAt(path.Count - 1);
        return read[document] = reader.Read(document, uses.ToImmutable());
    }
}
