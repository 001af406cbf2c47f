using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Checking;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;

namespace Decidua.Knowledge.Tables;

/// <summary>Reads a guideline document: its derived values and its tables.</summary>
internal sealed class GuidelineReader(FactVocabulary vocabulary, ICollection<Issue> issues)
{
    private const string DerivedSection = "Derived";
    private const string RetiredSection = "Retired";
    private static readonly string[] RequiredKeys = ["id", "title", "publisher", "edition", "published", "jurisdiction", "channel"];

    /// <summary>Reads one document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="uses">The documents that it names under <c>uses</c>, read before it.</param>
    internal Guideline Read(MarkdownDocument document, ImmutableArray<Guideline> uses)
    {
        foreach (var key in RequiredKeys.Where(key => document[key].Length == 0))
            issues.Add(KnowledgeIssue.At(document.Start, IssueCode.MissingFrontMatter, $"Expected the key '{key}' in the front matter; found none."));
        var derived = ReadDerived(document);
        var tables = ReadTables(document, derived, Borrow(derived, uses));
        CheckRowIds(tables.SelectMany(table => table.Rows));
        return new Guideline { Document = document, Derived = InOrder(derived, tables), Tables = tables, Uses = uses };
    }

    /// <summary>Reads the tables of a vocabulary document that say what cannot be together.</summary>
    internal Guideline ReadConsistency(MarkdownDocument document)
    {
        var tables = ReadTables(document, [], []);
        foreach (var table in tables.Where(table => table.GivesAdvice || table.Policy != HitPolicy.Collect || table.OutputColumns is not [{ Name: "contradiction" }]))
            issues.Add(KnowledgeIssue.At(table.Place, IssueCode.MalformedTable,
                "A table in the vocabulary has the hit policy C and the one output '→ contradiction'."));
        foreach (var row in tables.SelectMany(table => table.Rows).Where(row => row.Conditions.IsEmpty || row.Outputs.Any(output => output.Text.Length == 0)))
            issues.Add(KnowledgeIssue.At(row.Place, IssueCode.MalformedTable, "Expected a condition and what is wrong when it holds; found a row without one of them."));
        CheckRowIds(tables.SelectMany(table => table.Rows));
        return new Guideline { Document = document, Derived = [], Tables = tables };
    }

    /// <summary>The values that tables may read from other documents, by name.</summary>
    private Dictionary<string, DerivedValue> Borrow(Dictionary<string, DerivedValue> own, ImmutableArray<Guideline> uses)
    {
        var borrowed = new Dictionary<string, DerivedValue>();
        foreach (var value in uses.SelectMany(used => used.Derived))
        {
            var twice = own.GetValueOrDefault(value.Name) ?? borrowed.GetValueOrDefault(value.Name);
            if (twice is null) borrowed.Add(value.Name, value);
            else issues.Add(KnowledgeIssue.At(twice.Place, IssueCode.DuplicateId,
                $"'{value.Name}' is a derived value of a document that this one uses ({value.Place}).", "Give one of them another name."));
        }

        return borrowed;
    }

    private Dictionary<string, DerivedValue> ReadDerived(MarkdownDocument document)
    {
        var values = new Dictionary<string, DerivedValue>();
        foreach (var table in document.Sections.Where(section => section.Title == DerivedSection).SelectMany(section => section.Tables))
        {
            if (!table.Header.Select(cell => cell.Text).SequenceEqual(["fact", "type", "range", "meaning"]))
            {
                issues.Add(KnowledgeIssue.At(table.Place, IssueCode.MalformedTable, "Expected the columns fact, type, range, meaning."));
                continue;
            }

            if (values.Count + table.Rows.Length > Limits.MostDerivedValues)
            {
                issues.Add(KnowledgeIssue.At(table.Place, IssueCode.TooLargeKnowledge,
                    $"A document has at most {Limits.MostDerivedValues} derived values; found {values.Count + table.Rows.Length}.", "Split the document."));
                continue;
            }

            foreach (var row in table.Rows)
            {
                if (TypeReader.Read(row[1], new Cell("", row[1].Place), row[2], issues) is not { } type) continue;
                var value = new DerivedValue(row[0].Text, $"{document.Id}/{Slug.Of(row[0].Text)}", type, row[3].Text, row[0].Place);
                if (Declare(value)) values.Add(value.Name, value);
            }
        }

        return values;

        bool Declare(DerivedValue value)
        {
            if (vocabulary.Named(value.Name) is { } fact)
                issues.Add(KnowledgeIssue.At(value.Place, IssueCode.DuplicateId, $"'{value.Name}' is a fact of the vocabulary already ({fact.Place})."));
            else if (values.ContainsKey(value.Name))
                issues.Add(KnowledgeIssue.At(value.Place, IssueCode.DuplicateId, $"'{value.Name}' is declared twice."));
            else if (value.Type.IsNumeric && (value.Type.Kind != FactKind.Count || value.Type.Range.Low != 0 || value.Type.Range.High >= FactType.MostClasses))
                issues.Add(KnowledgeIssue.At(value.Place, IssueCode.BadDeclaration,
                    $"A derived value is yes/no, one of, or a count with a range from 0 to at most {FactType.MostClasses - 1}."));
            else return true;
            return false;
        }
    }

    private ImmutableArray<DecisionTable> ReadTables(
        MarkdownDocument document, Dictionary<string, DerivedValue> derived, Dictionary<string, DerivedValue> borrowed)
    {
        var heading = new Heading(vocabulary, derived, borrowed, issues);
        var tables = ImmutableArray.CreateBuilder<DecisionTable>();
        foreach (var section in document.Sections.Where(section => section.Title != DerivedSection && section.Title != RetiredSection))
            foreach (var layout in section.Tables.Where(TableShape.IsDecisionTable))
                if (ReadTable(document, section, layout, heading) is { } table) tables.Add(table);
        return tables.ToImmutable();
    }

    private DecisionTable? ReadTable(MarkdownDocument document, Section section, MarkdownTable layout, Heading heading)
    {
        if (section.Id.Length == 0)
        {
            issues.Add(KnowledgeIssue.At(layout.Place, IssueCode.MalformedTable, "A decision table stands under a heading (##), which names it."));
            return null;
        }

        if (layout.Rows.Length > Limits.MostRows || layout.Header.Length > Limits.MostColumns)
        {
            issues.Add(KnowledgeIssue.At(layout.Place, IssueCode.TooLargeKnowledge,
                $"A table has at most {Limits.MostRows} rows and {Limits.MostColumns} columns; found {layout.Rows.Length} and {layout.Header.Length}.", "Split the table."));
            return null;
        }

        var before = issues.Count;
        if (TableShape.Read(layout, heading, issues) is not { } shape) return null;
        var address = $"{document.Id}/{section.Id}";
        var reader = new RowReader(address, document["channel"], shape, heading, issues);
        ImmutableArray<Row> rows = [.. layout.Rows.TakeWhile(_ => issues.Count - before <= Limits.MostIssues).Select(reader.Read).OfType<Row>()];
        return new DecisionTable
        {
            Title = section.Title,
            Address = address,
            Policy = shape.Policy,
            Inputs = shape.FactColumn >= 0
                ? [.. rows.SelectMany(row => row.Conditions).Select(condition => condition.Term).Distinct()]
                : [.. shape.Inputs.Values.OfType<Term>()],
            OutputColumns = [.. shape.Outputs.Values],
            GivesAdvice = shape.Advice.Count > 0,
            IsFactList = shape.FactColumn >= 0,
            Rows = rows,
            IsWhole = layout.IsWhole && issues.Count == before,
            Place = layout.Place,
            Layout = layout,
        };
    }

    private void CheckRowIds(IEnumerable<Row> rows)
    {
        var seen = new Dictionary<string, Row>();
        foreach (var row in rows)
            if (!seen.TryAdd(row.Address, row))
                issues.Add(KnowledgeIssue.At(row.Place, IssueCode.DuplicateId,
                    $"The row id '{row.Id}' stands already at {seen[row.Address].Place}.", "Addresses are permanent: give the new row an id of its own."));
    }

    /// <summary>Orders the derived values so that each needs only earlier ones; a circle is an issue that prints it.</summary>
    private ImmutableArray<DerivedValue> InOrder(Dictionary<string, DerivedValue> derived, ImmutableArray<DecisionTable> tables)
    {
        var needs = derived.Values.ToDictionary(value => value.Name, value => tables.Where(table => table.Decides == value)
            .SelectMany(table => table.Inputs).Select(term => term.Derived).OfType<DerivedValue>().Where(derived.ContainsValue).Distinct().ToList());
        var ordered = new List<DerivedValue>();
        var path = new List<DerivedValue>();
        foreach (var value in derived.Values) Visit(value);
        return [.. ordered];

        void Visit(DerivedValue value)
        {
            if (ordered.Contains(value)) return;
            if (path.Contains(value))
            {
                var circle = path.SkipWhile(step => step != value).Append(value).Select(step => step.Name);
                issues.Add(KnowledgeIssue.At(value.Place, IssueCode.Cycle, $"These values need one another: {string.Join(" → ", circle)}."));
                return;
            }

            path.Add(value);
            foreach (var needed in needs[value.Name]) Visit(needed);
            path.RemoveAt(path.Count - 1);
            if (!ordered.Contains(value)) ordered.Add(value);
        }
    }
}
