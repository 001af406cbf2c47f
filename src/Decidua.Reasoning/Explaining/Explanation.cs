using System.Collections.Immutable;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using Decidua.Reasoning.Assessing;

namespace Decidua.Reasoning.Explaining;

/// <summary>Why a row applies or not, and the smallest change of facts that would flip it.</summary>
public sealed record Explanation
{
    /// <summary>The row.</summary>
    public required Row Row { get; init; }

    /// <summary>The table it stands in.</summary>
    public required DecisionTable Table { get; init; }

    /// <summary>Whether it applies.</summary>
    public required RowState State { get; init; }

    /// <summary>Its conditions with what was found.</summary>
    public required ImmutableArray<ConditionFinding> Conditions { get; init; }

    /// <summary>The rows of an F table that come first, or the exceptions, that keep this row from counting; empty when none does.</summary>
    public required ImmutableArray<Row> KeptBackBy { get; init; }

    /// <summary>The smallest changes that flip the row, all of the same size, at most five; empty when none of up to three facts was found.</summary>
    public required ImmutableArray<Change> Changes { get; init; }
}

/// <summary>One condition of a row and what was found.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Found">The values that the term may have.</param>
/// <param name="Holds">Whether it holds: for all of them, for some, or for none.</param>
/// <param name="MadeBy">For a derived value: the rows that make it, or may make it.</param>
public sealed record ConditionFinding(Condition Condition, ValueSet Found, Holding Holds, ImmutableArray<Row> MadeBy);

/// <summary>Whether a condition holds for the values that are left.</summary>
public enum Holding
{
    /// <summary>For none.</summary>
    No,

    /// <summary>For some.</summary>
    Possibly,

    /// <summary>For all.</summary>
    Yes,
}

/// <summary>Facts changed together.</summary>
/// <param name="Facts">Each fact with the values it would have to have.</param>
/// <param name="NewState">What the row's state would be then.</param>
public sealed record Change(ImmutableArray<(Fact Fact, ValueSet Values)> Facts, RowState NewState);
