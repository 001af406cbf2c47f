using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Documents;

namespace Decidua.Knowledge.Tables;

/// <summary>What each column of a decision table is for, read from its header.</summary>
internal sealed class TableShape
{
    private const string Arrow = "→";
    private static readonly string[] AdviceColumns = ["advice", "subject", "intensity", "from", "until", "reason", "channel"];
    private static readonly string[] AnnotationColumns = ["strength", "source", "checked", "note", "overrides", "evidence"];

    private TableShape()
    {
    }

    internal required HitPolicy Policy { get; init; }

    /// <summary>Input columns by position; null for a column that could not be understood.</summary>
    internal ImmutableSortedDictionary<int, Term?> Inputs { get; private set; } = ImmutableSortedDictionary<int, Term?>.Empty;

    /// <summary>Position of the column <c>fact</c>, or -1; <c>is</c> stands to its right.</summary>
    internal int FactColumn { get; private set; } = -1;

    internal ImmutableSortedDictionary<int, OutputColumn> Outputs { get; private set; } = ImmutableSortedDictionary<int, OutputColumn>.Empty;

    internal ImmutableSortedDictionary<string, int> Advice { get; private set; } = ImmutableSortedDictionary<string, int>.Empty;

    internal ImmutableSortedDictionary<string, int> Annotations { get; private set; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Whether a table is meant to be a decision table: it has a hit policy, or an output column.</summary>
    internal static bool IsDecisionTable(MarkdownTable table) =>
        HitPolicyLetters.Parse(table.Header[0].Text) is not null
        || table.Header.Any(cell => cell.Text.StartsWith(Arrow, StringComparison.Ordinal));

    internal static TableShape? Read(MarkdownTable table, Heading heading, ICollection<Issue> issues)
    {
        if (HitPolicyLetters.Parse(table.Header[0].Text) is not { } policy)
        {
            issues.Add(KnowledgeIssue.At(table.Place, IssueCode.MalformedTable,
                $"Expected a hit policy (U, F, C, C+ or C>) in the first heading; found '{table.Header[0].Text}'."));
            return null;
        }

        var shape = new TableShape { Policy = policy };
        for (var position = 1; position < table.Header.Length; position++) shape.Add(table, position, heading, issues);
        shape.Validate(table, issues);
        return shape;
    }

    private void Add(MarkdownTable table, int position, Heading heading, ICollection<Issue> issues)
    {
        var cell = table.Header[position];
        if (cell.Text.StartsWith(Arrow, StringComparison.Ordinal))
        {
            var name = cell.Text[Arrow.Length..].Trim();
            if (AdviceColumns.Contains(name)) Advice = Put(Advice, name);
            else if (Outputs.Values.Any(output => output.Name == name)) Twice(name);
            else Outputs = Outputs.Add(position, new OutputColumn(name, heading.Output(name)));
        }
        else if (AnnotationColumns.Contains(cell.Text))
        {
            Annotations = Put(Annotations, cell.Text);
        }
        else if (cell.Text == "fact" && position + 1 < table.Header.Length && table.Header[position + 1].Text == "is")
        {
            if (FactColumn >= 0) Twice(cell.Text);
            FactColumn = position;
        }
        else if (!(cell.Text == "is" && FactColumn == position - 1))
        {
            var term = heading.Find(cell);
            if (term is not null && Inputs.ContainsValue(term)) Twice(term.Name);
            Inputs = Inputs.Add(position, term);
        }

        ImmutableSortedDictionary<string, int> Put(ImmutableSortedDictionary<string, int> columns, string name)
        {
            if (!columns.ContainsKey(name)) return columns.Add(name, position);
            Twice(name);
            return columns;
        }

        void Twice(string name) =>
            issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.DuplicateId, $"The column '{name}' stands twice in this table."));
    }

    private void Validate(MarkdownTable table, ICollection<Issue> issues)
    {
        foreach (var annotation in new[] { "source", "checked" }.Where(annotation => !Annotations.ContainsKey(annotation)))
            issues.Add(KnowledgeIssue.At(table.Place, IssueCode.MissingSource, $"Expected a column '{annotation}'; found none."));
        if (Advice.Count > 0 && !(Advice.ContainsKey("advice") && Advice.ContainsKey("subject")))
            issues.Add(KnowledgeIssue.At(table.Place, IssueCode.MalformedTable, "A table of advice needs both '→ advice' and '→ subject'."));
        if (Outputs.Count == 0 && Advice.Count == 0)
            issues.Add(KnowledgeIssue.At(table.Place, IssueCode.MalformedTable, "Expected at least one output column ('→ …'); found none."));
        if (FactColumn >= 0 && Inputs.Count > 0)
            issues.Add(KnowledgeIssue.At(table.Place, IssueCode.MalformedTable,
                "A table with the columns 'fact' and 'is' has no other input columns.", "Make the row with two conditions a table of its own."));
        if (FactColumn >= 0 && Policy == HitPolicy.Unique)
            issues.Add(KnowledgeIssue.At(table.Place, IssueCode.MalformedTable,
                "The columns 'fact' and 'is' go with F, C, C+ and C>.", "Use one column per fact in a table with U."));
        if (Policy is HitPolicy.Sum or HitPolicy.Greatest && (Outputs.Count != 1 || Outputs.Values.First().Derived is null || Advice.Count > 0))
            issues.Add(KnowledgeIssue.At(table.Place, IssueCode.MalformedTable,
                $"A table with {Policy.Letters()} has one output, which the section 'Derived' declares."));
        if (Outputs.Values.Count(column => column.Derived is not null) is > 0 and var decided && (decided > 1 || Outputs.Count > 1 || Advice.Count > 0))
            issues.Add(KnowledgeIssue.At(table.Place, IssueCode.MalformedTable, "A table that decides a derived value has no other output."));
    }
}
