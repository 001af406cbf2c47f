using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using NodaTime;

namespace Decidua.Reasoning.Deriving;

/// <summary>Says which results and pregnancies were left out because they lie after the day in question.</summary>
internal static class LaterEntries
{
    private const string Remedy = "Correct the date, or ask for a later day.";

    /// <summary>A warning for each antibody result and each pregnancy; one note for all other measurements together.</summary>
    public static IEnumerable<Issue> Report(Record record, LocalDate date)
    {
        foreach (var result in record.Antibodies.Where(entry => IsLater(entry.When, date)))
            yield return Later(result.From.Place, $"{DerivedValue.Cite(result.ToString(), result.When, result.From)}", date);
        foreach (var pregnancy in record.Pregnancies.Where(entry => IsLater(entry.LastPeriod ?? entry.Ended, date)))
            yield return Later(pregnancy.From.Place, DerivedValue.Cite("a pregnancy", pregnancy.LastPeriod ?? pregnancy.Ended, pregnancy.From), date);
        var measured = record.Measurements.Where(entry => IsLater(entry.When, date)).ToList();
        if (measured.Count > 0)
        {
            yield return new(
                IssueCode.AfterTheDay, Severity.Information, measured[0].From.Place,
                $"{measured.Count} {(measured.Count == 1 ? "measurement is" : "measurements are")} dated after {PartialDate.On(date)}, the first "
                    + $"{DerivedValue.Cite(measured[0].What.ToString(), measured[0].When, measured[0].From)}. They were not used.", Remedy);
        }
    }

    private static bool IsLater(PartialDate? entry, LocalDate date) => entry is { } dated && dated.IsCertainlyAfter(date);

    private static Issue Later(string place, string what, LocalDate date) => new(
        IssueCode.AfterTheDay, Severity.Warning, place, $"{what} is dated after {PartialDate.On(date)}, the day in question. It was not used.", Remedy);
}
