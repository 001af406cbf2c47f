using Decidua.Clinical.Issues;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Tests;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Cases;

namespace Decidua.Reasoning.Tests.Cases;

/// <summary>Every kind of expectation passes where it should and fails where it should.</summary>
public class CaseTrialTests
{
    private const string Path = "cases/more.md";
    private static readonly string Facts = "| fact | value |\n|---|---|\n" + string.Concat(SmallWoman.Healthy.Split(';').Select(part => $"| {part.Trim().Replace(": ", " | ")} |\n")) + "\n";

    private static List<Issue> Run(string expectation, string facts = "")
    {
        var text = $"---\nid: more\ntitle: More\n---\n\n## A case\n\n{(facts.Length > 0 ? facts : Facts)}\n{expectation}\n\nSource: invented.\n";
        var reading = SmallKnowledge.Read(new SourceFile(Path, text));
        reading.Issues.ShouldBeEmpty();
        var trial = new CaseTrial(new Assessor(reading.Library!));
        return [.. reading.Library!.Cases.Where(one => one.Place.File == Path).SelectMany(one => trial.Run(one))];
    }

    private static string Advice(string row) => $"| guideline | subject | advice | intensity | from | until | certainty |\n|---|---|---|---|---|---|---|\n| {row} |";

    private static string Value(string row) => $"| value | is |\n|---|---|\n| {row} |";

    private static string State(string row) => $"| row | state |\n|---|---|\n| {row} |";

    [Fact]
    public void The_cases_of_the_small_guideline_pass() =>
        SmallKnowledge.Library.Cases.SelectMany(one => new CaseTrial(SmallWoman.Assessor).Run(one)).ShouldBeEmpty();

    [Fact]
    public void The_cases_of_the_repository_pass() =>
        KnowledgeOnDisk.Library.Cases.SelectMany(one => new CaseTrial(KnowledgeOnDisk.Assessor).Run(one)).ShouldBeEmpty();

    [Theory]
    [InlineData("small-2026 | LMWH | no need | - | - | - | certain")]
    [InlineData("small-2026 | LMWH | - | - | - | - | -")]
    [InlineData("small-2026 | stockings | none | - | - | - | -")]
    public void Advice_that_is_given_passes(string row) => Run(Advice(row)).ShouldBeEmpty();

    [Theory]
    [InlineData("small-2026 | LMWH | offer | - | - | - | -", "expected LMWH with advice offer; found no need LMWH (certain)")]
    [InlineData("small-2026 | LMWH | no need | - | - | - | possible", "certainty possible")]
    [InlineData("small-2026 | LMWH | no need | prophylactic | - | - | -", "intensity prophylactic")]
    [InlineData("small-2026 | LMWH | no need | - | now | - | -", "from now")]
    [InlineData("small-2026 | LMWH | no need | - | - | labour | -", "until labour")]
    [InlineData("small-2026 | LMWH | none | - | - | - | -", "expected no advice on LMWH; found no need LMWH")]
    [InlineData("small-2026 | aspirin | offer | - | - | - | -", "found none")]
    [InlineData("other-2026 | LMWH | offer | - | - | - | -", "there is no such guideline")]
    public void Advice_that_is_not_given_fails(string row, string says)
    {
        var issue = Run(Advice(row)).ShouldHaveSingleItem();
        (issue.Code, issue.Severity).ShouldBe((IssueCode.CaseFails, Severity.Error));
        issue.At.ShouldStartWith(Path + ":");
        issue.Message.ShouldStartWith("A case: ");
        issue.Message.ShouldContain(says);
    }

    [Fact]
    public void Milestones_are_compared_by_what_they_mean()
    {
        var postpartum = "| fact | value |\n|---|---|\n| phase | postpartum |\n| birth | vaginal |\n| age | 40 |\n| booking BMI | 33 |\n";
        Run(Advice("small-2026 | LMWH | offer | prophylactic | birth | birth + 240 h | certain"), postpartum).ShouldBeEmpty();
        Run(Advice("small-2026 | LMWH | offer | prophylactic | birth | birth + 241 h | certain"), postpartum).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("small-2026/score | 0")]
    [InlineData("small-2026/tier | low")]
    [InlineData("small-2026/at-risk | no")]
    [InlineData("small-2026/dose/enoxaparin daily, prophylactic (mg) | 40")]
    [InlineData("small-2026/waiting-times/before the needle | 12 h")]
    [InlineData("small-2026/waiting-times/note for the ward | none")]
    public void A_value_that_comes_out_passes(string row) => Run(Value(row)).ShouldBeEmpty();

    [Theory]
    [InlineData("small-2026/score | 1", "expected small-2026/score to be 1; found 0")]
    [InlineData("small-2026/score | [0..1]", "found 0")]
    [InlineData("small-2026/score | many", "a whole number")]
    [InlineData("small-2026/tier | middle, low", "found low")]
    [InlineData("small-2026/tier | lowest", "Expected high, middle, low")]
    [InlineData("small-2026/dose/enoxaparin daily, prophylactic (mg) | 60", "to be 60; found 40")]
    [InlineData("small-2026/dose/nothing | 60", "neither a derived value nor a result")]
    [InlineData("other-2026/score | 0", "no guideline has the address")]
    public void A_value_that_does_not_come_out_fails(string row, string says) => Run(Value(row)).ShouldHaveSingleItem().Message.ShouldContain(says);

    [Theory]
    [InlineData("small-2026/score | 0, 1", "smoker | unknown", true)]
    [InlineData("small-2026/score | [0..1]", "smoker | unknown", true)]
    [InlineData("small-2026/score | 0", "smoker | unknown", false)]
    [InlineData("small-2026/score | [0..2]", "smoker | unknown", false)]
    [InlineData("small-2026/dose/enoxaparin daily, prophylactic (mg) | 20, 40, 60, 0.6 per kg", "dosing weight | unknown", true)]
    [InlineData("small-2026/dose/enoxaparin daily, prophylactic (mg) | 20", "dosing weight | unknown", false)]
    public void A_set_must_be_exactly_this_set(string row, string fact, bool passes)
    {
        var name = fact.Split(" | ")[0];
        var facts = string.Join('\n', Facts.Split('\n').Select(line => line.StartsWith($"| {name} |", StringComparison.Ordinal) ? $"| {fact} |" : line));
        (Run(Value(row), facts).Count == 0).ShouldBe(passes);
    }

    [Theory]
    [InlineData("small-2026/prophylaxis/PR-3 | fires", "")]
    [InlineData("small-2026/prophylaxis/PR-1 | does not fire", "")]
    [InlineData("small-2026/prophylaxis/PR-3 | possible", "found fires")]
    [InlineData("small-2026/prophylaxis/PR-3 | does not fire", "found fires")]
    [InlineData("small-2026/prophylaxis/PR-1 | fires", "found does not fire")]
    [InlineData("small-2026/prophylaxis/PR-99 | fires", "no row has the address")]
    public void Row_states_pass_or_fail(string row, string says)
    {
        var issues = Run(State(row));
        if (says.Length == 0) issues.ShouldBeEmpty();
        else issues.ShouldHaveSingleItem().Message.ShouldContain(says);
    }

    [Fact]
    public void A_row_that_is_set_aside_does_not_fire()
    {
        var facts = Facts.Replace("| clot | none |", "| clot | several |");
        Run(State("small-2026/prophylaxis/PR-1 | does not fire"), facts).ShouldBeEmpty();
        Run(State("small-2026/prophylaxis/PR-1 | fires"), facts).ShouldHaveSingleItem().Message.ShouldContain("found set aside");
    }

    [Fact]
    public void Every_row_of_a_sweep_passes_or_fails_for_itself()
    {
        var issues = Run("| age | → small-2026/score | → row small-2026/score/SC-1 |\n|---|---|---|\n| 35 | 0 | does not fire |\n| 36 | 1 | fires |\n| 37 | 0 | does not fire |\n");
        issues.Count.ShouldBe(2);
        issues.ShouldAllBe(issue => issue.Message.StartsWith("A case: age 37: "));
    }

    [Fact]
    public void A_contradictory_woman_fails_the_case() =>
        Run(State("small-2026/prophylaxis/PR-3 | fires"), Facts.Replace("| birth | not yet |", "| birth | caesarean |"))
            .ShouldContain(issue => issue.Message.Contains("She cannot be pregnant and have given birth."));
}
