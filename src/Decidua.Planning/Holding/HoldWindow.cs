using System.Collections.Immutable;
using Decidua.Knowledge.Tables;
using NodaTime;

namespace Decidua.Planning.Holding;

/// <summary>
/// A time in which no heparin is given because of a birth, a needle or an operation. No dose of the plan lies inside it. Clock times
/// are instants: a clock change can only make a window longer than its rule asks.
/// </summary>
public sealed record HoldWindow
{
    /// <summary>What it is for: <c>planned caesarean</c>.</summary>
    public required string Event { get; init; }

    /// <summary>Id of the medicine that is held: <c>enoxaparin</c>.</summary>
    public required string Medicine { get; init; }

    /// <summary>Where the event stands in the input: <c>plan.events[2]</c>.</summary>
    public required string Place { get; init; }

    /// <summary>Id of the document whose rule it is.</summary>
    public required string Document { get; init; }

    /// <summary>After this no dose is given: the last dose at the latest.</summary>
    public required ZonedDateTime LastDose { get; init; }

    /// <summary>When the event is, or was; null when it has no clock time.</summary>
    public required ZonedDateTime? EventAt { get; init; }

    /// <summary>A needle or catheter not before this; null when the rule names none.</summary>
    public required ZonedDateTime? BlockNotBefore { get; init; }

    /// <summary>The next dose not before this; null while it depends on something that is still awaited.</summary>
    public required ZonedDateTime? NextDose { get; init; }

    /// <summary>What the next dose still waits for, in words; empty when <see cref="NextDose"/> says it.</summary>
    public required string NextDoseAwaits { get; init; }

    /// <summary>The rows that it rests on.</summary>
    public required ImmutableArray<Row> Rows { get; init; }

    /// <summary>Warnings for readers: a gap longer than her clot risk should bear, a coagulation check that is asked for as well.</summary>
    public required ImmutableArray<string> Warnings { get; init; }

    /// <summary>What is done around the event, in the words of the documents: the dose of the day before, that of the morning, what to do at once.</summary>
    public ImmutableArray<string> Instructions { get; init; } = [];

    /// <summary>How many hours the rule asks for between the last dose and the event; null when it names none.</summary>
    public Duration? Hours { get; init; }

    /// <summary>Whether a dose at a moment would lie inside. While the next dose is still awaited everything after the last one does.</summary>
    /// <param name="moment">Any moment.</param>
    public bool Covers(Instant moment) => moment > LastDose.ToInstant() && (NextDose is not { } next || moment < next.ToInstant());
}
