using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Planning.Asking;
using NodaTime;

namespace Decidua.Planning.Holding;

/// <summary>What cannot be true of the events of a request, whatever the guideline: no zone, a plan in the past, an impossible order.</summary>
public static class EventOrder
{
    private static readonly string[] Happened = [CareEvent.LastDose, CareEvent.Labour, CareEvent.RupturedMembranes, CareEvent.CatheterIn, CareEvent.Birth];
    private static readonly string[] PlannedBirths = [CareEvent.PlannedCaesarean, CareEvent.PlannedInduction];

    /// <summary>Finds what cannot be true. Nothing is answered about holds while an error stands.</summary>
    /// <param name="request">The request.</param>
    public static ImmutableArray<Issue> Check(PlanRequest request) =>
        [.. Zone(request), .. Past(request), .. Overdue(request), .. Future(request), .. Order(request), .. Doubtful(request)];

    /// <summary>Whether a planned birth lies behind her by a day or more without a birth on record. One that is late today is still awaited.</summary>
    /// <param name="request">The request.</param>
    /// <param name="planned">A planned caesarean or induction.</param>
    internal static bool IsPast(PlanRequest request, CareEvent planned) =>
        PlannedBirths.Contains(planned.Name) && planned.Date < request.AsOf && request.Latest(CareEvent.Birth) is null;

    private static IEnumerable<Issue> Zone(PlanRequest request)
    {
        if (request.Zone is not null) return [];
        return from one in request.Events
               where one.Time is not null || PlannedBirths.Contains(one.Name) || one.Name is CareEvent.EggCollection or CareEvent.Surgery or CareEvent.Amniocentesis or CareEvent.Needle
               where one.Date >= request.AsOf || one.Time is not null
               select new Issue(IssueCode.NoTimeZone, Severity.Error, one.Place, $"'{one.Name}' needs a clock, and no time zone is given.", "Name the zone, for example Europe/London.");
    }

    private static IEnumerable<Issue> Past(PlanRequest request) =>
        from one in request.Events
        where IsPast(request, one)
        select new Issue(IssueCode.PlannedInThePast, Severity.Error, one.Place, $"'{one.Name}' on {Day(one)} is planned, and lies in the past.", "Correct the date, or enter the birth.");

    private static IEnumerable<Issue> Overdue(PlanRequest request) =>
        from one in request.Events
        where PlannedBirths.Contains(one.Name) && IsBefore(one, request) && !IsPast(request, one) && request.Latest(CareEvent.Birth) is null
        select new Issue(IssueCode.PlannedInThePast, Severity.Warning, one.Place, $"'{one.Name}' was planned for {Day(one)}, earlier today. The hold goes on until the birth.", "Enter the birth, or the new time.");

    private static IEnumerable<Issue> Future(PlanRequest request) =>
        from one in request.Events
        where Happened.Contains(one.Name) && IsAfter(one, request)
        select new Issue(IssueCode.EventsOutOfOrder, Severity.Error, one.Place, $"'{one.Name}' has happened, yet {Day(one)} lies in the future.", "Correct the time.");

    private static IEnumerable<Issue> Order(PlanRequest request)
    {
        var ins = request.Events.Where(one => one.Name == CareEvent.CatheterIn).ToList();
        var outs = request.Events.Where(one => one.Name == CareEvent.CatheterOut).ToList();
        foreach (var one in outs)
            if (ins.Count > 0 && ins.TrueForAll(other => Precedes(one, other)))
                yield return new Issue(IssueCode.EventsOutOfOrder, Severity.Error, one.Place, "The catheter came out before it was in.", "Correct the times.");
        foreach (var needle in request.Events.Where(one => one.Name == CareEvent.Needle))
            if (outs.Count > 0 && outs.TrueForAll(one => Precedes(one, needle)) && !ins.Exists(one => !Precedes(one, needle)))
                yield return new Issue(IssueCode.EventsOutOfOrder, Severity.Error, needle.Place, "The needle comes after the catheter is out.", "Correct the times, or enter the new catheter.");
    }

    private static IEnumerable<Issue> Doubtful(PlanRequest request) =>
        from one in request.Events
        where request.Zone is { } && one.At is { } at && !ClockTime.IsPlain(at, request.Zone!)
        select new Issue(IssueCode.ClockChange, Severity.Warning, one.Place, $"The clocks change around {Day(one)}: this time occurs twice or not at all. The safer reading is used.");

    /// <summary>Whether the first surely comes before the second; on one day without clock times nobody knows.</summary>
    private static bool Precedes(CareEvent first, CareEvent second) =>
        first.At is { } one && second.At is { } other ? one < other : first.Date < second.Date;

    private static bool IsBefore(CareEvent one, PlanRequest request) =>
        one.Date < request.AsOf || (one.Date == request.AsOf && one.Time is { } time && request.Now is { } now && time < now);

    private static bool IsAfter(CareEvent one, PlanRequest request) =>
        one.Date > request.AsOf || (one.Date == request.AsOf && one.Time is { } time && request.Now is { } now && time > now);

    private static string Day(CareEvent one) => one.At is { } at ? $"{at.Date:uuuu-MM-dd} {at.TimeOfDay:HH:mm}" : $"{one.Date:uuuu-MM-dd}";
}
