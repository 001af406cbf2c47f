using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Deriving;
using NodaTime;
using Record = Decidua.Clinical.Records.Record;

namespace Decidua.Exchange.Tests.Deriving;

/// <summary>The pregnancies of thirteen synthetic patients, checked against their records by hand.</summary>
public class SyntheticPregnancyTests
{
    [Fact]
    public void Five_women_were_pregnant_nine_times()
    {
        var found = Records().SelectMany(record => Episodes(record)
            .Select(episode => $"{record.PatientId[..4]} {Iso(episode.FirstSeen!.Value)} {episode.Ended} {episode.End} {Iso(episode.LastPregnantDay!.Value)}"));
        found.ShouldBe(
        [
            "129c 1961-07-29 1961-07-29 Miscarriage 1961-07-29",
            "6a41 1985-06-24 1985-06-24 Miscarriage 1985-06-24",
            "a4a4 2011-11-22 2011-11-22 Miscarriage 2011-11-22",
            "a4a4 2014-06-17 2015-01-27 Birth 2015-01-26",
            "a4a4 2015-08-25 2015-09-13 Termination 2015-09-12",
            "a4a4 2021-03-30 2021-03-30 Miscarriage 2021-03-30",
            "a5cb 1956-11-17 1956-11-17 Miscarriage 1956-11-17",
            "ca15 2017-12-27 2018-08-01 Birth 2018-07-31",
            "ca15 2022-08-17 2023-03-22 Birth 2023-03-21",
        ]);
    }

    [Fact]
    public void Every_pregnancy_gives_facts_without_an_error_on_the_last_day_and_after()
    {
        foreach (var record in Records())
        {
            foreach (var episode in Episodes(record))
            {
                foreach (var days in new[] { 0, 1, 10, 42, 43, 300 })
                {
                    var reading = Derivation.Derive(record, episode.LastPregnantDay!.Value.PlusDays(days), SharedData.Knowledge);
                    reading.IsUsable.ShouldBeTrue(string.Join('\n', reading.Issues));
                    reading.Issues.ShouldAllBe(issue => issue.Severity == Severity.Information);
                }
            }
        }
    }

    [Theory]
    [InlineData("ca15", "2023-03-21", "phase", "pregnant")]
    [InlineData("ca15", "2023-03-21", "age", "36")]
    [InlineData("ca15", "2023-03-21", "gestation", "at least 30+6")]
    [InlineData("ca15", "2023-03-21", "booking BMI", "at least 30")]
    [InlineData("ca15", "2023-03-21", "parity", "at least 1")]
    [InlineData("ca15", "2023-03-21", "gravidity", "at least 2")]
    [InlineData("ca15", "2023-03-21", "mode of birth", "not yet")]
    [InlineData("ca15", "2023-03-22", "phase", "postpartum")]
    [InlineData("ca15", "2023-03-22", "mode of birth", "elective caesarean or caesarean in labour")]
    [InlineData("ca15", "2023-03-22", "parity", "at least 2")]
    [InlineData("ca15", "2023-03-22", "admitted now", "yes")]
    [InlineData("a4a4", "2015-01-28", "mode of birth", "low instrumental or mid-cavity or rotational")]
    [InlineData("a4a4", "2015-09-12", "phase", "pregnant")]
    [InlineData("a4a4", "2015-09-14", "phase", "not pregnant")]
    [InlineData("129c", "1961-07-29", "phase", "not pregnant or pregnant")]
    public void Facts_are_what_the_record_shows(string patient, string date, string name, string expected)
    {
        PartialDate.TryParse(date, out var day).ShouldBeTrue();
        var record = Records().Single(record => record.PatientId.StartsWith(patient, StringComparison.Ordinal));
        var facts = Derivation.Derive(record, day.Earliest, SharedData.Knowledge).Value!;
        var fact = SharedData.Knowledge.Library.Vocabulary.Named(name)!;
        ValueText.Set(fact.Type, facts[fact].Values).ShouldBe(expected);
        facts[fact].Origin.ShouldNotBeEmpty();
    }

    private static readonly Lazy<List<Record>> Export = new(() =>
        [.. SharedData.OpenExport(Directory.GetFiles(SharedData.BulkFhir(), "*.ndjson")).Patients.Select(reading => reading.Value!)]);

    private static List<Record> Records()
    {
        SharedData.BulkFhir();
        return Export.Value;
    }

    private static Entries<PregnancyEpisode> Episodes(Record record)
    {
        var history = PregnancyEpisodes.Find(record, SharedData.Knowledge);
        history.Issues.ShouldBeEmpty();
        return history.Episodes;
    }

    private static string Iso(LocalDate date) => PartialDate.On(date).ToString();
}
