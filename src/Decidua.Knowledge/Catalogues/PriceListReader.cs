using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Tables;

namespace Decidua.Knowledge.Catalogues;

/// <summary>Reads the price lists of <c>knowledge/products</c>.</summary>
internal sealed class PriceListReader(ICollection<Issue> issues)
{
    /// <summary>The front matter of these documents says <c>catalogue: price list</c>.</summary>
    internal const string Catalogue = "price list";

    private const int LettersOfCurrency = 3;
    private static readonly string[] Columns = ["presentation", "pack", "price", "source", "checked"];

    /// <summary>Reads all lists, in the order of the documents.</summary>
    /// <param name="documents">The documents of the folder; products are passed over.</param>
    /// <param name="products">The products that may be priced.</param>
    internal ImmutableArray<PriceList> Read(IEnumerable<MarkdownDocument> documents, ImmutableArray<Product> products)
    {
        var known = products.SelectMany(product => product.Presentations).Select(one => one.Id).ToHashSet();
        return [.. documents.Where(document => document["catalogue"] == Catalogue).Select(document => Read(document, known))];
    }

    private PriceList Read(MarkdownDocument document, HashSet<string> known)
    {
        foreach (var key in new[] { "currency", "place", "date" }.Where(key => document[key].Length == 0))
            issues.Add(KnowledgeIssue.At(document.Start, IssueCode.MissingFrontMatter, $"Expected the key '{key}' in the front matter of a price list; found none."));
        if (document["currency"].Length is > 0 and not LettersOfCurrency)
            issues.Add(KnowledgeIssue.At(document.Start, IssueCode.BadPrice, $"Expected a currency of three letters; found '{document["currency"]}'."));
        var prices = ImmutableArray.CreateBuilder<Price>();
        foreach (var table in document.Sections.SelectMany(section => section.Tables))
        {
            if (table.Header.Select(cell => cell.Text).SequenceEqual(Columns)) prices.AddRange(table.Rows.Select(row => ReadPrice(row, known)));
            else issues.Add(KnowledgeIssue.At(table.Place, IssueCode.MalformedTable, $"Expected the columns {string.Join(", ", Columns)}."));
        }

        return new PriceList(document.Id, document["title"], document["currency"], document["place"], document["date"], prices.ToImmutable());
    }

    private Price ReadPrice(ImmutableArray<Cell> row, HashSet<string> known)
    {
        if (!known.Contains(row[0].Text))
            issues.Add(KnowledgeIssue.At(row[0].Place, IssueCode.UnknownReference, $"Expected the id of a presentation; found '{row[0].Text}'.", Nearest.Hint(row[0].Text, known)));
        var (pack, price) = (Literal.Plain(row[1].Text), Literal.Plain(row[2].Text));
        if (pack is not (> 0 and < int.MaxValue) || pack != decimal.Truncate(pack.Value))
            issues.Add(KnowledgeIssue.At(row[1].Place, IssueCode.BadPrice, $"Expected how many stand in the pack; found '{row[1].Text}'."));
        if (price is not > 0)
            issues.Add(KnowledgeIssue.At(row[2].Place, IssueCode.BadPrice, $"Expected what the pack costs; found '{row[2].Text}'."));
        if (row[3].IsDash)
            issues.Add(KnowledgeIssue.At(row[3].Place, IssueCode.MissingSource, "Expected where the price was seen; found nothing."));
        if (CheckedWords.Parse(row[4].Text) is null)
            issues.Add(KnowledgeIssue.At(row[4].Place, IssueCode.MissingSource, $"Expected how it was checked ({string.Join(", ", CheckedWords.All)}); found '{row[4].Text}'.", Nearest.Hint(row[4].Text, CheckedWords.All)));
        return new Price(row[0].Text, (int)Math.Clamp(pack ?? 1, 1, int.MaxValue), price ?? 0, row[3].Text, CheckedWords.Parse(row[4].Text) ?? Checked.Recalled);
    }
}
