using System.Collections.Immutable;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Tables;

namespace Decidua.Knowledge;

/// <summary>A guideline: a document that people read and whose tables run.</summary>
public sealed class Guideline
{
    /// <summary>The document it was read from, with front matter and prose.</summary>
    public required MarkdownDocument Document { get; init; }

    /// <summary>Permanent id with the edition's year: <c>rcog-37a-2015</c>.</summary>
    public string Id => Document.Id;

    /// <summary>The publisher's title.</summary>
    public string Title => Document["title"];

    /// <summary>Which question it answers: <c>clot prevention</c>.</summary>
    public string Channel => Document["channel"];

    /// <summary>Whether it describes what is done somewhere rather than what is recommended; never chosen.</summary>
    public bool IsPractice => Document["practice"] == "true";

    /// <summary>The values that it computes and names, in an order in which each needs only earlier ones.</summary>
    public required ImmutableArray<DerivedValue> Derived { get; init; }

    /// <summary>Its tables in the order of the document.</summary>
    public required ImmutableArray<DecisionTable> Tables { get; init; }

    /// <summary>All rows of all tables, in order.</summary>
    public IEnumerable<Row> Rows => Tables.SelectMany(table => table.Rows);

    /// <inheritdoc/>
    public override string ToString() => Id;
}
