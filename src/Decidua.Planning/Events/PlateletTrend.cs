using Decidua.Clinical.Issues;
using Decidua.Planning.Monitoring;
using Decidua.Reasoning.Facts;
using NodaTime;

namespace Decidua.Planning.Events;

/// <summary>One platelet count.</summary>
/// <param name="Date">The day of the sample.</param>
/// <param name="Count">The count, ×10⁹/L.</param>
public sealed record DatedCount(LocalDate Date, decimal Count);

/// <summary>
/// How far platelets have fallen since heparin began, and on which day the fall began. Arithmetic only: what it means, the documents on low
/// platelets and the 4Ts score say.
/// </summary>
public sealed record PlateletTrend
{
    private const decimal Hundred = 100;

    /// <summary>The last count before the first dose, or on its day.</summary>
    public required DatedCount Before { get; init; }

    /// <summary>The lowest count since; the first of several equal ones.</summary>
    public required DatedCount Lowest { get; init; }

    /// <summary>The latest count.</summary>
    public required DatedCount Latest { get; init; }

    /// <summary>The day on which the counts that lead to the lowest one began to fall, counted from the first dose as day 0; null when none fell.</summary>
    public required int? DayOfFall { get; init; }

    /// <summary>By how many per cent the lowest lies below the count before heparin; negative when even the lowest lies above it.</summary>
    public decimal FallPercent => Before.Count == 0 ? 0 : (Before.Count - Lowest.Count) * Hundred / Before.Count;

    /// <summary>Reads dated counts.</summary>
    /// <param name="counts">The counts in any order; of one day the lowest is taken.</param>
    /// <param name="heparinStart">The day of the first dose.</param>
    /// <param name="issue">Why there is no trend; null when there is one.</param>
    public static PlateletTrend? Of(IEnumerable<DatedCount> counts, LocalDate heparinStart, out Issue? issue)
    {
        var ordered = counts.GroupBy(count => count.Date).Select(day => day.MinBy(count => count.Count)!).OrderBy(count => count.Date).ToList();
        var before = ordered.LastOrDefault(count => count.Date <= heparinStart);
        var since = ordered.Where(count => count.Date > heparinStart).ToList();
        issue = before is null || since.Count == 0
            ? new Issue(IssueCode.NoCountBeforeHeparin, Severity.Warning, "platelets",
                before is null ? "No platelet count stands before the first dose, so no fall can be reckoned." : "No platelet count stands after the first dose yet.", "Look for an earlier count, or count now.")
            : null;
        if (before is null || since.Count == 0) return null;
        var lowest = since.MinBy(count => count.Count)!;
        return new PlateletTrend { Before = before, Lowest = lowest, Latest = since[^1], DayOfFall = DayOf(before, since, lowest, heparinStart) };
    }

    /// <summary>Her facts with the fall, the lowest and the latest count.</summary>
    /// <param name="facts">Her facts.</param>
    public WomanFacts Record(WomanFacts facts) => facts
        .WithNumber(PlannedFacts.PlateletFall, FallPercent, "platelet counts")
        .WithNumber(PlannedFacts.LowestPlatelets, Lowest.Count, "platelet counts")
        .WithNumber(PlannedFacts.Platelets, Latest.Count, "platelet counts");

    /// <summary>Goes back from the lowest count as long as each earlier one is higher; the first lower one than its forerunner is where the fall began.</summary>
    private static int? DayOf(DatedCount before, List<DatedCount> since, DatedCount lowest, LocalDate start)
    {
        if (lowest.Count >= before.Count) return null;
        var at = since.IndexOf(lowest);
        while (at > 0 && since[at - 1].Count > since[at].Count && since[at - 1].Count < before.Count) at--;
        return Period.DaysBetween(start, since[at].Date);
    }
}
