using Decidua.Clinical.Records;
using NodaTime;

namespace Decidua.Clinical.Gestation;

/// <summary>What a pregnancy was dated by.</summary>
public enum DatingMethod
{
    /// <summary>The first day of the last menstrual period.</summary>
    LastPeriod,

    /// <summary>An estimated date of delivery.</summary>
    DueDate,

    /// <summary>A gestational age stated on a day, by ultrasound or by hand.</summary>
    GestationalAge,

    /// <summary>The date on which the record first says that she is pregnant: the pregnancy began on that day or before.</summary>
    FirstRecorded,
}

/// <summary>
/// One statement on when a pregnancy began. The start is the day of gestation 0+0, the first day of the last period,
/// whatever the statement was about; it may be known only between two dates.
/// </summary>
/// <param name="Method">What it rests on.</param>
/// <param name="EarliestStart">The earliest day of gestation 0+0 that the statement allows.</param>
/// <param name="LatestStart">The latest day of gestation 0+0 that the statement allows.</param>
/// <param name="From">The entry that said so.</param>
public sealed record DatingStatement(
    DatingMethod Method, LocalDate EarliestStart, LocalDate LatestStart, Origin From)
{
    /// <summary>Whether the statement names one single day.</summary>
    public bool IsExact => EarliestStart == LatestStart;

    /// <summary>Dated by the first day of the last period.</summary>
    public static DatingStatement FromLastPeriod(PartialDate lastPeriod, Origin from) =>
        new(DatingMethod.LastPeriod, lastPeriod.Earliest, lastPeriod.Latest, from);

    /// <summary>Dated by an estimated date of delivery.</summary>
    /// <param name="dueDate">The estimated date.</param>
    /// <param name="term">The gestation that a due date stands for; comes from the knowledge.</param>
    /// <param name="from">The entry that said so.</param>
    public static DatingStatement FromDueDate(PartialDate dueDate, GestationalAge term, Origin from) => new(
        DatingMethod.DueDate, dueDate.Earliest.PlusDays(-term.TotalDays), dueDate.Latest.PlusDays(-term.TotalDays), from);

    /// <summary>Dated by a gestational age stated on a day.</summary>
    /// <param name="date">The day of the statement.</param>
    /// <param name="least">The least age stated.</param>
    /// <param name="greatest">The greatest age stated: six days more than the least when only completed weeks were given.</param>
    /// <param name="from">The entry that said so.</param>
    public static DatingStatement FromAge(PartialDate date, GestationalAge least, GestationalAge greatest, Origin from) => new(
        DatingMethod.GestationalAge, date.Earliest.PlusDays(-greatest.TotalDays), date.Latest.PlusDays(-least.TotalDays), from);
}

/// <summary>
/// When a pregnancy began, from everything that was said about it. Statements that disagree are kept side by side and the
/// span that covers them all is used; nothing is averaged and none is preferred.
/// </summary>
/// <param name="Statements">Every statement; at least one.</param>
public sealed record PregnancyDating(Entries<DatingStatement> Statements)
{
    /// <summary>The earliest day of gestation 0+0 in any statement.</summary>
    public LocalDate EarliestStart => Statements.Min(statement => statement.EarliestStart);

    /// <summary>The latest day of gestation 0+0 in any statement.</summary>
    public LocalDate LatestStart => Statements.Max(statement => statement.LatestStart);

    /// <summary>Whether no day of gestation 0+0 satisfies every statement.</summary>
    public bool Disagree =>
        Statements.Max(statement => statement.EarliestStart) > Statements.Min(statement => statement.LatestStart);

    /// <summary>Whether one day is named and all statements agree on it.</summary>
    public bool IsExact => EarliestStart == LatestStart;

    /// <summary>
    /// The span of days of gestation on a date: where the statements agree, what they leave in common; where they
    /// disagree, everything from the youngest to the oldest. Negative days mean a date before the pregnancy.
    /// </summary>
    /// <param name="date">The date in question.</param>
    public (int Least, int Greatest) DaysOn(LocalDate date)
    {
        var (earliest, latest) = Disagree
            ? (EarliestStart, LatestStart)
            : (Statements.Max(statement => statement.EarliestStart), Statements.Min(statement => statement.LatestStart));
        return (Period.DaysBetween(latest, date), Period.DaysBetween(earliest, date));
    }
}
