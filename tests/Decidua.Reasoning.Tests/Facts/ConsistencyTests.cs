using Decidua.Clinical.Issues;
using Decidua.Knowledge;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Tests;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Tests.Facts;

/// <summary>What cannot be together: contradictions are found, open facts narrowed, presumptions give way.</summary>
public class ConsistencyTests
{
    private static string After(string facts, string name, Assessor? assessor = null)
    {
        assessor ??= SmallWoman.Assessor;
        var narrowed = assessor.Assess(SmallWoman.Of(facts, assessor.Library)).Facts;
        var state = narrowed[assessor.Library.Vocabulary.Named(name)!];
        return $"{ValueText.Set(assessor.Library.Vocabulary.Named(name)!.Type, state.Values)} ({state.Standing.ToString().ToLowerInvariant()})";
    }

    private static Assessor With(string rows, string header = "| C | age | smoker | clot | → contradiction | source | checked |\n|---|---|---|---|---|---|---|\n")
    {
        var reading = SmallKnowledge.Read(new SourceFile("vocabulary/rules.md", $"---\nid: rules\ntitle: Rules\n---\n\n## Rules\n\n{header}{rows}"));
        reading.Issues.ShouldBeEmpty();
        return new Assessor(reading.Library!);
    }

    [Fact]
    public void Recorded_facts_that_contradict_are_named()
    {
        var issue = SmallWoman.Assessor.Contradictions(SmallWoman.Of("phase: pregnant; birth: caesarean")).ShouldHaveSingleItem();
        (issue.Code, issue.Severity, issue.At).ShouldBe((IssueCode.Contradiction, Severity.Error, "facts/phase, facts/birth"));
        issue.Message.ShouldBe("She cannot be pregnant and have given birth.");
        issue.Remedy.ShouldContain("phase, birth");
        SmallWoman.Assessor.Contradictions(SmallWoman.Of("phase: pregnant; birth: vaginal, caesarean")).ShouldHaveSingleItem("narrowed facts contradict too");
    }

    [Theory]
    [InlineData("phase: pregnant; birth: not yet")]
    [InlineData("phase: pregnant; birth: not yet, vaginal")]
    [InlineData("phase: pregnant, postpartum; birth: vaginal")]
    [InlineData("phase: postpartum")]
    [InlineData("birth: vaginal")]
    [InlineData("")]
    public void What_may_still_be_contradicts_nothing(string facts) => SmallWoman.Assessor.Contradictions(SmallWoman.Of(facts)).ShouldBeEmpty();

    [Theory]
    [InlineData("phase: postpartum", "birth", "vaginal or caesarean (narrowed)")]
    [InlineData("phase: postpartum; birth: not yet, vaginal", "birth", "vaginal (known)")]
    [InlineData("phase: pregnant", "birth", "not yet (assumed)")]
    [InlineData("phase: pregnant; birth: unknown", "birth", "not yet (known)")]
    [InlineData("phase: pregnant; birth: not yet, caesarean", "birth", "not yet (known)")]
    [InlineData("birth: vaginal", "phase", "not pregnant or postpartum (narrowed)")]
    [InlineData("birth: not yet", "phase", "not pregnant or pregnant (narrowed)")]
    [InlineData("", "phase", "not known (unknown)")]
    [InlineData("", "birth", "not yet (assumed)")]
    public void Open_facts_lose_what_recorded_ones_rule_out(string facts, string name, string left) => After(facts, name).ShouldBe(left);

    [Fact]
    public void A_presumption_gives_way_to_what_is_recorded()
    {
        After("phase: postpartum", "birth").ShouldBe("vaginal or caesarean (narrowed)");
        SmallWoman.Answer("phase: postpartum; age: 36; smoker: yes; booking BMI: 22").Advice().ShouldContain("offer LMWH, prophylactic, from birth until birth + 10 d");
    }

    [Fact]
    public void What_follows_says_from_what()
    {
        var facts = SmallWoman.Assessor.Assess(SmallWoman.Of("birth: vaginal")).Facts;
        facts[facts.Vocabulary.Named("phase")!].Origin.ShouldBe("follows from birth");
    }

    [Fact]
    public void Narrowing_goes_on_until_nothing_follows()
    {
        var assessor = With("| X1 | > 40 | yes | - | a | p. 1 | primary |\n| X2 | - | no | several | b | p. 1 | primary |\n");
        After("age: 50; smoker: unknown; clot: unknown", "smoker", assessor).ShouldBe("no (known)");
        After("age: 50; smoker: unknown; clot: unknown", "clot", assessor).ShouldBe("none or one (narrowed)");
        After("age: 30; smoker: unknown; clot: unknown", "clot", assessor).ShouldBe("not known (unknown)");
    }

    [Fact]
    public void Numbers_are_narrowed_at_the_edge()
    {
        var assessor = With("| X1 | > 40 | yes | - | a | p. 1 | primary |\n");
        After("smoker: yes", "age", assessor).ShouldBe("at most 40 (narrowed)");
        After("smoker: yes; age: [38..42]", "age", assessor).ShouldBe("38 to 40 (narrowed)");
        After("smoker: yes; age: [40..60]", "age", assessor).ShouldBe("40 (known)");
        After("smoker: yes; age: [41..60]", "age", assessor).ShouldBe("41 to 60 (narrowed)");
        assessor.Contradictions(SmallWoman.Of("smoker: yes; age: [41..60]", assessor.Library)).Length.ShouldBe(1);
        assessor.Contradictions(SmallWoman.Of("smoker: yes; age: [40..60]", assessor.Library)).ShouldBeEmpty();
    }

    [Fact]
    public void Contradictory_facts_are_left_as_they_are() => After("phase: pregnant; birth: caesarean", "birth").ShouldBe("caesarean (known)");

    /// <summary>What narrowing leaves is exactly what some woman who can exist may still have, where one fact is open.</summary>
    [Fact]
    public void With_one_open_fact_narrowing_is_exact()
    {
        var vocabulary = KnowledgeOnDisk.Library.Vocabulary;
        var read = KnowledgeOnDisk.Library.Guidelines.SelectMany(guideline => guideline.Tables).SelectMany(table => table.Inputs).Select(term => term.Fact).ToHashSet();
        var (women, narrowed) = (new RandomWomen(40), 0);
        for (var i = 0; i < 60; i++)
        {
            var facts = women.Known();
            foreach (var fact in vocabulary.Facts.Where(fact => !fact.Type.IsNumeric && read.Contains(fact)))
            {
                var left = (ValueSet.Choices)KnowledgeOnDisk.Assessor.Assess(facts.Unknown(fact)).Facts[fact].Values;
                for (var choice = 0; choice < fact.Type.Choices.Length; choice++)
                {
                    var possible = KnowledgeOnDisk.Assessor.Contradictions(facts.With(fact, new ValueSet.Choices(1UL << choice))).IsEmpty;
                    ((left.Mask >> choice & 1) != 0).ShouldBe(possible, $"{fact.Name} {fact.Type.Choices[choice]}");
                    narrowed += possible ? 0 : 1;
                }
            }
        }

        narrowed.ShouldBeGreaterThan(100);
    }

    [Theory]
    [InlineData("", "presumed no unless clot", "no (assumed)")]
    [InlineData("clot: none", "presumed no unless clot", "no (assumed)")]
    [InlineData("clot: one", "presumed no unless clot", "not known (unknown)")]
    [InlineData("clot: one, several", "presumed no unless clot", "not known (unknown)")]
    [InlineData("clot: one; varicose veins: no", "presumed no unless clot", "no (known)")]
    [InlineData("bleeding: spotting", "presumed no unless clot", "no (assumed)")]
    [InlineData("bleeding: spotting", "presumed no unless history", "not known (unknown)")]
    [InlineData("age: 30", "presumed no unless age", "not known (unknown)")]
    [InlineData("age: 30", "presumed no unless clot, age", "not known (unknown)")]
    [InlineData("varicose veins: yes", "presumed no unless history", "yes (known)")]
    public void A_presumption_ends_when_what_it_hangs_on_is_recorded(string facts, string absent, string left)
    {
        var reading = SmallKnowledge.Read(SmallKnowledge.With(SmallKnowledge.VocabularyPath,
            "| varicose veins | yes/no | - | - | presumed no |", $"| varicose veins | yes/no | - | - | {absent} |"));
        reading.Issues.ShouldBeEmpty();
        After(facts, "varicose veins", new Assessor(reading.Library!)).ShouldBe(left);
    }

    [Theory]
    [InlineData("presumed no unless nothing", IssueCode.UnknownReference)]
    [InlineData("unknown unless clot", IssueCode.BadDeclaration)]
    public void What_ends_a_presumption_must_exist(string absent, string code) =>
        SmallKnowledge.Read(SmallKnowledge.With(SmallKnowledge.VocabularyPath,
            "| varicose veins | yes/no | - | - | presumed no |", $"| varicose veins | yes/no | - | - | {absent} |")).Issues.ShouldContain(issue => issue.Code == code);
}
