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
}
