using System.Text.RegularExpressions;
using Decidua.Clinical.Issues;

namespace Decidua.Knowledge.Tests.Checking;

/// <summary>The checker against counting: what it says of random tables is true of every one of the 468 women, and nothing is missed.</summary>
public sealed partial class TableCheckTests
{
    private const int Tables = 250;
    private const int MostRows = 5;

    [Fact]
    public void Overlaps_and_gaps_are_found_exactly_when_some_woman_shows_them()
    {
        var (world, overlaps, gaps, clean) = (new TinyWorld(new Random(1)), 0, 0, 0);
        for (var i = 0; i < Tables; i++)
        {
            var rows = world.Rows(MostRows);
            var issues = TinyWorld.Read("U", "→ result", rows.Select(row => (row, "x"))).Issues;
            for (var second = 0; second < rows.Count; second++)
            {
                var overlapping = rows.Take(second).Any(first => TinyWorld.Everyone.Any(woman => first.AppliesTo(woman) && rows[second].AppliesTo(woman)));
                var reported = issues.Where(issue => issue.Code == IssueCode.Overlap && issue.Message.Contains($"and {rows[second].Id} of")).ToList();
                reported.Count.ShouldBe(overlapping ? 1 : 0, Show(rows));
                foreach (var issue in reported)
                {
                    var named = RowPair().Match(issue.Message);
                    var (first, other) = (rows.Single(row => row.Id == named.Groups[1].Value), rows.Single(row => row.Id == named.Groups[2].Value));
                    var example = ExampleIn(issue.Message);
                    (first.AppliesTo(example) && other.AppliesTo(example)).ShouldBeTrue($"{issue.Message}\n{Show(rows)}");
                    overlaps++;
                }
            }

            var uncovered = TinyWorld.Everyone.Any(woman => !rows.Any(row => row.AppliesTo(woman)));
            var gap = issues.Where(issue => issue.Code == IssueCode.Gap).ToList();
            gap.Count.ShouldBe(uncovered ? 1 : 0, Show(rows));
            if (uncovered) rows.ShouldNotContain(row => row.AppliesTo(ExampleIn(gap[0].Message)), gap[0].Message);
            gaps += gap.Count;
            clean += issues.IsEmpty ? 1 : 0;
        }

        (overlaps > 50 && gaps > 50 && clean > 0).ShouldBeTrue($"{overlaps} overlaps, {gaps} gaps, {clean} clean tables: the tables are too much alike");
    }

    [Fact]
    public void Unreachable_rows_are_exactly_those_that_no_woman_reaches()
    {
        var (world, found) = (new TinyWorld(new Random(2)), 0);
        for (var i = 0; i < Tables; i++)
        {
            var rows = world.Rows(MostRows + 2);
            var issues = TinyWorld.Read("F", "→ result", rows.Select(row => (row, "x"))).Issues;
            for (var index = 0; index < rows.Count; index++)
            {
                var reached = TinyWorld.Everyone.Any(woman => rows[index].AppliesTo(woman) && !rows.Take(index).Any(earlier => earlier.AppliesTo(woman)));
                issues.Any(issue => issue.Code == IssueCode.Unreachable && issue.Message.StartsWith($"Row {rows[index].Id} ", StringComparison.Ordinal)).ShouldBe(!reached, Show(rows));
                found += reached ? 0 : 1;
            }

            issues.Any(issue => issue.Code == IssueCode.Gap).ShouldBe(TinyWorld.Everyone.Any(woman => !rows.Any(row => row.AppliesTo(woman))), Show(rows));
        }

        found.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Contradictory_advice_is_found_exactly_when_some_woman_gets_it()
    {
        var (random, found) = (new Random(3), 0);
        var world = new TinyWorld(random);
        for (var i = 0; i < Tables; i++)
        {
            var rows = world.Rows(MostRows).Select(row => (Row: row, Advice: random.Next(3) switch { 0 => "avoid", 1 => "offer", _ => "no need" })).ToList();
            var issues = TinyWorld.Read("C", "→ advice | → subject", rows.Select(pair => (pair.Row, $"{pair.Advice} | LMWH"))).Issues;
            foreach (var (offer, _) in rows.Where(pair => pair.Advice == "offer"))
            {
                var contradicted = rows.Where(pair => pair.Advice == "avoid")
                    .Count(pair => TinyWorld.Everyone.Any(woman => pair.Row.AppliesTo(woman) && offer.AppliesTo(woman)));
                var reported = issues.Where(issue => issue.Code == IssueCode.ContradictoryAdvice && issue.Message.Contains($"row tiny-2026/table/{offer.Id} says")).ToList();
                reported.Count.ShouldBe(contradicted, Show(rows.Select(pair => pair.Row)));
                foreach (var issue in reported) offer.AppliesTo(ExampleIn(issue.Message)).ShouldBeTrue(issue.Message);
                found += contradicted;
            }
        }

        found.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void A_sum_is_refused_exactly_when_it_can_leave_its_range()
    {
        var (random, refused) = (new Random(4), 0);
        var world = new TinyWorld(random);
        for (var i = 0; i < Tables; i++)
        {
            // Rows that test one fact each, where the bound that the checker works out is exact.
            var rows = world.Rows(MostRows).Select(row => Single(row, random.Next(4))).Select(row => (Row: row, Points: random.Next(0, 4))).ToList();
            var greatest = TinyWorld.Everyone.Max(woman => rows.Where(pair => pair.Row.AppliesTo(woman)).Sum(pair => pair.Points));
            var range = Math.Max(0, greatest + random.Next(-1, 2));
            var derived = $"\n## Derived\n\n| fact | type | range | meaning |\n|---|---|---|---|\n| sum | count | [0..{Math.Max(3, range)}] | a sum |\n\n";
            var issues = TinyWorld.Read("C+", "→ sum", rows.Select(pair => (pair.Row, $"{pair.Points}")), derived).Issues;
            issues.Any(issue => issue.Message.Contains("can reach")).ShouldBe(greatest > Math.Max(3, range), Show(rows.Select(pair => pair.Row)));
            if (greatest > Math.Max(3, range)) issues.ShouldContain(issue => issue.Message.Contains($"can reach {greatest}"));
            refused += issues.IsEmpty ? 0 : 1;
        }

        refused.ShouldBeInRange(10, Tables - 10);
    }

    private static TinyWorld.Row Single(TinyWorld.Row row, int kept) =>
        row with { Cells = [.. row.Cells.Select((cell, index) => index == kept ? cell : new TinyWorld.Cell("-", _ => true))] };

    private static TinyWorld.Woman ExampleIn(string message)
    {
        var colour = Colour().Match(message);
        var flag = Flag().Match(message);
        var parts = Parts().Match(message);
        var level = Level().Match(message);
        return new TinyWorld.Woman(
            colour.Success ? Array.IndexOf(["red", "green", "blue"], colour.Groups[1].Value) : 0,
            flag.Success && flag.Groups[1].Value == "yes" ? 1 : 0,
            parts.Success ? int.Parse(parts.Groups[1].Value) : 0,
            level.Success ? (int)(Math.Ceiling(decimal.Parse(level.Groups[1].Value) * 2)) : 0);
    }

    private static string Show(IEnumerable<TinyWorld.Row> rows) =>
        string.Join('\n', rows.Select(row => $"{row.Id}: {string.Join(" | ", row.Cells.Select(cell => cell.Text))}"));

    [GeneratedRegex(@"rows (R\d+) and (R\d+) of")]
    private static partial Regex RowPair();

    [GeneratedRegex(@"colour (red|green|blue)")]
    private static partial Regex Colour();

    [GeneratedRegex(@"flag (yes|no)")]
    private static partial Regex Flag();

    [GeneratedRegex(@"parts (\d+)")]
    private static partial Regex Parts();

    [GeneratedRegex(@"level (\d+(\.\d+)?)")]
    private static partial Regex Level();
}
