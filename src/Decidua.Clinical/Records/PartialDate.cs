using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;

namespace Decidua.Clinical.Records;

/// <summary>How precisely a date was recorded.</summary>
public enum DatePrecision
{
    /// <summary>Only the year.</summary>
    Year,

    /// <summary>The year and the month.</summary>
    Month,

    /// <summary>The day.</summary>
    Day,
}

/// <summary>
/// A calendar date as precisely as it was recorded: a day, a month or a year. It is never rounded to a day;
/// what it leaves open stays between <see cref="Earliest"/> and <see cref="Latest"/>.
/// </summary>
public readonly record struct PartialDate
{
    /// <summary>The first year taken. Earlier years in a record are a system's filling for "no date".</summary>
    public const int FirstYear = 1800;

    /// <summary>The last year taken.</summary>
    public const int LastYear = 2999;

    private PartialDate(LocalDate earliest, DatePrecision precision)
    {
        Earliest = earliest;
        Precision = precision;
    }

    /// <summary>The first day that it may be.</summary>
    public LocalDate Earliest { get; }

    /// <summary>How precisely it was recorded.</summary>
    public DatePrecision Precision { get; }

    /// <summary>The last day that it may be.</summary>
    public LocalDate Latest => Precision switch
    {
        DatePrecision.Year => new(Earliest.Year, 12, 31),
        DatePrecision.Month => new(Earliest.Year, Earliest.Month, CalendarSystem.Iso.GetDaysInMonth(Earliest.Year, Earliest.Month)),
        DatePrecision.Day => Earliest,
        _ => throw new InvalidOperationException($"Precision {Precision} is not handled."),
    };

    /// <summary>A date known to the day.</summary>
    public static PartialDate On(LocalDate day) => new(day, DatePrecision.Day);

    /// <summary>
    /// Reads <c>2026</c>, <c>2026-03</c> or <c>2026-03-01</c>; years from <see cref="FirstYear"/> to
    /// <see cref="LastYear"/>. Days that the calendar does not have are refused.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PartialDate date)
    {
        date = default;
        if (text is null || text.Length is not (4 or 7 or 10) || !Digits(text, 0, 4, out var year)
            || year is < FirstYear or > LastYear)
            return false;
        if (text.Length == 4)
        {
            date = new(new LocalDate(year, 1, 1), DatePrecision.Year);
            return true;
        }

        if (text[4] != '-' || !Digits(text, 5, 2, out var month) || month is < 1 or > 12)
            return false;
        if (text.Length == 7)
        {
            date = new(new LocalDate(year, month, 1), DatePrecision.Month);
            return true;
        }

        if (text[7] != '-' || !Digits(text, 8, 2, out var day)
            || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
            return false;
        date = On(new LocalDate(year, month, day));
        return true;
    }

    /// <summary>Whether it is before the day, whichever day it was.</summary>
    public bool IsCertainlyBefore(LocalDate day) => Latest < day;

    /// <summary>Whether it is after the day, whichever day it was.</summary>
    public bool IsCertainlyAfter(LocalDate day) => Earliest > day;

    /// <summary>As recorded: <c>2026</c>, <c>2026-03</c> or <c>2026-03-01</c>.</summary>
    public override string ToString() => Precision switch
    {
        DatePrecision.Year => string.Create(CultureInfo.InvariantCulture, $"{Earliest.Year:0000}"),
        DatePrecision.Month => string.Create(CultureInfo.InvariantCulture, $"{Earliest.Year:0000}-{Earliest.Month:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Earliest.Year:0000}-{Earliest.Month:00}-{Earliest.Day:00}"),
    };

    private static bool Digits(string text, int start, int length, out int number) =>
        int.TryParse(text.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
