using Decidua.Clinical.Records;
using NodaTime;

namespace Decidua.Planning.Calendar;

/// <summary>
/// The pregnancy on the calendar: the day of gestation 0+0 by every statement, and the one that is reckoned with. Statements that
/// disagree are shown side by side and never averaged.
/// </summary>
public sealed record GestationalCalendar
{
    /// <summary>The day of gestation 0+0 that the plan reckons with.</summary>
    public required LocalDate Start { get; init; }

    /// <summary>What it is taken from.</summary>
    public required string Basis { get; init; }

    /// <summary>The day of gestation 0+0 by each statement, in the order of the input.</summary>
    public required Entries<DatedStart> Statements { get; init; }

    /// <summary>The expected day of birth.</summary>
    public required LocalDate DueDate { get; init; }

    /// <summary>The day of a gestation.</summary>
    /// <param name="days">Whole days since 0+0.</param>
    public LocalDate DayOf(int days) => Start.PlusDays(days);

    /// <summary>Whole days of gestation on a day; negative before 0+0.</summary>
    /// <param name="day">The day.</param>
    public int DaysOn(LocalDate day) => Period.DaysBetween(Start, day);
}

/// <summary>The day of gestation 0+0 by one statement.</summary>
/// <param name="Basis">The statement in words: <c>embryo transfer on 2026-01-10, embryo of day 5</c>.</param>
/// <param name="Start">The day of 0+0.</param>
/// <param name="Place">Where the statement stands in the input.</param>
public sealed record DatedStart(string Basis, LocalDate Start, string Place);
