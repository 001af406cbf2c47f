using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;

namespace Decidua.Knowledge.Safety;

/// <summary>Reads the invariants of <c>knowledge/safety</c>: the kind of a row is told by the columns of its table.</summary>
/// <param name="vocabulary">The facts.</param>
/// <param name="issues">Receives what is wrong.</param>
internal sealed class InvariantReader(FactVocabulary vocabulary, ICollection<Issue> issues)
{
    private static readonly string[] NeverColumns = ["id", "when", "never", "subject", "intensity", "why", "source", "checked"];
    private static readonly string[] AlwaysColumns = ["id", "when", "always", "subject", "intensity", "of", "why", "source", "checked"];
    private static readonly string[] IndependentColumns = ["id", "fact", "never changes", "why", "source", "checked"];
    private static readonly string[] MonotoneColumns = ["id", "raising", "never lowers", "why", "source", "checked"];
    private readonly Dictionary<string, Place> ids = [];

    /// <summary>Reads all documents.</summary>
    internal ImmutableArray<Invariant> Read(IEnumerable<MarkdownDocument> documents)
    {
        var found = ImmutableArray.CreateBuilder<Invariant>();
        foreach (var table in documents.SelectMany(document => document.Sections).SelectMany(section => section.Tables))
        {
            var header = table.Header.Select(cell => cell.Text).ToArray();
            Func<ImmutableArray<Cell>, Invariant?>? read =
                header.SequenceEqual(NeverColumns) ? Never : header.SequenceEqual(AlwaysColumns) ? Always
                : header.SequenceEqual(IndependentColumns) ? Independent : header.SequenceEqual(MonotoneColumns) ? Monotone : null;
            if (read is null)
                issues.Add(KnowledgeIssue.At(table.Place, IssueCode.MalformedTable, $"Expected the columns of an invariant, for example: {string.Join(", ", NeverColumns)}."));
            else
                found.AddRange(table.Rows.Select(row => Known(row) ? read(row) : null).OfType<Invariant>());
        }

        return found.ToImmutable();
    }

    private bool Known(ImmutableArray<Cell> row)
    {
        foreach (var cell in row.TakeLast(3).Take(2).Where(cell => cell.IsDash)) issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.MissingSource, "Expected words; found nothing."));
        if (ids.TryAdd(row[0].Text, row[0].Place)) return true;
        issues.Add(KnowledgeIssue.At(row[0].Place, IssueCode.DuplicateId, $"The id '{row[0].Text}' stands already at {ids[row[0].Text]}."));
        return false;
    }

    private Invariant? Never(ImmutableArray<Cell> row) => When(row[1]) is { } when && Outcome(row[2], row[3], row[4]) is { } outcome
        ? new Invariant.Never { Id = row[0].Text, When = when, Outcome = outcome, Why = row[5].Text, Source = row[6].Text, Checked = How(row[7]), Place = row[0].Place }
        : null;

    private Invariant? Always(ImmutableArray<Cell> row) => When(row[1]) is { } when && Outcome(row[2], row[3], row[4]) is { } outcome
        ? new Invariant.Always { Id = row[0].Text, When = when, Outcome = outcome, Document = row[5].Text, Why = row[6].Text, Source = row[7].Text, Checked = How(row[8]), Place = row[0].Place }
        : null;

    private Invariant? Independent(ImmutableArray<Cell> row) => Find(row[1], row[1].Text) is { } fact
        ? new Invariant.Independent { Id = row[0].Text, Fact = fact, Subject = row[2].Text, Why = row[3].Text, Source = row[4].Text, Checked = How(row[5]), Place = row[0].Place }
        : null;

    private Invariant? Monotone(ImmutableArray<Cell> row) => Find(row[1], row[1].Text) is { } fact
        ? new Invariant.Monotone { Id = row[0].Text, Raising = fact, Value = row[2].Text, Why = row[3].Text, Source = row[4].Text, Checked = How(row[5]), Place = row[0].Place }
        : null;

    /// <summary>Reads <c>active bleeding: moderate, major; phase: pregnant</c>.</summary>
    private ImmutableArray<FactCondition>? When(Cell cell)
    {
        var before = issues.Count;
        var conditions = ImmutableArray.CreateBuilder<FactCondition>();
        foreach (var part in cell.Text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.MalformedCell, $"Expected 'fact: values'; found '{part}'."));
                continue;
            }

            if (Find(cell, part[..colon].Trim()) is { } fact && new TestReader(fact.Type, issues).Read(new Cell(part[(colon + 1)..].Trim(), cell.Place)) is { } values)
                conditions.Add(new FactCondition(fact, values, part));
        }

        return issues.Count == before ? conditions.ToImmutable() : null;
    }

    private Outcome? Outcome(Cell kind, Cell subject, Cell intensity)
    {
        var words = Enum.GetNames<OutcomeKind>().Select(name => name.ToLowerInvariant()).ToList();
        var amount = intensity.IsDash ? Intensity.None : IntensityWords.Parse(intensity.Text);
        if (amount is null)
            issues.Add(KnowledgeIssue.At(intensity.Place, IssueCode.UnknownOutput, $"Expected one of {string.Join(", ", IntensityWords.All)}; found '{intensity.Text}'.", Nearest.Hint(intensity.Text, IntensityWords.All)));
        if (!words.Contains(kind.Text))
        {
            issues.Add(KnowledgeIssue.At(kind.Place, IssueCode.UnknownOutput, $"Expected one of {string.Join(", ", words)}; found '{kind.Text}'.", Nearest.Hint(kind.Text, words)));
            return null;
        }

        return amount is null ? null : new Outcome(Enum.Parse<OutcomeKind>(kind.Text, ignoreCase: true), subject.IsDash ? "*" : subject.Text, amount.Value);
    }

    private Fact? Find(Cell cell, string name)
    {
        if (vocabulary.Named(name) is { } fact) return fact;
        issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.UnknownName, $"Expected a fact of the vocabulary; found '{name}'.", vocabulary.Hint(name)));
        return null;
    }

    private Checked How(Cell cell)
    {
        if (CheckedWords.Parse(cell.Text) is { } how) return how;
        issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.MissingSource, $"Expected how it was checked ({string.Join(", ", CheckedWords.All)}); found '{cell.Text}'.", Nearest.Hint(cell.Text, CheckedWords.All)));
        return Checked.Recalled;
    }
}
