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
    /// <summary>The setting, such as inpatient or ambulatory.</summary>
    public required Concept Setting { get; init; }

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
}
