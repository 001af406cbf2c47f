using Decidua.Clinical.Issues;

namespace Decidua.Knowledge.Tests.Terminology;

public class CodeSetTests
{
    [Theory]
    [InlineData("SNOMED CT", "77176002", true)]
    [InlineData("SNOMED CT", "771760021", false)]
    [InlineData("SNOMED CT", "F17", false)]
    [InlineData("ICD-10", "F17", true)]
    [InlineData("ICD-10", "F17.2", true)]
    [InlineData("ICD-10", "F1", false)]
    [InlineData("ICD-10", "f17", false)]
    [InlineData("LOINC", "77176002", false)]
    public void Codes_belong_exactly_or_by_their_beginning(string system, string code, bool belongs) =>
        SmallKnowledge.Library.CodeSets["smoking"].Contains(system, code).ShouldBe(belongs);

    [Theory]
    [InlineData("| SNOMED CT | 77176002 |", "| SNOMED-CT | 77176002 |", IssueCode.UnknownChoiceInCell, "SNOMED-CT", "Did you mean 'SNOMED CT'?")]
    [InlineData("| exact | Smoker |", "| exactly | Smoker |", IssueCode.UnknownChoiceInCell, "exactly", "Expected exact, or prefix")]
    [InlineData("| exact | Smoker |", "| prefix | Smoker |", IssueCode.UnknownChoiceInCell, "prefix | Smoker", "Expected exact, or prefix")]
    [InlineData("| 77176002 |", "| - |", IssueCode.MissingSource, "- | exact", "Expected a code")]
    [InlineData("| data | recalled |", "| - | recalled |", IssueCode.MissingSource, "- | recalled", "its source")]
    [InlineData("| system | code | match |", "| system | code | how |", IssueCode.MalformedTable, "system | code | how", "Expected the columns")]
    public void Faults_are_named(string found, string put, string code, string at, string says)
    {
        var file = SmallKnowledge.With(SmallKnowledge.CodesPath, found, put);
        var issue = SmallKnowledge.Read(file).Issues.ShouldHaveSingleItem();
        (issue.Code, issue.At).ShouldBe((code, SmallKnowledge.PlaceOf(file, at)));
        $"{issue.Message} {issue.Remedy}".ShouldContain(says);
    }

    [Fact]
    public void A_set_is_declared_once_under_a_heading()
    {
        var table = "| system | code | match | display | source | checked |\n|---|---|---|---|---|---|\n| LOINC | 1-8 | exact | x | data | recalled |\n";
        var twice = new Decidua.Knowledge.Documents.SourceFile("terminology/more.md", "---\nid: more\ntitle: More\n---\n\n## Smoking\n\n" + table);
        SmallKnowledge.Read(twice).Issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.DuplicateId);
        SmallKnowledge.Read(twice with { Text = twice.Text.Replace("## Smoking\n\n", "") }).Issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.MalformedTable);
    }
}
