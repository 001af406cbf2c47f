using System.Collections.Immutable;
using Decidua.Knowledge.Protocols;
using Decidua.Planning.Asking;
using Decidua.Planning.Courses;
using NodaTime;
using NodaTime.Text;

namespace Decidua.Planning.Holding;

/// <summary>The hours of the day at which a course is injected, in her own clock: 18:00 stays 18:00 when the clocks change.</summary>
/// <param name="Zone">Her zone.</param>
/// <param name="Times">The hours in the order of the day; empty when nobody names one.</param>
public sealed record InjectionHours(DateTimeZone Zone, ImmutableArray<LocalTime> Times)
{
    private const int DaysToLookBack = 3;
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>The hours of a course: those that she names, never more than the dose has; else that of the protocol, repeated through the day when the dose is.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <param name="request">The request; its zone is needed.</param>
    /// <param name="course">The course.</param>
    /// <returns>The hours; null without a zone.</returns>
    public static InjectionHours? Of(Protocol protocol, PlanRequest request, Course course)
    {
        if (request.Zone is not { } zone) return null;
        var perDay = course.Dose?.EveryHours is > 0 and { } every ? Math.Max(1, NodaConstants.HoursPerDay / every) : Math.Max(1, request.InjectionTimes.Count);
        ImmutableArray<LocalTime> named = [.. request.InjectionTimes.Order()];
        if (named.Length >= perDay) return new(zone, named[..perDay]);
        var first = named.Length > 0 ? named[0] : Clock.Parse(protocol[Protocol.InjectionTime]) is { Success: true } read ? read.Value : (LocalTime?)null;
        return new(zone, first is { } start
            ? [.. Enumerable.Range(0, perDay).Select(index => start.PlusHours(index * (NodaConstants.HoursPerDay / perDay))).Order()]
            : []);
    }

    /// <summary>The injections of one day. An hour that the clocks skip is injected that much later, one that comes twice the first time.</summary>
    /// <param name="day">The day.</param>
    public IEnumerable<ZonedDateTime> On(LocalDate day) => Times.Select(time => Zone.AtLeniently(day + time));

    /// <summary>The last injection that is not after a moment; the moment itself when there are no hours.</summary>
    /// <param name="limit">The moment.</param>
    public ZonedDateTime LastUntil(ZonedDateTime limit) =>
        Enumerable.Range(0, DaysToLookBack).SelectMany(back => On(limit.Date.PlusDays(1 - back)))
            .Where(at => at.ToInstant() <= limit.ToInstant())
            .OrderByDescending(at => at.ToInstant()).Select(at => (ZonedDateTime?)at).FirstOrDefault() ?? limit;
}
