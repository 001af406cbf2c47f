using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Documents;

namespace Decidua.Knowledge.Terminology;

/// <summary>Reads the value sets of a terminology document; each heading with a table is one set.</summary>
internal static class CodeSetReader
{
    private static readonly string[] Columns = ["system", "code", "match", "display", "source", "checked"];
    private static readonly string[] Systems = ["SNOMED CT", "ICD-10", "LOINC", "RxNorm", "ATC"];

    internal static void Read(MarkdownDocument document, IDictionary<string, CodeSet> sets, ICollection<Issue> issues)
    {
        foreach (var section in document.Sections)
        {
            var tables = section.Tables.ToList();
            if (tables.Count == 0) continue;
            if (section.Id.Length == 0)
            {
                issues.Add(KnowledgeIssue.At(tables[0].Place, IssueCode.MalformedTable, "A value set stands under a heading (##), which names it."));
                continue;
            }

            var codes = ImmutableArray.CreateBuilder<SetCode>();
            foreach (var table in tables) ReadTable(table, codes, issues);
            if (!sets.TryAdd(section.Id, new CodeSet(section.Id, section.Title, codes.ToImmutable())))
                issues.Add(KnowledgeIssue.At(section.Place, IssueCode.DuplicateId, $"The value set '{section.Id}' is declared twice."));
        }
    }

    private static void ReadTable(MarkdownTable table, ImmutableArray<SetCode>.Builder codes, ICollection<Issue> issues)
    {
        if (!table.Header.Select(cell => cell.Text).SequenceEqual(Columns))
        {
            issues.Add(KnowledgeIssue.At(table.Place, IssueCode.MalformedTable, $"Expected the columns {string.Join(", ", Columns)}."));
            return;
        }

        foreach (var row in table.Rows)
        {
            if (!Systems.Contains(row[0].Text))
                issues.Add(KnowledgeIssue.At(row[0].Place, IssueCode.UnknownChoiceInCell,
                    $"Expected {string.Join(", ", Systems)}; found '{row[0].Text}'.", Nearest.Hint(row[0].Text, Systems)));
            var isPrefix = row[2].Text == "prefix";
            if (row[2].Text is not ("exact" or "prefix") || (isPrefix && row[0].Text is not ("ICD-10" or "ATC")))
                issues.Add(KnowledgeIssue.At(row[2].Place, IssueCode.UnknownChoiceInCell,
                    $"Expected exact, or prefix for ICD-10 and ATC; found '{row[2].Text}'."));
            foreach (var cell in new[] { row[1], row[4], row[5] }.Where(cell => cell.IsDash))
                issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.MissingSource, "Expected a code, its source and how it was checked; found none."));
            codes.Add(new SetCode(row[0].Text, row[1].Text, isPrefix, row[3].Text));
        }
    }
}
