using System.Collections.Immutable;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Values;

namespace Decidua.Knowledge.Vocabulary;

/// <summary>A fact that tables may read: one column of the vocabulary, in plain clinical English.</summary>
public sealed record Fact
{
    /// <summary>Unique name in lower case, except for abbreviations: <c>booking BMI</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Position in the vocabulary, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Its type, unit and plausible range.</summary>
    public required FactType Type { get; init; }

    /// <summary>What it may be when nothing is recorded: everything, or the presumed value.</summary>
    public required ValueSet Absent { get; init; }

    /// <summary>
    /// Names of facts, or of topics of the vocabulary, that end the presumption: once one of them is recorded with another value
    /// than its own presumed one, this fact is unknown when absent. Empty when nothing does.
    /// </summary>
    public ImmutableArray<string> Unless { get; init; } = [];

    /// <summary>What to ask a clinician.</summary>
    public required string Question { get; init; }

    /// <summary>Name of the derivation that computes it from dated entries; empty when it is only asked.</summary>
    public required string DerivedBy { get; init; }

    /// <summary>Ids of the value sets whose codes make a yes/no fact yes.</summary>
    public required ImmutableArray<string> ValueSets { get; init; }

    /// <summary>The heading of the vocabulary table it stands in.</summary>
    public required string Topic { get; init; }

    /// <summary>Where it is declared.</summary>
    public required Place Place { get; init; }

    /// <summary>The id used in JSON and addresses: <c>booking-bmi</c>.</summary>
    public string Id => field ??= Slug.Of(Name);

    /// <summary>Whether a value is presumed when nothing is recorded. Answers that rest on it say so.</summary>
    public bool IsPresumed => Absent != Type.Everything;

    /// <summary>Whether both are the same fact of the same vocabulary: equal name, place in it and type.</summary>
    /// <param name="other">Another fact.</param>
    public bool Equals(Fact? other) =>
        ReferenceEquals(this, other) || (other is not null && Index == other.Index && Name == other.Name && Type == other.Type && Place == other.Place);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Index, Name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
