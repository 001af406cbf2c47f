using NodaTime;

namespace Decidua.Exchange.Planning;

/// <summary>Reads clock times and days with a time as a plan writes them: <c>09:30</c>, <c>2026-08-30T09:00</c>. No zone: it is stated once.</summary>
public static class ClockText
{
    private const int TimeLength = 5;
    private const int DateLength = 10;
    private const int HoursOfDay = 24;
    private const int MinutesOfHour = 60;

    /// <summary>A time of day of 24 hours with minutes, <c>09:30</c>; null when it is anything else.</summary>
    /// <param name="text">The text.</param>
    public static LocalTime? Time(string? text) =>
        text is { Length: TimeLength } && text[2] == ':' && Two(text, 0) is { } hours && Two(text, 3) is { } minutes && hours < HoursOfDay && minutes < MinutesOfHour
            ? new LocalTime(hours, minutes)
            : null;

    /// <summary>A day, or a day with a time: <c>2026-08-30</c>, <c>2026-08-30T09:00</c>; null when it is anything else.</summary>
    /// <param name="text">The text.</param>
    public static (LocalDate Date, LocalTime? Time)? Moment(string? text)
    {
        if (text is null || text.Length < DateLength || !Clinical.Records.PartialDate.TryParse(text[..DateLength], out var date)) return null;
        if (text.Length == DateLength) return (date.Earliest, null);
        return text[DateLength] is 'T' or ' ' && Time(text[(DateLength + 1)..]) is { } time ? (date.Earliest, time) : null;
    }

    private static int? Two(string text, int at) =>
        char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) ? ((text[at] - '0') * 10) + text[at + 1] - '0' : null;
}
