using Decidua.Knowledge.Tests;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Asking;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Tests.Asking;

/// <summary>Which questions are asked, in which order, and what each answer would change.</summary>
public class InquiryTests
{
    private static List<Question> Questions(string facts) => [.. Inquiry.Questions(SmallWoman.Assessor.Assess(SmallWoman.Of(facts)))];

    private static IEnumerable<string> Names(string facts) => Questions(facts).Select(question => question.Fact.Name);

    [Fact]
    public void Nothing_is_asked_when_everything_is_known() => Names(SmallWoman.Healthy).ShouldBeEmpty();

    [Theory]
    [InlineData("age: unknown", "")]
    [InlineData("smoker: yes; booking BMI: 33; gestation: 20+0; age: unknown", "age")]
    [InlineData("clot: unknown", "clot")]
    [InlineData("gestation: unknown", "")]
    [InlineData("smoker: yes; gestation: unknown; booking BMI: 33", "gestation")]
    [InlineData("platelet count: unknown", "")]
    [InlineData("clot: one; platelet count: unknown", "platelet count")]
    [InlineData("dosing weight: unknown", "dosing weight")]
    [InlineData("allergy: unknown", "allergy")]
    [InlineData("varicose veins: unknown", "varicose veins")]
    [InlineData("clot: one; varicose veins: unknown", "")]
    public void Only_what_can_change_the_answer_is_asked(string facts, string asked) => string.Join(", ", Names($"{SmallWoman.Healthy}; {facts}")).ShouldBe(asked);

    [Fact]
    public void Open_facts_come_before_assumed_ones_and_doses_after_advice()
    {
        var questions = Questions("phase: pregnant; gestation: 20+0; booking BMI: 33; smoker: yes");
        var standings = questions.Select(question => question.Standing == Standing.Assumed).ToList();
        standings.ShouldBe(standings.Order());
        questions.Where(question => question.Standing != Standing.Assumed).Select(question => question.Fact.Name).ShouldBe(["age", "platelet count", "dosing weight"]);
        questions.Select(question => question.ChangesAdvice).Take(3).ShouldBe([true, true, false]);
        questions.Where(question => question.Standing == Standing.Assumed).Select(question => question.Fact.Name).ShouldContain("clot");
    }

    [Fact]
    public void Every_answer_says_what_it_would_change()
    {
        var question = Questions($"{SmallWoman.Healthy}; booking BMI: 33; smoker: yes; age: unknown").ShouldHaveSingleItem();
        question.CouldChange.Select(table => table.Title).ShouldBe(["Prophylaxis", "Clots"]);
        question.Answers.Select(answer => (ValueText.Set(question.Fact.Type, answer.Values), answer.Changes, answer.OpenOutcomes))
            .ShouldBe([("at most 35", true, 0), ("36 to 40", true, 0), ("at least 41", true, 0)]);
        var weight = Questions($"{SmallWoman.Healthy}; dosing weight: unknown").ShouldHaveSingleItem();
        weight.ChangesAdvice.ShouldBeFalse();
        weight.Answers.ShouldAllBe(answer => answer.Changes);
        weight.Answers.Length.ShouldBe(4);
    }

    [Fact]
    public void A_presumed_fact_is_tried_with_every_value()
    {
        var facts = SmallWoman.Of(SmallWoman.Healthy).Without(SmallKnowledge.Library.Vocabulary.Named("clot")!);
        var question = Inquiry.Questions(SmallWoman.Assessor.Assess(facts)).ShouldHaveSingleItem();
        (question.Fact.Name, question.Standing).ShouldBe(("clot", Standing.Assumed));
        question.Answers.Select(answer => (ValueText.Set(question.Fact.Type, answer.Values), answer.Changes)).ShouldBe([("none", false), ("one", true), ("several", true)]);
    }

    [Fact]
    public void A_narrowed_fact_is_tried_only_with_the_values_left() =>
        Questions($"{SmallWoman.Healthy}; clot: one, several").ShouldHaveSingleItem().Answers.Length.ShouldBe(2);

    /// <summary>A question that is not asked changes nothing by itself; one that is asked changes something for one of its answers.</summary>
    [Fact]
    public void What_is_not_asked_cannot_change_the_advice()
    {
        var (women, tried) = (new RandomWomen(50), 0);
        for (var i = 0; i < 12; i++)
        {
            var facts = women.Known(i * 6);
            var assessment = KnowledgeOnDisk.Assessor.Assess(facts);
            var asked = Inquiry.Questions(assessment).Select(question => question.Fact).ToHashSet();
            var before = Show(assessment);
            foreach (var fact in facts.Vocabulary.Facts.Where(fact => !asked.Contains(fact) && assessment.Facts[fact].Standing is Standing.Unknown or Standing.Narrowed))
            {
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    var value = women.One(fact);
                    if (!value.IsWithin(assessment.Facts[fact].Values)) continue;
                    var after = KnowledgeOnDisk.Assessor.Assess(assessment.Facts.With(fact, value));
                    if (facts.Vocabulary.Facts.Any(other => other != fact && after.Facts[other].Values != assessment.Facts[other].Values)) continue;
                    Show(after).ShouldBe(before, $"{fact.Name} was not asked");
                    tried++;
                }
            }
        }

        tried.ShouldBeGreaterThan(20);

        // Questions are asked for the guidelines that the protocol chooses. Whether a thing that nobody would give is forbidden is not asked for.
        static string Show(Reasoning.Assessing.Assessment assessment) => string.Join('\n', assessment.Recommendations
            .Where(one => assessment.IsChosen(assessment.Library.Guideline(one.Guideline)!))
            .Where(one => !(one.Advice == Decidua.Knowledge.Advice.AdviceKind.Contraindicated
                && !assessment.Recommendations.Any(other => other.Subject == one.Subject && other.Advice is Decidua.Knowledge.Advice.AdviceKind.Offer or Decidua.Knowledge.Advice.AdviceKind.Consider)))
            .Select(one => $"{one} {one.Certainty}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Asking_twice_asks_the_same() => Names("phase: pregnant").ShouldBe(Names("phase: pregnant"));
}
