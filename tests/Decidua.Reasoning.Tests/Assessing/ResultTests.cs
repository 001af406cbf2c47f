using Decidua.Knowledge.Tests;
using Decidua.Reasoning.Assessing;

namespace Decidua.Reasoning.Tests.Assessing;

/// <summary>Doses and times.</summary>
public class ResultTests
{
    private static IEnumerable<string> Dose(string facts, string? protocol = null) =>
        SmallWoman.Assessor.Assess(SmallWoman.Of($"{SmallWoman.Healthy}; {facts}"), protocol is null ? null : SmallKnowledge.Library.Protocol(protocol)).Answers[0].Results
            .Where(result => result.Table.Title == "Dose")
            .Select(result => $"{result.Row.Id}{(result.Certainty == Certainty.Certain ? "" : " ?")}: {string.Join(", ", result.Values.Select(value => value.Text))}");

    [Theory]
    [InlineData("49.9", "DO-1: 20, 2500")]
    [InlineData("50", "DO-2: 40, 5000")]
    [InlineData("90", "DO-2: 40, 5000")]
    [InlineData("90.1", "DO-3: 60, 7500")]
    [InlineData("170", "DO-3: 60, 7500")]
    [InlineData("170.1", "DO-4: 102.06, 12757.5")]
    [InlineData("200", "DO-4: 120, 15000")]
    public void Bands_and_doses_per_kilogram(string weight, string dose) => Dose($"dosing weight: {weight}").ShouldBe([dose]);

    [Fact]
    public void A_dose_per_kilogram_shows_how_it_was_worked_out()
    {
        var result = SmallWoman.Known("dosing weight: 171").Results.Single(result => result.Row.Id == "DO-4");
        result.Values.Select(value => (value.Text, value.Number, value.Basis)).ShouldBe([("102.6", 102.6m, "0.6 per kg × 171 kg"), ("12825", 12825m, "75 per kg × 171 kg")]);
        var open = SmallWoman.Known("dosing weight: > 171").Results.Single(result => result.Row.Id == "DO-4");
        open.Certainty.ShouldBe(Certainty.Certain);
        open.Values.Select(value => (value.Text, value.Number)).ShouldBe([("0.6 per kg", null), ("75 per kg", null)]);
    }

    [Fact]
    public void An_unknown_weight_leaves_every_band_possible() =>
        Dose("dosing weight: unknown").ShouldBe(["DO-1 ?: 20, 2500", "DO-2 ?: 40, 5000", "DO-3 ?: 60, 7500", "DO-4 ?: 0.6 per kg, 75 per kg"]);

    [Theory]
    [InlineData("90.4", "exact", "DO-3: 60, 7500")]
    [InlineData("90.4", "whole", "DO-2: 40, 5000")]
    [InlineData("90.5", "whole", "DO-3: 60, 7500")]
    [InlineData("49.5", "whole", "DO-2: 40, 5000")]
    [InlineData("49.4", "whole", "DO-1: 20, 2500")]
    [InlineData("170.4", "whole", "DO-3: 60, 7500")]
    [InlineData("170.5", "whole", "DO-4: 102.6, 12825")]
    [InlineData("[90.1..90.4]", "exact", "DO-3: 60, 7500")]
    [InlineData("[90.1..90.4]", "whole", "DO-2: 40, 5000")]
    [InlineData("[90.1..90.5)", "whole", "DO-2: 40, 5000")]
    [InlineData("[90.1..90.5]", "whole", "DO-2 ?: 40, 5000|DO-3 ?: 60, 7500")]
    [InlineData("(89.5..90.4]", "whole", "DO-2: 40, 5000")]
    [InlineData("> 90", "whole", "DO-2 ?: 40, 5000|DO-3 ?: 60, 7500|DO-4 ?: 0.6 per kg, 75 per kg")]
    public void The_protocol_rounds_weights(string weight, string protocol, string doses) =>
        Dose($"dosing weight: {weight}", protocol == "exact" ? "uk" : protocol).ShouldBe(doses.Split('|'));

    [Fact]
    public void Rounding_leaves_the_recorded_weight_as_it_is()
    {
        var assessment = SmallWoman.Assessor.Assess(SmallWoman.Of("dosing weight: 90.4"), SmallKnowledge.Library.Protocol("whole"));
        assessment.Facts[SmallKnowledge.Library.Vocabulary.Named("dosing weight")!].Values.ShouldBe(SmallWoman.Of("dosing weight: 90.4")[SmallKnowledge.Library.Vocabulary.Named("dosing weight")!].Values);
    }

    [Theory]
    [InlineData("", "WT-0: before the needle 12 h")]
    [InlineData("allergy: yes", "WT-2: before the needle 24 h")]
    [InlineData("bleeding: major; allergy: yes", "WT-1: note for the ward no needle")]
    [InlineData("allergy: unknown", "WT-2 ?: before the needle 24 h|WT-0 ?: before the needle 12 h")]
    public void The_first_row_that_applies_gives_the_time_and_a_dash_gives_nothing(string facts, string times) =>
        SmallWoman.Known(facts).Results.Where(result => result.Table.Title == "Waiting times")
            .Select(result => $"{result.Row.Id}{(result.Certainty == Certainty.Certain ? "" : " ?")}: {string.Join(", ", result.Values.Select(value => $"{value.Column.Name} {value.Text}"))}")
            .ShouldBe(times.Split('|'));
}
