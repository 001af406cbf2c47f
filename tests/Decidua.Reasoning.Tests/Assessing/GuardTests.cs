using Decidua.Clinical.Issues;
using Decidua.Knowledge;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Documents;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Tests.Assessing;

public sealed class GuardTests
{
    private const string Guideline = "rcog-37a-2015";

    [Fact]
    public void Advice_that_breaks_an_invariant_is_withheld_and_never_chosen()
    {
        var assessment = Assess(Faulty(), "platelet count=60");
        var withheld = assessment.Withheld.ShouldHaveSingleItem();
        (withheld.Invariant.Id, withheld.Advice.Guideline, withheld.Advice.Subject).ShouldBe(("NEV-05", Guideline, "LMWH"));
        assessment.IsChosen(withheld.Advice).ShouldBeFalse();
        assessment.Recommendations.ShouldContain(withheld.Advice, "it is shown, not hidden");
    }

    [Theory]
    [InlineData("platelet count=75")]
    [InlineData("smoker=yes")]
    public void Nothing_is_withheld_where_the_condition_does_not_certainly_hold(string fact) => Assess(Faulty(), fact).Withheld.ShouldBeEmpty();

    [Fact]
    public void Proved_knowledge_withholds_nothing()
    {
        Assess(KnowledgeOnDisk.Library, "platelet count=60").Withheld.ShouldBeEmpty();
        var women = new RandomWomen(4);
        for (var count = 0; count < 200; count++)
            foreach (var protocol in KnowledgeOnDisk.Library.Protocols)
                KnowledgeOnDisk.Assessor.Assess(women.Known(count % 12), protocol).Withheld.ShouldBeEmpty();
    }

    private static Assessment Assess(Library library, string fact) => new Assessor(library).Assess(
        new[] { "phase=pregnant", "gestation=12+3", "age=36", "booking BMI=33", "parity=3", "smoker=yes", "previous clot=none", fact }.Select(text => text.Split('='))
            .Aggregate(WomanFacts.None(library.Vocabulary), (known, pair) => With(known, pair[0], pair[1])), library.Protocol("uk"));

    private static WomanFacts With(WomanFacts facts, string name, string value)
    {
        var fact = facts.Vocabulary.Named(name)!;
        return facts.With(fact, new TestReader(fact.Type, new List<Issue>()).Read(new Cell(value, fact.Place))!);
    }

    /// <summary>The knowledge without the rows on low platelets.</summary>
    private static Library Faulty()
    {
        var source = KnowledgeOnDisk.Library.Guideline(Guideline)!.Document.Source;
        var text = string.Join('\n', source.NormalText.Split('\n').Where(line => !line.StartsWith("| CI-04 |", StringComparison.Ordinal) && !line.StartsWith("| LCI-04 |", StringComparison.Ordinal)));
        return LibraryReader.Replace(KnowledgeOnDisk.Library, source with { Text = text }).Library!;
    }
}
