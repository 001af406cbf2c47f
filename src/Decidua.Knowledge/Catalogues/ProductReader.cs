using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Tables;

namespace Decidua.Knowledge.Catalogues;

/// <summary>Reads the medicines of <c>knowledge/products</c>.</summary>
internal sealed class ProductReader(ICollection<Issue> issues)
{
    /// <summary>The folder of products and price lists.</summary>
    internal const string Folder = "products";

    /// <summary>The front matter of these documents says <c>catalogue: product</c>.</summary>
    internal const string Catalogue = "product";

    private static readonly string[] Items =
        ["id", "unit", "units per mg", "WHO units", "origin", "storage", "latex", "remarks", "source", "checked"];

    private static readonly string[] CodeColumns = ["system", "code", "source", "checked"];

    private static readonly string[] PresentationColumns =
        ["presentation", "kind", "strength", "volume (mL)", "per mL", "graduated", "packs", "preservative", "markets", "source", "checked", "note"];

    private static readonly string[] Units = ["mg", "IU", "U"];
    private static readonly string[] Systems = ["ATC", "RxNorm", "SNOMED CT"];
    private static readonly string[] Preservatives = [Presentation.BenzylAlcohol, "sodium metabisulfite"];
    private readonly HashSet<string> presentations = [];

    /// <summary>Reads all cards, in the order of the documents.</summary>
    /// <param name="documents">The documents of the folder; price lists are passed over.</param>
    internal ImmutableArray<Product> Read(IEnumerable<MarkdownDocument> documents)
    {
        var products = new Dictionary<string, Product>();
        foreach (var document in documents.Where(document => document["catalogue"] != PriceListReader.Catalogue))
        {
            CatalogueCheck.Kind(document, Catalogue, issues);
            foreach (var section in document.Sections.Where(Card.IsIn))
                if (Card.Read(section, Items, issues) is { } card && Read(card) is var product && !products.TryAdd(product.Id, product))
                    issues.Add(KnowledgeIssue.At(product.Place, IssueCode.DuplicateId, $"The product '{product.Id}' stands already at {products[product.Id].Place}."));
        }

        return [.. products.Values];
    }

    private Product Read(Card card)
    {
        var id = OneOf(card.Cell("id"), [.. DoseColumn.Medicines.Order(StringComparer.Ordinal)]);
        var unit = OneOf(card.Cell("unit"), Units);
        var rows = card.Lists(CodeColumns, PresentationColumns);
        var product = new Product
        {
            Id = id,
            Name = card.Section.Title,
            Unit = unit,
            UnitsPerMilligram = Number(card.Cell("units per mg")),
            WhoUnitsPerUnit = Ratio(card.Cell("WHO units")),
            Origin = card.Text("origin"),
            Storage = card.Text("storage"),
            Latex = card.Text("latex"),
            Remarks = card.TextOrNothing("remarks"),
            Source = card.Text("source"),
            Checked = card.How(card.Cell("checked")),
            Codes = [.. rows[0].Select(row => Code(card, row))],
            Presentations = [.. rows[1].Select(row => ReadPresentation(card, row, id, unit))],
            Place = card.Section.Place,
        };
        if (product.Presentations.IsEmpty)
            issues.Add(KnowledgeIssue.At(card.Section.Place, IssueCode.MalformedTable, $"Expected a table of presentations ({string.Join(", ", PresentationColumns)}); found none."));
        return product;
    }

    private ProductCode Code(Card card, ImmutableArray<Cell> row)
    {
        card.Said(row[1]);
        card.Said(row[2]);
        return new ProductCode(OneOf(row[0], Systems), row[1].Text, row[2].Text, card.How(row[3]));
    }

    private Presentation ReadPresentation(Card card, ImmutableArray<Cell> row, string medicine, string unit)
    {
        if (row[0].IsDash || Slug.Of(row[0].Text) != row[0].Text)
            Bad(row[0], "an id of lower-case letters, digits and hyphens");
        else if (!presentations.Add(row[0].Text))
            issues.Add(KnowledgeIssue.At(row[0].Place, IssueCode.DuplicateId, $"The presentation '{row[0].Text}' stands twice."));
        var kind = Kind(row[1]);
        var (strength, volume, concentration) = (Positive(row[2]), Number(row[3]), Number(row[4]));
        if (volume is null != concentration is null || (volume is { } mL && concentration is { } perML && mL * perML != strength))
            Bad(row[2], FormattableString.Invariant($"a strength that is the volume times the amount per mL ({volume * concentration:0.####})"));
        if (kind is PresentationKind.Syringe or PresentationKind.Ampoule or PresentationKind.Vial && volume is null) Bad(row[3], "a volume");
        var step = row[5].Text is "yes" or "no" ? null : Number(row[5]);
        if (row[5].Text is not ("yes" or "no") && (step is not > 0 || volume is null || step >= volume)) Bad(row[5], "yes, no, or the distance of its marks in mL");
        foreach (var preservative in Words(row[7])) OneOf(row[7] with { Text = preservative }, Preservatives);
        card.Said(row[8]);
        card.Said(row[9]);
        return new Presentation
        {
            Id = row[0].Text,
            Medicine = medicine,
            Kind = kind,
            Strength = strength,
            Unit = unit,
            Volume = volume,
            Concentration = concentration,
            IsGraduated = row[5].Text != "no",
            Step = step,
            Packs = Packs(row[6]),
            Preservatives = Words(row[7]),
            Markets = Words(row[8]),
            Source = row[9].Text,
            Checked = card.How(row[10]),
            Note = row[11].IsDash ? "" : row[11].Text,
        };
    }

    private PresentationKind Kind(Cell cell)
    {
        var words = Enum.GetNames<PresentationKind>().Select(name => name.ToLowerInvariant()).ToList();
        return Enum.TryParse<PresentationKind>(OneOf(cell, words), ignoreCase: true, out var kind) ? kind : default;
    }

    private ImmutableArray<int> Packs(Cell cell)
    {
        var sizes = Words(cell).Select(Literal.Plain).ToList();
        if (sizes.TrueForAll(size => size is > 0 and < int.MaxValue && size == decimal.Truncate(size.Value))) return [.. sizes.Select(size => (int)size!.Value).Order()];
        Bad(cell, "whole pack sizes, such as 2, 10, or a dash");
        return [];
    }

    /// <summary>WHO units and the other units that stand on the same syringe: <c>10250 per 9500</c>.</summary>
    private decimal? Ratio(Cell cell)
    {
        if (cell.IsDash) return null;
        if (cell.Text.Split(" per ") is [var who, var other] && Literal.Plain(who) is > 0 and var above && Literal.Plain(other) is > 0 and var below) return above / below;
        Bad(cell, "two numbers of units, such as '10250 per 9500', or a dash");
        return null;
    }

    private decimal Positive(Cell cell)
    {
        if (Literal.Plain(cell.Text) is > 0 and var number) return number;
        Bad(cell, "a number above 0");
        return 1;
    }

    private decimal? Number(Cell cell)
    {
        if (cell.IsDash) return null;
        if (Literal.Plain(cell.Text) is > 0 and var number) return number;
        Bad(cell, "a number above 0, or a dash");
        return null;
    }

    private static ImmutableArray<string> Words(Cell cell) => cell.IsDash ? [] : [.. cell.Text.Split(',', StringSplitOptions.TrimEntries)];

    private string OneOf(Cell cell, IReadOnlyCollection<string> words)
    {
        if (!words.Contains(cell.Text))
            issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.UnknownChoiceInCell, $"Expected {string.Join(", ", words)}; found '{cell.Text}'.", Nearest.Hint(cell.Text, words)));
        return cell.Text;
    }

    private void Bad(Cell cell, string expected) =>
        issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.BadPresentation, $"Expected {expected}; found '{cell.Text}'."));
}
