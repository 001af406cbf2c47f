using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Protocols;
using Decidua.Planning.Asking;
using Decidua.Planning.Calendar;
using Decidua.Planning.Courses;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;
using NodaTime;

namespace Decidua.Planning.Holding;

/// <summary>
/// Plans the times without heparin: for every birth, needle and procedure of the request and every course of heparin. The hours are
/// those of the documents that the protocol chooses; where the clinic asks for more, the clinic's.
/// </summary>
/// <param name="assessor">The knowledge.</param>
public sealed class HoldPlanner(Assessor assessor)
{
    private readonly Restart restart = new(assessor);

    /// <summary>Plans the holds.</summary>
    /// <param name="facts">Her facts.</param>
    /// <param name="protocol">The protocol.</param>
    /// <param name="request">The request; without a zone no hold is worked out.</param>
    /// <param name="courses">The courses of the plan.</param>
    /// <returns>The holds in the order of their last doses. While the events cannot be true, none, and the issues say why.</returns>
    public Planned<HoldWindow> Holds(WomanFacts facts, Protocol protocol, PlanRequest request, IReadOnlyList<Course> courses)
    {
        List<Issue> issues = [.. EventOrder.Check(request)];
        if (request.Zone is not { } zone || issues.Exists(issue => issue.Code == IssueCode.EventsOutOfOrder)) return new([], [.. issues]);
        var windows = new List<HoldWindow>();
        foreach (var course in courses.Where(HoldFacts.IsHeld))
        {
            var setting = new Restart.Setting(facts.On(course), protocol, request, zone);
            var draft = new HoldDraft(new HoldLibrary(assessor, protocol), restart, setting, course, issues);
            foreach (var one in request.Events)
                if (HasBegun(course, one) && Asks(request, one) && draft.Window(one) is { } window && Matters(course, window, request))
                    windows.Add(window);
        }

        return new(
            [.. windows.OrderBy(window => window.LastDose.ToInstant()).ThenBy(window => window.Medicine, StringComparer.Ordinal).ThenBy(window => window.Event, StringComparer.Ordinal)],
            [.. issues.Distinct()]);
    }

    /// <summary>Whether the course has begun by then. After a birth a course that begins later still waits for the bleeding and the catheter.</summary>
    private static bool HasBegun(Course course, CareEvent one) =>
        course.From is PlanMoment.On(var begins) && (begins <= one.Date.PlusDays(1) || one.Name is CareEvent.Birth or CareEvent.Labour or CareEvent.RupturedMembranes);

    /// <summary>Whether a dose of the course could lie inside: not when the course had ended, nor when the hold was over before the plan begins.</summary>
    private static bool Matters(Course course, HoldWindow window, PlanRequest request) =>
        !(course.Until is PlanMoment.On(var end) && end <= window.LastDose.Date) && !(window.NextDose is { } next && next.Date < request.AsOf);

    /// <summary>Whether an event asks for a hold of its own: a birth that is planned, has begun or has been; a needle apart from any birth; a procedure.</summary>
    private static bool Asks(PlanRequest request, CareEvent one) => one.Name switch
    {
        CareEvent.PlannedCaesarean or CareEvent.PlannedInduction => request.Latest(CareEvent.Birth) is null && !EventOrder.IsPast(request, one),
        CareEvent.RupturedMembranes => true,
        CareEvent.Labour => request.Latest(CareEvent.RupturedMembranes) is null,
        CareEvent.Birth => request.Latest(CareEvent.Labour) is null && request.Latest(CareEvent.RupturedMembranes) is null,
        CareEvent.Needle => !request.Events.Any(other => IsBirth(other) && Math.Abs(Period.DaysBetween(other.Date, one.Date)) <= 1),
        _ => HoldDraft.Procedures.ContainsKey(one.Name),
    };

    private static bool IsBirth(CareEvent one) =>
        one.Name is CareEvent.Birth or CareEvent.Labour or CareEvent.RupturedMembranes or CareEvent.PlannedCaesarean or CareEvent.PlannedInduction;
}
