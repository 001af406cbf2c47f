using System.Collections.Immutable;
using System.Globalization;
using Decidua.Exchange.Planning;
using Decidua.Planning;
using Decidua.Planning.Calendar;
using Decidua.Planning.Courses;
using NodaTime;

namespace Decidua.Server.Planning;

/// <summary>A stretch on the timeline, in its units.</summary>
/// <param name="X">Where it begins.</param>
/// <param name="Width">How long it is.</param>
/// <param name="Kind">How it is drawn: <c>firm</c>, <c>consider</c>, <c>foreseen</c> or <c>withheld</c>; empty for a hold.</param>
/// <param name="Text">What stands over it.</param>
/// <param name="IsOpen">Whether it ends with an event that is awaited, or not at all.</param>
public sealed record TimelineBar(decimal X, decimal Width, string Kind, string Text, bool IsOpen);

/// <summary>One medicine.</summary>
/// <param name="Name">The medicine.</param>
/// <param name="Top">Where its lane begins.</param>
/// <param name="Bars">Its courses.</param>
public sealed record TimelineLane(string Name, decimal Top, ImmutableArray<TimelineBar> Bars);

/// <summary>A mark with a number or a word.</summary>
/// <param name="X">Where it stands.</param>
/// <param name="Row">The line of marks, from 0, so that neighbours do not cover one another.</param>
/// <param name="Text">Its number or word.</param>
public sealed record TimelineMark(decimal X, int Row, string Text);

/// <summary>
/// A plan laid out for drawing: weeks from left to right, one lane for each medicine, holds across them, numbered marks for what is due.
/// It shows nothing that the dated list below it does not say.
/// </summary>
public sealed class Timeline
{
    private const int DaysPerWeek = 7;
    private const int MostMarks = 40;
    private const int MostWeeks = 60;
    private const int WeeksBefore = 4;
    private const int WeeksWithoutEnd = 12;
    private const int WeeksPerTick = 4;
    private const decimal DayWidth = 4;
    private const decimal Margin = 16;
    private const decimal Head = 66;
    private const decimal LaneHeight = 62;
    private const decimal MarkWidth = 26;
    private const decimal LetterWidth = 7;
    private const decimal NarrowestHold = 8;
    private readonly LocalDate last;

    private Timeline(Plan plan)
    {
        var dates = plan.Courses.SelectMany(course => new[] { course.From.Expected, course.Until?.Expected }).Concat(plan.Holds.Select(hold => (LocalDate?)hold.LastDose.Date))
            .Append(plan.Calendar?.DueDate).OfType<LocalDate>().ToList();
        var earliest = plan.Request.AsOf.PlusWeeks(-WeeksBefore);
        First = LocalDate.Max(earliest, dates.Append(plan.Request.AsOf).Min()).PlusDays(-DaysPerWeek);
        var until = dates.Append(plan.Request.AsOf.PlusWeeks(WeeksWithoutEnd)).Max().PlusWeeks(1);
        last = LocalDate.Min(until, First.PlusWeeks(MostWeeks));
        Width = (2 * Margin) + (Period.DaysBetween(First, last) * DayWidth);
        Lanes = [.. plan.Courses.GroupBy(PlanWording.Name).Select((lane, index) => new TimelineLane(lane.Key, Head + (index * LaneHeight), [.. lane.Select(Bar)]))];
        Holds = [.. plan.Holds.Select(hold => Stretch(hold.LastDose.Date, hold.NextDose?.Date ?? hold.EventAt?.Date.PlusDays(1), "", hold.Event))];
        Marks = Numbered(plan);
        Ticks = plan.Calendar is { } calendar ? Weeks(calendar) : [];
        Months = [.. MonthStarts().Select(day => new TimelineMark(At(day), 0, day.ToString("MMM", CultureInfo.InvariantCulture)))];
        Today = At(plan.Request.AsOf);
        Birth = plan.Calendar is { } dated && dated.DueDate <= last ? At(plan.Courses.Select(course => course.Until).OfType<PlanMoment.Awaited>().FirstOrDefault(moment => moment.Days == 0)?.Expected ?? dated.DueDate) : null;
        MarksTop = Head + (Lanes.Length * LaneHeight);
        Height = MarksTop + (Marks.IsEmpty ? 0 : (Marks.Max(mark => mark.Row) + 1) * MarkWidth) + Margin;
    }

    /// <summary>The first day that is drawn.</summary>
    public LocalDate First { get; }

    /// <summary>The whole width.</summary>
    public decimal Width { get; }

    /// <summary>The whole height.</summary>
    public decimal Height { get; }

    /// <summary>Where the marks begin.</summary>
    public decimal MarksTop { get; }

    /// <summary>One lane for each medicine.</summary>
    public ImmutableArray<TimelineLane> Lanes { get; }

    /// <summary>The times without heparin.</summary>
    public ImmutableArray<TimelineBar> Holds { get; }

    /// <summary>What is due, by the numbers of the list.</summary>
    public ImmutableArray<TimelineMark> Marks { get; }

    /// <summary>Weeks of gestation, then weeks after the birth.</summary>
    public ImmutableArray<TimelineMark> Ticks { get; }

    /// <summary>The first days of months.</summary>
    public ImmutableArray<TimelineMark> Months { get; }

    /// <summary>Today.</summary>
    public decimal Today { get; }

    /// <summary>The expected or planned birth; null when it is not known or not drawn.</summary>
    public decimal? Birth { get; }

    /// <summary>Lays a plan out.</summary>
    /// <param name="plan">The plan.</param>
    public static Timeline Of(Plan plan) => new(plan);

    /// <summary>A number as SVG writes it.</summary>
    /// <param name="number">The number.</param>
    public static string Text(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private decimal At(LocalDate day) => Margin + (Math.Clamp(Period.DaysBetween(First, day), 0, Period.DaysBetween(First, last)) * DayWidth);

    private TimelineBar Bar(Course course) => Stretch(course.From.Expected ?? last, course.Until?.Expected,
        !course.Against.IsEmpty ? "withheld" : course.Foreseen ? "foreseen" : course.ToBeDecided ? "consider" : "firm",
        $"{PlanWording.Given(course)[PlanWording.Name(course).Length..].TrimStart(',', ' ', ':')}{(!course.Against.IsEmpty ? ", withheld" : course.Foreseen ? ", foreseen" : course.ToBeDecided ? ", to be decided" : "")}") with
    {
        IsOpen = course.Until is null or PlanMoment.Awaited,
    };

    private TimelineBar Stretch(LocalDate from, LocalDate? until, string kind, string text)
    {
        var (start, end) = (At(from), At(until ?? last));
        return new(start, Math.Max(end - start, NarrowestHold), kind, text, IsOpen: false);
    }

    /// <summary>One mark for each day with the numbers of its lines. Marks of one line keep a distance; one that would touch its neighbour moves to the next line.</summary>
    private ImmutableArray<TimelineMark> Numbered(Plan plan)
    {
        var ends = new List<decimal>();
        var marks = ImmutableArray.CreateBuilder<TimelineMark>();
        foreach (var day in plan.Due.Select((due, index) => (Day: due.When.Expected, Number: index + 1)).Where(due => due.Day >= First && due.Day <= last)
            .GroupBy(due => due.Day!.Value).OrderBy(day => day.Key).Take(MostMarks))
        {
            var (x, text) = (At(day.Key), Numbers([.. day.Select(due => due.Number)]));
            var row = ends.FindIndex(end => end <= x);
            if (row < 0)
            {
                row = ends.Count;
                ends.Add(0);
            }

            ends[row] = x + MarkWidth + (text.Length * LetterWidth);
            marks.Add(new TimelineMark(x, row, text));
        }

        return marks.ToImmutable();
    }

    /// <summary>The width of a mark with this text.</summary>
    /// <param name="text">Its numbers.</param>
    public static decimal WidthOf(string text) => MarkWidth - LetterWidth + (Math.Max(0, text.Length - 1) * LetterWidth);

    /// <summary>Numbers that follow one another are one stretch: <c>1–3</c>; others are listed: <c>2, 5</c>.</summary>
    private static string Numbers(ImmutableArray<int> numbers) => numbers.Length == 1 ? numbers[0].ToString(CultureInfo.InvariantCulture)
        : numbers[^1] - numbers[0] == numbers.Length - 1 ? string.Create(CultureInfo.InvariantCulture, $"{numbers[0]}–{numbers[^1]}")
        : string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    private ImmutableArray<TimelineMark> Weeks(GestationalCalendar calendar) =>
    [
        .. Enumerable.Range(0, MostWeeks).Select(week => week * WeeksPerTick).Select(week => (week, day: calendar.DayOf(week * DaysPerWeek)))
            .Where(pair => pair.day >= First && pair.day <= last && pair.day <= calendar.DueDate).Select(pair => new TimelineMark(At(pair.day), 0, $"{pair.week}+0")),
    ];

    private IEnumerable<LocalDate> MonthStarts()
    {
        for (var day = new LocalDate(First.Year, First.Month, 1).PlusMonths(1); day <= last; day = day.PlusMonths(1)) yield return day;
    }
}
