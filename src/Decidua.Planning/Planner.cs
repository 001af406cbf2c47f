using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Protocols;
using Decidua.Knowledge.Values;
using Decidua.Planning.Asking;
using Decidua.Planning.Calendar;
using Decidua.Planning.Courses;
using Decidua.Planning.Dosing;
using Decidua.Planning.Holding;
using Decidua.Planning.Monitoring;
using Decidua.Planning.Supply;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;
using NodaTime;
using Interval = Decidua.Knowledge.Values.Interval;

namespace Decidua.Planning;

/// <summary>
/// Lays advice on the calendar. A pure function: the same facts and the same request give the same plan. Nothing of it holds until a
/// clinician has signed it.
/// </summary>
/// <param name="assessor">The knowledge.</param>
public sealed class Planner(Assessor assessor)
{
    private readonly DoseFinder doses = new(assessor);
    private readonly HoldPlanner holds = new(assessor);
    private readonly DuePlanner due = new(assessor);

    /// <summary>Plans for one woman.</summary>
    /// <param name="facts">Her facts. A gestation that is unknown is taken from the calendar.</param>
    /// <param name="protocol">The protocol; the default one when null.</param>
    /// <param name="request">Dates, medicine, clock.</param>
    /// <returns>The plan; its issues say what is missing. A plan with an error among them must not be used.</returns>
    /// <exception cref="InvalidOperationException">The knowledge has no protocol at all.</exception>
    public Plan Make(WomanFacts facts, Protocol? protocol, PlanRequest request)
    {
        protocol ??= assessor.Library.DefaultProtocol ?? throw new InvalidOperationException("Knowledge without a protocol plans nothing.");
        var issues = new List<Issue>();
        var calendar = GestationalCalendar.Of(request, GestationOf(facts), protocol, issues);
        facts = Dated(facts, request, calendar);
        var assessment = assessor.Assess(facts, protocol);
        var courses = Courses(assessment, request, protocol, calendar, issues);
        var held = holds.Holds(facts, protocol, request, courses);
        var watched = due.Due(facts, protocol, request, calendar, courses);
        return new Plan
        {
            Assessment = assessment,
            Request = request,
            Calendar = calendar,
            Courses = courses,
            Advice = [.. Chosen(assessment, Certainty.Certain).Where(advice => courses.All(course => course.Reasons.All(reason => reason.Recommendation != advice)))],
            Undecided = [.. Chosen(assessment, Certainty.Possible)],
            Holds = held.Items,
            Due = watched.Items,
            Supplies = Supplies(courses, request, protocol),
            Issues = [.. issues.Concat(held.Issues).Concat(watched.Issues).Distinct()],
        };
    }

    private ImmutableArray<Course> Courses(Assessment assessment, PlanRequest request, Protocol protocol, GestationalCalendar? calendar, List<Issue> issues)
    {
        var making = new CourseMaking(request, protocol, new MilestoneDates(request, calendar));
        var courses = making.Make(assessment, foreseen: false, issues).Select(course => Dosed(course, assessment.Facts, protocol)).ToList();
        var untilBirth = courses.Exists(course => course.Subject == PlannedSubject.Heparin && course.Until is PlanMoment.Awaited);
        if (Foresight.AfterBirth(assessment.Facts, request, untilBirth) is { } after)
            courses.AddRange(making.Make(assessor.Assess(after, protocol), foreseen: true, issues).Select(course => Dosed(course, after, protocol)));
        return [.. courses.OrderBy(course => course.From, Comparer<PlanMoment>.Create(MilestoneDates.Compare)).ThenBy(course => course.Subject, StringComparer.Ordinal)];
    }

    /// <summary>A course with its dose; none while something forbids it.</summary>
    private Course Dosed(Course course, WomanFacts facts, Protocol protocol)
    {
        if (!course.Against.IsEmpty) return course;
        var advising = course.Reasons.FirstOrDefault(reason => reason.Recommendation.Intensity == course.Intensity)?.Recommendation.Guideline;
        return course with { Dose = doses.Find(facts, protocol, course.Medicine, course.Intensity, advising) };
    }

    /// <summary>One estimate for each course with syringes. What she was supplied with already is used up by the first.</summary>
    private ImmutableArray<SupplyEstimate> Supplies(ImmutableArray<Course> courses, PlanRequest request, Protocol protocol)
    {
        var supplies = ImmutableArray.CreateBuilder<SupplyEstimate>();
        foreach (var course in courses)
            if (Supply(course, supplies.Count == 0 ? request : request with { SuppliedSyringes = null }, protocol) is { } supply) supplies.Add(supply);
        return supplies.ToImmutable();
    }

    /// <summary>What the pharmacy gives from today, or from the first day of the course, to its end as it is expected.</summary>
    private SupplyEstimate? Supply(Course course, PlanRequest request, Protocol protocol)
    {
        if (course.Dose is not { Syringes.IsEmpty: false } dose || course.From.Expected is not { } from || course.Until?.Expected is not { } until) return null;
        return SupplyPlanner.Estimate(dose, LocalDate.Max(from, request.AsOf), until, request, protocol, assessor.Library);
    }

    private static IEnumerable<Recommendation> Chosen(Assessment assessment, Certainty certainty) =>
        assessment.Recommendations.Where(assessment.IsChosen).Where(advice => advice.Certainty == certainty);

    private static int? GestationOf(WomanFacts facts) =>
        facts.Vocabulary.Named("gestation") is { } fact && facts[fact] is { Standing: Standing.Known, Values: ValueSet.Numbers { IsSingle: true } days } ? (int)days.Single : null;

    /// <summary>A pregnant woman whose gestation nobody stated has the gestation of the calendar.</summary>
    private static WomanFacts Dated(WomanFacts facts, PlanRequest request, GestationalCalendar? calendar)
    {
        if (calendar is null || facts.Vocabulary.Named("gestation") is not { } gestation || facts[gestation].Standing == Standing.Known) return facts;
        if (facts.Vocabulary.Named("phase") is not { } phase || phase.Type.Choice("pregnant") is not { } pregnant || facts[phase].Values != pregnant) return facts;
        var days = new ValueSet.Numbers(Interval.Point(calendar.DaysOn(request.AsOf)));
        return days.IsWithin(facts[gestation].Values) ? facts.With(gestation, days, calendar.Basis) : facts;
    }
}
