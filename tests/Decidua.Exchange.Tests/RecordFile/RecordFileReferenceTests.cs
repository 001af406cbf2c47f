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
    public void The_documented_example_gives_these_facts(string name, string expected) => Shown(0, name).ShouldBe(expected);

    [Theory]
    [InlineData("losses (ESHRE)", "4")]
    [InlineData("losses (ASRM)", "3")]
    [InlineData("losses (Russia)", "3")]
    [InlineData("consecutive losses (WHO)", "3")]
    [InlineData("consecutive losses (France)", "3")]
    [InlineData("consecutive losses (China)", "5")]
    [InlineData("first-trimester losses", "3")]
    [InlineData("second-trimester losses", "0")]
    [InlineData("previous miscarriages", "4")]
    [InlineData("losses before 10 weeks", "3 to 4")]
    [InlineData("consecutive losses before 10 weeks", "3 to 4")]
    [InlineData("fetal death from 10 weeks", "yes")]
    [InlineData("fetal death from 16 to 34 weeks", "yes")]
    [InlineData("loss with normal chromosomes", "yes")]
    [InlineData("birth before 34 weeks for pre-eclampsia", "no")]
    [InlineData("lupus anticoagulant", "persistent")]
    [InlineData("anticardiolipin", "low")]
    [InlineData("anti-beta2-glycoprotein I", "not confirmed")]
    [InlineData("antiphospholipid antibodies", "persistent")]
    [InlineData("antibody class and titre", "none")]
    [InlineData("persistently high titre", "no")]
    [InlineData("time between antibodies and pregnancy event", "177 d")]
    [InlineData("time from loss to antibody test", "307 d")]
    [InlineData("clot provocation", "long journey")]
    [InlineData("previous clot", "single unprovoked or minor")]
    public void The_documented_example_of_losses_and_antibodies_gives_these_facts(string name, string expected) => Shown(1, name).ShouldBe(expected);

    private static string Shown(int number, string name)
    {
        var page = File.ReadAllText(Path.Combine(SharedData.Root(), "docs", "reference", "record-file.md"));
        const string fence = "```json";
        var example = page.Split(fence)[number + 1];
        var file = RecordFileReader.Read(Encoding.UTF8.GetBytes(example[..example.IndexOf("```", StringComparison.Ordinal)]), "record-file.md");
        file.Issues.ShouldBeEmpty();
        var reading = Derivation.Derive(file.Value!.Record, file.Value.AsOf!.Value, SharedData.Knowledge);
        reading.Issues.ShouldAllBe(issue => issue.Severity == Severity.Information);
        var fact = SharedData.Knowledge.Library.Vocabulary.Named(name)!;
        return ValueText.Set(fact.Type, reading.Value![fact].Values);
    }
}
