using Decidua.Clinical.Gestation;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Quantities;
using Decidua.Clinical.Records;

namespace Decidua.Reasoning.Deriving;

/// <summary>Reads a gestational age that was recorded as a measurement.</summary>
internal static class StatedAge
{
    /// <summary>
    /// The least and the greatest age meant: days and <c>28+0</c> are exact, whole weeks are completed weeks and leave the
    /// days open, a fraction of a week leaves the day before and after. Null, with an issue, when it cannot be read.
    /// </summary>
    public static (GestationalAge Least, GestationalAge Greatest)? Read(Measurement measurement, List<Issue> issues)
    {
        switch (measurement.Found)
        {
            case Finding.Words words when GestationalAge.TryParse(words.Text.Trim(), out var age):
                return (age, age);
            case Finding.Amount { Comparator: "" } amount when amount.Unit is "d" or "wk":
                return FromAmount(amount, measurement, issues);
            case Finding.Amount { Comparator: "" } amount:
                issues.Add(UnitConversion.Refusal(measurement.From.Place, amount.Unit, "wk"));
                return null;
            default:
                issues.Add(new(IssueCode.UnusableResource, Severity.Warning, measurement.From.Place,
                    $"'{measurement.Found}' is not a gestational age that can be read. It was not used.", "Write 28+0, or a number of d or wk."));
                return null;
        }
    }

    private static (GestationalAge Least, GestationalAge Greatest)? FromAmount(
        Finding.Amount amount, Measurement measurement, List<Issue> issues)
    {
        const int most = (GestationalAge.MaximumWeeks + 1) * GestationalAge.DaysPerWeek;
        var days = amount.Value is > -most and < most ? amount.Unit == "wk" ? amount.Value * GestationalAge.DaysPerWeek : amount.Value : -1;
        var isWholeWeeks = amount.Unit == "wk" && amount.Value == decimal.Truncate(amount.Value);
        var last = isWholeWeeks ? days + GestationalAge.DaysPerWeek - 1 : decimal.Ceiling(days);
        if (GestationalAge.TryFromDays((int)decimal.Floor(days), out var least) && GestationalAge.TryFromDays((int)last, out var greatest))
            return (least, greatest);
        issues.Add(new(IssueCode.ImpossibleGestation, Severity.Error, measurement.From.Place,
            $"A gestational age of {amount} cannot be.", "Correct it in the source."));
        return null;
    }
}
