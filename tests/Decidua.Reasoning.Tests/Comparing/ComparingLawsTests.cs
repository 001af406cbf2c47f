using Decidua.Knowledge;
using Decidua.Knowledge.Tests;
using Decidua.Reasoning.Comparing;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Tests.Comparing;

/// <summary>What must hold for every woman, tried on random ones over the knowledge of the repository.</summary>
public class ComparingLawsTests
{
    private const int Women = 300;
    private const double Share = 0.2;
    private static Library Library => KnowledgeOnDisk.Library;

    private static string Said(Position position) => position.ToString();

    [Fact]
    public void Another_protocol_changes_what_is_chosen_and_nothing_that_is_said()
    {
        var women = new RandomWomen(11);
        for (var number = 0; number < Women; number++)
        {
            var facts = women.Widened(women.Known(), Share);
            foreach (var protocol in Library.Protocols.Where(protocol => protocol.RoundsWeights == Library.DefaultProtocol!.RoundsWeights))
            {
                var first = Comparison.Of(KnowledgeOnDisk.Assessor.Assess(facts));
                var other = Comparison.Of(KnowledgeOnDisk.Assessor.Assess(facts, protocol));
                Positions(other).ShouldBe(Positions(first));
                other.Subjects.Select(subject => (subject.Question, subject.Subject, subject.Differences, subject.PossibleDifferences))
                    .ShouldBe(first.Subjects.Select(subject => (subject.Question, subject.Subject, subject.Differences, subject.PossibleDifferences)));
            }
        }

        static IEnumerable<string> Positions(Comparison comparison) => comparison.Guidelines.SelectMany(guideline => guideline.Positions).Select(Said).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void A_comparison_says_what_the_assessment_says()
    {
        var women = new RandomWomen(12);
        for (var number = 0; number < Women; number++)
        {
            var assessment = KnowledgeOnDisk.Assessor.Assess(women.Widened(women.Known(), Share));
            foreach (var position in Comparison.Of(assessment).Guidelines.SelectMany(guideline => guideline.Positions).Where(position => position.Question.Part == PartOfTime.Whole && position.IsCertain))
            {
                var given = assessment.Of(position.Guideline)!.Recommendations.Where(one => one.Subject == position.Subject && one.Channel == position.Question.Channel).ToList();
                foreach (var outcome in position.Outcomes.Concat(position.Warnings))
                    given.ShouldContain(one => one.Advice == outcome.Advice && one.Intensity == outcome.Intensity);
            }
        }
    }

    /// <summary>Agreement and difference are said only when nothing that is still open can undo them.</summary>
    [Fact]
    public void More_knowledge_never_undoes_agreement_or_difference()
    {
        var women = new RandomWomen(13);
        for (var number = 0; number < Women; number++)
        {
            var known = women.Known();
            var open = women.Widened(known, Share);
            var narrow = Comparison.Of(KnowledgeOnDisk.Assessor.Assess(known));
            var wide = Comparison.Of(KnowledgeOnDisk.Assessor.Assess(open));
            foreach (var position in wide.Guidelines.SelectMany(guideline => guideline.Positions).Where(position => position.Agreement is Agreement.Agrees or Agreement.Differs && !position.MayBeSilent))
            {
                if (narrow.Guidelines.Single(guideline => guideline.Guideline.Id == position.Guideline).On(position.Question, position.Subject) is not { } then) continue;
                if (then.Agreement is Agreement.NothingToCompare) continue;
                then.Agreement.ShouldBe(position.Agreement, $"{position} against {wide.Chosen(position.Question)!.On(position.Question, position.Subject)}, then {then}");
                (then.Differences & position.Differences).ShouldBe(position.Differences);
            }
        }
    }
}
