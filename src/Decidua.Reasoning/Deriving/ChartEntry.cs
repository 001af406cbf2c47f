using Decidua.Clinical.Records;

namespace Decidua.Reasoning.Deriving;

/// <summary>An entry of a record that says something by being there: a condition, a procedure, a drug, an allergy.</summary>
/// <param name="What">What it is.</param>
/// <param name="Date">Its first day, if it has one.</param>
/// <param name="From">Where it came from.</param>
/// <param name="Now">Whether it holds on the date of the chart.</param>
/// <param name="Ever">Whether it had happened by the date of the chart.</param>
internal sealed record ChartEntry(Concept What, PartialDate? Date, Origin From, Presence Now, Presence Ever)
{
    /// <summary>The last day, if it has ended.</summary>
    public PartialDate? Ended { get; init; }

    /// <summary>What brought it on, in the words of the vocabulary; empty when not said.</summary>
    public string ProvokedBy { get; init; } = "";

    /// <summary>Whether it is an act that lasts no longer than its day.</summary>
    public bool IsAct { get; init; }

    /// <summary>Whether it is an allergy: then it does not say that she has or takes what it names.</summary>
    public bool IsAllergy { get; init; }

    /// <summary>Whether a row of the findings speaks of this entry.</summary>
    public bool IsMeantBy(FindingRow row) => row.Is is not null
        && (IsAllergy ? row.IsOfVocabulary || row.Counts == FindingCounts.Allergy : row.Counts != FindingCounts.Allergy)
        && Chart.Has(row, What);

    /// <summary>The entry as readers see it.</summary>
    public string Citation => DerivedValue.Cite(What.ToString(), Date, From);

    /// <summary>Every such entry of a chart.</summary>
    public static IEnumerable<ChartEntry> All(Chart chart)
    {
        var (record, date, last) = (chart.Record, chart.Date, chart.LastEntry);
        return record.Conditions
            .Select(entry => new ChartEntry(entry.What, entry.Began, entry.From, entry.PresentOn(date, last), entry.BegunBy(date)) 
            {
                Ended = entry.Abatement, ProvokedBy = entry.ProvokedBy,
            })
            .Concat(record.Procedures.Select(entry => new ChartEntry(entry.What, entry.When, entry.From, entry.DoneBy(date), entry.DoneBy(date)) { IsAct = true }))
            .Concat(record.Medications.Select(entry =>
                new ChartEntry(entry.What, entry.Began, entry.From, entry.TakenOn(date, last), entry.BegunBy(date)) { Ended = entry.Ended }))
            .Concat(record.Allergies.Select(entry => new ChartEntry(entry.What, entry.Began, entry.From, entry.KnownBy(date), entry.KnownBy(date)) { IsAllergy = true }));
    }
}
