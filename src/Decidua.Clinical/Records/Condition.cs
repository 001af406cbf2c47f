using NodaTime;

namespace Decidua.Clinical.Records;

/// <summary>Whether the record calls a condition present.</summary>
public enum ClinicalStatus
{
    /// <summary>Not stated.</summary>
    Unstated,

    /// <summary>Active, recurring or relapsed.</summary>
    Active,

    /// <summary>Inactive, in remission or resolved.</summary>
    Over,
}

/// <summary>How sure the record is of a condition. Refuted and mistaken entries never enter a record.</summary>
public enum Verification
{
    /// <summary>Not stated; taken as the record's ordinary word.</summary>
    Unstated,

    /// <summary>Confirmed.</summary>
    Confirmed,

    /// <summary>Unconfirmed, provisional or one of several possibilities.</summary>
    Suspected,
}

/// <summary>What can be said of an entry on a given date.</summary>
public enum Presence
{
    /// <summary>It was not there.</summary>
    Absent,

    /// <summary>The record leaves it open.</summary>
    Possible,

    /// <summary>It was there.</summary>
    Present,
}

/// <summary>A diagnosis, problem or finding, as recorded.</summary>
public sealed record Condition
{
    /// <summary>What it is.</summary>
    public required Concept What { get; init; }

    /// <summary>Where it came from.</summary>
    public required Origin From { get; init; }

    /// <summary>When it began, if stated.</summary>
    public PartialDate? Onset { get; init; }

    /// <summary>When it ended, if stated.</summary>
    public PartialDate? Abatement { get; init; }

    /// <summary>When it was written down, if stated.</summary>
    public PartialDate? Recorded { get; init; }

    /// <summary>Whether the record calls it present. The statement is of the day of the record, not of the past.</summary>
    public ClinicalStatus Status { get; init; }

    /// <summary>How sure the record is of it.</summary>
    public Verification Verification { get; init; }

    /// <summary>What brought it on, in the words of the vocabulary; empty when not said. Only of clots.</summary>
    public string ProvokedBy { get; init; } = "";

    /// <summary>When it began, or when it was written down if the beginning is not stated; null when neither is.</summary>
    public PartialDate? Began => Onset ?? Recorded;

    /// <summary>
    /// Whether it had begun by a date, over or not. An undated entry had. A date that may fall on either side, and a
    /// suspected condition, leave it open.
    /// </summary>
    /// <param name="date">The date in question.</param>
    public Presence BegunBy(LocalDate date) =>
        Began is { } began && began.IsCertainlyAfter(date) ? Presence.Absent
        : Verification == Verification.Suspected || (Began is { } open && open.Latest > date) ? Presence.Possible
        : Presence.Present;

    /// <summary>
    /// Whether it was there on a date: begun, and not over before it. When it is called over without a date, the
    /// statement holds from the last date of the record on, and is open before.
    /// </summary>
    /// <param name="date">The date in question.</param>
    /// <param name="lastEntry">The last date in the record, or null for an undated record.</param>
    public Presence PresentOn(LocalDate date, LocalDate? lastEntry)
    {
        var begun = BegunBy(date);
        if (begun == Presence.Absent)
            return Presence.Absent;
        if (Abatement is { } end)
            return end.IsCertainlyBefore(date) ? Presence.Absent : end.Earliest < date ? Presence.Possible : begun;
        if (Status == ClinicalStatus.Over)
            return lastEntry is null || date >= lastEntry ? Presence.Absent : Presence.Possible;
        return begun;
    }
}
