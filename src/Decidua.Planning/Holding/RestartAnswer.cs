using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Tables;
using NodaTime;

namespace Decidua.Planning.Holding;

/// <summary>When the next dose may be given after a birth, a needle, a catheter or a procedure.</summary>
public sealed record RestartAnswer
{
    /// <summary>The next dose not before this; null while something is awaited, or when no document names hours.</summary>
    public required ZonedDateTime? NotBefore { get; init; }

    /// <summary>For the treatment dose: a preventive dose may come first, not before this; null when no document says so, or something is awaited.</summary>
    public required ZonedDateTime? PreventiveNotBefore { get; init; }

    /// <summary>What the dose still waits for, in words; while there is one, there is no time.</summary>
    public required ImmutableArray<string> Awaits { get; init; }

    /// <summary>What must also be true, and no clock can show: no bleeding, a straight leg that can be raised.</summary>
    public required ImmutableArray<string> Gates { get; init; }

    /// <summary>The hours that were counted, each in words; the latest decides.</summary>
    public required ImmutableArray<string> Because { get; init; }

    /// <summary>The rows that it rests on.</summary>
    public required ImmutableArray<Row> Rows { get; init; }

    /// <summary>What was refused, doubtful or missing.</summary>
    public required ImmutableArray<Issue> Issues { get; init; }
}
