using System.Collections.Immutable;
using Decidua.Exchange.ICalendar;
using Decidua.Exchange.Planning;
using Decidua.Planning;
using NodaTime;

namespace Decidua.Server.Planning;

/// <summary>One day of a plan.</summary>
/// <param name="Day">The day.</param>
/// <param name="Lines">What happens on it, in order.</param>
public sealed record PlanDay(LocalDate Day, ImmutableArray<string> Lines);

/// <summary>The next days of a plan, as they stand in its calendar.</summary>
public static class PlanDays
{
    private const int Week = 7;

    /// <summary>Today and the seven days after it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="entries">The entries of its calendar.</param>
    public static ImmutableArray<PlanDay> Of(Plan plan, ImmutableArray<CalendarEntry> entries)
    {
        var zone = plan.Request.Zone;
        return [.. Enumerable.Range(0, Week + 1).Select(plan.Request.AsOf.PlusDays).Select(day => new PlanDay(day,
            [.. entries.Where(entry => entry.Day == day || IsWithin(entry, day)).Select(entry => Line(entry, day)).Distinct()]))];

        bool IsWithin(CalendarEntry entry, LocalDate day) => entry is { Kind: CalendarEntryKind.Hold, Start: { } start, End: { } end } && zone is not null
            && start.InZone(zone).Date <= day && day <= end.InZone(zone).Date;

        string Line(CalendarEntry entry, LocalDate day) => entry switch
        {
            { Start: { } start } when zone is not null && start.InZone(zone) is var at && at.Date == day => $"{PlanWording.Time(at.TimeOfDay)} {(entry.Kind == CalendarEntryKind.Hold ? $"after this no heparin, for {entry.Subject}" : entry.Summary)}",
            _ => entry.Summary,
        };
    }
}
