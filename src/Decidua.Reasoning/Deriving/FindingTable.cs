using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Terminology;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;

namespace Decidua.Reasoning.Deriving;

/// <summary>When an entry counts.</summary>
public enum FindingCounts
{
    /// <summary>While it is active.</summary>
    Now,

    /// <summary>Once it has happened.</summary>
    Ever,

    /// <summary>As an allergy to what the set holds.</summary>
    Allergy,

    /// <summary>As a question: its coded answers are read by the other rows of the fact.</summary>
    Asked,

    /// <summary>As a measurement: its number is the value.</summary>
    Measured,
}

/// <summary>What an entry in a value set says about a fact: one row of knowledge/derivation, or a value set of the vocabulary.</summary>
/// <param name="Codes">The value set.</param>
/// <param name="Fact">The fact.</param>
/// <param name="Is">The values that are left; null for a measurement and for a question.</param>
/// <param name="Counts">When an entry counts.</param>
/// <param name="Place">Where the row stands.</param>
public sealed record FindingRow(CodeSet Codes, Fact Fact, ValueSet? Is, FindingCounts Counts, Place Place)
{
    /// <summary>Whether the vocabulary names the set for the fact; then an allergy with such a code counts as well.</summary>
    public bool IsOfVocabulary { get; init; }
}

/// <summary>
/// How entries of a record are read: the tables of knowledge/derivation, and the value sets that the vocabulary names for
/// yes/no facts. Immutable; made once per library.
/// </summary>
public sealed class FindingTable
{
    private static readonly string[] Columns = ["value set", "fact", "is", "counts", "source", "checked"];

    private readonly ImmutableDictionary<int, ImmutableArray<FindingRow>> byFact;

    private FindingTable(IEnumerable<FindingRow> rows, ImmutableArray<Issue> issues)
    {
        byFact = rows.GroupBy(row => row.Fact.Index).ToImmutableDictionary(group => group.Key, group => group.ToImmutableArray());
        Issues = issues;
    }

    /// <summary>What is wrong with the tables: rows that were not understood, and were left out.</summary>
    public ImmutableArray<Issue> Issues { get; }

    /// <summary>The rows about a fact, in the order of the documents; those from the vocabulary first.</summary>
    public ImmutableArray<FindingRow> this[Fact fact] => byFact.GetValueOrDefault(fact.Index, []);

    /// <summary>Reads the tables of a library.</summary>
    public static FindingTable Read(Library library)
    {
        var issues = new List<Issue>();
        var rows = FromVocabulary(library).ToList();
        foreach (var table in library.Documents.Where(IsAboutFindings)
            .SelectMany(document => document.Sections).SelectMany(section => section.Tables))
        {
            if (table.Header.Select(cell => cell.Text).SequenceEqual(Columns))
                rows.AddRange(table.Rows.Select(row => ReadRow(row, library, issues)).OfType<FindingRow>());
            else
                issues.Add(At(table.Place, IssueCode.MalformedTable, $"Expected the columns {string.Join(", ", Columns)}."));
        }

        return new(rows, [.. issues]);
    }

    private static bool IsAboutFindings(MarkdownDocument document) =>
        document.Source.Folder == Catalogue.Folder && (document["catalogue"] is "" or "finding");

    private static IEnumerable<FindingRow> FromVocabulary(Library library) =>
        from fact in library.Vocabulary.Facts
        where fact.Type.Kind == FactKind.YesNo
        from id in fact.ValueSets
        where library.CodeSets.ContainsKey(id)
        select new FindingRow(library.CodeSets[id], fact, fact.Type.Choice("yes"), FindingCounts.Now, fact.Place) { IsOfVocabulary = true };

    private static FindingRow? ReadRow(ImmutableArray<Cell> row, Library library, List<Issue> issues)
    {
        var before = issues.Count;
        if (!library.CodeSets.TryGetValue(row[0].Text, out var codes))
            issues.Add(At(row[0].Place, IssueCode.UnknownReference, $"knowledge/terminology has no value set '{row[0].Text}'."));
        if (library.Vocabulary.Named(row[1].Text) is not { } fact)
        {
            issues.Add(At(row[1].Place, IssueCode.UnknownName, $"The vocabulary has no fact '{row[1].Text}'.", library.Vocabulary.Hint(row[1].Text)));
            return null;
        }

        var counts = Counts(row[3], issues);
        var values = counts is FindingCounts.Asked or FindingCounts.Measured ? null : new TestReader(fact.Type, issues).Read(row[2]);
        if (counts == FindingCounts.Measured && !fact.Type.IsNumeric)
            issues.Add(At(row[3].Place, IssueCode.MalformedCell, $"'{fact.Name}' is not a number and cannot be measured."));
        if (counts is FindingCounts.Asked or FindingCounts.Measured && !row[2].IsDash)
            issues.Add(At(row[2].Place, IssueCode.MalformedCell, $"Expected a dash beside '{row[3].Text}'; found '{row[2].Text}'."));
        if (row[4].IsDash || row[5].IsDash)
            issues.Add(At(row[4].Place, IssueCode.MissingSource, "Expected a source and how it was checked."));
        return issues.Count > before ? null : new(codes!, fact, values, counts, row[0].Place);
    }

    private static FindingCounts Counts(Cell cell, List<Issue> issues)
    {
        switch (cell.Text)
        {
            case "now": return FindingCounts.Now;
            case "ever": return FindingCounts.Ever;
            case "allergy": return FindingCounts.Allergy;
            case "asked": return FindingCounts.Asked;
            case "measured": return FindingCounts.Measured;
            default:
                issues.Add(At(cell.Place, IssueCode.UnknownChoiceInCell, $"Expected now, ever, allergy, asked or measured; found '{cell.Text}'."));
                return FindingCounts.Now;
        }
    }

    private static Issue At(Place place, string code, string message, string remedy = "") =>
        new(code, Severity.Error, place.ToString(), message, remedy);
}
