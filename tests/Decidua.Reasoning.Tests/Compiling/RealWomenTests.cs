using Decidua.Knowledge.Tables;
using Decidua.Reasoning.Assessing;

namespace Decidua.Reasoning.Tests.Compiling;

/// <summary>The engine against the oracle on the real documents.</summary>
public class RealWomenTests
{
    private const int Women = 5000;

    [Fact]
    public void The_engine_agrees_with_the_oracle_on_random_women()
    {
        var women = new RandomWomen(20);
        var (fired, idle) = (new HashSet<Row>(), new HashSet<Row>());
        for (var i = 0; i < Women; i++)
        {
            var facts = women.Known();
            var assessment = KnowledgeOnDisk.Assessor.Assess(facts);
            foreach (var answer in assessment.Answers)
            {
                Comparison.ShouldAgree(answer, assessment.Facts);
                foreach (var row in answer.Guideline.Rows) (answer.StateOf(row) == RowState.Fires ? fired : idle).Add(row);
            }
        }

        var all = KnowledgeOnDisk.Library.Guidelines.SelectMany(guideline => guideline.Rows).ToList();
        var untried = all.Where(row => !fired.Contains(row) || (!idle.Contains(row) && !row.Conditions.IsEmpty)).ToList();
        (untried.Count * 20 <= all.Count).ShouldBeTrue($"{untried.Count} of {all.Count} rows were the same for all women: {string.Join(", ", untried.Select(row => row.Address))}");
    }
}
