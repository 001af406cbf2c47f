using Decidua.Clinical.Issues;
using Decidua.Knowledge.Cases;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Values;

namespace Decidua.Knowledge.Tests.Cases;

public class CaseReaderTests
{
    private static LibraryReading With(string body) =>
        SmallKnowledge.Read(new SourceFile("cases/more.md", "---\nid: more\ntitle: More\n---\n\n" + body));

    private static Issue OnlyIssue(string body)
    {
        var reading = With(body);
        reading.Library.ShouldBeNull();
        return reading.Issues.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_case_has_story_facts_and_expectations()
    {
        var worked = SmallKnowledge.Library.Cases[0];
        worked.Title.ShouldBe("S1 A smoker of 38");
        worked.Story.ShouldStartWith("She is pregnant");
        worked.Facts.Select(fact => fact.Fact.Name).ShouldBe(["phase", "gestation", "age", "booking BMI", "smoker", "dosing weight"]);
        worked.Expectations.OfType<Expectation.Advice>().Select(advice => string.Join(";", advice.Fields.Select(field => $"{field.Key}={field.Value}")))
            .ShouldBe(["advice=consider;certainty=certain;from=28+0;intensity=prophylactic;until=labour", "advice=none"]);
        worked.Expectations.OfType<Expectation.Value>().Select(value => (value.Address, value.Text)).ShouldBe(
            [("small-2026/score", "3"), ("small-2026/tier", "middle"), ("small-2026/dose/enoxaparin daily, prophylactic (mg)", "60")]);
        worked.Expectations.OfType<Expectation.RowState>().Select(row => row.State).ShouldBe(["fires", "does not fire", "possible"]);
        worked.Expectations[0].Place.ToString().ShouldBe(SmallKnowledge.PlaceOf(SmallKnowledge.Files.Single(file => file.Path == SmallKnowledge.CasesPath), "small-2026 | LMWH"));
    }

    [Fact]
    public void Every_row_of_a_sweep_is_a_case_on_top_of_the_base()
    {
        string[] weights = ["49.9", "50", "90", "90.1", "200"];
        SmallKnowledge.Library.Cases.Skip(1).Select(one => one.Title).ShouldBe(weights.Select(weight => $"S2 The edges of the weight bands: dosing weight {weight}"));
        var last = SmallKnowledge.Library.Cases[^1];
        last.Facts.Select(fact => (fact.Fact.Name, ValueText.Set(fact.Fact.Type, fact.Values))).ShouldBe([("phase", "pregnant"), ("dosing weight", "200")]);
        last.Expectations.ShouldHaveSingleItem().ShouldBeOfType<Expectation.Value>().Text.ShouldBe("120");
        SmallKnowledge.Library.Cases[1].Expectations.Length.ShouldBe(2);
    }

    [Fact]
    public void A_sweep_overrides_the_base_and_a_dash_keeps_it()
    {
        var cases = With("## A\n\n| fact | value |\n|---|---|\n| age | 30 |\n| smoker | unknown |\n\n| age | clot | → small-2026/score |\n|---|---|---|\n| 40 | - | 1 |\n| - | one | 3 |\n\nSource: x\n").Library!.Cases;
        var first = cases.Single(one => one.Title == "A: age 40, clot -");
        first.Facts.Select(fact => (fact.Fact.Name, ValueText.Set(fact.Fact.Type, fact.Values))).ShouldBe([("age", "40"), ("smoker", "not known")]);
        cases.Single(one => one.Title == "A: age -, clot one").Facts.Select(fact => (fact.Fact.Name, ValueText.Set(fact.Fact.Type, fact.Values)))
            .ShouldBe([("age", "30"), ("smoker", "not known"), ("clot", "one")]);
    }

    [Fact]
    public void Facts_may_be_narrowed() =>
        With("## A\n\n| fact | value |\n|---|---|\n| age | [30..40) |\n| clot | one, several |\n\n| value | is |\n|---|---|\n| small-2026/score | [3..5] |\n\nSource: x\n")
            .Library!.Cases.Single(one => one.Title == "A").Facts.Select(fact => fact.Values.IsSingle).ShouldBe([false, false]);

    [Theory]
    [InlineData("| aeg | 30 |", IssueCode.UnknownName, "Did you mean 'age'?")]
    [InlineData("| age | 300 |", IssueCode.CellOutOfRange, "10 to 65")]
    [InlineData("| smoker | sometimes |", IssueCode.UnknownChoiceInCell, "no, yes")]
    [InlineData("| age | 30 |\n| Age | 31 |", IssueCode.DuplicateId, "'age' stands twice")]
    public void Faulty_facts_are_named(string rows, string code, string says)
    {
        var issue = OnlyIssue($"## A\n\n| fact | value |\n|---|---|\n{rows}\n\n| value | is |\n|---|---|\n| small-2026/score | 0 |\n\nSource: x\n");
        issue.Code.ShouldBe(code);
        $"{issue.Message} {issue.Remedy}".ShouldContain(says);
    }

    [Theory]
    [InlineData("| row | state |\n|---|---|\n| small-2026/score/SC-1 | maybe |\n", IssueCode.MalformedCell, "fires, does not fire, possible")]
    [InlineData("| guideline | subject | advice | advice |\n|---|---|---|---|\n| small-2026 | LMWH | offer | avoid |\n", IssueCode.MalformedTable, "one of the tables")]
    [InlineData("| fact | values |\n|---|---|\n| age | 30 |\n", IssueCode.MalformedTable, "one of the tables")]
    [InlineData("| age | → small-2026/score |\n|---|---|\n| 30 | - |\n", IssueCode.BadDeclaration, "cannot fail")]
    [InlineData("| aeg | → small-2026/score |\n|---|---|\n| 30 | 0 |\n", IssueCode.UnknownName, "Did you mean 'age'?")]
    public void Faulty_expectations_are_named(string table, string code, string says)
    {
        var issues = With($"## A\n\n{table}\nSource: x\n").Issues;
        issues.ShouldContain(issue => issue.Code == code && $"{issue.Message} {issue.Remedy}".Contains(says), string.Join('\n', issues));
    }

    [Fact]
    public void A_case_that_expects_nothing_cannot_fail() =>
        OnlyIssue("## A\n\n| fact | value |\n|---|---|\n| age | 30 |\n\nSource: x\n").Code.ShouldBe(IssueCode.BadDeclaration);

    [Fact]
    public void A_case_needs_a_source()
    {
        var issue = OnlyIssue("## A\n\n| value | is |\n|---|---|\n| small-2026/score | 0 |\n");
        issue.Code.ShouldBe(IssueCode.MissingSource);
        issue.At.ShouldBe("cases/more.md:6:1");
    }

    [Fact]
    public void Sections_without_tables_are_prose() => With("## About\n\nWords only.\n").Issues.ShouldBeEmpty();
}
