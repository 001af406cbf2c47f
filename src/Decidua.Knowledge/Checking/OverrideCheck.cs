using Decidua.Clinical.Issues;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Tables;

namespace Decidua.Knowledge.Checking;

/// <summary>
/// Checks the exceptions: that each names rows of its document, that what it sets aside is advice or a result (a derived value is
/// decided before exceptions are looked at), and that no row sets itself aside, alone or in a circle.
/// </summary>
internal static class OverrideCheck
{
    internal static void Check(Guideline guideline, ICollection<Issue> issues)
    {
        var rows = new Dictionary<string, (Row Row, DecisionTable Table)>();
        foreach (var table in guideline.Tables)
            foreach (var row in table.Rows) rows.TryAdd(row.Address, (row, table));
        foreach (var (row, _) in rows.Values)
        {
            foreach (var address in row.Overrides)
            {
                if (!rows.TryGetValue(address, out var other))
                {
                    if (guideline.Tables.All(table => table.IsWhole)) issues.Add(KnowledgeIssue.At(row.Place, IssueCode.UnknownReference,
                        $"Expected the address of a row in this document; found '{address}'.", Nearest.Hint(address, rows.Keys)));
                }
                else if (other.Table.Decides is { } derived)
                    issues.Add(KnowledgeIssue.At(row.Place, IssueCode.UnknownReference,
                        $"Row {address} decides '{derived.Name}' and cannot be set aside; only advice and results can."));
            }
        }

        Circles([.. rows.Values.Select(pair => pair.Row)], issues);
    }

    /// <summary>Takes away rows that nothing left sets aside; what remains at the end stands in a circle.</summary>
    private static void Circles(List<Row> rows, ICollection<Issue> issues)
    {
        var left = rows.Where(row => !row.Overrides.IsEmpty).ToList();
        while (left.Count > 0)
        {
            var setAside = left.SelectMany(row => row.Overrides).ToHashSet();
            if (left.RemoveAll(row => !setAside.Contains(row.Address)) > 0) continue;
            var circle = FindCircle(left);
            issues.Add(KnowledgeIssue.At(circle[0].Place, IssueCode.Cycle,
                $"These rows set one another aside: {string.Join(" → ", circle.Append(circle[0]).Select(row => row.Address))}."));
            return;
        }
    }

    private static List<Row> FindCircle(List<Row> left)
    {
        var path = new List<Row>();
        var row = left[0];
        while (!path.Contains(row))
        {
            path.Add(row);
            row = left.First(other => other.Overrides.Contains(row.Address));
        }

        path.RemoveRange(0, path.IndexOf(row));
        path.Reverse();
        var first = path.IndexOf(left.First(path.Contains));
        return [.. path.Skip(first), .. path.Take(first)];
    }
}
