using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Documents;

namespace Decidua.Knowledge.Catalogues;

/// <summary>Reads the claims of <c>knowledge/claims</c>.</summary>
internal sealed class ClaimReader(ICollection<Issue> issues)
{
    /// <summary>The front matter of these documents says <c>catalogue: claim</c>.</summary>
    internal const string Catalogue = "claim";

    private static readonly string[] Items = ["id", "verdict", "why", "instead", "trials", "guidelines", "source", "checked"];

    /// <summary>Reads all cards, in the order of the documents.</summary>
    /// <param name="documents">The documents of the folder.</param>
    /// <param name="trials">The trials that a claim may name.</param>
    /// <param name="guidelines">Ids of the guidelines that a claim may name.</param>
    internal ImmutableArray<Claim> Read(IEnumerable<MarkdownDocument> documents, ImmutableArray<Trial> trials, IReadOnlyCollection<string> guidelines)
    {
        var claims = new Dictionary<string, Claim>();
        foreach (var document in documents)
        {
            CatalogueCheck.Kind(document, Catalogue, issues);
            foreach (var section in document.Sections.Where(Card.IsIn))
            {
                if (Card.Read(section, Items, issues) is not { } card) continue;
                var claim = Read(document, card);
                if (!claims.TryAdd(claim.Id, claim))
                    issues.Add(KnowledgeIssue.At(claim.Place, IssueCode.DuplicateId, $"The claim '{claim.Id}' stands already at {claims[claim.Id].Place}."));
                foreach (var id in claim.Trials) CatalogueCheck.Evidence(id, card.Cell("trials").Place, trials, issues);
                foreach (var id in claim.Guidelines.Where(id => !guidelines.Contains(id)))
                    issues.Add(KnowledgeIssue.At(card.Cell("guidelines").Place, IssueCode.UnknownReference,
                        $"Expected ids of guidelines; found '{id}'.", Nearest.Hint(id, guidelines)));
            }
        }

        return [.. claims.Values];
    }

    private static Claim Read(MarkdownDocument document, Card card)
    {
        _ = card.List();
        return new Claim
        {
            Id = card.Id(),
            Text = card.Section.Title,
            Topic = document["title"],
            Verdict = card.Word<Verdict>("verdict"),
            Why = card.Text("why"),
            Instead = card.Text("instead"),
            Trials = card.Ids("trials"),
            Guidelines = card.Ids("guidelines"),
            Source = card.Text("source"),
            Checked = card.How(card.Cell("checked")),
            Place = card.Section.Place,
        };
    }
}
