using Decidua.Clinical.Records;
using Decidua.Knowledge.Values;
using NodaTime;
using static Decidua.Reasoning.Tests.Deriving.Charts;
using static Decidua.Reasoning.Tests.Deriving.Samples;

namespace Decidua.Reasoning.Tests.Deriving;

/// <summary>
/// Whatever day each open date stands for, and whether or not an unreadable result was positive, what a person would say of
/// that one series of results is among the answers.
/// </summary>
public class PersistenceOracleTests
{
    private const int TwelveWeeks = 84;
    private static readonly string[] Dates = ["2024-01-01", "2024-01-20", "2024-03", "2024-03-24", "2024-03-25", "2024-06-17", "2024-06", "2024", "2024-09-08", "2025-01"];

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void Every_series_that_the_record_allows_is_among_the_answers(int seed)
    {
        var random = new Random(seed);
        var fact = TheKnowledge.Library.Vocabulary.Named("lupus anticoagulant")!;
        for (var woman = 0; woman < 200; woman++)
        {
            List<AntibodyResult> results = [.. Enumerable.Range(0, random.Next(1, 5)).Select(number => Any(random) with { From = new("record file", "", $"r{number}") })];
            var values = Derive(Of([.. results]), "2026-03-01").Value.ShouldNotBeNull()[fact].Values;
            for (var life = 0; life < 40; life++)
            {
                if (Said(results, random) is { } said)
                    values.Meets(fact.Type.Choice(said)!).ShouldBeTrue($"{said} is not in {ValueText.Set(fact.Type, values)}: {string.Join("; ", results.Select(result => $"{result.Verdict} {result.When} {result.Anticoagulant}"))}");
            }
        }
    }

    private static AntibodyResult Any(Random random) =>
        Lupus(Dates[random.Next(Dates.Length)], random.Next(2) == 0 ? AntibodyVerdict.Positive : AntibodyVerdict.Negative) with
        {
            Anticoagulant = random.Next(4) == 0 ? SampleAnticoagulant.DirectOral : SampleAnticoagulant.None,
        };

    // An unreadable result is either positive, or says nothing at all.
    private static string? Said(List<AntibodyResult> results, Random random)
    {
        var settled = new List<(LocalDate Day, bool IsPositive)>();
        foreach (var result in results)
        {
            var day = result.When!.Value.Earliest.PlusDays(random.Next(Period.DaysBetween(result.When.Value.Earliest, result.When.Value.Latest) + 1));
            if (result.Anticoagulant == SampleAnticoagulant.None)
                settled.Add((day, result.Verdict == AntibodyVerdict.Positive));
            else if (random.Next(2) == 0)
                settled.Add((day, true));
        }

        List<LocalDate> found = [.. settled.Where(one => one.IsPositive).Select(one => one.Day)];
        if (settled.Count == 0)
            return null;
        if (found.Exists(one => found.Exists(other => Period.DaysBetween(one, other) >= TwelveWeeks)))
            return "persistent";
        return found.TrueForAll(one => settled.Exists(other => !other.IsPositive && Period.DaysBetween(one, other.Day) >= TwelveWeeks)) ? "negative" : "not confirmed";
    }
}
