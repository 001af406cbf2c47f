using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using NodaTime;
using Interval = Decidua.Knowledge.Values.Interval;

namespace Decidua.Reasoning.Deriving;

/// <summary>How the child was born, and stays in hospital.</summary>
internal static class BirthFacts
{
    private const string NotYet = "not yet";
    private const int MinutesPerDay = 24 * 60;

    /// <summary>Not yet while she is pregnant; after a birth what the entries about it leave. Entries that exclude one another are an error.</summary>
    public static DerivedValue? Mode(Chart chart, Fact fact)
    {
        if (fact.Type.Choice(NotYet) is not { } notYet)
            return null;
        if (chart.Phase.IsPregnant)
            return new(notYet, "she is pregnant");
        if (!chart.Phase.IsPostpartum || chart.Phase.Episode is not { } episode)
            return null;
        var about = episode.EndedBy.Select(entry => entry.From).ToHashSet();
        var values = fact.Type.Complement(notYet);
        var cited = new List<ChartEntry>();
        foreach (var entry in chart.Listed.Where(entry => about.Contains(entry.From)))
        {
            foreach (var row in chart.Rows(fact).Where(entry.IsMeantBy))
            {
                values = values.Intersect(row.Is!);
                cited.Add(entry);
            }
        }

        var origin = DerivedValue.Join(cited.Count == 0 ? episode.Deciding.Select(entry => entry.ToString()) : cited.Select(entry => entry.Citation));
        if (!values.IsEmpty)
            return new(values, origin);
        chart.Issues.Add(new(
            IssueCode.Contradiction, Severity.Error, cited[^1].From.Place,
            $"One birth cannot have been all of these: {origin}.", "Find out how the child was born, and correct the others in the source."));
        return null;
    }

    /// <summary>Whether she lies in a hospital bed on the date.</summary>
    public static DerivedValue? Admitted(Chart chart, Fact fact)
    {
        var stays = Stays(chart).Select(stay => (Stay: stay, Now: Least(InBed(chart, stay), stay.OngoingOn(chart.Date))))
            .Where(stay => stay.Now != Presence.Absent).ToList();
        if (stays.Count == 0)
            return null;
        var certain = stays.Exists(stay => stay.Now == Presence.Present);
        return new(certain ? fact.Type.Choice("yes")! : fact.Type.Everything, DerivedValue.Join(stays.Select(stay => Cite(stay.Stay))));
    }

    /// <summary>How long she has stayed since the birth. Only days are known, so the hours are open by a day either way.</summary>
    public static DerivedValue? StayAfterBirth(Chart chart, Fact fact)
    {
        if (!chart.Phase.IsPostpartum || chart.Phase.Episode?.Ended is not { Precision: DatePrecision.Day } birth)
            return null;
        var stay = Stays(chart).FirstOrDefault(stay =>
            InBed(chart, stay) == Presence.Present && stay.OngoingOn(birth.Earliest) == Presence.Present);
        if (stay is null)
            return null;
        var last = stay.Ended is { } ended && ended.Latest < chart.Date ? ended.Latest : chart.Date;
        var days = Period.DaysBetween(birth.Earliest, last);
        var minutes = Interval.Closed(Math.Max(0, days - 1) * MinutesPerDay, (days + 1) * MinutesPerDay);
        return chart.InRange(fact, minutes, $"{days} days", stay.From) is { } values ? new(values, Cite(stay)) : null;
    }

    /// <summary>Whether she came into hospital again after the birth.</summary>
    public static DerivedValue? Readmitted(Chart chart, Fact fact)
    {
        if (!chart.Phase.IsPostpartum || chart.Phase.Episode?.Ended is not { } birth)
            return null;
        var again = Stays(chart).Where(stay => stay.Began is { } began && began.Earliest > birth.Latest && stay.Status != EncounterStatus.Planned)
            .Select(stay => (Stay: stay, InBed: InBed(chart, stay))).ToList();
        if (again.Count == 0)
            return null;
        var certain = again.Exists(stay => stay.InBed == Presence.Present && stay.Stay.Began!.Value.Latest <= chart.Date);
        return new(certain ? fact.Type.Choice("yes")! : fact.Type.Everything, DerivedValue.Join(again.Select(stay => Cite(stay.Stay))));
    }

    private static IEnumerable<Encounter> Stays(Chart chart) =>
        chart.Record.Encounters.Where(stay => InBed(chart, stay) != Presence.Absent);

    private static Presence InBed(Chart chart, Encounter stay) =>
        chart.Knowledge.Has(CodeSetNames.Admission, stay.Types) ? Presence.Present : stay.Inpatient;

    private static Presence Least(Presence first, Presence second) => first < second ? first : second;

    private static string Cite(Encounter stay) => DerivedValue.Cite(stay.Types.IsEmpty ? "stay in hospital" : stay.Types.ToString(), stay.Began, stay.From);
}
