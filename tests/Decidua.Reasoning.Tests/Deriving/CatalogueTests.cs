using Decidua.Clinical.Issues;
using Decidua.Knowledge;
using Decidua.Knowledge.Documents;
using Decidua.Reasoning.Deriving;
using static Decidua.Reasoning.Tests.Deriving.Charts;

namespace Decidua.Reasoning.Tests.Deriving;

/// <summary>The documents that say how losses, antibodies, clots and kidneys are read: what is wrong in one is named, and then nothing is derived.</summary>
public class CatalogueTests
{
    [Fact]
    public void The_documents_of_the_knowledge_are_all_understood() => TheKnowledge.Issues.ShouldBeEmpty();

    [Fact]
    public void Every_fact_that_is_derived_by_losses_has_a_definition_and_the_other_way_round()
    {
        var text = File("losses").Text.Split("## Weeks")[0];
        foreach (var fact in TheKnowledge.Library.Vocabulary.Facts)
            text.Contains($"\n| {fact.Name} |", StringComparison.Ordinal).ShouldBe(fact.DerivedBy == "losses" || fact.Name == "previous pre-eclampsia", fact.Name);
    }

    [Theory]
    [InlineData("losses", "| losses (ESHRE) |", "| losses (Europe) |", IssueCode.UnknownName)]
    [InlineData("losses", "| losses (ESHRE) |", "| losses (ASRM) |", IssueCode.DuplicateId)]
    [InlineData("losses", "| < 20+0 | yes |", "| < 20 | yes |", IssueCode.MalformedCell)]
    [InlineData("losses", "| < 20+0 | yes |", "| < 20+0 | perhaps |", IssueCode.UnknownChoiceInCell)]
    [InlineData("losses", "| losses (ESHRE) | miscarriage,", "| losses (ESHRE) | mishap,", IssueCode.UnknownChoiceInCell)]
    [InlineData("losses", "| 3 | Sydney", "| three | Sydney", IssueCode.MalformedCell)]
    [InlineData("losses", "| ESHRE 2022, definition |", "| - |", IssueCode.MissingSource)]
    [InlineData("losses", "| end | gestation |", "| end | weeks |", IssueCode.MalformedTable)]
    [InlineData("losses", "| miscarriage-in-first-trimester |", "| no-such-set |", IssueCode.UnknownReference)]
    [InlineData("antibodies", "| repeat from | 12 wk |", "| repeat from | 12 |", IssueCode.MalformedCell)]
    [InlineData("antibodies", "| repeat from | 12 wk |", "| repeat after | 12 wk |", IssueCode.MalformedTable)]
    [InlineData("antibodies", "| anticardiolipin IgG | anticardiolipin | 40 |", "| anticardiolipin IgG | anticardiolipin | forty |", IssueCode.MalformedCell)]
    [InlineData("antibodies", "| anticardiolipin IgG | anticardiolipin |", "| anticardiolipin IgA | anticardiolipin |", IssueCode.UnknownChoiceInCell)]
    [InlineData("antibodies", "| INR | >= 1.5 | open |", "| INR | >= 1.5 | maybe |", IssueCode.UnknownChoiceInCell)]
    [InlineData("antibodies", "| INR | >= 1.5 |", "| INR | about 1.5 |", IssueCode.MalformedCell)]
    [InlineData("kidney", "| constant | 140 |", "| constant | a lot |", IssueCode.MalformedCell)]
    [InlineData("kidney", "| factor | 1.04 |", "| multiplier | 1.04 |", IssueCode.MalformedTable)]
    [InlineData("clots", "| long journey | single unprovoked or minor |", "| long voyage | single unprovoked or minor |", IssueCode.UnknownChoiceInCell)]
    [InlineData("clots", "| first degree |", "| near |", IssueCode.UnknownChoiceInCell)]
    public void A_mistake_in_a_document_is_named_with_its_place(string id, string before, string after, string code)
    {
        var source = File(id);
        source.Text.ShouldContain(before);
        var changed = new SourceFile(source.Path, source.Text.Replace(before, after, StringComparison.Ordinal));
        var knowledge = new ReadingKnowledge(LibraryReader.Replace(TheKnowledge.Library, changed).Library.ShouldNotBeNull());
        var issue = knowledge.Issues.ShouldHaveSingleItem();
        issue.Code.ShouldBe(code, issue.Message);
        issue.At.ShouldStartWith($"derivation/{id}.md:");
        Derivation.Derive(Of(), Day("2026-01-01"), knowledge).Value.ShouldBeNull();
    }

    private static SourceFile File(string id) =>
        TheKnowledge.Library.Documents.Single(document => document.Source.Folder == "derivation" && document.Id == id).Source;
}
