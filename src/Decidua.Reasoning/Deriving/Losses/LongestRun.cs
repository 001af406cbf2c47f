using Decidua.Clinical.Records;
using NodaTime;

namespace Decidua.Reasoning.Deriving.Losses;

/// <summary>A pregnancy in the order of a woman's life, for runs.</summary>
/// <param name="Earliest">The first day on which it may stand.</param>
/// <param name="Latest">The last day on which it may stand.</param>
/// <param name="Counts">Whether it counts.</param>
/// <param name="Ends">Whether it ends a run.</param>
/// <param name="Partner">The partner; empty when not said.</param>
internal readonly record struct RunEntry(LocalDate Earliest, LocalDate Latest, Presence Counts, Presence Ends, string Partner);

/// <summary>
/// The longest run of pregnancies that count, between the least and the greatest number that the open dates and the open
/// answers allow. Both ends hold whatever is the case; the least may be lower than it need be.
/// </summary>
internal static class LongestRun
{
    /// <summary>The run among all pregnancies, or among those with one partner.</summary>
    public static (int Least, int Greatest) Of(IReadOnlyList<RunEntry> entries, bool samePartner)
    {
        if (!samePartner)
            return (Least(entries), Greatest(entries));
        var partners = entries.Select(entry => entry.Partner).Where(partner => partner.Length > 0).Distinct().ToList();
        var (least, greatest) = (0, 0);
        foreach (var partner in partners)
        {
            least = Math.Max(least, Least([.. entries.Select(entry => WithCertainly(entry, partner))]));
            greatest = Math.Max(greatest, Greatest([.. entries.Select(entry => WithPerhaps(entry, partner))]));
        }

        // Pregnancies of which no partner is named may all be of one more partner, or each of another.
        var unnamed = entries.Select(entry => WithPerhaps(entry, "")).ToList();
        var any = entries.Any(entry => entry.Counts == Presence.Present) ? 1 : 0;
        return (Math.Max(least, any), Math.Max(greatest, Greatest(unnamed)));
    }

    // Within a time in which every certain loss certainly lies, each pregnancy that may end a run parts them once at most.
    private static int Least(IReadOnlyList<RunEntry> entries)
    {
        var most = 0;
        var losses = entries.Where(entry => entry.Counts == Presence.Present).ToList();
        foreach (var start in losses.Select(entry => entry.Earliest).Distinct())
        {
            foreach (var end in losses.Select(entry => entry.Latest).Where(end => end >= start).Distinct())
            {
                var inside = losses.Count(entry => entry.Earliest >= start && entry.Latest <= end);
                var parts = 1 + entries.Count(entry => MayPart(entry) && entry.Earliest <= end && entry.Latest >= start);
                most = Math.Max(most, (inside + parts - 1) / parts);
            }
        }

        return most;
    }

    // A certain loss that may also end a run would, if it did, not count.
    private static bool MayPart(RunEntry entry) => entry.Ends != Presence.Absent && entry.Counts != Presence.Present;

    // The run lies between two pregnancies that end runs, with none that certainly stands between them. Two of one day may stand in either order.
    private static int Greatest(IReadOnlyList<RunEntry> entries)
    {
        var ends = entries.Where(entry => entry.Ends == Presence.Present && entry.Counts == Presence.Absent).ToList();
        var most = 0;
        foreach (var start in ends.Select(entry => entry.Earliest).Append(LocalDate.MinIsoValue).Distinct())
        {
            foreach (var end in ends.Select(entry => entry.Latest).Append(LocalDate.MaxIsoValue).Where(end => end >= start).Distinct())
            {
                if (!ends.Exists(entry => entry.Earliest > start && entry.Latest < end))
                    most = Math.Max(most, entries.Count(entry => entry.Counts != Presence.Absent && entry.Latest >= start && entry.Earliest <= end));
            }
        }

        return most;
    }

    private static RunEntry WithCertainly(RunEntry entry, string partner) =>
        entry.Partner == partner || entry.Counts == Presence.Absent ? entry
        : entry.Partner.Length == 0 ? entry with { Counts = Presence.Possible, Ends = Presence.Possible }
        : entry with { Counts = Presence.Absent, Ends = Presence.Present };

    private static RunEntry WithPerhaps(RunEntry entry, string partner) =>
        entry.Partner == partner || entry.Partner.Length == 0 || entry.Counts == Presence.Absent ? entry
        : entry with { Counts = Presence.Absent, Ends = entry.Counts == Presence.Present ? Presence.Present : Presence.Possible };
}
