using System.Collections.Immutable;
using System.Globalization;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Documents;

namespace Decidua.Knowledge.Catalogues;

/// <summary>Reads the trials of <c>knowledge/evidence</c>.</summary>
internal sealed class TrialReader(ICollection<Issue> issues)
{
    /// <summary>The front matter of these documents says <c>catalogue: trial</c>.</summary>
    internal const string Catalogue = "trial";

    private static readonly string[] Items =
        ["id", "year", "source", "status", "design", "population", "arms", "shows", "does not show", "caution", "checked"];

    private static readonly string[] FigureColumns = ["outcome", "result", "source", "checked"];

    /// <summary>Reads all cards, in the order of their ids.</summary>
    internal ImmutableArray<Trial> Read(IEnumerable<MarkdownDocument> documents)
    {
        var trials = new SortedDictionary<string, Trial>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            CatalogueCheck.Kind(document, Catalogue, issues);
            foreach (var section in document.Sections.Where(Card.IsIn))
                if (Card.Read(section, Items, issues) is { } card && Read(document, card) is var trial && !trials.TryAdd(trial.Id, trial))
                    issues.Add(KnowledgeIssue.At(trial.Place, IssueCode.DuplicateId, $"The trial '{trial.Id}' stands already at {trials[trial.Id].Place}."));
        }

        return [.. trials.Values];
    }

    private Trial Read(MarkdownDocument document, Card card)
    {
        var status = card.Word<TrialStatus>("status");
        var figures = card.List(FigureColumns);
        if (card.HasList == (status != TrialStatus.Published))
            issues.Add(KnowledgeIssue.At(card.Section.Place, IssueCode.MalformedTable, status == TrialStatus.Published
                ? $"Expected a table of figures ({string.Join(", ", FigureColumns)}) under a published study; found none."
                : $"A study that is {card.Cell("status").Text} has no figures to quote.", status == TrialStatus.Published ? "" : "Leave the table out."));
        return new Trial
        {
            Id = card.Id(),
            Name = card.Section.Title,
            Topic = document["title"],
            Year = Year(card.Cell("year")),
            Source = card.Text("source"),
            Status = status,
            Design = card.Text("design"),
            Population = card.Text("population"),
            Arms = card.TextOrNothing("arms"),
            Shows = card.Text("shows"),
            DoesNotShow = card.Text("does not show"),
            Caution = card.TextOrNothing("caution"),
            Checked = card.How(card.Cell("checked")),
            Figures = [.. figures.Select(row => Figure(card, row))],
            Place = card.Section.Place,
        };
    }

    private static TrialFigure Figure(Card card, ImmutableArray<Cell> row)
    {
        foreach (var cell in row.Take(FigureColumns.Length - 1)) card.Said(cell);
        return new TrialFigure(row[0].Text, row[1].Text, row[2].Text, card.How(row[^1]));
    }

    private int? Year(Cell cell)
    {
        if (cell.IsDash) return null;
        if (DateOnly.TryParseExact(cell.Text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year)) return year.Year;
        issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.MalformedCell, $"Expected a year of four digits, or a dash; found '{cell.Text}'."));
        return null;
    }
}
