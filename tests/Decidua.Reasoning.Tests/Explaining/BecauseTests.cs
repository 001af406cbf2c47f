using Decidua.Knowledge.Values;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Explaining;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Tests.Explaining;

public class BecauseTests
{
    private static Recommendation On(GuidelineAnswer answer, string subject) => answer.Recommendations.Single(one => one.Subject == subject);

    [Fact]
    public void Advice_rests_on_what_its_rows_test_and_on_what_makes_that()
    {
        var answer = SmallWoman.Known("age: 36; booking BMI: 41");
        var reasons = Because.Of(answer, On(answer, "LMWH").Rows);
        reasons.Select(reason => $"{reason.Term.Name} = {ValueText.Set(reason.Term.Type, reason.Values)} [{string.Join(" ", reason.From.Select(row => row.Id))}]")
            .ShouldBe(["phase = pregnant []", "score = 3 [SC-1 SC-2b]", "age = 36 []", "booking BMI = 41 []"]);
    }

    [Fact]
    public void Rows_that_may_make_a_value_are_among_its_reasons()
    {
        var answer = SmallWoman.Known("smoker: unknown");
        Because.Of(answer, On(answer, "LMWH").Rows).Single(reason => reason.Term.Name == "score").From.Select(row => row.Id).ShouldBe(["SC-3"]);
    }

    [Fact]
    public void What_would_bring_in_a_stronger_row_is_among_the_assumptions()
    {
        var assessment = SmallWoman.Assessor.Assess(SmallWoman.Of("phase: pregnant; gestation: 20+0; age: 30; booking BMI: 22; clot: one"));
        var one = assessment.Answers[0].Recommendations.Single(one => one.ToString().StartsWith("consider LMWH", StringComparison.Ordinal));
        Because.Assumed(assessment.Answers[0], one.Rows, assessment.Facts).Select(fact => fact.Name).ShouldBe(["birth", "bed rest", "smoker"], "bed rest would make the dose higher");
        SmallWoman.Assessor.Assess(SmallWoman.Of(assessment.Facts, "bed rest: 2 d")).Answers[0].Advice().ShouldContain("offer LMWH, high prophylactic, from 20+0 until birth");
    }

    /// <summary>An assumed fact that is not named may have any value: this advice stays.</summary>
    [Fact]
    public void Assumed_facts_that_are_not_named_cannot_change_the_advice()
    {
        var (women, tried) = (new RandomWomen(60), 0);
        for (var i = 0; i < 40; i++)
        {
            var assessment = KnowledgeOnDisk.Assessor.Assess(women.Known(60 + (2 * i)));
            foreach (var one in assessment.Answers[0].Recommendations.Where(one => one.Certainty == Certainty.Certain))
            {
                var named = Because.Assumed(assessment.Answers[0], one.Rows, assessment.Facts);
                foreach (var fact in assessment.Facts.Which(Standing.Assumed).Except(named))
                {
                    var other = assessment.Facts.With(fact, women.One(fact));
                    if (!KnowledgeOnDisk.Assessor.Contradictions(other).IsEmpty) continue;
                    var after = KnowledgeOnDisk.Assessor.Assess(other);
                    if (other.Vocabulary.Facts.Any(another => after.Facts[another].Values != other[another].Values)) continue;
                    after.Answers[0].Recommendations.ShouldContain(same => same.ToString() == one.ToString() && same.Certainty == Certainty.Certain,
                        $"'{one}' rests on '{fact.Name}', which is not named");
                    tried++;
                }
            }
        }

        tried.ShouldBeGreaterThan(100);
    }
}
