using NodaTime;

namespace Decidua.Exchange.ICalendar;

/// <summary>What an entry of the calendar is about.</summary>
public enum CalendarEntryKind
{
    /// <summary>A dose.</summary>
    Dose,

    /// <summary>A time without heparin.</summary>
    Hold,

    /// <summary>Something that is due.</summary>
    Due,
}

/// <summary>One entry of a calendar file. Nothing in it names the woman.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Subject">The medicine, the event or the thing that is due; part of the entry's id.</param>
/// <param name="Day">The day in her zone.</param>
/// <param name="Start">The moment; null for a whole day.</param>
/// <param name="End">The end; null for a moment, or one whole day.</param>
/// <param name="Summary">One line.</param>
/// <param name="Description">The rest.</param>
public sealed record CalendarEntry(CalendarEntryKind Kind, string Subject, LocalDate Day, Instant? Start, Instant? End, string Summary, string Description);
