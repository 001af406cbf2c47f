using System.Collections.Immutable;
using Decidua.Knowledge.Documents;

namespace Decidua.Knowledge.Values;

/// <summary>The type of a fact or derived value: its kind, its choices or its range, its unit.</summary>
public sealed record FactType
{
    /// <summary>The most choices that a type may have, and the most classes that cut points may make of it.</summary>
    public const int MostClasses = 64;

    private FactType()
    {
    }

    /// <summary>What kind of value this is.</summary>
    public required FactKind Kind { get; init; }

    /// <summary>The choices in their declared order; <c>no, yes</c> for yes/no; empty for numbers.</summary>
    public ImmutableArray<string> Choices { get; private init; } = [];

    /// <summary>UCUM code of the unit; empty when the type has none.</summary>
    public string Unit { get; private init; } = "";

    /// <summary>The plausible values of a number type: numbers in its unit, days of gestation, or minutes.</summary>
    public Interval Range { get; private init; }

    /// <summary>Yes or no.</summary>
    public static FactType YesNo { get; } = new() { Kind = FactKind.YesNo, Choices = ["no", "yes"] };

    /// <summary>One of the named choices, in this order.</summary>
    /// <param name="choices">Two to 64 different names.</param>
    public static FactType OneOf(ImmutableArray<string> choices) => new() { Kind = FactKind.Choice, Choices = choices };

    /// <summary>A number type.</summary>
    /// <param name="kind">Count, number, gestation or duration.</param>
    /// <param name="unit">UCUM code, or empty.</param>
    /// <param name="range">The plausible values.</param>
    public static FactType Numeric(FactKind kind, string unit, Interval range) => new()
    {
        Kind = kind,
        Unit = unit,
        Range = kind == FactKind.Number ? range : range.Whole(),
    };

    /// <summary>Whether values are numbers (including gestation and duration) rather than choices.</summary>
    public bool IsNumeric => Kind is not (FactKind.YesNo or FactKind.Choice);

    /// <summary>Whether only whole numbers occur.</summary>
    public bool IsWhole => Kind is FactKind.Count or FactKind.Gestation or FactKind.Duration;

    /// <summary>Every value of the type: what an unknown fact may be.</summary>
    public ValueSet Everything => IsNumeric
        ? new ValueSet.Numbers(Range)
        : new ValueSet.Choices(Choices.Length == MostClasses ? ulong.MaxValue : (1UL << Choices.Length) - 1);

    /// <summary>The set of numbers in an interval; reduced to whole numbers where the type has only these.</summary>
    /// <param name="interval">Any interval; parts outside the range are kept.</param>
    public ValueSet.Numbers Numbers(Interval interval) => new(IsWhole ? interval.Whole() : interval);

    /// <summary>The set of numbers in several intervals; whole numbers that follow one another are joined.</summary>
    /// <param name="intervals">Any intervals, in any order.</param>
    public ValueSet.Numbers Numbers(IEnumerable<Interval> intervals)
    {
        if (!IsWhole) return new ValueSet.Numbers(intervals);
        var halfOpen = intervals.Select(interval => interval.Whole()).Where(interval => !interval.IsEmpty)
            .Select(interval => new Interval(interval.Low, true, interval.High + 1, false));
        return new ValueSet.Numbers(new ValueSet.Numbers(halfOpen).Intervals.Select(interval => interval.Whole()));
    }

    /// <summary>The set of one choice.</summary>
    /// <param name="name">The choice's name.</param>
    /// <returns>The set, or null when the type has no such choice.</returns>
    public ValueSet? Choice(string name) => Choices.IndexOf(name) is >= 0 and var index ? new ValueSet.Choices(1UL << index) : null;

    /// <summary>The values of the type that are not in the set.</summary>
    /// <param name="set">A set of this type.</param>
    public ValueSet Complement(ValueSet set)
    {
        if (set is ValueSet.Choices choices) return new ValueSet.Choices(((ValueSet.Choices)Everything).Mask & ~choices.Mask);
        var rest = new List<Interval> { Range };
        foreach (var hole in ((ValueSet.Numbers)set).Intervals)
        {
            rest = [.. rest.SelectMany(part => new[]
            {
                part.Intersect(new Interval(decimal.MinValue, true, hole.Low, !hole.LowClosed)),
                part.Intersect(new Interval(hole.High, !hole.HighClosed, decimal.MaxValue, true)),
            })];
        }

        return Numbers(rest);
    }

    /// <summary>A sentence naming the choice that was probably meant, or the choices there are.</summary>
    /// <param name="name">A choice that the type does not have.</param>
    public string ChoiceHint(string name) =>
        Nearest.Hint(name, Choices) is { Length: > 0 } hint ? hint : $"The choices are: {string.Join(", ", Choices)}.";

    /// <inheritdoc/>
    public bool Equals(FactType? other) =>
        other is not null && Kind == other.Kind && Unit == other.Unit && Range == other.Range && Choices.SequenceEqual(other.Choices);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Unit, Range, Choices.Length);
}
