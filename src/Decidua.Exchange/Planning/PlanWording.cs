using System.Globalization;
using Decidua.Knowledge.Advice;
using Decidua.Planning.Asking;
using Decidua.Planning.Calendar;
using Decidua.Planning.Courses;
using Decidua.Planning.Dosing;
using Decidua.Planning.Holding;
using Decidua.Planning.Monitoring;
using Decidua.Planning.Supply;
using NodaTime;
using NodaTime.Text;

namespace Decidua.Exchange.Planning;

/// <summary>Says what stands in a plan as a letter would: days with their weekday, clock times, doses with syringes and millilitres.</summary>
public static class PlanWording
{
    private const int HoursPerDay = 24;
    private const int DaysPerWeek = 7;
    private static readonly LocalDatePattern DayPattern = LocalDatePattern.CreateWithInvariantCulture("ddd d MMMM yyyy");

    /// <summary>For whom a plan is and what it is not; stands wherever one is shown.</summary>
    public const string IntendedUse = "A proposal for a licensed clinician, who decides and signs. Decision support, not a certified medical device; validate it locally before use.";

    /// <summary>A day: <c>Tue 3 March 2026</c>.</summary>
    /// <param name="day">The day.</param>
    public static string Day(LocalDate day) => DayPattern.Format(day);

    /// <summary>A day with its clock time in her zone: <c>Tue 3 March 2026, 20:00</c>.</summary>
    /// <param name="at">The moment.</param>
    public static string Clock(ZonedDateTime at) => $"{Day(at.Date)}, {Time(at.TimeOfDay)}";

    /// <summary>A time of day: <c>20:00</c>.</summary>
    /// <param name="time">The time.</param>
    public static string Time(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>When something begins or ends: the day, or the event that is awaited and when it is expected.</summary>
    /// <param name="moment">The moment.</param>
    public static string Moment(PlanMoment moment) => moment switch
    {
        PlanMoment.On on => Day(on.Date),
        PlanMoment.Awaited awaited => Awaited(awaited),
        _ => throw new ArgumentOutOfRangeException(nameof(moment)),
    };

    /// <summary>Several days in words: <c>2 days</c>, <c>6 weeks</c>.</summary>
    /// <param name="days">The number, 1 or more.</param>
    public static string Days(int days) => days % DaysPerWeek == 0 && days > DaysPerWeek ? $"{Number(days / DaysPerWeek)} weeks" : days == 1 ? "1 day" : $"{Number(days)} days";

    /// <summary>A number as people write it, without zeros at its end.</summary>
    /// <param name="number">The number.</param>
    public static string Number(decimal number) => number.ToString("0.#####", CultureInfo.InvariantCulture);

    /// <summary>An amount of money: <c>196.30 GBP</c>.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="currency">Three letters.</param>
    public static string Money(decimal amount, string currency) => $"{amount.ToString("0.00", CultureInfo.InvariantCulture)} {currency}";

    /// <summary>The medicine with its dose: <c>enoxaparin 60 mg once daily</c>; without a dose, its name and intensity.</summary>
    /// <param name="course">The course.</param>
    public static string Given(Course course) => course.Dose is { Amount: not null } dose ? Given(dose) : course.Intensity == Intensity.None ? Name(course) : $"{Name(course)}, {course.Intensity.Word()} dose";

    /// <summary>The medicine of a course; what the advice is about while nobody has chosen one.</summary>
    /// <param name="course">The course.</param>
    public static string Name(Course course) => course.Medicine.Length > 0 ? course.Medicine : course.Subject;

    /// <summary>The medicine with its dose: <c>enoxaparin 60 mg once daily</c>; <c>enoxaparin: no dose</c> where there is none.</summary>
    /// <param name="dose">The dose.</param>
    public static string Given(DoseAnswer dose) => dose.Amount is { } amount && dose.EveryHours is { } hours ? $"{dose.Medicine} {Number(amount)} {dose.Unit} {Often(hours)}" : $"{dose.Medicine}: no dose";

    /// <summary>The syringes of one dose and what to inject: <c>1 × enoxaparin 60 mg in 0.6 mL, inject 0.6 mL</c>.</summary>
    /// <param name="dose">The dose.</param>
    public static string Syringes(DoseAnswer dose) => string.Join(" and ", dose.Syringes.Select(use =>
        $"{Number(use.Count)} × {use.Label}, inject {Number(use.Volume)} mL{(use.Count > 1 ? " from each" : "")}{(use.IsPart ? $" ({Number(use.Amount)} {dose.Unit}, up to the mark; discard the rest)" : "")}"));

    /// <summary>Hours between doses in words: <c>once daily</c>, <c>twice daily</c>.</summary>
    /// <param name="hours">The hours.</param>
    public static string Often(int hours) => (HoursPerDay % hours == 0 ? HoursPerDay / hours : 0) switch
    {
        1 => "once daily",
        2 => "twice daily",
        3 => "three times daily",
        _ => $"every {Number(hours)} h",
    };

    /// <summary>From when until when a course runs: <c>from Tue 3 March 2026 until labour (expected Wed 9 September 2026)</c>.</summary>
    /// <param name="from">Its first day.</param>
    /// <param name="until">The day after its last one; null when no rule ends it.</param>
    public static string Span(PlanMoment from, PlanMoment? until) => $"from {Moment(from)}{(until is null ? "; no rule ends it" : $" until {Moment(until)}")}";

    /// <summary>The act, medicine and time of a course in one sentence, without a full stop.</summary>
    /// <param name="course">The course.</param>
    public static string Sentence(Course course)
    {
        var act = !course.Against.IsEmpty ? "Advised, but no dose is planned: " : course.ToBeDecided ? "To be decided: " : course.Running is not null ? "Go on with " : course.Foreseen ? "Foreseen after the birth: " : "Give ";
        return $"{act}{Given(course)}, {Span(course.From, course.Until)}";
    }

    /// <summary>What she takes now where it is not what the plan says: <c>She takes 40 mg every 24 h; the plan says 60 mg once daily.</c> Else empty.</summary>
    /// <param name="course">The course.</param>
    public static string Differs(Course course)
    {
        if (course is { Running: { } forbidden, Against.IsEmpty: false })
            return $"She takes {Name(course)}{(forbidden.Amount is { } now ? $" {Number(now)} {forbidden.Unit}" : "")} since {Day(forbidden.Since)}. Whether the next dose is given must be decided before it.";
        if (course is not { Running: { Amount: { } taken } running, Dose: { Amount: { } planned } dose }) return "";
        var same = taken == planned && running.Unit == dose.Unit && (running.EveryHours is null || running.EveryHours == dose.EveryHours);
        return same ? "" : $"She takes {Number(taken)} {running.Unit}{(running.EveryHours is { } hours ? $" {Often(hours)}" : "")}; the plan says {Number(planned)} {dose.Unit}{(dose.EveryHours is { } every ? $" {Often(every)}" : "")}. Decide which, and from when.";
    }

    /// <summary>A hold in one sentence: last dose, the event, next dose.</summary>
    /// <param name="hold">The hold.</param>
    public static string Sentence(HoldWindow hold)
    {
        var block = hold.BlockNotBefore is { } needle ? $"; a needle or catheter in the back not before {Clock(needle)}" : "";
        var next = hold.NextDose is { } dose ? $"Next dose not before {Clock(dose)}." : hold.NextDoseAwaits.Length > 0 ? $"Next dose: {hold.NextDoseAwaits}." : "";
        return $"Last dose at the latest {Clock(hold.LastDose)}{block}. {next}".TrimEnd();
    }

    /// <summary>What the hold is for, with its time: <c>planned caesarean, Sun 30 August 2026, 09:00</c>.</summary>
    /// <param name="hold">The hold.</param>
    public static string Title(HoldWindow hold) => hold.EventAt is { } at ? $"{hold.Event}, {Clock(at)}" : hold.Event;

    /// <summary>When something is due, and how often again.</summary>
    /// <param name="due">What is due.</param>
    public static string When(DueItem due) => Moment(due.When)
        + (due.EveryDays is { } days ? $", then every {Days(days)}{(due.Until is { } until ? $" until {Moment(until)}" : "")}" : "");

    /// <summary>What the pharmacy gives, in one sentence.</summary>
    /// <param name="line">The line.</param>
    public static string Sentence(SupplyLine line) =>
        $"{Number(line.Syringes)} × {line.Label}{(line is { Packs: { } packs, PackSize: { } size } ? $": {Number(packs)} {(packs == 1 ? "pack" : "packs")} of {Number(size)}" : "")}";

    /// <summary>What dates the pregnancy, for readers: <c>due Wed 9 September 2026 by last period on 2025-12-03</c>; empty without a calendar.</summary>
    /// <param name="calendar">The calendar, or null.</param>
    public static string Due(GestationalCalendar? calendar) => calendar is null ? "" : $"Due {Day(calendar.DueDate)} by {calendar.Basis}";

    /// <summary>An event of a request in words: <c>planned caesarean on Sun 30 August 2026, 09:00</c>.</summary>
    /// <param name="one">The event.</param>
    public static string Sentence(CareEvent one) => $"{one.Name} on {Day(one.Date)}{(one.Time is { } time ? $", {Time(time)}" : "")}";

    private static string Awaited(PlanMoment.Awaited awaited)
    {
        var when = awaited.Days switch
        {
            0 => awaited.Event,
            > 0 => $"{Days(awaited.Days)} after {awaited.Event}",
            _ => $"{Days(-awaited.Days)} before {awaited.Event}",
        };
        return awaited.Expected is { } expected ? $"{when} (expected {Day(expected)})" : $"{when} (awaited)";
    }
}
