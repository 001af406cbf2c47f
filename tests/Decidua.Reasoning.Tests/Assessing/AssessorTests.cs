using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Tests;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Tests.Assessing;

/// <summary>The small guideline: known, partly known, unknown and assumed facts.</summary>
public class AssessorTests
{
    [Theory]
    [InlineData("", "0", "low", "no need LMWH")]
    [InlineData("age: 35", "0", "low", "no need LMWH")]
    [InlineData("age: 36", "1", "low", "no need LMWH")]
    [InlineData("booking BMI: 29.9", "0", "low", "no need LMWH")]
    [InlineData("booking BMI: 30; age: 36", "2", "middle", "no need LMWH")]
    [InlineData("booking BMI: 40; age: 36", "3", "middle", "consider LMWH, prophylactic, from 28+0 until labour")]
    [InlineData("booking BMI: 40; age: 36; gestation: 30+0", "3", "middle", "consider LMWH, prophylactic, from now until labour")]
    [InlineData("smoker: yes; booking BMI: 33; gestation: 13+6", "4", "middle", "offer LMWH, prophylactic, from now until labour")]
    [InlineData("smoker: yes; booking BMI: 33; gestation: 14+0", "2", "middle", "no need LMWH")]
    [InlineData("clot: one", "3", "high", "consider LMWH, prophylactic, from 28+0 until labour|refer haematologist, from 28+0")]
    [InlineData("clot: several", "4", "high", "offer LMWH, therapeutic, from now until birth + 6 wk|refer haematologist, from now")]
    [InlineData("clot: one; bed rest: 25 h", "3", "high", "offer LMWH, high prophylactic, from 20+0 until birth|refer haematologist, from 28+0")]
    [InlineData("clot: several; bed rest: 25 h", "4", "high", "offer LMWH, therapeutic, from now until birth + 6 wk|refer haematologist, from now")]
    [InlineData("bed rest: 3 d", "0", "middle", "no need LMWH")]
    [InlineData("phase: postpartum; birth: vaginal; age: 36; smoker: yes", "2", "middle", "offer LMWH, prophylactic, from birth until birth + 10 d")]
    [InlineData("phase: not pregnant; birth: not yet", "0", "low", "avoid LMWH")]
    [InlineData("varicose veins: yes", "0", "low", "offer stockings, from now|no need LMWH")]
    public void Known_facts_give_one_certain_answer(string facts, string score, string tier, string advice)
    {
        var answer = SmallWoman.Known(facts);
        (answer.Derived("score"), answer.Derived("tier")).ShouldBe((score, tier));
        answer.Advice().ShouldBe(advice.Split('|'));
    }

    [Fact]
    public void Safety_stands_first_and_deletes_nothing()
    {
        var answer = SmallWoman.Known("clot: several; bleeding: major; platelet count: 74.9; allergy: yes");
        answer.Advice().ShouldBe(["call now obstetrician", "contraindicated LMWH", "offer LMWH, therapeutic, from now until birth + 6 wk", "refer haematologist, from now"]);
        var contraindicated = answer.Recommendations.Single(one => one.Advice == AdviceKind.Contraindicated);
        contraindicated.Rows.Select(row => row.Id).ShouldBe(["CI-1", "CI-2", "CI-3"]);
        contraindicated.Reasons.ShouldBe(["bleeding", "few platelets", "allergy"]);
        SmallWoman.Known("platelet count: 75").Advice().ShouldNotContain("contraindicated LMWH");
    }

    [Fact]
    public void An_exception_sets_the_general_rule_aside_and_both_stay_visible()
    {
        var answer = SmallWoman.Known("clot: several");
        (answer.State("CL-1"), answer.State("PR-1"), answer.State("PR-2")).ShouldBe((RowState.Fires, RowState.SetAside, RowState.DoesNotFire));
        answer.Recommendations.Single(one => one.Subject == "LMWH").Rows.Select(row => row.Id).ShouldBe(["CL-1"]);
    }

    [Fact]
    public void An_exception_that_may_hold_leaves_both_possible()
    {
        var answer = SmallWoman.Known("clot: one, several; age: 36");
        (answer.State("CL-1"), answer.State("PR-1")).ShouldBe((RowState.Possible, RowState.Possible));
        answer.Advice().ShouldBe(
        [
            "offer LMWH, prophylactic, from now until labour ?", "offer LMWH, therapeutic, from now until birth + 6 wk ?", "refer haematologist, from 28+0 ?", "refer haematologist, from now ?",
        ], ignoreOrder: true);
    }

    [Fact]
    public void Unknown_facts_leave_every_outcome_that_some_woman_has()
    {
        var answer = SmallWoman.Known("smoker: unknown; booking BMI: 40; gestation: 13+0");
        answer.Derived("score").ShouldBe("2 or 5");
        answer.Advice().ShouldBe(["offer LMWH, prophylactic, from now until labour ?", "no need LMWH ?"]);
        (answer.State("SC-3"), answer.State("SE-1"), answer.State("SC-2b")).ShouldBe((RowState.Possible, RowState.Possible, RowState.Fires));
    }

    [Fact]
    public void A_fact_that_is_read_twice_in_one_sum_is_counted_exactly() => SmallWoman.Known("smoker: unknown; gestation: unknown").Derived("score").ShouldBe("0 to 1 or 3");

    [Theory]
    [InlineData("age: [30..35]", "0")]
    [InlineData("age: [30..36]", "at most 1")]
    [InlineData("age: > 35", "1")]
    [InlineData("booking BMI: [30..40]", "1 to 2")]
    [InlineData("booking BMI: [30..40)", "1")]
    [InlineData("booking BMI: < 30", "0")]
    [InlineData("clot: one, several", "3 to 4")]
    [InlineData("clot: none, several", "0 or 4")]
    public void Narrowed_facts_narrow_the_answer(string facts, string score) => SmallWoman.Known(facts).Derived("score").ShouldBe(score);

    [Fact]
    public void Narrowing_within_one_class_leaves_the_advice_certain()
    {
        SmallWoman.Known("clot: several; age: [36..50]; booking BMI: > 41").Advice().ShouldBe(["offer LMWH, therapeutic, from now until birth + 6 wk", "refer haematologist, from now"]);
        SmallWoman.Known("clot: several; age: [36..50]; booking BMI: > 41").Results.Single(result => result.Table.Title == "Dose").Certainty.ShouldBe(Certainty.Certain);
    }

    [Fact]
    public void Absent_facts_are_assumed_or_unknown_as_the_vocabulary_says()
    {
        var facts = SmallWoman.Of("phase: pregnant; gestation: 20+0; age: 30; booking BMI: 22");
        var assessment = SmallWoman.Assessor.Assess(facts);
        assessment.Answers[0].Derived("score").ShouldBe("0");
        assessment.Answers[0].Advice().ShouldBe(["contraindicated LMWH ?", "no need LMWH"]);
        facts.Which(Standing.Assumed).Select(fact => fact.Name).ShouldBe(["birth", "bed rest", "smoker", "clot", "varicose veins", "bleeding", "allergy"]);
        facts.Which(Standing.Unknown).Select(fact => fact.Name).ShouldBe(["dosing weight", "platelet count"]);
    }

    [Fact]
    public void Nothing_known_still_gives_an_answer()
    {
        var answer = SmallWoman.Answer("");
        answer.Advice().ShouldContain("no need LMWH ?");
        answer.Recommendations.ShouldAllBe(one => one.Certainty == Certainty.Possible);
        answer.Derived("score").ShouldBe("at most 3");
    }

    [Fact]
    public void Gestation_that_is_not_known_leaves_the_milestone_open() =>
        SmallWoman.Known("gestation: unknown; clot: one").Advice().First().ShouldBe("consider LMWH, prophylactic, from later of (now, 28+0) until labour");

    [Theory]
    [InlineData("[20+0..27+6]", "28+0")]
    [InlineData("[28+0..30+0]", "now")]
    [InlineData("[20+0..30+0]", "later of (now, 28+0)")]
    public void Gestation_that_is_partly_known_decides_what_it_can(string gestation, string from) =>
        SmallWoman.Known($"gestation: {gestation}; clot: one").Advice().First().ShouldBe($"consider LMWH, prophylactic, from {from} until labour");

    [Fact]
    public void Grades_and_checks_are_those_of_the_rows()
    {
        var one = SmallWoman.Known("clot: one; bed rest: 25 h").Recommendations.Single(one => one.Subject == "LMWH");
        one.Rows.Select(row => row.Id).ShouldBe(["PR-2", "CL-2"]);
        (one.Strength, one.Checked).ShouldBe(("B", Decidua.Knowledge.Tables.Checked.Secondary));
        one.Reasons.ShouldBe(["three", "in bed"]);
    }

    [Theory]
    [InlineData("bleeding: major", "severe")]
    [InlineData("bleeding: spotting", "mild")]
    [InlineData("bleeding: none", "nothing")]
    [InlineData("bleeding: spotting, major", "severe or mild")]
    [InlineData("bleeding: unknown", "not known")]
    public void The_greatest_of_choices_is_the_one_declared_first(string facts, string worst) => SmallWoman.Known(facts).Derived("worst").ShouldBe(worst);

    [Theory]
    [InlineData("age: 40", "0")]
    [InlineData("age: 41", "2")]
    [InlineData("booking BMI: 35", "3")]
    [InlineData("age: 41; booking BMI: 35", "5")]
    [InlineData("age: [40..41]", "0 or 2")]
    [InlineData("age: 41; booking BMI: unknown", "2 to 3 or 5")]
    public void The_greatest_of_numbers_begins_at_nothing(string facts, string grade) => SmallWoman.Known(facts).Derived("grade").ShouldBe(grade);

    [Fact]
    public void Only_the_guidelines_asked_for_answer()
    {
        SmallWoman.Assessor.Assess(SmallWoman.Of(""), null, "small-2026").Answers.Length.ShouldBe(1);
        SmallWoman.Assessor.Assess(SmallWoman.Of(""), null, "another").Answers.ShouldBeEmpty();
    }

    [Fact]
    public void The_protocol_chooses_by_channel()
    {
        var assessment = SmallWoman.Assessor.Assess(SmallWoman.Of(SmallWoman.Healthy));
        assessment.Protocol!.Id.ShouldBe("uk");
        assessment.Recommendations.ShouldAllBe(one => assessment.IsChosen(one));
        var without = SmallKnowledge.Files.Where(file => file.Folder is not ("protocols" or "cases"));
        var other = new Assessor(Decidua.Knowledge.LibraryReader.Read(without).Library!).Assess(SmallWoman.Of(SmallWoman.Healthy));
        other.Protocol.ShouldBeNull();
        other.Recommendations.ShouldAllBe(one => !other.IsChosen(one));
    }

    [Fact]
    public void The_example_of_the_design_gives_the_answers_that_it_should()
    {
        var assessor = new Assessor(ExampleGuideline.Library);
        var known = SmallWoman.Of("phase: pregnant; gestation: 12+3; age: 36; booking BMI: 33.1; parity: 3; smoker: yes; previous clot: none; dosing weight: 91", ExampleGuideline.Library);
        var answer = assessor.Assess(known).Answers[0];
        answer.Derived("antenatal score").ShouldBe("4");
        answer.Recommendations.Single(one => one.Rows.Any(row => row.Id == "MGT-01")).ToString().ShouldBe("consider LMWH, prophylactic, from now until labour");
        answer.Recommendations.Single(one => one.Advice == AdviceKind.Consider).Certainty.ShouldBe(Certainty.Certain);
        answer.Results.Where(result => result.Certainty == Certainty.Certain).SelectMany(result => result.Values).Select(value => value.Text).ShouldBe(["60", "7500", "7000"]);
        answer.Recommendations.Single(one => one.Advice == AdviceKind.Contraindicated).Certainty.ShouldBe(Certainty.Possible);
    }
}
