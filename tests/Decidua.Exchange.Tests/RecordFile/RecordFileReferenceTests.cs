using System.Text;
using Decidua.Clinical.Issues;
using Decidua.Exchange.RecordFile;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Deriving;

namespace Decidua.Exchange.Tests.RecordFile;

/// <summary>The example in docs/reference/record-file.md is read, and gives the facts that a reader expects.</summary>
public class RecordFileReferenceTests
{
    [Theory]
    [InlineData("phase", "pregnant")]
    [InlineData("gestation", "12+3")]
    [InlineData("age", "36")]
    [InlineData("parity", "1")]
    [InlineData("gravidity", "2")]
    [InlineData("smoker", "yes")]
    [InlineData("dosing weight", "91")]
    [InlineData("previous clot", "single oestrogen or pregnancy related")]
    [InlineData("LMWH intensity", "prophylactic or high prophylactic or therapeutic")]
    [InlineData("admitted now", "yes")]
    [InlineData("mode of birth", "not yet")]
    public void The_documented_example_gives_these_facts(string name, string expected)
    {
        var page = File.ReadAllText(Path.Combine(SharedData.Root(), "docs", "reference", "record-file.md"));
        const string fence = "```json";
        var start = page.IndexOf(fence, StringComparison.Ordinal) + fence.Length;
        var example = page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
        var file = RecordFileReader.Read(Encoding.UTF8.GetBytes(example), "record-file.md");
        file.Issues.ShouldBeEmpty();
        var reading = Derivation.Derive(file.Value!.Record, file.Value.AsOf!.Value, SharedData.Knowledge);
        reading.Issues.ShouldAllBe(issue => issue.Severity == Severity.Information);
        var fact = SharedData.Knowledge.Library.Vocabulary.Named(name)!;
        ValueText.Set(fact.Type, reading.Value![fact].Values).ShouldBe(expected);
    }
}
