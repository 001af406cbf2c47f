using System.Collections.Immutable;
using Decidua.Planning;
using Decidua.Planning.Calendar;
using Decidua.Planning.Courses;
using Decidua.Planning.Holding;
using NodaTime;

namespace Decidua.Exchange.Planning;

/// <summary>One dose of a plan.</summary>
/// <param name="Course">Its course.</param>
/// <param name="Day">The day in her zone.</param>
/// <param name="At">The moment; null when no time zone was given, or no hour.</param>
public sealed record PlannedDose(Course Course, LocalDate Day, Instant? At);

/// <summary>Every dose of a plan with a day of its own: courses whose start is dated, holds left out, nothing before the day of the plan.</summary>
public static class PlannedDoses
{
    private const int MostDays = 400;

    /// <summary>How far a course that no rule ends is written out; whoever sees the end of it asks again.</summary>
    private const int DaysWithoutEnd = 28;

    /// <summary>The doses in the order of time.</summary>
    /// <param name="plan">The plan.</param>
    public static ImmutableArray<PlannedDose> Of(Plan plan) =>
        [.. plan.Courses.SelectMany(course => Of(plan, course)).OrderBy(dose => dose.Day).ThenBy(dose => dose.At ?? Instant.MinValue).ThenBy(dose => dose.Course.Medicine, StringComparer.Ordinal)];

    private static IEnumerable<PlannedDose> Of(Plan plan, Course course)
    {
        if (course is not { From: PlanMoment.On from, Dose: { Amount: not null, EveryHours: not null }, Against.IsEmpty: true }) return [];
        var first = LocalDate.Max(from.Date, plan.Request.AsOf);
        var last = first.PlusDays(course.Until?.Expected is null ? DaysWithoutEnd - 1 : MostDays);
        if (plan.Assessment.Protocol is { } protocol && InjectionHours.Of(protocol, plan.Request, course) is { Times.IsEmpty: false } hours)
            return InjectionSchedule.Between(course, plan.Holds, hours, first, last).Select(injection => new PlannedDose(course, injection.At.Date, injection.At.ToInstant()));
        var until = LocalDate.Min(course.Until?.Expected ?? last.PlusDays(1), last.PlusDays(1));
        return Enumerable.Range(0, Math.Max(0, Period.DaysBetween(first, until))).Select(first.PlusDays).Where(day => !IsHeld(plan, course, day)).Select(day => new PlannedDose(course, day, null));
    }

    /// <summary>Without a clock, a day of which any part is held has no dose.</summary>
    private static bool IsHeld(Plan plan, Course course, LocalDate day) => plan.Holds.Any(hold => hold.Medicine == course.Medicine && day > hold.LastDose.Date && (hold.NextDose is not { } next || day < next.Date));
}
