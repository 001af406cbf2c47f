using Decidua.Clinical.Issues;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Values;
using Decidua.Planning.Asking;
using Decidua.Planning.Calendar;
using Decidua.Planning.Courses;
using Decidua.Reasoning.Facts;
using NodaTime;

namespace Decidua.Planning.Monitoring;

/// <summary>The first day of a course, from which its tests are counted, and the facts as they will be on that day.</summary>
internal sealed class CourseStart
{
    private const int MinutesPerDay = 24 * 60;

    /// <summary>What a course of unfractionated heparin is called among the choices: preventive doses are given under the skin.</summary>
    private const string UnderTheSkin = "UFH under the skin";

    private readonly Course course;
    private readonly PlanRequest request;
    private readonly GestationalCalendar? calendar;
    private readonly MilestoneDates dates;
    private readonly LocalDate? begun;

    internal CourseStart(Course course, PlanRequest request, GestationalCalendar? calendar, IReadOnlyList<Course> courses)
    {
        this.course = course;
        this.request = request;
        this.calendar = calendar;
        begun = courses.Where(other => other.Medicine == course.Medicine).Select(other => (other.From as PlanMoment.On)?.Date).Min();
        dates = new MilestoneDates(request, calendar);
    }

    /// <summary>The day of the first dose; for a course that awaits an event, the day of the plan.</summary>
    private LocalDate Anchor => course.From is PlanMoment.On { Date: var day } ? day : request.AsOf;

    /// <summary>The facts on the day that matters for the course: today, or its first day where that is still to come.</summary>
    internal WomanFacts Facts(WomanFacts facts, List<Issue> issues)
    {
        var medicine = course.Subject == PlannedSubject.UnfractionatedHeparin ? UnderTheSkin : course.Medicine;
        if (facts.Vocabulary.Named(PlannedFacts.HeparinInUse)?.Type.Choice(medicine) is null)
            issues.Add(new Issue(IssueCode.UnwatchedMedicine, Severity.Warning, $"courses/{course.Medicine}",
                $"The documents on monitoring do not know '{course.Medicine}'.", "Ask the pharmacist which tests it needs."));
        var day = course.From.Expected is { } expected && expected > request.AsOf ? expected : request.AsOf;
        var known = facts.WithChoice(PlannedFacts.HeparinInUse, medicine, "course").WithChoice(PlannedFacts.HeparinIntensity, course.Intensity.Word(), "course");
        known = known.WithNumber(PlannedFacts.TimeOnHeparin, (begun is { } first ? Math.Max(0, Period.DaysBetween(first, day)) : 0) * MinutesPerDay, "course");
        return calendar is not null && day > request.AsOf && known.Vocabulary.Named(PlannedFacts.Gestation) is { } fact && known[fact].Standing == Standing.Known
            ? known.WithNumber(PlannedFacts.Gestation, calendar.DaysOn(day), calendar.Basis)
            : known;
    }

    /// <summary>When a row of this course is due. Its end is never later than the end of the course.</summary>
    internal DueSpan Span(RowAdvice advice)
    {
        var until = advice.Until is { } end ? Resolve(end) : null;
        return new DueSpan(Resolve(advice.From ?? Milestone.Now), until is null || (course.Until is not null && MilestoneDates.Compare(course.Until, until) < 0) ? course.Until : until);
    }

    /// <summary>A milestone as a day; <c>now</c> is the first day of the course, or the event that the course awaits.</summary>
    private PlanMoment Resolve(Milestone milestone)
    {
        if (milestone is not Milestone.Event { Name: "now" } now) return dates.Resolve(milestone);
        var days = (int)decimal.Floor(now.OffsetMinutes / MinutesPerDay);
        return course.From is PlanMoment.Awaited awaited ? awaited with { Days = awaited.Days + days } : new PlanMoment.On(Anchor.PlusDays(days));
    }
}
