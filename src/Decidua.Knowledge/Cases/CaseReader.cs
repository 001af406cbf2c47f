using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Vocabulary;

namespace Decidua.Knowledge.Cases;

/// <summary>Reads the worked cases of a document; every row of a sweep table becomes a case of its own.</summary>
public sealed class CaseReader(FactVocabulary vocabulary, ICollection<Issue> issues)
{
    private const string Arrow = "→ ";
    private const string RowPrefix = "row ";
    private static readonly string[] RowStates = ["fires", "does not fire", "possible"];
    private static readonly string[] AdviceFields = ["advice", "intensity", "from", "until", "certainty", "channel"];

    /// <summary>Reads the cases of one document.</summary>
    /// <param name="document">A document whose <c>##</c> headings are cases.</param>
    public ImmutableArray<KnowledgeCase> Read(MarkdownDocument document) =>
        [.. document.Sections.Where(section => section.Tables.Any()).SelectMany(ReadSection)];

    private IEnumerable<KnowledgeCase> ReadSection(Section section)
    {
        var facts = new List<CaseFact>();
        var expectations = new List<Expectation>();
        var sweeps = new List<MarkdownTable>();
        foreach (var table in section.Tables) ReadTable(table, facts, expectations, sweeps);
        var story = string.Join("\n\n", section.Prose.Select(prose => prose.Markdown));
        if (!story.Contains("Source:", StringComparison.Ordinal))
            issues.Add(KnowledgeIssue.At(section.Place, IssueCode.MissingSource, "Expected a paragraph beginning 'Source:' in the case; found none."));
        if (expectations.Count == 0 && sweeps.Count == 0)
            issues.Add(KnowledgeIssue.At(section.Place, IssueCode.BadDeclaration, "The case expects nothing, so it cannot fail."));
        if (expectations.Count > 0) yield return Make(section.Title, section.Place, facts, expectations);
        foreach (var variant in sweeps.SelectMany(sweep => ReadSweep(section, sweep, facts))) yield return variant;

        KnowledgeCase Make(string title, Place place, List<CaseFact> all, List<Expectation> expected) => new()
        {
            Title = title, Place = place, Story = story, Facts = [.. all], Expectations = [.. expected],
        };
    }

    private void ReadTable(MarkdownTable table, List<CaseFact> facts, List<Expectation> expectations, List<MarkdownTable> sweeps)
    {
        string[] header = [.. table.Header.Select(cell => cell.Text)];
        switch (header)
        {
            case ["fact", "value"]:
                foreach (var row in table.Rows)
                {
                    if (ReadFact(row[0], row[1]) is not { } fact) continue;
                    if (!facts.Exists(earlier => earlier.Fact == fact.Fact)) facts.Add(fact);
                    else issues.Add(KnowledgeIssue.At(row[0].Place, IssueCode.DuplicateId, $"The fact '{fact.Fact.Name}' stands twice in this case."));
                }

                break;
            case ["guideline", "subject", "advice", ..] when header.Skip(2).All(AdviceFields.Contains) && header.Distinct().Count() == header.Length:
                foreach (var row in table.Rows)
                    expectations.Add(new Expectation.Advice(row[0].Place, row[0].Text, row[1].Text, header.Zip(row).Skip(2)
                        .Where(pair => !pair.Second.IsDash)
                        .ToImmutableSortedDictionary(pair => pair.First, pair => pair.Second.Text, StringComparer.Ordinal)));
                break;
            case ["value", "is"]:
                foreach (var row in table.Rows) expectations.Add(new Expectation.Value(row[0].Place, row[0].Text, row[1].Text));
                break;
            case ["row", "state"]:
                foreach (var row in table.Rows) expectations.Add(ReadState(row[0].Text, row[1]));
                break;
            case var _ when Array.Exists(header, name => name.StartsWith(Arrow, StringComparison.Ordinal)):
                sweeps.Add(table);
                break;
            default:
                issues.Add(KnowledgeIssue.At(table.Place, IssueCode.MalformedTable,
                    "Expected one of the tables 'fact, value', 'guideline, subject, advice, …', 'value, is', 'row, state', or a sweep with '→' columns."));
                break;
        }
    }

    private IEnumerable<KnowledgeCase> ReadSweep(Section section, MarkdownTable table, List<CaseFact> baseFacts)
    {
        foreach (var row in table.Rows)
        {
            var facts = baseFacts.ToDictionary(fact => fact.Fact);
            var expectations = new List<Expectation>();
            foreach (var (head, cell) in table.Header.Zip(row))
            {
                if (!head.Text.StartsWith(Arrow, StringComparison.Ordinal))
                {
                    if (!cell.IsDash && ReadFact(head, cell) is { } fact) facts[fact.Fact] = fact;
                    continue;
                }

                if (cell.IsDash) continue;
                var target = head.Text[Arrow.Length..].Trim();
                expectations.Add(target.StartsWith(RowPrefix, StringComparison.Ordinal)
                    ? ReadState(target[RowPrefix.Length..], cell)
                    : new Expectation.Value(cell.Place, target, cell.Text));
            }

            if (expectations.Count == 0)
            {
                issues.Add(KnowledgeIssue.At(row[0].Place, IssueCode.BadDeclaration, "The row expects nothing, so it cannot fail."));
                continue;
            }

            var inputs = table.Header.Zip(row).Where(pair => !pair.First.Text.StartsWith(Arrow, StringComparison.Ordinal));
            yield return new KnowledgeCase
            {
                Title = $"{section.Title}: {string.Join(", ", inputs.Select(pair => $"{pair.First.Text} {pair.Second.Text}"))}",
                Place = row[0].Place,
                Story = "",
                Facts = [.. facts.Values],
                Expectations = [.. expectations],
            };
        }
    }

    private CaseFact? ReadFact(Cell name, Cell value)
    {
        if (vocabulary.Find(name.Text) is not { } fact)
        {
            issues.Add(KnowledgeIssue.At(name.Place, IssueCode.UnknownName,
                $"Expected a fact of the vocabulary; found '{name.Text}'.", vocabulary.Hint(name.Text)));
            return null;
        }

        if (value.Text == "unknown") return new CaseFact(fact, fact.Type.Everything);
        return new TestReader(fact.Type, issues).Read(value) is { } values ? new CaseFact(fact, values) : null;
    }

    private Expectation.RowState ReadState(string address, Cell state)
    {
        if (!RowStates.Contains(state.Text))
            issues.Add(KnowledgeIssue.At(state.Place, IssueCode.MalformedCell, $"Expected {string.Join(", ", RowStates)}; found '{state.Text}'."));
        return new Expectation.RowState(state.Place, address, state.Text);
    }
}
