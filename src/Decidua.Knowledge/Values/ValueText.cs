using System.Globalization;

namespace Decidua.Knowledge.Values;

/// <summary>Writes values as clinicians read them: <c>12+3</c>, <c>24 h</c>, <c>33.1</c>, <c>low risk or high risk</c>.</summary>
public static class ValueText
{
    private const int DaysPerWeek = 7;
    private const int MinutesPerHour = 60;
    private const int MinutesPerDay = 24 * MinutesPerHour;
    private const int MinutesPerWeek = DaysPerWeek * MinutesPerDay;

    /// <summary>One number of a type, without its unit (gestation and duration carry their own notation).</summary>
    /// <param name="type">The type.</param>
    /// <param name="value">A number in the type's unit, days of gestation, or minutes.</param>
    public static string Number(FactType type, decimal value) => type.Kind switch
    {
        FactKind.Gestation => Gestation(value),
        FactKind.Duration => Duration(value),
        _ => value.ToString("0.############", CultureInfo.InvariantCulture),
    };

    /// <summary>Gestational age in completed weeks and days.</summary>
    /// <param name="days">Whole days.</param>
    public static string Gestation(decimal days) =>
        string.Create(CultureInfo.InvariantCulture, $"{decimal.Floor(days / DaysPerWeek)}+{days % DaysPerWeek:0.##}");

    /// <summary>A length of time in the largest unit that divides it.</summary>
    /// <param name="minutes">Whole minutes.</param>
    public static string Duration(decimal minutes) => minutes switch
    {
        0 => "0 h",
        _ when minutes % MinutesPerWeek == 0 => $"{minutes / MinutesPerWeek:0} wk",
        _ when minutes % MinutesPerDay == 0 => $"{minutes / MinutesPerDay:0} d",
        _ when minutes % MinutesPerHour == 0 => $"{minutes / MinutesPerHour:0} h",
        _ => $"{minutes:0} min",
    };

    /// <summary>A whole set: a value, a bound such as <c>at least 30</c>, choices joined by <c>or</c>, or <c>not known</c>.</summary>
    /// <param name="type">The type.</param>
    /// <param name="set">A set of that type.</param>
    public static string Set(FactType type, ValueSet set)
    {
        if (set.IsEmpty) return "impossible";
        if (!set.IsSingle && type.Everything.IsWithin(set)) return "not known";
        return set switch
        {
            ValueSet.Choices choices => string.Join(" or ", Names(type, choices)),
            ValueSet.Numbers numbers => string.Join(" or ", numbers.Intervals.Select(interval => Span(type, interval, numbers.Intervals.Length > 1))),
            _ => throw new InvalidOperationException("A set is of choices or of numbers."),
        };
    }

    /// <summary>A set with its unit, as it stands in a sentence: <c>33.1 kg/m2</c>.</summary>
    /// <param name="type">The type.</param>
    /// <param name="set">A set of that type.</param>
    public static string WithUnit(FactType type, ValueSet set)
    {
        var text = Set(type, set);
        return type.Unit is "" or "a" or "1" || text is "not known" or "impossible" ? text : $"{text} {Unit(type.Unit)}";
    }

    /// <summary>A UCUM code as clinicians write it: <c>×10⁹/L</c> for <c>10*9/L</c>, <c>kg/m²</c> for <c>kg/m2</c>.</summary>
    /// <param name="ucum">The code.</param>
    public static string Unit(string ucum) => ucum switch
    {
        "10*9/L" => "×10⁹/L",
        "kg/m2" => "kg/m²",
        "mm[Hg]" => "mmHg",
        "a" => "years",
        "[iU]/mL" => "IU/mL",
        "[iU]/L" => "IU/L",
        "umol/L" => "µmol/L",
        _ => ucum.Replace("{", "").Replace("}", ""),
    };

    /// <summary>The names of the choices in a set, in declared order.</summary>
    /// <param name="type">The type.</param>
    /// <param name="choices">A set of its choices.</param>
    public static IEnumerable<string> Names(FactType type, ValueSet.Choices choices) =>
        type.Choices.Where((_, index) => (choices.Mask >> index & 1) != 0);

    private static string Span(FactType type, Interval interval, bool amongOthers)
    {
        if (interval.IsPoint) return Number(type, interval.Low);

        // "At most 1 or 3" could be read as at most 3.
        if (amongOthers && type.Kind == FactKind.Count) return $"{Number(type, interval.Low)} to {Number(type, interval.High)}";
        var toTheEnd = interval.High >= type.Range.High;
        var fromTheStart = interval.Low <= type.Range.Low;
        var low = Number(type, interval.Low);
        var high = Number(type, interval.High);
        return (fromTheStart, toTheEnd) switch
        {
            (false, true) => interval.LowClosed ? $"at least {low}" : $"more than {low}",
            (true, false) => interval.HighClosed ? $"at most {high}" : $"less than {high}",
            _ => $"{(interval.LowClosed ? "" : "over ")}{low} to {(interval.HighClosed ? "" : "under ")}{high}",
        };
    }
}
