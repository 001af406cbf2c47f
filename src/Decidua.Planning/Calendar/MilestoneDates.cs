using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Values;
using Decidua.Planning.Asking;
using NodaTime;

namespace Decidua.Planning.Calendar;

/// <summary>
/// Turns the milestones of advice into days: a gestation by the calendar, an event by the day on which it happened or is planned. An event
/// that nobody has dated stays awaited, with the day on which it may be expected.
/// </summary>
/// <param name="request">The day of the plan and the events.</param>
/// <param name="calendar">The pregnancy on the calendar; null when nothing dates it.</param>
public sealed class MilestoneDates(PlanRequest request, GestationalCalendar? calendar)
{
    private const decimal MinutesPerDay = 24 * 60;
    private const string PlannedBirth = "planned birth";

    /// <summary>The moment of a milestone.</summary>
    /// <param name="milestone">For example <c>later of (now, 28+0)</c> or <c>birth + 6 wk</c>.</param>
    public PlanMoment Resolve(Milestone milestone) => milestone switch
    {
        Milestone.Gestation age => calendar is null
            ? new PlanMoment.Awaited(ValueText.Gestation(age.Days), WholeDays(age.OffsetMinutes), null)
            : new PlanMoment.On(calendar.DayOf((int)age.Days).PlusDays(WholeDays(age.OffsetMinutes))),
        Milestone.Event point => Event(point.Name, WholeDays(point.OffsetMinutes)),
        Milestone.Either either => Choose(either.Later, Resolve(either.First), Resolve(either.Second)),
        _ => throw new ArgumentOutOfRangeException(nameof(milestone)),
    };

    /// <summary>The order of two moments by the days on which they are expected; what nobody can date comes last.</summary>
    /// <param name="first">One moment.</param>
    /// <param name="second">The other.</param>
    public static int Compare(PlanMoment? first, PlanMoment? second) => (first?.Expected, second?.Expected) switch
    {
        ({ } a, { } b) => a.CompareTo(b),
        (null, null) => 0,
        (null, _) => 1,
        _ => -1,
    };

    private PlanMoment Event(string name, int days)
    {
        if (name == "now") return new PlanMoment.On(request.AsOf.PlusDays(days));
        return Dated(name) is { } date ? new PlanMoment.On(date.PlusDays(days)) : new PlanMoment.Awaited(name, days, Expected(name));
    }

    /// <summary>
    /// The day of an event that has happened. What is only planned stays awaited, with its planned day: an operation may be put off.
    /// </summary>
    private LocalDate? Dated(string name) => name switch
    {
        PlannedBirth => null,
        CareEvent.Labour => Happened(CareEvent.Labour) ?? Happened(CareEvent.Birth),
        _ => Happened(name),
    };

    private LocalDate? Happened(string name) => request.Events.Where(one => one.Name == name && one.Date <= request.AsOf).Select(one => (LocalDate?)one.Date).Max();

    private LocalDate? Expected(string name) => name switch
    {
        PlannedBirth or CareEvent.Labour or CareEvent.Birth => Planned(CareEvent.PlannedCaesarean) ?? Planned(CareEvent.PlannedInduction) ?? calendar?.DueDate,
        _ => Planned(name),
    };

    private LocalDate? Planned(string name) => request.Events.Where(one => one.Name == name && one.Date >= request.AsOf).Select(one => (LocalDate?)one.Date).Min();

    /// <summary>
    /// The later or the earlier. A moment that nobody can date is the later one; where that decides, the answer stays awaited.
    /// </summary>
    private static PlanMoment Choose(bool later, PlanMoment first, PlanMoment second) => Compare(first, second) > 0 == later ? first : second;

    /// <summary>Whole days; a part of a day before an event counts as a day, so that nothing ends too late.</summary>
    private static int WholeDays(decimal minutes) => (int)decimal.Floor(minutes / MinutesPerDay);
}
