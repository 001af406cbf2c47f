namespace Decidua.Knowledge.Values;

/// <summary>Picks one value that stands for a set, as an example for readers.</summary>
public static class Sample
{
    private static readonly decimal[] Steps = [1m, 0.1m, 0.01m, 0.001m];

    /// <summary>A set of one value from the set: the lowest, or the roundest just above an open end.</summary>
    /// <param name="type">The type.</param>
    /// <param name="set">A set of that type that is not empty.</param>
    public static ValueSet Of(FactType type, ValueSet set) => set switch
    {
        ValueSet.Choices choices => new ValueSet.Choices(choices.Mask & (~choices.Mask + 1)),
        ValueSet.Numbers numbers => new ValueSet.Numbers(Interval.Point(Of(numbers.Intervals[0]))),
        _ => throw new InvalidOperationException($"No sample of {type.Kind}."),
    };

    private static decimal Of(Interval interval)
    {
        if (interval.LowClosed) return interval.Low;
        foreach (var step in Steps)
            if (interval.Contains(interval.Low + step)) return interval.Low + step;
        return (interval.Low + interval.High) / 2;
    }
}
