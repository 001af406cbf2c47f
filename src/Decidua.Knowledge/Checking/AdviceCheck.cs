using Decidua.Clinical.Issues;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;

namespace Decidua.Knowledge.Checking;

/// <summary>
/// Finds rows of one document that say <c>avoid</c> and <c>offer</c> or <c>consider</c> about one subject to the same woman, unless
/// one of them sets the other aside; and subjects whose starts and ends combine without end.
/// </summary>
internal static class AdviceCheck
{
    internal static void Check(Guideline guideline, ICollection<Issue> issues)
    {
        var before = issues.Count;
        var advising = (from table in guideline.Tables from row in table.Rows where row.Advice is not null select (table, row)).ToList();
        foreach (var same in advising.GroupBy(pair => (pair.row.Advice!.Subject, pair.row.Advice.Channel)))
        {
            CheckCourses(guideline, [.. same.Select(pair => pair.row)], issues);
            var giving = same.Where(pair => pair.row.Advice!.Kind is AdviceKind.Offer or AdviceKind.Consider).ToList();
            foreach (var (avoidTable, avoid) in same.Where(pair => pair.row.Advice!.Kind == AdviceKind.Avoid))
                foreach (var (table, row) in giving)
                    if (issues.Count - before <= Limits.MostIssues && MayMeet(avoidTable, avoid, table, row)) Report(avoid, row, issues);
        }
    }

    /// <summary>
    /// Starts and ends whose order is not known can combine in very many ways; a document in which they do cannot be answered
    /// while facts are open.
    /// </summary>
    private static void CheckCourses(Guideline guideline, List<Row> rows, ICollection<Issue> issues)
    {
        var starts = Combinations(rows.Select(row => row.Advice!.From), Milestone.Earliest);
        var ends = Combinations(rows.Select(row => row.Advice!.Until), Milestone.Latest);
        if ((starts + 1) * (ends + 1) > Limits.MostCourses)
            issues.Add(KnowledgeIssue.At(rows[0].Place, IssueCode.TooLargeKnowledge,
                $"The starts and ends of the advice on {rows[0].Advice!.Subject} in '{guideline.Id}' combine to more than {Limits.MostCourses} courses.", "Use fewer milestones whose order is not known."));
    }

    private static int Combinations(IEnumerable<Milestone?> milestones, Func<Milestone, Milestone, Interval?, Milestone> combine)
    {
        var all = milestones.OfType<Milestone>().Distinct().ToList();
        var seen = all.ToHashSet();
        for (var later = 0; later < all.Count && all.Count <= Limits.MostCourses; later++)
            for (var earlier = 0; earlier < later; earlier++)
                if (combine(all[later], all[earlier], null) is var both && seen.Add(both)) all.Add(both);
        return all.Count;
    }

    private static bool MayMeet(DecisionTable avoidTable, Row avoid, DecisionTable table, Row row)
    {
        if (avoidTable == table && table.Policy is HitPolicy.Unique or HitPolicy.First) return false;
        if (avoid.Overrides.Contains(row.Address) || row.Overrides.Contains(avoid.Address)) return false;
        return avoid.Conditions.All(condition => row.On(condition.Term) is not { } other || condition.Values.Meets(other.Values));
    }

    private static void Report(Row avoid, Row row, ICollection<Issue> issues)
    {
        var space = new BoxSpace(avoid.Conditions.Concat(row.Conditions).Select(condition => condition.Term).Distinct(), [avoid, row]);
        if (space.TooFine is null && BoxSpace.Meet(space.Of(avoid), space.Of(row)) is { } both)
            issues.Add(KnowledgeIssue.At(row.Place, IssueCode.ContradictoryAdvice,
                $"Row {avoid.Address} says avoid {avoid.Advice!.Subject} and row {row.Address} says {row.Advice!.Kind.Word()} it to {space.Example(both)}.",
                "If one is the exception, name the other row in its column 'overrides'."));
    }
}
