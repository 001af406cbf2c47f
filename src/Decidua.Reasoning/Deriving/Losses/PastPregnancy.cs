using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Knowledge.Values;
using NodaTime;
using Interval = Decidua.Knowledge.Values.Interval;

namespace Decidua.Reasoning.Deriving.Losses;

/// <summary>A pregnancy that is over, as far as counting it needs: when, at how many weeks, how.</summary>
/// <param name="Episode">The pregnancy.</param>
/// <param name="Earliest">The first day on which it may have ended.</param>
/// <param name="Latest">The last day on which it may have ended.</param>
/// <param name="Gestation">The days of gestation that are left for its end.</param>
internal sealed record PastPregnancy(PregnancyEpisode Episode, LocalDate Earliest, LocalDate Latest, ValueSet.Numbers Gestation)
{
    /// <summary>How it ended.</summary>
    public PregnancyEnd End => Episode.End;

    /// <summary>What was stated about it outright; null when it was made out from codes.</summary>
    public Pregnancy? Stated => Episode.Stated;

    /// <summary>Whether its weeks were recorded, and not only taken from the way it ended.</summary>
    public required bool HasRecordedWeeks { get; init; }

    /// <summary>The entries that speak of its end, as readers see them.</summary>
    public string Citation => DerivedValue.Join(Episode.Deciding.Select(entry => entry.ToString()));

    /// <summary>Every pregnancy of a chart that is over.</summary>
    public static IEnumerable<PastPregnancy> Of(Chart chart)
    {
        foreach (var episode in chart.Episodes.Where(episode => episode.IsOver))
        {
            var latest = episode.Ended is { } end && end.Latest < chart.Date ? end.Latest : chart.Date;
            var earliest = episode.Ended?.Earliest ?? episode.FirstSeen ?? LocalDate.MinIsoValue;
            var recorded = Recorded(chart, episode);
            yield return new(episode, earliest, latest, Weeks(chart, episode, recorded)) { HasRecordedWeeks = recorded is not null };
        }
    }

    // Weeks stated for the end stand above a dating; a date that only says when she first appears in the record is none.
    private static ValueSet.Numbers? Recorded(Chart chart, PregnancyEpisode episode)
    {
        if (episode.GestationAtEnd is { } age)
            return new(Interval.Closed(age.Least.TotalDays, age.Greatest.TotalDays));
        var coded = episode.EndedBy.SelectMany(entry => chart.ConceptsAt(entry.From))
            .SelectMany(what => chart.Knowledge.Losses.Codes.Where(row => ReadingKnowledge.Has(row.Codes, what)).Select(row => row.Gestation)).ToList();
        ValueSet.Numbers? weeks = coded.Count == 0 ? null : (ValueSet.Numbers)coded.Aggregate<ValueSet>((one, other) => one.Meets(other) ? one.Intersect(other) : one);
        if (episode is not { Dating: { } dating, Ended: { } ended } || episode.IsDatedByRecordOnly)
            return weeks;
        var dated = new ValueSet.Numbers(Interval.Closed(Math.Max(0, dating.DaysOn(ended.Earliest).Least), Math.Max(0, dating.DaysOn(ended.Latest).Greatest)));
        return weeks is not null && weeks.Meets(dated) ? (ValueSet.Numbers)weeks.Intersect(dated) : dated;
    }

    private static ValueSet.Numbers Weeks(Chart chart, PregnancyEpisode episode, ValueSet.Numbers? recorded)
    {
        var everything = chart.Knowledge.GestationType?.Everything as ValueSet.Numbers ?? new(Interval.Closed(0, chart.Knowledge.LongestPregnancy));
        var allowed = chart.Knowledge.Losses.Weeks.GetValueOrDefault(episode.End, everything);
        if (recorded is null)
            return allowed;
        if (recorded.Meets(allowed))
            return (ValueSet.Numbers)recorded.Intersect(allowed);
        chart.Report(new(
            IssueCode.ImpossibleGestation, Severity.Warning, episode.Evidence[0].From.Place,
            $"{DerivedValue.Join(episode.Deciding.Select(entry => entry.ToString()))}: the weeks recorded ({ValueText.Set(chart.Knowledge.GestationType!, recorded)}) "
                + $"are none at which a pregnancy ends so ({ValueText.Set(chart.Knowledge.GestationType!, allowed)}). The weeks were kept.",
            "Find out how it ended, and at how many weeks."));
        return recorded;
    }
}
