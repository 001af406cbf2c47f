using Decidua.Clinical.Issues;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Tables;

namespace Decidua.Knowledge.Checking;

/// <summary>
/// Decides exactly, by subtracting boxes, whether the rows of a table overlap, leave a gap or can never apply, and shows each
/// finding with an example woman.
/// </summary>
internal static class TableCheck
{
    internal static void Check(Guideline guideline, DecisionTable table, ICollection<Issue> issues)
    {
        var space = new BoxSpace(table.Inputs, table.Rows);
        if (space.TooFine is { } term)
        {
            issues.Add(KnowledgeIssue.At(table.Place, IssueCode.TooLargeKnowledge,
                $"The rows cut '{term.Name}' into more classes than the language allows.", "Split the table."));
            return;
        }

        switch (table.Policy)
        {
            case HitPolicy.Unique:
                Overlaps(table, space, issues);
                Gaps(table, space, mustBeComplete: true, issues);
                break;
            case HitPolicy.First:
                Unreachable(table, space, issues);
                Gaps(table, space, mustBeComplete: table.Decides is not null || !IsOutOfScope(guideline, table), issues);
                break;
            case HitPolicy.Greatest when table.Decides is { Type.IsNumeric: false }:
                Gaps(table, space, mustBeComplete: true, issues);
                break;
        }
    }

    private static bool IsOutOfScope(Guideline guideline, DecisionTable table) =>
        guideline.Document.Sections.Where(section => section.Title == "Out of scope")
            .SelectMany(section => section.Prose)
            .Any(prose => prose.Markdown.Contains(table.Title, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reports every row that overlaps an earlier one, with the first of these.</summary>
    private static void Overlaps(DecisionTable table, BoxSpace space, ICollection<Issue> issues)
    {
        var boxes = table.Rows.Select(space.Of).ToList();
        for (var second = 1; second < boxes.Count; second++)
        {
            for (var first = 0; first < second; first++)
            {
                if (BoxSpace.Meet(boxes[first], boxes[second]) is not { } both) continue;
                issues.Add(KnowledgeIssue.At(table.Rows[second].Place, IssueCode.Overlap,
                    $"Expected that one row applies to every woman; rows {table.Rows[first].Id} and {table.Rows[second].Id} of '{table.Title}' both apply to {space.Example(both)}."));
                break;
            }
        }
    }

    private static void Gaps(DecisionTable table, BoxSpace space, bool mustBeComplete, ICollection<Issue> issues)
    {
        if (!mustBeComplete) return;
        List<ulong[]>? rest = [space.Everyone];
        foreach (var row in table.Rows)
        {
            rest = space.Subtract(rest, space.Of(row));
            if (rest is null)
            {
                TooLarge(table, issues);
                return;
            }
        }

        if (rest.Count > 0)
            issues.Add(KnowledgeIssue.At(table.Place, IssueCode.Gap,
                $"Expected that a row of '{table.Title}' applies to every woman; none applies to {space.Example(rest[0])}.",
                "Add a row, or widen one."));
    }

    private static void Unreachable(DecisionTable table, BoxSpace space, ICollection<Issue> issues)
    {
        var boxes = table.Rows.Select(space.Of).ToList();
        for (var index = 0; index < boxes.Count; index++)
        {
            List<ulong[]>? rest = [boxes[index]];
            foreach (var earlier in boxes.Take(index))
            {
                rest = space.Subtract(rest, earlier);
                if (rest is null)
                {
                    TooLarge(table, issues);
                    return;
                }
            }

            if (rest.Count == 0)
                issues.Add(KnowledgeIssue.At(table.Rows[index].Place, IssueCode.Unreachable,
                    $"Row {table.Rows[index].Id} of '{table.Title}' can never apply: earlier rows apply to all its women."));
        }
    }

    private static void TooLarge(DecisionTable table, ICollection<Issue> issues) =>
        issues.Add(KnowledgeIssue.At(table.Place, IssueCode.TooLargeKnowledge,
            $"Whether '{table.Title}' is complete needs more than {BoxSpace.MostBoxes} boxes to decide.", "Split the table."));
}
