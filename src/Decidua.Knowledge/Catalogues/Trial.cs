using System.Collections.Immutable;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Tables;

namespace Decidua.Knowledge.Catalogues;

/// <summary>
/// One study: what was done to whom, what came out, and what that does and does not show. A card of <c>knowledge/evidence</c>; the
/// words of its table are the names of these properties.
/// </summary>
public sealed record Trial
{
    /// <summary>Permanent id: <c>alife2-2023</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name by which it is known; the heading of the card.</summary>
    public required string Name { get; init; }

    /// <summary>Title of the document that holds the card: the topic.</summary>
    public required string Topic { get; init; }

    /// <summary>Year of publication; null when our source does not say.</summary>
    public required int? Year { get; init; }

    /// <summary>Where it was published.</summary>
    public required string Source { get; init; }

    /// <summary>Whether it may be relied on at all.</summary>
    public required TrialStatus Status { get; init; }

    /// <summary>How it was done: randomised and blind, a cohort, a review of trials.</summary>
    public required string Design { get; init; }

    /// <summary>Who took part.</summary>
    public required string Population { get; init; }

    /// <summary>What was compared; empty when nothing was.</summary>
    public required string Arms { get; init; }

    /// <summary>What it shows.</summary>
    public required string Shows { get; init; }

    /// <summary>What it does not show, however often it is quoted for it.</summary>
    public required string DoesNotShow { get; init; }

    /// <summary>What to keep in mind; empty when nothing special.</summary>
    public required string Caution { get; init; }

    /// <summary>How design, population and arms were compared with the publication.</summary>
    public required Checked Checked { get; init; }

    /// <summary>The figures, the most important first; none for a study that is still running or was retracted.</summary>
    public required ImmutableArray<TrialFigure> Figures { get; init; }

    /// <summary>Where the card stands.</summary>
    public required Place Place { get; init; }

    /// <summary>Name and year: <c>ALIFE2 (2023)</c>; the year once only.</summary>
    public string Label => Year is not { } year || Name.Contains($"{year}", StringComparison.Ordinal) ? Name : $"{Name} ({year})";

    /// <summary>The figure to quote; null when there is none.</summary>
    public TrialFigure? KeyFigure => Figures.FirstOrDefault();

    /// <inheritdoc/>
    public override string ToString() => Id;
}

/// <summary>One result of a study, as our source gives it.</summary>
/// <param name="Outcome">What was measured: <c>live birth</c>.</param>
/// <param name="Result">Numbers in both arms and the difference, with its uncertainty.</param>
/// <param name="Source">Where the figure was seen.</param>
/// <param name="Checked">How it was compared with the publication.</param>
public sealed record TrialFigure(string Outcome, string Result, string Source, Checked Checked)
{
    /// <summary>Outcome and result in one line.</summary>
    public override string ToString() => $"{Outcome}: {Result}";
}

/// <summary>Whether a study may be relied on.</summary>
public enum TrialStatus
{
    /// <summary>Published and standing.</summary>
    Published,

    /// <summary>Still running, or without a result that we know of.</summary>
    Ongoing,

    /// <summary>Withdrawn by the journal: it is named as a warning, shows no figure, and supports nothing.</summary>
    Retracted,
}
