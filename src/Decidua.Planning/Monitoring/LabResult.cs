using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Tables;
using NodaTime;

namespace Decidua.Planning.Monitoring;

/// <summary>One dated result of the laboratory.</summary>
/// <param name="Test">The test, as the fact <c>laboratory test</c> names it: <c>creatinine</c>.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its UCUM code; D-dimer says <c>{FEU}</c> or <c>{DDU}</c> in it.</param>
/// <param name="On">The day of the sample; null for today.</param>
/// <param name="Place">Where it stands in the input, for issues.</param>
public sealed record LabResult(string Test, decimal Value, string Unit, LocalDate? On, string Place);

/// <summary>Where a result lies against its range.</summary>
public enum RangePlace
{
    /// <summary>No range is held, or it cannot be said which one applies.</summary>
    NotRead,

    /// <summary>Below the lowest.</summary>
    Below,

    /// <summary>From the lowest to the highest, both included.</summary>
    Within,

    /// <summary>Above the highest.</summary>
    Above,
}

/// <summary>What a result means.</summary>
public sealed record ResultReading
{
    /// <summary>The result as it was given.</summary>
    public required LabResult Result { get; init; }

    /// <summary>Where it lies.</summary>
    public required RangePlace Place { get; init; }

    /// <summary>The number in <see cref="Unit"/>; null when it was not read.</summary>
    public required decimal? Value { get; init; }

    /// <summary>The lowest of the range; null when no range applies.</summary>
    public required decimal? Lowest { get; init; }

    /// <summary>The highest of the range; null when no range applies.</summary>
    public required decimal? Highest { get; init; }

    /// <summary>The unit of the range, a UCUM code; empty when no range applies.</summary>
    public required string Unit { get; init; }

    /// <summary>Which range: <c>third</c> trimester, or <c>not pregnant</c>; empty when it is not known.</summary>
    public required string Trimester { get; init; }

    /// <summary>What it means for heparin; mostly nothing. Empty when no document says.</summary>
    public required string ForHeparin { get; init; }

    /// <summary>The rows it rests on: the range, and what it means.</summary>
    public required ImmutableArray<Row> Rows { get; init; }

    /// <summary>What kept it from being read.</summary>
    public required ImmutableArray<Issue> Issues { get; init; }
}
