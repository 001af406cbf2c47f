using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Documents;

namespace Decidua.Knowledge.Catalogues;

/// <summary>Checks what refers to a catalogue.</summary>
internal static class CatalogueCheck
{
    private const string EvidenceColumn = "evidence";

    /// <summary>The front matter names the kind of catalogue.</summary>
    internal static void Kind(MarkdownDocument document, string kind, ICollection<Issue> issues)
    {
        if (document["catalogue"] != kind)
            issues.Add(KnowledgeIssue.At(document.Start, IssueCode.MissingFrontMatter,
                $"Expected 'catalogue: {kind}' in the front matter of a document in {document.Source.Folder}; found '{document["catalogue"]}'."));
    }

    /// <summary>The trials that the rows of a guideline name as evidence.</summary>
    internal static void Evidence(Guideline guideline, ImmutableArray<Trial> trials, ICollection<Issue> issues)
    {
        foreach (var table in guideline.Tables)
        {
            var column = table.Layout.Header.Select(cell => cell.Text).ToList().IndexOf(EvidenceColumn);
            if (column < 0) continue;
            foreach (var row in table.Rows)
            {
                var place = table.Layout.Rows.First(cells => cells[0].Place == row.Place)[column].Place;
                foreach (var id in row.Evidence) Evidence(id, place, trials, issues);
            }
        }
    }

    /// <summary>A trial that is named as evidence exists and was not retracted.</summary>
    internal static void Evidence(string id, Place place, ImmutableArray<Trial> trials, ICollection<Issue> issues)
    {
        var trial = trials.FirstOrDefault(one => one.Id == id);
        if (trial is null)
            issues.Add(KnowledgeIssue.At(place, IssueCode.UnknownReference,
                $"Expected ids of trials in knowledge/evidence; found '{id}'.", Nearest.Hint(id, trials.Select(one => one.Id))));
        else if (trial.Status == TrialStatus.Retracted)
            issues.Add(KnowledgeIssue.At(place, IssueCode.RetractedEvidence, $"The trial '{id}' was retracted and supports nothing.", "Take it out, and ask what the advice rests on without it."));
    }
}
