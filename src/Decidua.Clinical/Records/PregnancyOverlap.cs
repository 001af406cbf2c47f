using Decidua.Clinical.Issues;
using NodaTime;

namespace Decidua.Clinical.Records;

/// <summary>Finds pregnancies of one woman that cannot both have been, because one lies within the other.</summary>
internal static class PregnancyOverlap
{
    /// <summary>An error for each pair that overlaps whichever of the open dates is meant.</summary>
    public static IEnumerable<Issue> Find(Entries<Pregnancy> pregnancies)
    {
        for (var first = 0; first < pregnancies.Count; first++)
        {
            for (var second = first + 1; second < pregnancies.Count; second++)
            {
                var (one, other) = (pregnancies[first], pregnancies[second]);
                if (Span(one) is { } mine && Span(other) is { } theirs && mine.LatestStart < theirs.EarliestEnd && theirs.LatestStart < mine.EarliestEnd)
                {
                    yield return new(IssueCode.OverlappingPregnancies, Severity.Error, other.From.Place,
                        $"{Shown(one)} and {Shown(other)} overlap: a woman has one pregnancy at a time.",
                        "Correct the dates. Twins are one pregnancy.");
                }
            }
        }
    }

    // While it goes on it may last for ever; when only its end is dated, it was there on the day before.
    private static (LocalDate LatestStart, LocalDate EarliestEnd)? Span(Pregnancy pregnancy)
    {
        var end = pregnancy.Ended is { } ended ? ended.Earliest : pregnancy.IsOver ? default(LocalDate?) : LocalDate.MaxIsoValue;
        return pregnancy.Began is { } began ? (began.Latest, end ?? began.Earliest)
            : pregnancy.Ended is { } only ? (only.Latest, only.Earliest)
            : null;
    }

    private static string Shown(Pregnancy pregnancy) => (pregnancy.LastPeriod, pregnancy.Ended, pregnancy.GestationAtEnd) switch
    {
        ({ } from, { } until, _) => $"The pregnancy from {from} to {until}",
        ({ } from, null, _) => $"The pregnancy from {from} on",
        (null, { } until, { } age) => $"The pregnancy that ended on {until} at {age}",
        (null, { } until, null) => $"The pregnancy that ended on {until}",
        _ => "The pregnancy without dates",
    };
}
