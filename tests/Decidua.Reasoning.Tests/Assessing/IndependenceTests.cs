using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Tests.Assessing;

/// <summary>What must not lead to heparin leads to none, and one channel does not silence another.</summary>
public class IndependenceTests
{
    private const string Practice = "founding-practice";
    private static readonly string[] Heparins = ["LMWH", "UFH"];

    [Theory]
    [InlineData("raised D-dimer")]
    [InlineData("MTHFR variant")]
    [InlineData("PAI-1 variant")]
    public void A_marker_that_means_nothing_changes_no_advice_on_heparin(string name)
    {
        var fact = KnowledgeOnDisk.Library.Vocabulary.Named(name).ShouldNotBeNull();
        var women = new RandomWomen(70);
        for (var i = 0; i < 40; i++)
        {
            var facts = women.Known();
            var with = Heparin(facts.With(fact, fact.Type.Choice("yes")!));
            with.ShouldBe(Heparin(facts.With(fact, fact.Type.Choice("no")!)), $"woman {i}");
        }
    }

    [Theory]
    [InlineData("raised D-dimer")]
    [InlineData("MTHFR variant")]
    [InlineData("PAI-1 variant")]
    public void The_marker_alone_gives_heparin_nowhere_but_in_the_practice_described(string name)
    {
        var vocabulary = KnowledgeOnDisk.Library.Vocabulary;
        var facts = Basic().With(vocabulary.Named(name)!, vocabulary.Named(name)!.Type.Choice("yes")!);
        var given = KnowledgeOnDisk.Assessor.Assess(facts).Recommendations
            .Where(one => Heparins.Contains(one.Subject) && one.Advice is AdviceKind.Offer or AdviceKind.Consider && one.Certainty == Certainty.Certain)
            .Select(one => one.Guideline).Distinct().ToList();
        given.Except([Practice]).ShouldBeEmpty();
        if (name == "raised D-dimer") given.ShouldContain(Practice);
    }

    [Fact]
    public void A_no_for_keeping_the_pregnancy_stands_beside_a_yes_against_clots()
    {
        var vocabulary = KnowledgeOnDisk.Library.Vocabulary;
        var facts = Basic().With(vocabulary.Named("first-trimester losses")!, Number(3)).With(vocabulary.Named("previous clot")!, vocabulary.Named("previous clot")!.Type.Choice("single unprovoked or minor")!);
        var heparin = KnowledgeOnDisk.Assessor.Assess(facts).Recommendations.Where(one => one.Subject == "LMWH" && one.Certainty == Certainty.Certain).ToList();
        heparin.ShouldContain(one => one.Guideline == "rcog-17-2023" && one.Channel == "pregnancy" && one.Advice == AdviceKind.Avoid);
        heparin.ShouldContain(one => one.Guideline == "rcog-37a-2015" && one.Channel == "clot prevention" && one.Advice == AdviceKind.Offer);
    }

    private static ValueSet Number(decimal value) => new ValueSet.Numbers(Interval.Point(value));

    private static WomanFacts Basic()
    {
        var vocabulary = KnowledgeOnDisk.Library.Vocabulary;
        var facts = WomanFacts.None(vocabulary);
        foreach (var (name, value) in new (string, ValueSet)[]
                 {
                     ("gestation", Number(84)), ("age", Number(30)), ("booking BMI", Number(23)), ("parity", Number(1)), ("dosing weight", Number(65)),
                     ("platelet count", Number(220)), ("glomerular filtration rate", Number(95)), ("systolic blood pressure", Number(115)), ("diastolic blood pressure", Number(70)),
                     ("phase", vocabulary.Named("phase")!.Type.Choice("pregnant")!), ("smoker", vocabulary.Named("smoker")!.Type.Choice("no")!),
                     ("previous clot", vocabulary.Named("previous clot")!.Type.Choice("none")!),
                 })
            facts = facts.With(vocabulary.Named(name)!, value);
        return facts;
    }

    private static string Heparin(WomanFacts facts) => string.Join('\n', KnowledgeOnDisk.Assessor.Assess(facts).Recommendations
        .Where(one => Heparins.Contains(one.Subject) && one.Guideline != Practice)
        .Select(one => $"{one.Guideline} {one.Channel} {one} {one.Certainty}"));
}
