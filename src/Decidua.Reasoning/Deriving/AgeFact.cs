using Decidua.Clinical.Records;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using NodaTime;
using Interval = Decidua.Knowledge.Values.Interval;

namespace Decidua.Reasoning.Deriving;

/// <summary>Age in completed years.</summary>
internal static class AgeFact
{
    /// <summary>From the date of birth; one of two ages when only the year or the month is known.</summary>
    public static DerivedValue? Derive(Chart chart, Fact fact)
    {
        if (chart.Record.BirthDate is not { } born)
            return null;
        var ages = Interval.Closed(Years(born.Latest, chart.Date), Years(born.Earliest, chart.Date));
        return chart.InRange(fact, ages, ages.IsPoint ? $"{ages.Low}" : $"{ages.Low} or {ages.High}", chart.Record.From) is { } values
            ? new(values, $"born {born} ({chart.Record.From})")
            : null;
    }

    /// <summary>Completed years between a day of birth and another day.</summary>
    public static int Years(LocalDate born, LocalDate date) => Period.Between(born, date, PeriodUnits.Years).Years;
}
