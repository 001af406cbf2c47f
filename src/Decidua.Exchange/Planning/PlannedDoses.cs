using System.Collections.Immutable;
using Decidua.Knowledge.Protocols;
using Decidua.Planning;
using Decidua.Planning.Calendar;
using Decidua.Planning.Courses;
using NodaTime;

namespace Decidua.Exchange.Planning;

/// <summary>One dose of a plan.</summary>
/// <param name="Course">Its course.</param>
/// <param name="Day">The day in her zone.</param>
/// <param name="At">The moment; null when no time zone was given.</param>
public sealed record PlannedDose(Course Course, LocalDate Day, Instant? At);

/// <summary>Every dose of a plan with a day of its own: courses whose start is dated, holds left out, nothing before the day of the plan.</summary>
public static class PlannedDoses
{
    private const int HoursPerDay = 24;
    private const int MostDays = 400;

    /// <summary>The doses in the order of time.</summary>
    /// <param name="plan">The plan.</param>
    public static ImmutableArray<PlannedDose> Of(Plan plan) =>
        [.. plan.Courses.SelectMany(course => Of(plan, course)).OrderBy(dose => dose.Day).ThenBy(dose => dose.At ?? Instant.MinValue).ThenBy(dose => dose.Course.Medicine, StringComparer.Ordinal)];

    private static IEnumerable<PlannedDose> Of(Plan plan, Course course)
    {
        if (course is not { From: PlanMoment.On from, Dose: { Amount: not null, EveryHours: > 0 and var hours }, Against.IsEmpty: true }) yield break;
        var first = LocalDate.Max(from.Date, plan.Request.AsOf);
        var last = LocalDate.Min(course.Until?.Expected ?? first.PlusDays(MostDays), first.PlusDays(MostDays));
        for (var day = first; day < last; day = day.PlusDays(1))
        {
            foreach (var at in Moments(plan, day, hours))
                if (!IsHeld(plan, course, at)) yield return new PlannedDose(course, day, at?.ToInstant());
        }
    }

    private static IEnumerable<ZonedDateTime?> Moments(Plan plan, LocalDate day, int hours)
    {
        var times = Times(plan, hours);
        if (plan.Request.Zone is not { } zone || times.IsEmpty) return [null];
        return times.Select(time => (ZonedDateTime?)zone.AtLeniently(day + time));
    }

    private static ImmutableArray<LocalTime> Times(Plan plan, int hours)
    {
        var perDay = Math.Max(1, HoursPerDay / hours);
        if (plan.Request.InjectionTimes.Count == perDay) return [.. plan.Request.InjectionTimes];
        var first = plan.Request.InjectionTimes.Count > 0 ? plan.Request.InjectionTimes[0] : ClockText.Time(plan.Assessment.Protocol?[Protocol.InjectionTime]);
        return first is { } time ? [.. Enumerable.Range(0, perDay).Select(index => time.PlusHours(index * hours)).Order()] : [];
    }

    private static bool IsHeld(Plan plan, Course course, ZonedDateTime? at) => course.Subject is PlannedSubject.Heparin or PlannedSubject.UnfractionatedHeparin && at is { } moment
        && plan.Holds.Any(hold => moment.ToInstant() > hold.LastDose.ToInstant() && (hold.NextDose is not { } next || moment.ToInstant() < next.ToInstant()));
}
