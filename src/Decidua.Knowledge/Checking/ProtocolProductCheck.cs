using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Catalogues;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Protocols;

namespace Decidua.Knowledge.Checking;

/// <summary>Checks that the parameters of a protocol about the pharmacy name products, markets and prices that exist, and numbers that can be read.</summary>
internal static class ProtocolProductCheck
{
    internal static void Check(MarkdownDocument protocol, ImmutableArray<Product> products, ImmutableArray<PriceList> prices, ICollection<Issue> issues)
    {
        var presentations = products.SelectMany(product => product.Presentations).ToList();
        var rows = protocol.Sections.SelectMany(section => section.Tables).Where(table => table.Header[0].Text == "parameter").SelectMany(table => table.Rows).Where(row => row.Length > 1);
        foreach (var row in rows)
        {
            switch (row[0].Text)
            {
                case Protocol.Stock:
                    Known(row[1], presentations.Select(one => one.Id), issues);
                    break;
                case Protocol.Market:
                    Known(row[1], presentations.SelectMany(one => one.Markets), issues);
                    break;
                case Protocol.Prices:
                    Known(row[1], prices.Select(list => list.Id), issues);
                    break;
                case Protocol.RefillLead when Literal.Minutes(row[1].Text) is null:
                    Bad(row[1], "a length of time such as 7 d", issues);
                    break;
                case Protocol.LargestRounding when Percent(row[1].Text) is null:
                    Bad(row[1], "a share such as 10 %", issues);
                    break;
            }
        }
    }

    private static decimal? Percent(string text) => text.EndsWith(" %", StringComparison.Ordinal) && Literal.Plain(text[..^2]) is >= 0 and <= 100 and var share ? share : null;

    private static void Known(Cell cell, IEnumerable<string> known, ICollection<Issue> issues)
    {
        var all = known.Append(Protocol.Everything).ToHashSet();
        foreach (var name in cell.Text.Split(',', StringSplitOptions.TrimEntries).Where(name => !all.Contains(name)))
            issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.UnknownProduct, $"Expected '{Protocol.Everything}' or names that knowledge/products has; found '{name}'.", Nearest.Hint(name, all)));
    }

    private static void Bad(Cell cell, string expected, ICollection<Issue> issues) =>
        issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.MalformedCell, $"Expected {expected}; found '{cell.Text}'."));
}
