using NodaTime;

namespace Decidua.Reasoning.Deriving;

/// <summary>Years as people count them: by anniversaries.</summary>
internal static class Anniversary
{
    /// <summary>Whole years from one day to a later one, and the part of the year that has begun; exact on an anniversary.</summary>
    public static decimal Years(LocalDate from, LocalDate until)
    {
        var whole = Period.Between(from, until, PeriodUnits.Years).Years;
        var (last, next) = (from.PlusYears(whole), from.PlusYears(whole + 1));
        return whole + ((decimal)Period.DaysBetween(last, until) / Period.DaysBetween(last, next));
    }
}
