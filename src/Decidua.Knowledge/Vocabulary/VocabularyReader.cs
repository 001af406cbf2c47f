using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Checking;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;

namespace Decidua.Knowledge.Vocabulary;

/// <summary>Reads the facts that the vocabulary documents declare.</summary>
internal sealed class VocabularyReader(ICollection<Issue> issues)
{
    private static readonly string[] Columns = ["fact", "type", "unit", "range", "if absent", "question", "codes"];
    private readonly List<Fact> facts = [];
    private readonly Dictionary<string, Fact> ids = [];

    /// <summary>Reads every table whose header begins with the column <c>fact</c> and has a column <c>type</c>.</summary>
    internal FactVocabulary Read(IEnumerable<MarkdownDocument> documents)
    {
        foreach (var document in documents)
            foreach (var section in document.Sections)
                foreach (var table in section.Tables)
                    if (IsDeclaration(table)) ReadTable(section, table);
                    else if (!TableShape.IsDecisionTable(table)) Refuse(table);
        var vocabulary = new FactVocabulary([.. facts]);
        CheckUnless(vocabulary);
        return vocabulary;
    }

    private void Refuse(MarkdownTable table) => issues.Add(KnowledgeIssue.At(table.Place, IssueCode.MalformedTable,
        $"Expected a table of facts ({string.Join(", ", Columns)}) or of what cannot be true together ('→ contradiction')."));

    private static bool IsDeclaration(MarkdownTable table) =>
        table.Header[0].Text == "fact" && table.Header.Any(cell => cell.Text == "type");

    private void ReadTable(Section section, MarkdownTable table)
    {
        foreach (var cell in table.Header.Where(cell => !Columns.Contains(cell.Text)))
            issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.MalformedTable,
                $"Expected one of the columns {string.Join(", ", Columns)}; found '{cell.Text}'.", Nearest.Hint(cell.Text, Columns)));
        if (facts.Count + table.Rows.Length > Limits.MostFacts)
        {
            issues.Add(KnowledgeIssue.At(table.Place, IssueCode.TooLargeKnowledge, $"A vocabulary has at most {Limits.MostFacts} facts."));
            return;
        }

        foreach (var row in table.Rows)
        {
            var cells = table.Header.Zip(row).DistinctBy(pair => pair.First.Text).ToDictionary(pair => pair.First.Text, pair => pair.Second);
            ReadFact(section, cells);
        }
    }

    private void ReadFact(Section section, Dictionary<string, Cell> cells)
    {
        var name = cells["fact"];
        var type = TypeReader.Read(cells["type"], Optional("unit"), Optional("range"), issues);
        if (type is null) return;
        var (presumption, unless) = Presumption(Optional("if absent"));
        var fact = new Fact
        {
            Name = name.Text,
            Index = facts.Count,
            Type = type,
            Absent = Absent(presumption, type),
            Unless = unless,
            Question = Question(Optional("question").Text).Question,
            DerivedBy = Question(Optional("question").Text).DerivedBy,
            ValueSets = ValueSets(Optional("codes")),
            Topic = section.Title,
            Place = name.Place,
        };
        if (fact.Id.Length == 0)
        {
            issues.Add(KnowledgeIssue.At(name.Place, IssueCode.BadDeclaration, "Expected the name of a fact; found none."));
        }
        else if (ids.TryGetValue(fact.Id, out var earlier))
        {
            issues.Add(KnowledgeIssue.At(name.Place, IssueCode.DuplicateId,
                $"The fact '{name.Text}' is declared already at {earlier.Place} (both have the id '{fact.Id}')."));
        }
        else
        {
            ids.Add(fact.Id, fact);
            facts.Add(fact);
        }

        Cell Optional(string column) =>
            cells.TryGetValue(column, out var cell) && !cell.IsDash ? cell : new Cell("", name.Place);
    }

    /// <summary>Cuts <c>presumed 0 unless smoker, parity</c> into what is presumed and what ends the presumption.</summary>
    private static (Cell Presumed, ImmutableArray<string> Unless) Presumption(Cell cell)
    {
        const string unless = " unless ";
        var at = cell.Text.IndexOf(unless, StringComparison.Ordinal);
        return at < 0
            ? (cell, [])
            : (cell with { Text = cell.Text[..at] }, [.. cell.Text[(at + unless.Length)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]);
    }

    private void CheckUnless(FactVocabulary vocabulary)
    {
        var names = facts.Select(fact => fact.Name).Concat(facts.Select(fact => Slug.Of(fact.Topic))).ToHashSet();
        foreach (var fact in facts)
        {
            if (fact is { IsPresumed: false, Unless.IsEmpty: false })
                issues.Add(KnowledgeIssue.At(fact.Place, IssueCode.BadDeclaration, $"'{fact.Name}' is not presumed, so nothing can end the presumption.", "Write 'presumed', a value and 'unless'."));
            foreach (var name in fact.Unless.Where(name => vocabulary.Named(name) is null && !names.Contains(Slug.Of(name))))
                issues.Add(KnowledgeIssue.At(fact.Place, IssueCode.UnknownReference,
                    $"Expected a fact or a topic of the vocabulary after 'unless'; found '{name}'.", Nearest.Hint(name, names)));
        }
    }

    private ValueSet Absent(Cell cell, FactType type)
    {
        if (cell.Text is "" or "unknown") return type.Everything;
        const string presumed = "presumed ";
        if (!cell.Text.StartsWith(presumed, StringComparison.Ordinal))
        {
            issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.BadDeclaration,
                $"Expected 'unknown' or 'presumed' and a value; found '{cell.Text}'."));
            return type.Everything;
        }

        var value = cell with { Text = cell.Text[presumed.Length..].Trim(), Place = cell.Place with { Column = cell.Place.Column + presumed.Length } };
        if (new TestReader(type, issues).Read(value) is not { } values) return type.Everything;
        if (values.IsSingle) return values;
        issues.Add(KnowledgeIssue.At(value.Place, IssueCode.BadDeclaration, $"Expected one value that is presumed; found '{value.Text}'."));
        return type.Everything;
    }

    private static (string Question, string DerivedBy) Question(string text)
    {
        const string derived = "derived by:";
        if (!text.StartsWith(derived, StringComparison.Ordinal)) return (text, "");
        var parts = text[derived.Length..].Split(';', 2, StringSplitOptions.TrimEntries);
        return (parts.Length == 2 ? parts[1] : "", parts[0]);
    }

    private ImmutableArray<string> ValueSets(Cell cell)
    {
        const string prefix = "value set:";
        var parts = cell.Text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in parts.Where(part => !part.StartsWith(prefix, StringComparison.Ordinal)))
            issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.BadDeclaration, $"Expected '{prefix}' and its name; found '{part}'."));
        return [.. parts.Where(part => part.StartsWith(prefix, StringComparison.Ordinal)).Select(part => part[prefix.Length..].Trim())];
    }
}
