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
}
