using NodaTime;

namespace Decidua.Clinical.Records;

/// <summary>Whether a drug is being taken. Drugs never taken (not taken, cancelled, do not give) never enter a record.</summary>
public enum MedicationStatus
{
    /// <summary>Not stated.</summary>
    Unstated,

    /// <summary>Proposed, planned or drafted; not yet ordered or taken.</summary>
    Intended,

    /// <summary>Ordered or being taken.</summary>
    Active,

    /// <summary>On hold.</summary>
    OnHold,

    /// <summary>Completed or stopped.</summary>
    Over,
}

/// <summary>A drug ordered, given or reported, as recorded.</summary>
public sealed record Medication
{
    /// <summary>Which drug.</summary>
    public required Concept What { get; init; }

    /// <summary>Where it came from.</summary>
    public required Origin From { get; init; }

    /// <summary>The first day: of the order, of giving or of taking; null when not stated.</summary>
    public PartialDate? Began { get; init; }

    /// <summary>The last day, when stated.</summary>
    public PartialDate? Ended { get; init; }

    /// <summary>Whether it is being taken.</summary>
    public MedicationStatus Status { get; init; }

    /// <summary>Whether it had been ordered or taken by a date. What was only intended had not.</summary>
    /// <param name="date">The date in question.</param>
    public Presence BegunBy(LocalDate date) =>
        Status == MedicationStatus.Intended || (Began is { } began && began.IsCertainlyAfter(date)) ? Presence.Absent
        : Began is { } open && open.Latest > date ? Presence.Possible
        : Presence.Present;

    /// <summary>
    /// Whether it was being taken on a date. A drug on hold, or of which it is not said whether it is taken, is possible; one
    /// that is called over without a date is over from the last date of the record on, and possible before.
    /// </summary>
    /// <param name="date">The date in question.</param>
    /// <param name="lastEntry">The last date in the record, or null for an undated record.</param>
    public Presence TakenOn(LocalDate date, LocalDate? lastEntry)
    {
        var begun = BegunBy(date);
        if (begun == Presence.Absent || (Ended is { } ended && ended.IsCertainlyBefore(date)))
            return Presence.Absent;
        if (Ended is { } end)
            return end.Earliest < date ? Presence.Possible : begun;
        return Status switch
        {
            MedicationStatus.Over => lastEntry is null || date >= lastEntry ? Presence.Absent : Presence.Possible,
            MedicationStatus.Active => begun,
            _ => Presence.Possible,
        };
    }
}

/// <summary>An allergy or intolerance, as recorded.</summary>
public sealed record Allergy
{
    /// <summary>The substance, or the finding "allergy to ...".</summary>
    public required Concept What { get; init; }

    /// <summary>Where it came from.</summary>
    public required Origin From { get; init; }

    /// <summary>When it was first noticed or written down; null when not stated.</summary>
    public PartialDate? Began { get; init; }

    /// <summary>Whether the record calls it present.</summary>
    public ClinicalStatus Status { get; init; }

    /// <summary>How sure the record is of it.</summary>
    public Verification Verification { get; init; }

    /// <summary>Whether it was known by a date. An allergy that is called over, or only suspected, leaves it open.</summary>
    /// <param name="date">The date in question.</param>
    public Presence KnownBy(LocalDate date) =>
        Began is { } began && began.IsCertainlyAfter(date) ? Presence.Absent
        : Verification == Verification.Suspected || Status == ClinicalStatus.Over || (Began is { } open && open.Latest > date) ? Presence.Possible
        : Presence.Present;
}
