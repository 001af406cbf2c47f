using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Decidua.Clinical.Gestation;

namespace Decidua.Clinical.Records;

/// <summary>
/// A gestational age as precisely as it was recorded: a day, a completed week, or anything between two ages. What it leaves
/// open stays open; it is never rounded.
/// </summary>
public readonly record struct GestationSpan
{
    private const string Between = " to ";

    private GestationSpan(GestationalAge least, GestationalAge greatest)
    {
        Least = least;
        Greatest = greatest;
    }

    /// <summary>The least age that it may be.</summary>
    public GestationalAge Least { get; }

    /// <summary>The greatest age that it may be; never below <see cref="Least"/>.</summary>
    public GestationalAge Greatest { get; }

    /// <summary>Whether one single day is named.</summary>
    public bool IsExact => Least == Greatest;

    /// <summary>An age known to the day.</summary>
    public static implicit operator GestationSpan(GestationalAge age) => new(age, age);

    /// <summary>An age between two, both counted; refused when the first is the greater.</summary>
    public static bool TryMake(GestationalAge least, GestationalAge greatest, out GestationSpan span)
    {
        span = least <= greatest ? new(least, greatest) : default;
        return least <= greatest;
    }

    /// <summary>
    /// Reads <c>8+3</c> (the day), <c>8</c> (completed weeks: 8+0 to 8+6) and <c>8+0 to 9+6</c> (between two). Refuses anything
    /// else, and a span whose first age is the greater.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out GestationSpan span)
    {
        span = default;
        if (text is null)
            return false;
        if (GestationalAge.TryParse(text, out var exact))
        {
            span = exact;
            return true;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var weeks) && weeks <= GestationalAge.MaximumWeeks)
        {
            span = new(GestationalAge.FromWeeks(weeks), GestationalAge.FromWeeks(weeks, GestationalAge.DaysPerWeek - 1));
            return true;
        }

        var parts = text.Split(Between);
        return parts.Length == 2 && GestationalAge.TryParse(parts[0], out var least) && GestationalAge.TryParse(parts[1], out var greatest)
            && TryMake(least, greatest, out span);
    }

    /// <summary><c>8+3</c>, or <c>8+0 to 8+6</c>.</summary>
    public override string ToString() => IsExact ? Least.ToString() : $"{Least}{Between}{Greatest}";
}
