using Decidua.Clinical.Records;
using NodaTime;

namespace Decidua.Reasoning.Deriving.Antibodies;

/// <summary>How high a titre is by the limits of 2023.</summary>
internal enum TitreGrade
{
    /// <summary>Below moderate.</summary>
    None,

    /// <summary>Moderate.</summary>
    Moderate,

    /// <summary>High.</summary>
    High,
}

/// <summary>One result as it was read.</summary>
/// <param name="Result">The result.</param>
/// <param name="Earliest">The first day on which the sample may have been taken.</param>
/// <param name="Latest">The last such day.</param>
internal sealed record AntibodyReading(AntibodyResult Result, LocalDate Earliest, LocalDate Latest)
{
    /// <summary>Whether it is positive so that it counts; possible when it cannot be read.</summary>
    public required Presence Counts { get; init; }

    /// <summary>When it does not count: whether it is positive in a low titre.</summary>
    public Presence IsLow { get; init; }

    /// <summary>The lowest grade that it may have.</summary>
    public TitreGrade LeastGrade { get; init; }

    /// <summary>The highest grade that it may have.</summary>
    public TitreGrade GreatestGrade { get; init; }

    /// <summary>Whether it says anything; a lupus anticoagulant that heparin disturbs, or a bare number in an unknown unit, says nothing.</summary>
    public bool IsReadable { get; init; } = true;

    /// <summary>The result as readers see it.</summary>
    public string Citation => DerivedValue.Cite(Result.ToString(), Result.When, Result.From);

    /// <summary>Whether this and another result certainly, or perhaps, lie so many days apart.</summary>
    public Presence IsApart(AntibodyReading other, int days)
    {
        var (first, second) = Earliest <= other.Earliest ? (this, other) : (other, this);
        return Period.DaysBetween(first.Latest, second.Earliest) >= days ? Presence.Present
            : Math.Max(Period.DaysBetween(first.Earliest, second.Latest), Period.DaysBetween(second.Earliest, first.Latest)) >= days ? Presence.Possible
            : Presence.Absent;
    }

    /// <summary>Whether this result certainly, or perhaps, came so many days after another.</summary>
    public Presence IsAfter(AntibodyReading other, int days) =>
        Period.DaysBetween(other.Latest, Earliest) >= days ? Presence.Present
        : Period.DaysBetween(other.Earliest, Latest) >= days ? Presence.Possible
        : Presence.Absent;
}
