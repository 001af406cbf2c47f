using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using Decidua.Reasoning.Deriving.Antibodies;
using Decidua.Reasoning.Deriving.Losses;
using NodaTime;
using Interval = Decidua.Knowledge.Values.Interval;

namespace Decidua.Reasoning.Deriving;

/// <summary>
/// What lies on the desk when facts are derived: the record as it stood on a date, her pregnancies up to then, and the knowledge
/// to read them by. The derivations ask it; it gathers their issues.
/// </summary>
internal sealed class Chart
{
    /// <summary>Lays out a record.</summary>
    /// <param name="whole">The whole record.</param>
    /// <param name="date">The date: nothing later is looked at.</param>
    /// <param name="knowledge">The knowledge.</param>
    public Chart(Record whole, LocalDate date, ReadingKnowledge knowledge)
    {
        Record = whole.UpTo(date);
        LastEntry = whole.LastEntry;
        Date = date;
        Knowledge = knowledge;
        var history = PregnancyEpisodes.Find(Record, knowledge);
        Issues = [.. history.Issues];
        Episodes = history.Episodes;
        Phase = PhaseReckoning.Reckon(this);
        Listed = [.. ChartEntry.All(this)];
        History = [.. PastPregnancy.Of(this)];
        Antibodies = new(this);
        Issues.AddRange(LaterEntries.Report(whole, date));
    }

    /// <summary>The record as it stood on the date.</summary>
    public Record Record { get; }

    /// <summary>The last date of the whole record, from which on a statement without a date holds.</summary>
    public LocalDate? LastEntry { get; }

    /// <summary>The date.</summary>
    public LocalDate Date { get; }

    /// <summary>The knowledge.</summary>
    public ReadingKnowledge Knowledge { get; }

    /// <summary>Her pregnancies up to the date.</summary>
    public Entries<PregnancyEpisode> Episodes { get; }

    /// <summary>Where she stands on the date.</summary>
    public PhaseReckoning Phase { get; }

    /// <summary>Conditions, procedures, drugs and allergies, as they stood on the date.</summary>
    public IReadOnlyList<ChartEntry> Listed { get; }

    /// <summary>Her pregnancies that are over, with their weeks.</summary>
    public IReadOnlyList<PastPregnancy> History { get; }

    /// <summary>Her antibody results, each as it was read.</summary>
    public AntibodyAccount Antibodies { get; }

    /// <summary>What was found wrong.</summary>
    public List<Issue> Issues { get; }

    /// <summary>Notes something wrong; what several facts come upon is noted once.</summary>
    public void Report(Issue issue)
    {
        if (!Issues.Contains(issue))
            Issues.Add(issue);
    }

    /// <summary>What the entries with an origin say.</summary>
    public IEnumerable<Concept> ConceptsAt(Origin from) => Listed.Where(entry => entry.From == from).Select(entry => entry.What);

    /// <summary>The rows about a fact.</summary>
    public IEnumerable<FindingRow> Rows(Fact fact) => Knowledge.Findings[fact];

    /// <summary>Whether any code of a concept belongs to the value set of a row.</summary>
    public static bool Has(FindingRow row, Concept what)
    {
        foreach (var code in what.Codes)
        {
            if (row.Codes.Contains(code.System, code.Value))
                return true;
        }

        return false;
    }

    /// <summary>A number as the value of a fact; out of its plausible range it is an error.</summary>
    /// <param name="fact">A fact of numbers.</param>
    /// <param name="values">The number, or the span left for it, in the unit of the fact.</param>
    /// <param name="shown">As it was recorded.</param>
    /// <param name="from">Where it came from.</param>
    public ValueSet? InRange(Fact fact, Interval values, string shown, Origin from)
    {
        var possible = fact.Type.Numbers(values).Intersect(fact.Type.Everything);
        if (!possible.IsEmpty)
            return possible;
        var isGestation = fact.Type.Kind == FactKind.Gestation;
        Issues.Add(new(
            isGestation ? IssueCode.ImpossibleGestation : IssueCode.OutOfRange, Severity.Error, from.Place,
            $"{fact.Name}: {shown} is outside the plausible range {ValueText.Number(fact.Type, fact.Type.Range.Low)} to "
                + $"{ValueText.Number(fact.Type, fact.Type.Range.High)}{(fact.Type.Unit.Length > 0 ? " " + fact.Type.Unit : "")}.",
            "Correct it in the source."));
        return null;
    }
}
