namespace Decidua.Reasoning.Facts;

/// <summary>How we come to the values of a fact.</summary>
public enum Standing
{
    /// <summary>Nothing was recorded and nothing is presumed: every value is possible.</summary>
    Unknown,

    /// <summary>Nothing was recorded; the vocabulary presumes a value, and answers that rest on it say so.</summary>
    Assumed,

    /// <summary>Recorded in part: some values are ruled out, more than one is left.</summary>
    Narrowed,

    /// <summary>Recorded: one value is left.</summary>
    Known,
}
