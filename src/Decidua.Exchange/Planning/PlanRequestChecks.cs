using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Planning.Asking;
using NodaTime;

namespace Decidua.Exchange.Planning;

/// <summary>Finds what cannot be in a request once the day of the plan is known: a start in the future, a scan that has not been.</summary>
public static class PlanRequestChecks
{
    /// <summary>The errors of a request, in the order of its members.</summary>
    /// <param name="request">The request with its day.</param>
    public static ImmutableArray<Issue> Check(PlanRequest request)
    {
        var issues = ImmutableArray.CreateBuilder<Issue>();
        foreach (var dating in request.Datings.Where(one => one.Kind is DatingKind.LastPeriod or DatingKind.Ultrasound && one.Date > request.AsOf))
            Later($"{dating.Place}.date", $"The {PlanRequestReader.Word(dating.Kind)} lies on {Words(dating.Date)}");
        foreach (var course in request.Running)
        {
            if (course.Since > request.AsOf) Later($"{course.Place}.since", $"She is said to take {course.Medicine} since {Words(course.Since)}");
            if (request.Running.First(one => one.Medicine == course.Medicine) != course)
                issues.Add(new Issue(IssueCode.Contradiction, Severity.Error, course.Place, $"'{course.Medicine}' is given twice among the medicines that she takes.", "Keep one."));
        }

        foreach (var past in request.Events.Where(one => IsOver(one.Name) && IsLater(one, request)))
            Later($"{past.Place}.on", $"'{past.Name}' is something that has happened, and it is dated {Words(past.Date)}{(past.Time is { } time ? $" {time.ToString("HH:mm", null)}" : "")}");
        if (request.SuppliedOn is { } supplied && request.SuppliedSyringes is null)
            issues.Add(new Issue(IssueCode.MissingMember, Severity.Error, "plan", $"A supply of {Words(supplied)} is named without the number of syringes.", "Add 'supplied'."));
        return issues.ToImmutable();

        void Later(string at, string what) => issues.Add(new Issue(IssueCode.ImpossibleOrder, Severity.Error, at, $"{what}, after the day of the plan, {Words(request.AsOf)}.", "Correct the date, or ask for a later day."));
    }

    /// <summary>Whether an event with this name tells what happened; the others may lie ahead.</summary>
    private static bool IsOver(string name) => name is CareEvent.LastDose or CareEvent.Labour or CareEvent.RupturedMembranes or CareEvent.Birth or CareEvent.PositiveTest or CareEvent.FetalHeartbeat or CareEvent.OhssResolved;

    private static bool IsLater(CareEvent one, PlanRequest request) =>
        one.Date > request.AsOf || (one.Date == request.AsOf && one.Time is { } time && request.Now is { } now && time > now);

    private static string Words(LocalDate date) => PartialDate.On(date).ToString();
}
