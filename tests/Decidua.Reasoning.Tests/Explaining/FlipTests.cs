using Decidua.Knowledge.Tables;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Explaining;

namespace Decidua.Reasoning.Tests.Explaining;

/// <summary>What is said to flip a row flips it: the change is applied and the woman assessed again.</summary>
public class FlipTests
{
    private const int Women = 25;
    private const int RowsPerWoman = 8;

    [Fact]
    public void Changes_flip_the_row_when_they_are_applied()
    {
        var (women, random, applied, bad) = (new RandomWomen(30), new Random(30), 0, new List<string>());
        for (var i = 0; i < Women; i++)
        {
            var facts = women.Widened(women.Known(30), i % 2 == 0 ? 0 : 0.1);
            var assessment = KnowledgeOnDisk.Assessor.Assess(facts);
            var rows = assessment.Answers.SelectMany(answer => answer.Guideline.Rows).OrderBy(_ => random.Next()).Take(RowsPerWoman);
            foreach (var row in rows)
            {
                var explanation = Explainer.Explain(assessment, row.Address).ShouldNotBeNull();
                foreach (var change in explanation.Changes)
                {
                    var changed = change.Facts.Aggregate(facts, (now, pair) => now.With(pair.Fact, pair.Values));
                    var again = KnowledgeOnDisk.Assessor.Assess(changed).Of(KnowledgeOnDisk.Library.Find(row.Address)!.Value.Guideline.Id)!.StateOf(row);
                    if (again != change.NewState) bad.Add($"{row.Address}: {string.Join(", ", change.Facts.Select(pair => pair.Fact.Name))} gives {again}, not {change.NewState}");
                    applied++;
                }
            }
        }

        bad.ShouldBeEmpty();
        applied.ShouldBeGreaterThan(Women);
    }
}
