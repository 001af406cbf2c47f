using System.Globalization;
using System.Text;
using Decidua.Knowledge.Documents;
using NodaTime;
using NodaTime.Text;

namespace Decidua.Exchange.ICalendar;

/// <summary>
/// Writes calendar entries as iCalendar text (RFC 5545): lines folded at 75 octets and ended by CR LF, moments in UTC, whole days as
/// dates. An entry keeps its id as long as kind, subject and time stay the same, so a calendar that is fetched again replaces it.
/// </summary>
public static class ICalendarText
{
    private const int MostOctets = 75;
    private static readonly LocalDatePattern Date = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly InstantPattern Moment = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <summary>Writes a calendar.</summary>
    /// <param name="entries">The entries, in order.</param>
    /// <param name="asOf">The day of the plan; it stands for the time of writing, so that equal plans give equal files.</param>
    /// <returns>The text, ASCII and UTF-8, ended by CR LF.</returns>
    public static string Write(IEnumerable<CalendarEntry> entries, LocalDate asOf)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Decidua//Plan//EN");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "METHOD:PUBLISH");
        Line(text, "X-WR-CALNAME:Heparin plan");
        var stamp = Moment.Format(asOf.AtMidnight().InUtc().ToInstant());
        foreach (var entry in entries.DistinctBy(Id))
        {
            Line(text, "BEGIN:VEVENT");
            Line(text, $"UID:{Id(entry)}");
            Line(text, $"DTSTAMP:{stamp}");
            WriteTimes(text, entry);
            Line(text, "SEQUENCE:" + Number(Period.DaysBetween(Epoch, asOf)));
            Line(text, $"SUMMARY:{Escaped(entry.Summary)}");
            Line(text, $"DESCRIPTION:{Escaped(entry.Description)}");
            Line(text, $"CATEGORIES:{entry.Kind.ToString().ToUpperInvariant()}");
            Line(text, "STATUS:TENTATIVE");
            Line(text, "CLASS:PRIVATE");
            Line(text, entry.Start is null ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE");
            Line(text, "END:VEVENT");
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    /// <summary>The id of an entry: kind, subject and time; the same for the same content.</summary>
    /// <param name="entry">The entry.</param>
    public static string Id(CalendarEntry entry) =>
        $"{entry.Kind.ToString().ToLowerInvariant()}-{Slug.Of(entry.Subject)}-{(entry.Start is { } start ? Moment.Format(start) : Date.Format(entry.Day))}@decidua";

    /// <summary>Days are counted from here, so that a later plan has a greater sequence number.</summary>
    private static readonly LocalDate Epoch = new(2000, 1, 1);

    private static void WriteTimes(StringBuilder text, CalendarEntry entry)
    {
        if (entry.Start is { } start)
        {
            Line(text, $"DTSTART:{Moment.Format(start)}");
            if (entry.End is { } end && end > start) Line(text, $"DTEND:{Moment.Format(end)}");
        }
        else
        {
            Line(text, $"DTSTART;VALUE=DATE:{Date.Format(entry.Day)}");
            Line(text, $"DTEND;VALUE=DATE:{Date.Format(entry.Day.PlusDays(1))}");
        }
    }

    private static string Number(int number) => Math.Max(0, number).ToString(CultureInfo.InvariantCulture);

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Writes one line, folded: what follows the first part begins with a blank, and no character is cut in two.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
