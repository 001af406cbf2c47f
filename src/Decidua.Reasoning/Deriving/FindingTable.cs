using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Terminology;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;

namespace Decidua.Reasoning.Deriving;

/// <summary>What an entry in a value set says about a fact: one row of knowledge/derivation.</summary>
/// <param name="Codes">The value set.</param>
/// <param name="Fact">The fact.</param>
/// <param name="Is">The values that are left; null when the entry is a measurement and its number is the value.</param>
/// <param name="Ever">Whether the entry counts once it has happened, rather than while it is active.</param>
/// <param name="Place">Where the row stands.</param>
public sealed record FindingRow(CodeSet Codes, Fact Fact, ValueSet? Is, bool Ever, Place Place);

/// <summary>
/// How entries of a record are read: the tables of knowledge/derivation, and the value sets that the vocabulary names for
/// yes/no facts. Immutable; made once per library.
/// </summary>
public sealed class FindingTable
{
    private const string Folder = "derivation";
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
        foreach (var table in library.Documents.Where(document => document.Source.Folder == Folder)
            .SelectMany(document => document.Sections).SelectMany(section => section.Tables))
        {
            if (table.Header.Select(cell => cell.Text).SequenceEqual(Columns))
                rows.AddRange(table.Rows.Select(row => ReadRow(row, library, issues)).OfType<FindingRow>());
            else
                issues.Add(At(table.Place, IssueCode.MalformedTable, $"Expected the columns {string.Join(", ", Columns)}."));
        }

        return new(rows, [.. issues]);
    }

    private static IEnumerable<FindingRow> FromVocabulary(Library library) =>
        from fact in library.Vocabulary.Facts
        where fact.Type.Kind == FactKind.YesNo
        from id in fact.ValueSets
        where library.CodeSets.ContainsKey(id)
        select new FindingRow(library.CodeSets[id], fact, fact.Type.Choice("yes"), false, fact.Place);

    private static FindingRow? ReadRow(ImmutableArray<Cell> row, Library library, List<Issue> issues)
    {
        const string measured = "measured";
        var before = issues.Count;
        if (!library.CodeSets.TryGetValue(row[0].Text, out var codes))
            issues.Add(At(row[0].Place, IssueCode.UnknownReference, $"knowledge/terminology has no value set '{row[0].Text}'."));
        if (library.Vocabulary.Named(row[1].Text) is not { } fact)
        {
            issues.Add(At(row[1].Place, IssueCode.UnknownName, $"The vocabulary has no fact '{row[1].Text}'.", library.Vocabulary.Hint(row[1].Text)));
            return null;
        }

        var values = row[2].Text == measured ? null : new TestReader(fact.Type, issues).Read(row[2]);
        if (row[2].Text == measured && !fact.Type.IsNumeric)
            issues.Add(At(row[2].Place, IssueCode.MalformedCell, $"'{fact.Name}' is not a number and cannot be measured."));
        if (row[3].Text is not ("now" or "ever"))
            issues.Add(At(row[3].Place, IssueCode.UnknownChoiceInCell, $"Expected now or ever; found '{row[3].Text}'."));
        if (row[4].IsDash || row[5].IsDash)
            issues.Add(At(row[4].Place, IssueCode.MissingSource, "Expected a source and how it was checked."));
        return issues.Count > before ? null : new(codes!, fact, values, row[3].Text == "ever", row[0].Place);
    }

    private static Issue At(Place place, string code, string message, string remedy = "") =>
        new(code, Severity.Error, place.ToString(), message, remedy);
}
