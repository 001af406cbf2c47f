using NodaTime;

namespace Decidua.Clinical.Records;

/// <summary>Whether a contact took place. Cancelled contacts never enter a record.</summary>
public enum EncounterStatus
{
    /// <summary>Not stated.</summary>
    Unstated,

    /// <summary>Planned.</summary>
    Planned,

    /// <summary>She is there: arrived, triaged, in progress or on leave.</summary>
    Ongoing,

    /// <summary>Finished.</summary>
    Finished,
}

/// <summary>A visit or a stay, as recorded.</summary>
public sealed record Encounter
{
    /// <summary>The setting as the source codes it, such as inpatient or ambulatory; may be empty.</summary>
    public required Concept Setting { get; init; }

    /// <summary>Whether she occupied a hospital bed: possible for a short stay or a stay for observation.</summary>
    public Presence Inpatient { get; init; }

    /// <summary>The types of the contact; may be empty.</summary>
    public required Concept Types { get; init; }

    /// <summary>Why it took place; may be empty.</summary>
    public required Concept Reasons { get; init; }

    /// <summary>Where it came from.</summary>
    public required Origin From { get; init; }

    /// <summary>First day; null when not stated.</summary>
    public PartialDate? Began { get; init; }

    /// <summary>Last day; null when not stated or not over.</summary>
    public PartialDate? Ended { get; init; }

    /// <summary>Whether it took place.</summary>
    public EncounterStatus Status { get; init; }

    /// <summary>
    /// Whether she was there on a date, both the first and the last day counted. A contact without a first day, and one
    /// that is called finished without a last day, leave it open.
    /// </summary>
    /// <param name="date">The date in question.</param>
    public Presence OngoingOn(LocalDate date)
    {
        if (Status == EncounterStatus.Planned || (Began is { } first && first.IsCertainlyAfter(date))
            || (Ended is { } last && last.IsCertainlyBefore(date)))
            return Presence.Absent;
        var open = Began is null || Began.Value.Latest > date || (Ended is { } end && end.Earliest < date)
            || (Ended is null && Status is EncounterStatus.Finished or EncounterStatus.Unstated);
        return open ? Presence.Possible : Presence.Present;
    }
}
