using Decidua.Knowledge.Tables;
using Decidua.Reasoning.Assessing;

namespace Decidua.Planning.Events;

/// <summary>One amount of protamine that may be right. All amounts are in mg.</summary>
public sealed record ReversalOption
{
    /// <summary>The row.</summary>
    public required Row Row { get; init; }

    /// <summary>Whether the row certainly applies.</summary>
    public required Certainty Certainty { get; init; }

    /// <summary>What the row says for 100 units of the dose; null when it gives no amount in mg.</summary>
    public required decimal? PerHundredUnits { get; init; }

    /// <summary>The least to be given now, never above what is given at once; null when the dose is not known or the row gives no amount.</summary>
    public required decimal? Least { get; init; }

    /// <summary>The most to be given now; equal to <see cref="Least"/> where no range is printed.</summary>
    public required decimal? Most { get; init; }

    /// <summary>What the dose alone would ask for.</summary>
    public required decimal? Uncapped { get; init; }

    /// <summary>Whether <see cref="Most"/> was lowered to what may be given at once.</summary>
    public required bool IsCapped { get; init; }

    /// <summary>A second dose, for a clotting time that stays long; null when the row names none.</summary>
    public required decimal? Second { get; init; }

    /// <summary>Over how many minutes; null when no document says.</summary>
    public required decimal? Minutes { get; init; }

    /// <summary>The fastest rate in mg a minute; null when no document says.</summary>
    public required decimal? Fastest { get; init; }

    /// <summary>The total beyond which it may keep the blood from clotting by itself; null when no document says.</summary>
    public required decimal? MayAnticoagulateAbove { get; init; }

    /// <summary>Which dose of heparin is counted; empty for the last one.</summary>
    public required string OfWhichDose { get; init; }

    /// <summary>How surely it works.</summary>
    public required string HowSurely { get; init; }
}
