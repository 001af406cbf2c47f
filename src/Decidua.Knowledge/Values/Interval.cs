using System.Globalization;

namespace Decidua.Knowledge.Values;

/// <summary>An interval of numbers with ends that belong to it or not.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="LowClosed">Whether the lower end belongs to the interval.</param>
/// <param name="High">The upper end.</param>
/// <param name="HighClosed">Whether the upper end belongs to the interval.</param>
public readonly record struct Interval(decimal Low, bool LowClosed, decimal High, bool HighClosed)
{
    /// <summary>The interval that holds one number.</summary>
    /// <param name="value">The number.</param>
    public static Interval Point(decimal value) => new(value, true, value, true);

    /// <summary>The interval from one number to another, both included.</summary>
    /// <param name="low">The lower end.</param>
    /// <param name="high">The upper end.</param>
    public static Interval Closed(decimal low, decimal high) => new(low, true, high, true);

    /// <summary>Whether no number belongs to it.</summary>
    public bool IsEmpty => Low > High || (Low == High && !(LowClosed && HighClosed));

    /// <summary>Whether exactly one number belongs to it.</summary>
    public bool IsPoint => Low == High && LowClosed && HighClosed;

    /// <summary>Whether the number belongs to it.</summary>
    /// <param name="value">Any number.</param>
    public bool Contains(decimal value) =>
        (value > Low || (value == Low && LowClosed)) && (value < High || (value == High && HighClosed));

    /// <summary>The numbers that belong to both; may be empty.</summary>
    /// <param name="other">Another interval.</param>
    public Interval Intersect(Interval other)
    {
        var (low, lowClosed) = Low == other.Low ? (Low, LowClosed && other.LowClosed)
            : Low > other.Low ? (Low, LowClosed) : (other.Low, other.LowClosed);
        var (high, highClosed) = High == other.High ? (High, HighClosed && other.HighClosed)
            : High < other.High ? (High, HighClosed) : (other.High, other.HighClosed);
        return new Interval(low, lowClosed, high, highClosed);
    }

    /// <summary>Whether no gap lies between this interval and one that begins no earlier.</summary>
    /// <param name="later">An interval that begins no earlier.</param>
    public bool Touches(Interval later) => later.Low < High || (later.Low == High && (HighClosed || later.LowClosed));

    /// <summary>The interval from the start of this one to the later end of both.</summary>
    /// <param name="later">An interval that begins no earlier and touches this one.</param>
    public Interval Span(Interval later) => later.High > High || (later.High == High && later.HighClosed)
        ? this with { High = later.High, HighClosed = later.HighClosed }
        : this;

    /// <summary>The smallest closed interval of whole numbers that holds the same whole numbers; may be empty.</summary>
    public Interval Whole()
    {
        var low = decimal.Ceiling(Low);
        if (low == Low && !LowClosed) low++;
        var high = decimal.Floor(High);
        if (high == High && !HighClosed) high--;
        return Closed(low, high);
    }

    /// <summary>The interval in the notation of the tables: <c>[30..40)</c>, or the number alone for a point.</summary>
    public override string ToString() => IsPoint
        ? Low.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{(LowClosed ? '[' : '(')}{Low}..{High}{(HighClosed ? ']' : ')')}");
}
