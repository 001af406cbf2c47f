using System.Collections.Immutable;
using Decidua.Exchange.Planning;
using Decidua.Planning;
using Decidua.Planning.Calendar;
using Decidua.Planning.Holding;
using Decidua.Planning.Monitoring;
using NodaTime;

namespace Decidua.Exchange.ICalendar;

/// <summary>The entries that a plan puts into a calendar: every dose with holds left out, the holds, and what is due.</summary>
public static class PlanCalendar
{
    private const int MostRepeats = 60;

    /// <summary>The entries in the order of time. What still waits for an event has no day and is left out.</summary>
    /// <param name="plan">The plan.</param>
    public static ImmutableArray<CalendarEntry> Entries(Plan plan) =>
    [
        .. PlannedDoses.Of(plan).Select(dose => Entry(dose)).Concat(plan.Holds.Select(hold => Entry(hold))).Concat(plan.Due.SelectMany(due => Days(due).Select(day => Entry(due, day))))
            .OrderBy(entry => entry.Day).ThenBy(entry => entry.Start ?? Instant.MinValue).ThenBy(entry => entry.Kind).ThenBy(entry => entry.Subject, StringComparer.Ordinal),
    ];

    /// <summary>The plan as iCalendar text.</summary>
    /// <param name="plan">The plan.</param>
    public static string Write(Plan plan) => ICalendarText.Write(Entries(plan), plan.Request.AsOf);

    /// <summary>The days on which something is due, as far as the plan reaches: from the day of the plan on.</summary>
    /// <param name="due">What is due.</param>
    public static IEnumerable<LocalDate> Days(DueItem due)
    {
        if (due.When is not PlanMoment.On first) yield break;
        yield return first.Date;
        if (due.EveryDays is not { } every || every <= 0 || due.Until?.Expected is not { } until) yield break;
        var day = first.Date.PlusDays(every);
        for (var times = 1; day < until && times < MostRepeats; times++, day = day.PlusDays(every)) yield return day;
    }

    private static CalendarEntry Entry(PlannedDose dose)
    {
        var course = dose.Course;
        var decided = course.ToBeDecided ? "To be decided: " : "";
        string[] lines =
        [
            course.Dose is { Syringes.IsEmpty: false } answer ? PlanWording.Syringes(answer) : "",
            course.ToBeDecided ? "The guideline says consider: a clinician decides whether it is given at all." : "",
            PlanWording.Span(course.From, course.Until) + ".",
            PlanWording.IntendedUse,
        ];
        return new(CalendarEntryKind.Dose, course.Medicine, dose.Day, dose.At, null, $"{decided}{PlanWording.Given(course)}", Lines(lines));
    }

    private static CalendarEntry Entry(HoldWindow hold)
    {
        var end = hold.NextDose ?? hold.EventAt;
        return new(CalendarEntryKind.Hold, hold.Event, hold.LastDose.Date, hold.LastDose.ToInstant(), end?.ToInstant(), $"No heparin: {hold.Event}",
            Lines([PlanWording.Sentence(hold), .. hold.Warnings, $"Rule: {hold.Document}.", PlanWording.IntendedUse]));
    }

    private static CalendarEntry Entry(DueItem due, LocalDate day) =>
        new(CalendarEntryKind.Due, due.What, day, null, null, $"Due: {due.What}", Lines([due.Reason.Length > 0 ? due.Reason + "." : "", $"Asked for by {due.Document}.", PlanWording.IntendedUse]));

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Where(line => line.Length > 0));
}
