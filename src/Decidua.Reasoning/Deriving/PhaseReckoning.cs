using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using NodaTime;

namespace Decidua.Reasoning.Deriving;

/// <summary>Where she stands on a date, as far as the record shows; <see cref="Names"/> is empty when it shows nothing.</summary>
/// <param name="Names">The phases that are possible, in the words of the vocabulary.</param>
/// <param name="Episode">The pregnancy that it rests on: the present one, or the one just past.</param>
internal sealed record PhaseReckoning(IReadOnlyList<string> Names, PregnancyEpisode? Episode)
{
    /// <summary>The phase before a birth.</summary>
    public const string Pregnant = "pregnant";

    /// <summary>The phase after a birth.</summary>
    public const string Postpartum = "postpartum";

    /// <summary>Neither.</summary>
    public const string NotPregnant = "not pregnant";

    /// <summary>Whether she is certainly pregnant.</summary>
    public bool IsPregnant => Names is [Pregnant];

    /// <summary>Whether she may be pregnant.</summary>
    public bool MayBePregnant => Names.Contains(Pregnant);

    /// <summary>Whether she is certainly within the time after a birth.</summary>
    public bool IsPostpartum => Names is [Postpartum];

    /// <summary>Reckons it from the pregnancies of a chart.</summary>
    public static PhaseReckoning Reckon(Chart chart)
    {
        if (chart.Episodes.LastOrDefault(episode => !episode.IsOver) is { } open && IsLatest(open, chart.Episodes))
            return FromOpen(open, chart);
        var past = chart.Episodes.Where(episode => episode.IsOver).OrderBy(episode => episode.Ended?.Latest ?? episode.LastSeen).LastOrDefault();
        return past?.Ended is { } end ? FromPast(past, end, chart) : new([], past);
    }

    private static bool IsLatest(PregnancyEpisode open, Entries<PregnancyEpisode> all) =>
        open.FirstSeen is not { } first || all.All(other => other.Ended is not { } end || end.Earliest <= first || !other.IsOver);

    // A pregnancy that would by now have lasted longer than any does has ended somehow, and the record does not say how.
    private static PhaseReckoning FromOpen(PregnancyEpisode open, Chart chart)
    {
        if (open.Dating is null || open.Dating.DaysOn(chart.Date).Least <= chart.Knowledge.LongestPregnancy)
            return new([Pregnant], open);
        chart.Issues.Add(new(
            IssueCode.ImpossibleGestation, Severity.Warning, open.Evidence[0].From.Place,
            $"The record does not say how this pregnancy ended ({open.Evidence[0]}). By {PartialDate.On(chart.Date)} it must have.",
            "Enter the birth or the loss."));
        return new([], open);
    }

    private static PhaseReckoning FromPast(PregnancyEpisode past, PartialDate end, Chart chart)
    {
        if (chart.Knowledge.Puerperium is not { } days)
        {
            chart.Issues.Add(new(
                IssueCode.UnknownReference, Severity.Warning, "protocol",
                "The protocol has no parameter 'puerperium', so it is not known for how long a woman counts as postpartum.", "Add it to the protocol."));
            return new([], past);
        }

        var mayBeWithin = chart.Date <= end.Latest.PlusDays(days);
        var isWithin = chart.Date <= end.Earliest.PlusDays(days);
        if (!mayBeWithin)
            return new([], past);
        if (past.End == PregnancyEnd.Unstated)
            return new([Postpartum, NotPregnant], past);
        if (past.End.IsBirth)
            return new(chart.Date < end.Latest ? [Pregnant, Postpartum] : isWithin ? [Postpartum] : [Postpartum, NotPregnant], past);
        return new(chart.Date <= end.Latest ? [Pregnant, NotPregnant] : [NotPregnant], past);
    }
}
