namespace Decidua.Clinical.Records;

/// <summary>How near a relative is.</summary>
public enum Kinship
{
    /// <summary>Not stated, or not clear.</summary>
    Unstated,

    /// <summary>A parent, brother, sister or child by blood.</summary>
    FirstDegree,

    /// <summary>Any other relative by blood.</summary>
    MoreDistant,
}

/// <summary>A condition of a relative, as recorded.</summary>
public sealed record RelativeCondition
{
    /// <summary>What it was.</summary>
    public required Concept What { get; init; }

    /// <summary>Where it came from.</summary>
    public required Origin From { get; init; }

    /// <summary>How near the relative is.</summary>
    public Kinship Kinship { get; init; }

    /// <summary>The day on which it was written down; null when not stated.</summary>
    public PartialDate? Recorded { get; init; }
}
