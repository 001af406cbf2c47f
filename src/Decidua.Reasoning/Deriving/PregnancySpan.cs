using Decidua.Clinical.Records;
using NodaTime;

namespace Decidua.Reasoning.Deriving;

/// <summary>The time of the present pregnancy, or of the one that a birth has just ended.</summary>
/// <param name="Episode">The pregnancy.</param>
/// <param name="EarliestStart">The first day that may belong to it; nothing before it does.</param>
/// <param name="LikelyStart">The day from which on it is dated, or first on record when it is not dated.</param>
/// <param name="CertainStart">The day from which on every day certainly belongs to it.</param>
/// <param name="End">The day it ended, or null while it goes on.</param>
internal sealed record PregnancySpan(
    PregnancyEpisode Episode, LocalDate EarliestStart, LocalDate LikelyStart, LocalDate CertainStart, LocalDate? End)
{
    /// <summary>The span, or null when the record shows no present or recent pregnancy, or does not say when it was.</summary>
    public static PregnancySpan? Of(Chart chart)
    {
        if (chart.Phase.Names.Count == 0 || chart.Phase.Episode is not { Dating: { } dating } episode)
            return null;
        var earliest = dating.EarliestStart;
        foreach (var other in chart.Episodes)
        {
            if (other != episode && other.Ended is { } ended && ended.Latest < dating.LatestStart && ended.Latest >= earliest)
                earliest = ended.Latest.PlusDays(1);
        }

        var certain = dating.LatestStart;
        return new(episode, earliest, episode.IsDatedByRecordOnly ? certain : earliest, certain, episode.Ended?.Latest);
    }
}
