using Decidua.Knowledge.Values;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Tests.Compiling;

/// <summary>Compares the engine with the oracle on one woman of whom every fact is known.</summary>
internal static class Comparison
{
    public static void ShouldAgree(GuidelineAnswer answer, WomanFacts facts)
    {
        var oracle = Oracle.Of(answer.Guideline, facts);
        foreach (var derived in answer.Derived) derived.Values.ShouldBe(oracle.Value(derived.Value), derived.Value.Address);
        foreach (var table in answer.Guideline.Tables)
            foreach (var row in table.Rows)
                if (answer.StateOf(row) != oracle.State(table, row)) answer.StateOf(row).ShouldBe(oracle.State(table, row), row.Address);
        answer.Recommendations.Any(one => one.Certainty != Certainty.Certain).ShouldBeFalse();
        answer.Recommendations.Select(Oracle.Show).Order(StringComparer.Ordinal).ShouldBe(oracle.Advice(Gestation(facts)).Order(StringComparer.Ordinal));
        answer.Results.Any(one => one.Certainty != Certainty.Certain).ShouldBeFalse();
        answer.Results.SelectMany(result => result.Values.Select(value => $"{result.Row.Address} {value.Column.Name}: {value.Text}"))
            .ShouldBe(oracle.Results());
    }

    public static Interval? Gestation(WomanFacts facts) =>
        facts.Vocabulary.Named("gestation") is { } fact && facts[fact].Values is ValueSet.Numbers { IsSingle: true } days ? Interval.Point(days.Single) : null;
}
