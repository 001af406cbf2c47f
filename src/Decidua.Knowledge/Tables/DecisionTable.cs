using System.Collections.Immutable;
using Decidua.Knowledge.Documents;

namespace Decidua.Knowledge.Tables;

/// <summary>A decision table of a guideline: DMN's, laid out as Markdown.</summary>
public sealed class DecisionTable
{
    /// <summary>The heading it stands under.</summary>
    public required string Title { get; init; }

    /// <summary>Permanent address: <c>rcog-37a-2015/antenatal-score</c>.</summary>
    public required string Address { get; init; }

    /// <summary>How the rows make the answer.</summary>
    public required HitPolicy Policy { get; init; }

    /// <summary>What the table reads: its input columns in order, or the facts that its <c>fact</c> column names.</summary>
    public required ImmutableArray<Term> Inputs { get; init; }

    /// <summary>The output columns other than those of advice.</summary>
    public required ImmutableArray<OutputColumn> OutputColumns { get; init; }

    /// <summary>Whether it has an advice column.</summary>
    public required bool GivesAdvice { get; init; }

    /// <summary>Whether each row names its fact in the pair of columns <c>fact</c> and <c>is</c>.</summary>
    public required bool IsFactList { get; init; }

    /// <summary>The rows in order.</summary>
    public required ImmutableArray<Row> Rows { get; init; }

    /// <summary>Whether header and rows were read without an issue, so that it can be checked for overlaps and gaps.</summary>
    internal bool IsWhole { get; init; }

    /// <summary>Where the header stands.</summary>
    public required Place Place { get; init; }

    /// <summary>The table as it is laid out, for readers.</summary>
    /// <remarks>A table of stored knowledge finds it in its document when somebody asks.</remarks>
    public MarkdownTable Layout
    {
        get => field ??= Document!.Sections.SelectMany(section => section.Tables).First(table => table.Place == Place);
        init;
    }

    /// <summary>The document of a table whose layout was not given.</summary>
    internal MarkdownDocument? Document { get; init; }

    /// <summary>The derived value it decides; null when it gives advice or results.</summary>
    public DerivedValue? Decides => OutputColumns.Select(column => column.Derived).FirstOrDefault(derived => derived is not null);

    /// <summary>Whether it gives results (doses, times) rather than advice or a derived value.</summary>
    public bool GivesResults => OutputColumns.Any(column => column.Derived is null);

    /// <inheritdoc/>
    public override string ToString() => Address;
}
