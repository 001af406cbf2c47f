using Decidua.Clinical.Issues;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Tables;

namespace Decidua.Knowledge.Checking;

/// <summary>
/// Finds rows of one document that say <c>avoid</c> and <c>offer</c> or <c>consider</c> about one subject to the same woman, unless
/// one of them sets the other aside; and overrides that refer to nothing.
/// </summary>
internal static class AdviceCheck
{
    internal static void Check(Guideline guideline, ICollection<Issue> issues)
    {
        var rows = guideline.Rows.ToDictionary(row => row.Address);
        foreach (var row in rows.Values)
            foreach (var address in row.Overrides.Where(address => !rows.ContainsKey(address)))
                issues.Add(KnowledgeIssue.At(row.Place, IssueCode.UnknownReference,
                    $"Expected the address of a row in this document; found '{address}'.", Documents.Nearest.Hint(address, rows.Keys)));

        var advising = (from table in guideline.Tables from row in table.Rows where row.Advice is not null select (table, row)).ToList();
        foreach (var (avoidTable, avoid) in advising.Where(pair => pair.row.Advice!.Kind == AdviceKind.Avoid))
            foreach (var (table, row) in advising.Where(pair => pair.row.Advice!.Kind is AdviceKind.Offer or AdviceKind.Consider))
                CheckPair(avoidTable, avoid, table, row, issues);
    }

    private static void CheckPair(DecisionTable avoidTable, Row avoid, DecisionTable table, Row row, ICollection<Issue> issues)
    {
        if (avoid.Advice!.Subject != row.Advice!.Subject || avoid.Advice.Channel != row.Advice.Channel) return;
        if (avoid.Overrides.Contains(row.Address) || row.Overrides.Contains(avoid.Address)) return;
        if (avoidTable == table && table.Policy is HitPolicy.Unique or HitPolicy.First) return;
        var terms = avoid.Conditions.Concat(row.Conditions).Select(condition => condition.Term).Distinct();
        var space = new BoxSpace(terms, [avoid, row]);
        if (BoxSpace.Meet(space.Of(avoid), space.Of(row)) is { } both)
            issues.Add(KnowledgeIssue.At(row.Place, IssueCode.ContradictoryAdvice,
                $"Row {avoid.Address} says avoid {avoid.Advice.Subject} and row {row.Address} says {row.Advice.Kind.Word()} it to {space.Example(both)}.",
                "If one is the exception, name the other row in its column 'overrides'."));
    }
}
