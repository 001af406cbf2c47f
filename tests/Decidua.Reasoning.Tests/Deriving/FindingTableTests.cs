using Decidua.Clinical.Issues;
using Decidua.Knowledge;
using Decidua.Knowledge.Documents;
using Decidua.Reasoning.Deriving;
using static Decidua.Reasoning.Tests.Deriving.Charts;

namespace Decidua.Reasoning.Tests.Deriving;

/// <summary>That the knowledge and the derivations fit each other.</summary>
public class FindingTableTests
{
    [Fact]
    public void The_findings_of_the_knowledge_are_all_understood() => TheKnowledge.Findings.Issues.ShouldBeEmpty();

    [Fact]
    public void Every_derivation_that_the_vocabulary_names_is_there() =>
        TheKnowledge.Library.Vocabulary.Facts.Select(fact => fact.DerivedBy).Where(name => name.Length > 0).Except(Derivation.Names).ShouldBeEmpty();

    [Fact]
    public void Every_value_set_that_the_derivations_name_is_there() =>
        CodeSetNames.All.Where(name => !TheKnowledge.Library.CodeSets.ContainsKey(name)).ShouldBeEmpty();

    [Fact]
    public void The_protocol_says_how_long_pregnancy_and_puerperium_last()
    {
        TheKnowledge.LengthOfPregnancy.ShouldBe(280);
        TheKnowledge.Puerperium.ShouldBe(42);
    }

    [Theory]
    [InlineData("no-such-set", "smoker", "yes", "now", "s", "c", IssueCode.UnknownReference)]
    [InlineData("smoking", "smokr", "yes", "now", "s", "c", IssueCode.UnknownName)]
    [InlineData("smoking", "smoker", "often", "now", "s", "c", IssueCode.UnknownChoiceInCell)]
    [InlineData("smoking", "smoker", "-", "measured", "s", "c", IssueCode.MalformedCell)]
    [InlineData("smoking", "smoker", "yes", "asked", "s", "c", IssueCode.MalformedCell)]
    [InlineData("smoking", "smoker", "yes", "soon", "s", "c", IssueCode.UnknownChoiceInCell)]
    [InlineData("smoking", "smoker", "yes", "now", "-", "c", IssueCode.MissingSource)]
    [InlineData("body-weight", "booking BMI", ">= 331", "now", "s", "c", IssueCode.CellOutOfRange)]
    public void A_row_that_is_not_understood_is_reported_with_its_place_and_left_out(
        string set, string fact, string values, string counts, string source, string seen, string code)
    {
        var table = Read($"| value set | fact | is | counts | source | checked |\n|---|---|---|---|---|---|\n| {set} | {fact} | {values} | {counts} | {source} | {seen} |\n");
        var issue = table.Issues.ShouldHaveSingleItem();
        issue.Code.ShouldBe(code);
        issue.At.ShouldStartWith("derivation/extra.md:");
    }

    [Fact]
    public void A_table_with_other_columns_is_reported() =>
        Read("| a | b |\n|---|---|\n| 1 | 2 |\n").Issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.MalformedTable);

    [Fact]
    public void Bad_findings_give_no_facts()
    {
        var reading = Derivation.Derive(Of(), Day("2026-01-01"), new ReadingKnowledge(WithTable("| a | b |\n|---|---|\n| 1 | 2 |\n")));
        reading.Value.ShouldBeNull();
        reading.Issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.MalformedTable);
    }

    private static FindingTable Read(string table) => FindingTable.Read(WithTable(table));

    private static Library WithTable(string table)
    {
        var documents = ReadLibrary().Documents.Where(document => document.Source.Folder is not ("derivation" or "cases")).Select(document => document.Source);
        var text = $"---\nid: extra\ntitle: Extra\n---\n\n## Rows\n\n{table}";
        var reading = LibraryReader.Read([.. documents, new SourceFile("derivation/extra.md", text)]);
        return reading.Library.ShouldNotBeNull(string.Join('\n', reading.Issues));
    }
}
