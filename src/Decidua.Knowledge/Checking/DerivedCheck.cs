using Decidua.Clinical.Issues;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;

namespace Decidua.Knowledge.Checking;

/// <summary>Checks that every derived value is decided by tables that may decide it, and that sums stay in their range.</summary>
internal static class DerivedCheck
{
    internal static void Check(Guideline guideline, ICollection<Issue> issues)
    {
        foreach (var value in guideline.Derived)
        {
            var tables = guideline.Tables.Where(table => table.Decides == value).ToList();
            if (tables.Count == 0)
                issues.Add(KnowledgeIssue.At(value.Place, IssueCode.UndecidedValue, $"Expected a table with the output '→ {value.Name}'; found none."));
            else if (tables.Count > 1 && tables.Exists(table => table.Policy != HitPolicy.Sum))
                issues.Add(KnowledgeIssue.At(tables[1].Place, IssueCode.DuplicateId,
                    $"'{value.Name}' is decided by several tables ({string.Join(", ", tables.Select(table => table.Title))}); only C+ tables may share a value."));
            foreach (var table in tables) CheckTable(value, table, issues);
            if (tables.TrueForAll(table => table.Policy == HitPolicy.Sum)) CheckSum(value, tables, issues);
        }
    }

    private static void CheckTable(DerivedValue value, DecisionTable table, ICollection<Issue> issues)
    {
        if (table.Policy == HitPolicy.Collect)
            issues.Add(KnowledgeIssue.At(table.Place, IssueCode.MalformedTable, $"A table with C cannot decide the single value '{value.Name}'.", "Use U, F, C+ or C>."));
        if (table.Policy == HitPolicy.Sum && !value.Type.IsNumeric)
            issues.Add(KnowledgeIssue.At(table.Place, IssueCode.MalformedTable, $"C+ adds numbers, but '{value.Name}' is not a count."));
        foreach (var output in table.Rows.SelectMany(row => row.Outputs).Where(output => output.Value is null))
            issues.Add(KnowledgeIssue.At(output.Place, IssueCode.UndecidedValue, $"Expected a value of '{value.Name}'; found none."));
    }

    private static void CheckSum(DerivedValue value, List<DecisionTable> tables, ICollection<Issue> issues)
    {
        var parts = IndependentPart.Of(tables.SelectMany(table => table.Rows));
        var greatest = parts.Sum(Greatest);
        if (greatest > value.Type.Range.High)
            issues.Add(KnowledgeIssue.At(value.Place, IssueCode.CellOutOfRange,
                $"'{value.Name}' can reach {greatest}, above its declared range up to {value.Type.Range.High}."));
    }

    private static decimal Greatest(IndependentPart part)
    {
        if (part.Terms.Length != 1) return part.Rows.Sum(Points);
        var partition = Partition.Of(part.Terms[0].Type, part.Rows.SelectMany(row => row.Conditions).Select(condition => condition.Values));
        if (partition.Count > FactType.MostClasses) return part.Rows.Sum(Points);
        return Enumerable.Range(0, partition.Count).Max(index => part.Rows
            .Where(row => row.Conditions.All(condition => (partition.MaskOf(condition.Values) >> index & 1) != 0)).Sum(Points));
    }

    private static decimal Points(Row row) => row.Outputs is [{ Value: ValueSet.Numbers { IsSingle: true } points }] ? points.Single : 0;
}
