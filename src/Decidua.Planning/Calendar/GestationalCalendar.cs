using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Protocols;
using Decidua.Planning.Asking;
using NodaTime;
using NodaTime.Text;

namespace Decidua.Planning.Calendar;

/// <summary>
/// The pregnancy on the calendar: the day of gestation 0+0 by every statement, and the one that is reckoned with. Statements that
/// disagree are shown side by side and never averaged.
/// </summary>
public sealed record GestationalCalendar
{
    private const decimal MinutesPerDay = 24 * 60;

    private GestationalCalendar()
    {
    }

    /// <summary>The day of gestation 0+0 that the plan reckons with.</summary>
    public required LocalDate Start { get; init; }

    /// <summary>What it is taken from.</summary>
    public required string Basis { get; init; }

    /// <summary>The day of gestation 0+0 by each statement, the one that is reckoned with first.</summary>
    public required Entries<DatedStart> Statements { get; init; }

    /// <summary>The expected day of birth.</summary>
    public required LocalDate DueDate { get; init; }

    /// <summary>The day of a gestation.</summary>
    /// <param name="days">Whole days since 0+0.</param>
    public LocalDate DayOf(int days) => Start.PlusDays(days);

    /// <summary>Whole days of gestation on a day; negative before 0+0.</summary>
    /// <param name="day">The day.</param>
    public int DaysOn(LocalDate day) => Period.DaysBetween(Start, day);

    /// <summary>Lays the pregnancy on the calendar.</summary>
    /// <param name="request">The statements, and the day of the plan.</param>
    /// <param name="gestation">Whole days of gestation on that day as the facts have it; null when they do not say one day.</param>
    /// <param name="protocol">The protocol, for the length of a pregnancy and the order in which statements are believed.</param>
    /// <param name="issues">Receives what does not agree.</param>
    /// <returns>The calendar; null when nothing dates the pregnancy.</returns>
    public static GestationalCalendar? Of(PlanRequest request, int? gestation, Protocol protocol, ICollection<Issue> issues)
    {
        var (term, conception) = (Days(protocol[Protocol.LengthOfPregnancy]), Days(protocol[Protocol.PeriodToConception]));
        if (term is null || conception is null)
        {
            issues.Add(new Issue(IssueCode.NoCalendar, Severity.Warning, "protocol",
                $"The protocol '{protocol.Id}' does not say how long a pregnancy is, so nothing is laid on the calendar.", $"Give it the parameters '{Protocol.LengthOfPregnancy}' and '{Protocol.PeriodToConception}'."));
            return null;
        }

        var statements = request.Datings.OrderBy(dating => Order(protocol, dating.Kind)).Select(dating => Statement(dating, term.Value, conception.Value)).ToList();
        if (statements.Count == 0 && gestation is { } days) statements.Add(new DatedStart($"gestation on {Iso(request.AsOf)} in the facts", request.AsOf.PlusDays(-days), "facts/gestation"));
        if (statements is not [var first, ..]) return null;
        foreach (var other in statements.Where(other => other.Start != first.Start))
            issues.Add(new Issue(IssueCode.DatingsDisagree, Severity.Warning, other.Place,
                $"By {other.Basis} the due date is {Iso(other.Start.PlusDays(term.Value))}, by {first.Basis} {Iso(first.Start.PlusDays(term.Value))}: {Math.Abs(Period.DaysBetween(first.Start, other.Start))} days apart. The plan reckons with the latter.",
                "Decide which dating holds and leave the other out."));
        if (gestation is { } stated && Period.DaysBetween(first.Start, request.AsOf) != stated)
            issues.Add(new Issue(IssueCode.DatingsDisagree, Severity.Warning, "facts/gestation",
                $"The advice was worked out for the gestation in the facts, which differs by {Math.Abs(Period.DaysBetween(first.Start, request.AsOf) - stated)} days from that by {first.Basis}.", "Correct one of the two."));
        return new GestationalCalendar { Start = first.Start, Basis = first.Basis, Statements = [.. statements], DueDate = first.Start.PlusDays(term.Value) };
    }

    /// <summary>Reads a length of time of a protocol in whole days; null when it is none.</summary>
    /// <param name="text">For example <c>40 wk</c>.</param>
    internal static int? Days(string text) => Literal.Minutes(text) is { } minutes ? (int)decimal.Floor(minutes / MinutesPerDay) : null;

    private static DatedStart Statement(Dating dating, int term, int conception)
    {
        var (words, back) = dating.Kind switch
        {
            DatingKind.LastPeriod => ("last period", 0),
            DatingKind.Ultrasound => ($"scan at {dating.Gestation}", dating.Gestation!.Value.TotalDays),
            DatingKind.EmbryoTransfer => ($"transfer of an embryo of day {dating.EmbryoDay}", conception + dating.EmbryoDay!.Value),
            DatingKind.EggCollection => ("egg collection", conception),
            DatingKind.DueDate => ("due date", term),
            _ => throw new ArgumentOutOfRangeException(nameof(dating)),
        };
        return new DatedStart($"{words} on {Iso(dating.Date)}", dating.Date.PlusDays(-back), dating.Place);
    }

    private static int Order(Protocol protocol, DatingKind kind)
    {
        var words = protocol[Protocol.DatingOrder].Split(',', StringSplitOptions.TrimEntries);
        var index = Array.IndexOf(words, Word(kind));
        return index >= 0 ? index : words.Length;
    }

    private static string Word(DatingKind kind) => kind switch
    {
        DatingKind.LastPeriod => "last period",
        DatingKind.Ultrasound => "ultrasound",
        DatingKind.EmbryoTransfer => "embryo transfer",
        DatingKind.EggCollection => "egg collection",
        DatingKind.DueDate => "due date",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}

/// <summary>The day of gestation 0+0 by one statement.</summary>
/// <param name="Basis">The statement in words: <c>transfer of an embryo of day 5 on 2026-01-10</c>.</param>
/// <param name="Start">The day of 0+0.</param>
/// <param name="Place">Where the statement stands in the input.</param>
public sealed record DatedStart(string Basis, LocalDate Start, string Place);
