using Decidua.Clinical.Issues;

namespace Decidua.Clinical.Records;

/// <summary>Finds dates in a record that stand in an order that cannot be. It needs no clinical knowledge.</summary>
public static class RecordChecks
{
    private const string Remedy = "Correct the dates in the source.";

    /// <summary>Every issue: an error when it concerns a pregnancy or her own life span, otherwise a warning.</summary>
    public static IEnumerable<Issue> Check(Record record)
    {
        if (IsBefore(record.Died, record.BirthDate))
            yield return Impossible(Severity.Error, record.From, $"Died on {record.Died}, born on {record.BirthDate}.");
        foreach (var entry in record.Conditions.Where(entry => IsBefore(entry.Abatement, entry.Onset)))
            yield return Impossible(Severity.Warning, entry.From, $"{entry.What} ended on {entry.Abatement}, before it began on {entry.Onset}.");
        foreach (var entry in record.Medications.Where(entry => IsBefore(entry.Ended, entry.Began)))
            yield return Impossible(Severity.Warning, entry.From, $"{entry.What} ended on {entry.Ended}, before it began on {entry.Began}.");
        foreach (var entry in record.Encounters.Where(entry => IsBefore(entry.Ended, entry.Began)))
            yield return Impossible(Severity.Warning, entry.From, $"A contact ended on {entry.Ended}, before it began on {entry.Began}.");
        foreach (var entry in record.Pregnancies.Where(entry => IsBefore(entry.Ended, entry.LastPeriod)))
            yield return Impossible(Severity.Error, entry.From, $"A pregnancy ended on {entry.Ended}, before its last period on {entry.LastPeriod}.");
        foreach (var issue in PregnancyOverlap.Find(record.Pregnancies).Concat(BeforeBirth(record)))
            yield return issue;
    }

    private static IEnumerable<Issue> BeforeBirth(Record record) =>
        record.Conditions.Select(entry => (entry.From, What: entry.What.ToString(), Date: entry.Onset))
            .Concat(record.Procedures.Select(entry => (entry.From, What: entry.What.ToString(), Date: entry.When)))
            .Concat(record.Measurements.Select(entry => (entry.From, What: entry.What.ToString(), Date: entry.When)))
            .Concat(record.Medications.Select(entry => (entry.From, What: entry.What.ToString(), Date: entry.Began)))
            .Concat(record.Antibodies.Select(entry => (entry.From, What: entry.ToString(), Date: entry.When)))
            .Concat(record.Pregnancies.Select(entry => (entry.From, What: "A pregnancy", Date: entry.LastPeriod ?? entry.Ended)))
            .Where(entry => IsBefore(entry.Date, record.BirthDate))
            .Select(entry => Impossible(
                Severity.Warning, entry.From, $"{entry.What} is dated {entry.Date}, before she was born on {record.BirthDate}."));

    private static bool IsBefore(PartialDate? date, PartialDate? other) =>
        date is { } first && other is { } second && first.Latest < second.Earliest;

    private static Issue Impossible(Severity severity, Origin from, string message) =>
        new(IssueCode.ImpossibleOrder, severity, from.Place, message, Remedy);
}
