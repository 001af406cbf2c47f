using System.Collections.Immutable;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Tables;

namespace Decidua.Knowledge;

/// <summary>A guideline: a document that people read and whose tables run.</summary>
public sealed class Guideline
{
    private bool? isPractice;

    /// <summary>The document it was read from, with front matter and prose.</summary>
    public required MarkdownDocument Document { get; init; }

    /// <summary>Permanent id with the edition's year: <c>rcog-37a-2015</c>.</summary>
    public string Id => field ??= Document.Id;

    /// <summary>The publisher's title.</summary>
    public string Title => Document["title"];

    /// <summary>Which question it answers: <c>clot prevention</c>.</summary>
    public string Channel => field ??= Document["channel"];

    /// <summary>Whether it describes what is done somewhere rather than what is recommended; never chosen.</summary>
    public bool IsPractice => isPractice ??= Document["practice"] == "true";

    /// <summary>The values that it computes and names, in an order in which each needs only earlier ones.</summary>
    public required ImmutableArray<DerivedValue> Derived { get; init; }

    /// <summary>Its tables in the order of the document.</summary>
    public required ImmutableArray<DecisionTable> Tables { get; init; }

    /// <summary>The documents whose derived values its tables may read, as <c>uses</c> in the front matter names them.</summary>
    public ImmutableArray<Guideline> Uses { get; init; } = [];

    /// <summary>
    /// The tables that are evaluated for an answer: those of used documents that decide a value which is needed here, then its own.
    /// Advice of a used document is not among them.
    /// </summary>
    public ImmutableArray<DecisionTable> Evaluated => field.IsDefault ? field = [.. Borrowed.SelectMany(value => Uses.SelectMany(used => used.Deciding(value)).Distinct()), .. Tables] : field;

    /// <summary>The values that are computed for an answer, borrowed ones first, each after those that it needs.</summary>
    public ImmutableArray<DerivedValue> Computed => field.IsDefault ? field = [.. Borrowed, .. Derived] : field;

    private ImmutableArray<DerivedValue> Borrowed => field.IsDefault ? field = FindBorrowed() : field;

    /// <summary>The tables, its own or borrowed, that decide a value.</summary>
    /// <param name="value">A derived value of this document or of one that it uses.</param>
    public IEnumerable<DecisionTable> Deciding(DerivedValue value) => Evaluated.Where(table => table.Decides == value);

    /// <summary>All rows of all tables, in order.</summary>
    public IEnumerable<Row> Rows => Tables.SelectMany(table => table.Rows);

    /// <inheritdoc/>
    public override string ToString() => Id;

    private ImmutableArray<DerivedValue> FindBorrowed()
    {
        var needed = new HashSet<DerivedValue>();
        var pending = new Queue<DerivedValue>(Read(Tables).Except(Derived));
        while (pending.TryDequeue(out var value))
            if (needed.Add(value))
                foreach (var deeper in Read(Uses.SelectMany(used => used.Deciding(value)))) pending.Enqueue(deeper);
        return [.. Uses.SelectMany(used => used.Computed).Distinct().Where(needed.Contains)];

        static IEnumerable<DerivedValue> Read(IEnumerable<DecisionTable> tables) =>
            tables.SelectMany(table => table.Inputs).Select(term => term.Derived).OfType<DerivedValue>();
    }
}
