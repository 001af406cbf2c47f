using Decidua.Clinical.Records;
using Decidua.Knowledge.Values;
using NodaTime;
using static Decidua.Reasoning.Tests.Deriving.Charts;

namespace Decidua.Reasoning.Tests.Deriving;

/// <summary>
/// The bounds of a run against a plain count: whatever day each open date stands for, and whatever each open answer is, the
/// run of that one life lies between them.
/// </summary>
public class LongestRunOracleTests
{
    private const int Lives = 250;
    private const int Days = 40;
    private static readonly string[] Dates = ["2018-03-01", "2019-07-10", "2019", "2020", "2020-02", "2020-11-05", "2021", "2021-09-09", "2022-01-15", "2023"];

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Every_life_that_the_record_allows_lies_between_the_bounds(int seed)
    {
        var random = new Random(seed);
        for (var life = 0; life < Lives; life++)
        {
            var dates = Dates.OrderBy(_ => random.Next()).ToList();
            List<Pregnancy> pregnancies =
                [.. dates.Take(random.Next(1, 7)).Select(on => Any(random, random.Next(12) == 0 ? null : on) with { From = new("record file", "", $"p{on}") })];
            var reading = Derive(Of([.. pregnancies]), "2026-03-01");
            var facts = reading.Value.ShouldNotBeNull(string.Join('\n', reading.Issues));
            var fact = TheKnowledge.Library.Vocabulary.Named("consecutive losses before 10 weeks")!;
            var values = facts[fact].Values.ShouldBeOfType<ValueSet.Numbers>();
            for (var day = 0; day < Days; day++)
            {
                var run = Run(pregnancies.ConvertAll(pregnancy => Settled(pregnancy, random)));
                values.Contains(run).ShouldBeTrue($"{run} is not in {ValueText.Set(fact.Type, values)}: {string.Join("; ", pregnancies.Select(Shown))}");
            }
        }
    }

    private static Pregnancy Any(Random random, string? on) => random.Next(6) switch
    {
        0 => Born(on),
        1 => Ended(PregnancyEnd.Ectopic, on, "7+0"),
        2 => Lost(on, "9+0 to 10+6"),
        3 => Lost(on, "8+0") with { CauseKnown = random.Next(2) == 0 ? null : true },
        _ => Lost(on, "7+0"),
    };

    // One of the lives that the record allows: a day for every date, an answer for every open question.
    private static (LocalDate Day, Pregnancy Pregnancy) Settled(Pregnancy pregnancy, Random random)
    {
        var (first, last) = pregnancy.Ended is { } ended ? (ended.Earliest, ended.Latest) : (new LocalDate(2010, 1, 1), new LocalDate(2026, 3, 1));
        var weeks = pregnancy.GestationAtEnd!.Value.IsExact ? pregnancy.GestationAtEnd.Value : Weeks(random.Next(2) == 0 ? "9+6" : "10+0");
        var settled = pregnancy with { GestationAtEnd = weeks, CauseKnown = pregnancy.CauseKnown ?? random.Next(2) == 0 };
        return (first.PlusDays(random.Next(Period.DaysBetween(first, last) + 1)), settled);
    }

    private static int Run(List<(LocalDate Day, Pregnancy Pregnancy)> life)
    {
        var (run, most) = (0, 0);
        foreach (var (_, pregnancy) in life.OrderBy(one => one.Day).ThenBy(one => one.Pregnancy.From.Place, StringComparer.Ordinal))
        {
            var isLate = pregnancy.GestationAtEnd!.Value.Least.TotalDays >= 70;
            if (pregnancy.End == PregnancyEnd.Miscarriage && !isLate && pregnancy.CauseKnown == false)
                run++;
            else if (pregnancy.End == PregnancyEnd.LiveBirth || (pregnancy.End == PregnancyEnd.Miscarriage && isLate))
                run = 0;
            most = Math.Max(most, run);
        }

        return most;
    }

    private static string Shown(Pregnancy pregnancy) => $"{pregnancy.End} {pregnancy.Ended} {pregnancy.GestationAtEnd} {pregnancy.CauseKnown}";
}
