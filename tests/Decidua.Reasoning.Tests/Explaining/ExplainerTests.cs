using Decidua.Knowledge.Tests;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Explaining;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Tests.Explaining;

/// <summary>Why a row applies or not, on the small guideline.</summary>
public class ExplainerTests
{
    private static Explanation Explain(string facts, string row) =>
        Explainer.Explain(SmallWoman.Assessor.Assess(SmallWoman.Of($"{SmallWoman.Healthy}; {facts}")), $"small-2026/{row}").ShouldNotBeNull();

    private static string Show(Explanation explanation) =>
        string.Join("; ", explanation.Conditions.Select(finding => $"{finding.Condition.Term.Name} {finding.Condition.Text}: {ValueText.Set(finding.Condition.Term.Type, finding.Found)} {finding.Holds}"));

    private static IEnumerable<string> Changes(Explanation explanation) => explanation.Changes.Select(change =>
        $"{string.Join(" and ", change.Facts.Select(pair => $"{pair.Fact.Name} {ValueText.Set(pair.Fact.Type, pair.Values)}"))} → {change.NewState.Word()}");

    [Theory]
    [InlineData("age: 36", "score/SC-1", RowState.Fires, "age > 35: 36 Yes")]
    [InlineData("age: 35", "score/SC-1", RowState.DoesNotFire, "age > 35: 35 No")]
    [InlineData("age: [35..36]", "score/SC-1", RowState.Possible, "age > 35: 35 to 36 Possibly")]
    [InlineData("age: unknown", "score/SC-1", RowState.Possible, "age > 35: not known Possibly")]
    [InlineData("smoker: yes; gestation: 13+6", "score-early/SE-1", RowState.Fires, "smoker yes: yes Yes; gestation < 14+0: 13+6 Yes")]
    [InlineData("clot: several", "prophylaxis/PR-1", RowState.SetAside, "phase pregnant: pregnant Yes; score >= 4: 4 Yes")]
    public void Conditions_are_shown_with_what_was_found(string facts, string row, RowState state, string conditions)
    {
        var explanation = Explain(facts, row);
        (explanation.State, Show(explanation)).ShouldBe((state, conditions));
    }

    [Fact]
    public void A_derived_value_names_the_rows_that_make_it()
    {
        var explanation = Explain("age: 36; booking BMI: 33; smoker: unknown", "prophylaxis/PR-2");
        explanation.State.ShouldBe(RowState.Possible);
        explanation.Conditions.Single(finding => finding.Condition.Term.Name == "score").MadeBy.Select(row => row.Id).ShouldBe(["SC-1", "SC-2a", "SC-3"]);
    }

    [Fact]
    public void An_earlier_row_keeps_a_later_one_back()
    {
        var explanation = Explain("clot: one; age: 36; smoker: yes", "tier/TI-2");
        explanation.State.ShouldBe(RowState.DoesNotFire);
        explanation.Conditions.ShouldHaveSingleItem().Holds.ShouldBe(Holding.Yes);
        explanation.KeptBackBy.Select(row => row.Id).ShouldBe(["TI-1"]);
        Changes(explanation).ShouldBe(["clot none → fires"]);
        Explain("", "tier/TI-0").KeptBackBy.ShouldBeEmpty();
    }

    [Fact]
    public void An_exception_keeps_the_rule_back()
    {
        var explanation = Explain("clot: several", "prophylaxis/PR-1");
        explanation.KeptBackBy.Select(row => row.Id).ShouldBe(["CL-1"]);
        Explain("clot: one, several; age: 36", "prophylaxis/PR-1").KeptBackBy.Select(row => row.Id).ShouldBe(["CL-1"], "a possible exception is shown");
        Explain("", "prophylaxis/PR-3").KeptBackBy.ShouldBeEmpty();
    }

    [Fact]
    public void A_first_row_that_is_set_aside_still_keeps_the_later_ones_back()
    {
        var guideline = SmallKnowledge.With(SmallKnowledge.GuidelinePath, "| p. 4 | primary | prophylaxis/PR-1 |", "| p. 4 | primary | prophylaxis/PR-1, specialist/SP-1 |");
        var library = SmallKnowledge.Read(guideline).Library!;
        var assessment = new Assessor(library).Assess(SmallWoman.Of($"{SmallWoman.Healthy}; clot: several", library));
        assessment.Answers[0].State("SP-1").ShouldBe(RowState.SetAside);
        var explanation = Explainer.Explain(assessment, "small-2026/specialist/SP-0")!;
        (explanation.State, explanation.KeptBackBy.Select(row => row.Id).ShouldHaveSingleItem()).ShouldBe((RowState.DoesNotFire, "SP-1"));
    }

    [Theory]
    [InlineData("age: 35", "score/SC-1", "age 36 to 40 → fires|age at least 41 → fires")]
    [InlineData("age: 50", "score/SC-1", "age at most 35 → does not fire")]
    [InlineData("dosing weight: 70", "dose/DO-4", "dosing weight more than 170 → fires")]
    [InlineData("age: 36", "prophylaxis/PR-2", "booking BMI at least 40 → fires")]
    [InlineData("smoker: yes; gestation: 20+0", "score-early/SE-1", "gestation at most 13+6 → fires")]
    [InlineData("gestation: 20+0", "score-early/SE-1", "gestation at most 13+6 and smoker yes → fires")]
    [InlineData("clot: several", "prophylaxis/PR-1", "")]
    public void The_smallest_changes_are_found(string facts, string row, string changes)
    {
        var found = Changes(Explain(facts, row)).ToList();
        if (changes.Length == 0) found.ShouldAllBe(change => !change.StartsWith("clot several", StringComparison.Ordinal));
        else found.ShouldBe(changes.Split('|'), ignoreOrder: true);
    }

    [Fact]
    public void A_row_that_nothing_flips_has_no_changes() => Explain("", "worst/WO-0").Changes.ShouldBeEmpty();

    [Fact]
    public void A_change_never_makes_an_impossible_woman()
    {
        foreach (var row in SmallKnowledge.Library.Guidelines[0].Rows)
        {
            foreach (var facts in new[] { "", "clot: several; smoker: yes", "phase: postpartum; birth: vaginal; age: 36" })
            {
                var assessment = SmallWoman.Assessor.Assess(SmallWoman.Of($"{SmallWoman.Healthy}; {facts}"));
                foreach (var change in Explainer.Explain(assessment, row.Address)!.Changes)
                {
                    var changed = change.Facts.Aggregate(assessment.Given, (now, pair) => now.With(pair.Fact, pair.Values));
                    SmallWoman.Assessor.Contradictions(changed).ShouldBeEmpty();
                    SmallWoman.Assessor.Assess(changed).Answers[0].StateOf(row).ShouldBe(change.NewState, $"{row} for {facts}");
                }
            }
        }
    }

    /// <summary>No smaller change exists: every change of fewer facts, each set to any of its values, leaves the row as it is.</summary>
    [Theory]
    [InlineData("prophylaxis/PR-5")]
    [InlineData("clots/CL-2")]
    [InlineData("score-early/SE-1")]
    public void No_smaller_change_exists(string row)
    {
        var assessment = SmallWoman.Assessor.Assess(SmallWoman.Of(SmallWoman.Healthy));
        var explanation = Explainer.Explain(assessment, $"small-2026/{row}")!;
        explanation.Changes[0].Facts.Length.ShouldBe(2);
        foreach (var fact in assessment.Facts.Vocabulary.Facts)
        {
            IEnumerable<ValueSet> values = fact.Type.IsNumeric
                ? Enumerable.Range(0, 60).Select(step => fact.Type.Range.Low + Math.Floor((fact.Type.Range.High - fact.Type.Range.Low) * step / 59)).Select(value => new ValueSet.Numbers(Interval.Point(value)))
                : Enumerable.Range(0, fact.Type.Choices.Length).Select(index => new ValueSet.Choices(1UL << index));
            foreach (var value in values)
            {
                var changed = assessment.Given.With(fact, value);
                if (SmallWoman.Assessor.Contradictions(changed).IsEmpty) SmallWoman.Assessor.Assess(changed).Answers[0].StateOf(explanation.Row).ShouldNotBe(RowState.Fires, fact.Name);
            }
        }
    }

    [Fact]
    public void An_address_of_nothing_has_no_explanation()
    {
        var assessment = SmallWoman.Assessor.Assess(SmallWoman.Of(""));
        Explainer.Explain(assessment, "small-2026/score/SC-99").ShouldBeNull();
        Explainer.Explain(assessment, "").ShouldBeNull();
        Explainer.Explain(SmallWoman.Assessor.Assess(SmallWoman.Of(""), null, "another"), "small-2026/score/SC-1").ShouldBeNull();
    }

    [Theory]
    [InlineData("age: 36; booking BMI: 33.1; smoker: yes", "score", "score 3 = age 36 (1) + booking BMI 33.1 kg/m² (1) + smoker (1)")]
    [InlineData("clot: one; smoker: unknown", "score", "score 3 to 4 = clot one (3) + smoker yes (perhaps 1)")]
    [InlineData("", "score", "score 0")]
    [InlineData("clot: one", "tier", "tier high")]
    public void A_score_is_shown_as_a_sum(string facts, string name, string text)
    {
        var answer = SmallWoman.Known(facts);
        ScoreLine.Sum(answer, answer.DerivedValue(name)!).ShouldBe(text);
    }
}
