using Decidua.Clinical.Issues;

namespace Decidua.Knowledge.Tests;

public class ExampleGuidelineTests
{
    [Fact]
    public void The_excerpt_lacks_only_the_tables_of_one_value()
    {
        var issue = ExampleGuideline.Read().Issues.ShouldHaveSingleItem();
        issue.Code.ShouldBe(IssueCode.UndecidedValue);
        issue.Message.ShouldContain("'→ postnatal tier'");
    }

    [Fact]
    public void Without_it_the_excerpt_loads_clean()
    {
        ExampleGuideline.Read(text => text.Replace(ExampleGuideline.Undecided, "")).Issues.ShouldBeEmpty();
        var guideline = ExampleGuideline.Library.Guideline("rcog-37a-2015").ShouldNotBeNull();
        guideline.Document.Grades.Keys.ShouldBe(["A", "B", "C", "D", "GPP"]);
        guideline.Tables.Select(table => table.Address).ShouldBe(
        [
            "rcog-37a-2015/antenatal-score", "rcog-37a-2015/antenatal-score-first-trimester-only", "rcog-37a-2015/antenatal-prophylaxis",
            "rcog-37a-2015/prophylactic-dose", "rcog-37a-2015/contraindications", "rcog-37a-2015/neuraxial-block",
        ]);
    }

    [Theory]
    [InlineData("| PRE-08b | booking BMI | >= 40 |", "| PRE-08b | booking BMI | >= 400 |", IssueCode.CellOutOfRange)]
    [InlineData("| DOS-03 | (90..130] |", "| DOS-03 | (91..130] |", IssueCode.Gap)]
    [InlineData("| DOS-03 | (90..130] |", "| DOS-03 | [90..130] |", IssueCode.Overlap)]
    [InlineData("| MGT-02 | pregnant | 3 |", "| MGT-02 | pregnant | 2 |", IssueCode.Gap)]
    [InlineData("high prophylactic, therapeutic | 24 h", "therapeutic | 24 h", IssueCode.Gap)]
    [InlineData("[0..40]", "[0..15]", IssueCode.CellOutOfRange)]
    public void A_slip_in_it_is_found(string found, string put, string code) =>
        ExampleGuideline.Read(text => text.Replace(ExampleGuideline.Undecided, "").Replace(found, put)).Issues.ShouldContain(issue => issue.Code == code);
}
