namespace Decidua.Clinical.Issues;

/// <summary>How grave an <see cref="Issue"/> is.</summary>
public enum Severity
{
    /// <summary>Something was noted; the answer does not suffer.</summary>
    Information,

    /// <summary>Something was left out or narrowed; the answer stands but says so.</summary>
    Warning,

    /// <summary>The input or the knowledge cannot be used; there is no answer.</summary>
    Error,
}
