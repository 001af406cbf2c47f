using System.Globalization;
using Decidua.Knowledge.Values;

namespace Decidua.Knowledge.Cells;

/// <summary>Reads one number as the tables write it: <c>35</c>, <c>28+0</c>, <c>12 h</c>.</summary>
public static class Literal
{
    private const int DaysPerWeek = 7;
    private const int MostWeeks = 60;

    /// <summary>The greatest number that a table may write; products of such numbers with weights or minutes stay exact.</summary>
    private const decimal WidestNumber = 1_000_000_000_000;

    /// <summary>Reads a number of a numeric type.</summary>
    /// <param name="type">The type; its unit may follow the number.</param>
    /// <param name="text">The text.</param>
    /// <returns>The number in the type's unit, days of gestation, or minutes; null when the text is no such value.</returns>
    public static decimal? Number(FactType type, string text) => type.Kind switch
    {
        FactKind.Gestation => Gestation(text),
        FactKind.Duration => Minutes(text),
        FactKind.Count => Plain(WithoutUnit(type, text)) is { } whole && whole == decimal.Truncate(whole) ? whole : null,
        _ => Plain(WithoutUnit(type, text)),
    };

    /// <summary>Reads gestational age written as weeks and days.</summary>
    /// <param name="text">For example <c>28+0</c>; days from 0 to 6.</param>
    /// <returns>Whole days, or null when the text is not a gestational age.</returns>
    public static decimal? Gestation(string text)
    {
        var parts = text.Split('+');
        return parts.Length == 2 && Whole(parts[0]) is { } weeks && Whole(parts[1]) is { } days && days < DaysPerWeek && weeks <= MostWeeks
            ? (weeks * DaysPerWeek) + days
            : null;
    }

    /// <summary>Reads a length of time: a number and <c>min</c>, <c>h</c>, <c>d</c> or <c>wk</c>, or several such parts.</summary>
    /// <param name="text">For example <c>12 h</c> or <c>11 h 59 min</c>.</param>
    /// <returns>Minutes, or null when the text is not a length of time.</returns>
    public static decimal? Minutes(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || parts.Length % 2 != 0) return null;
        decimal total = 0;
        for (var i = 0; i < parts.Length; i += 2)
        {
            if (Plain(parts[i]) is not (>= 0 and { } number) || MinutesPer(parts[i + 1]) is not { } minutes) return null;
            total += number * minutes;
            if (total > WidestNumber) return null;
        }

        return total == decimal.Truncate(total) ? total : null;
    }

    /// <summary>
    /// Reads a plain decimal number: digits, perhaps a point with digits on both sides, perhaps a minus sign before. No thousands
    /// separators, no exponent, nothing beyond a million million.
    /// </summary>
    /// <param name="text">The text.</param>
    public static decimal? Plain(string text)
    {
        if (text.Length == 0 || !char.IsAsciiDigit(text[^1]) || !char.IsAsciiDigit(text[0] == '-' ? text[Math.Min(1, text.Length - 1)] : text[0])) return null;
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) <= WidestNumber ? number : null;
    }

    private static decimal? MinutesPer(string unit) => unit switch
    {
        "min" => 1,
        "h" => 60,
        "d" => 24 * 60,
        "wk" => DaysPerWeek * 24 * 60,
        _ => null,
    };

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string WithoutUnit(FactType type, string text) =>
        type.Unit.Length > 0 && text.EndsWith(" " + type.Unit, StringComparison.Ordinal) ? text[..^(type.Unit.Length + 1)] : text;
}
