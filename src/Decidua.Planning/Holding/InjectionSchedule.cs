using Decidua.Planning.Calendar;
using Decidua.Planning.Courses;
using NodaTime;

namespace Decidua.Planning.Holding;

/// <summary>Every injection of a course on the clock, with the holds left out.</summary>
public static class InjectionSchedule
{
    /// <summary>
    /// The injections of a course from one day to another. None lies inside a hold of the same medicine, and a course that something forbids has none. A course that begins with an
    /// awaited event has none until that event has happened; one that ends with an awaited event is written down to the day on which the event is expected.
    /// </summary>
    /// <param name="course">The course.</param>
    /// <param name="holds">The holds of the plan, in any order.</param>
    /// <param name="hours">The hours of the day.</param>
    /// <param name="first">The first day that is wanted.</param>
    /// <param name="last">The last day that is wanted.</param>
    public static IEnumerable<Injection> Between(Course course, IReadOnlyList<HoldWindow> holds, InjectionHours hours, LocalDate first, LocalDate last)
    {
        if (course.From is not PlanMoment.On(var begins) || !course.Against.IsEmpty) yield break;
        var mine = holds.Where(hold => hold.Medicine == course.Medicine).ToList();
        var start = LocalDate.Max(first, begins);
        var end = course.Until?.Expected is { } until ? LocalDate.Min(last, until.PlusDays(-1)) : last;
        for (var day = start; day <= end; day = day.PlusDays(1))
        {
            foreach (var at in hours.On(day))
                if (!mine.Exists(hold => hold.Covers(at.ToInstant())))
                    yield return new Injection(at, course.Medicine, course.Dose?.Amount, course.Dose?.Amount is null ? "" : course.Dose.Unit);
        }
    }
}
