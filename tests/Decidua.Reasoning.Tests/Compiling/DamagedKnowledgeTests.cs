using Decidua.Knowledge;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Tests;
using Decidua.Reasoning.Asking;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Cases;
using Decidua.Reasoning.Explaining;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Tests.Compiling;

/// <summary>Whatever the checker lets pass can be compiled, asked, explained and tried with cases, without an exception.</summary>
public class DamagedKnowledgeTests
{
    private const int Rounds = 500;
    private static readonly string[] Cells = ["-", "yes", "no", "none", "one", "several", "> 3", "< 5", "3", "0", "12", "[1..4)", "not(none)", "now", "28+0", "offer", "avoid", "LMWH", "20 per kg", "C+", "C>", "F", "C", "U"];

    [Fact]
    public void What_loads_also_runs()
    {
        var (random, ran) = (new Random(70), 0);
        for (var round = 0; round < Rounds; round++)
        {
            var file = SmallKnowledge.Files[random.Next(SmallKnowledge.Files.Count)];
            if (SmallKnowledge.Read(Damaged(random, file)).Library is not { } library) continue;
            Use(library);
            ran++;
        }

        ran.ShouldBeGreaterThan(Rounds / 20, "some damage must pass the checker");
    }

    [Fact]
    public void Documents_at_their_limits_run()
    {
        var rows = string.Concat(Enumerable.Range(1, 600).Select(row => $"| R{row} | {(row % 2 == 0 ? "age" : "booking BMI")} | > {10 + (row % 30)} | {(row % 3 == 0 ? "offer" : "consider")} | subject {row % 50} | now | birth + {row % 8} d | p | primary |\n"));
        var text = $"---\nid: large-2026\ntitle: Large\npublisher: Nobody\nedition: first\npublished: 2026-01\njurisdiction: GB\nchannel: large\n---\n\n## Rows\n\n| C | fact | is | → advice | → subject | → from | → until | source | checked |\n|---|---|---|---|---|---|---|---|---|\n{rows}";
        var reading = SmallKnowledge.Read(new SourceFile("guidelines/large-2026.md", text));
        reading.Issues.ShouldBeEmpty();
        Use(reading.Library!);
    }

    private static void Use(Library library)
    {
        var assessor = new Assessor(library);
        foreach (var facts in new[] { WomanFacts.None(library.Vocabulary), Half(library) })
        {
            var assessment = assessor.Assess(facts);
            foreach (var answer in assessment.Answers)
            {
                foreach (var recommendation in answer.Recommendations) recommendation.ToString().ShouldNotBeEmpty();
                foreach (var derived in answer.Derived) derived.Values.IsEmpty.ShouldBeFalse(derived.Value.Name);
                foreach (var result in answer.Results) result.Values.IsEmpty.ShouldBeFalse();
            }

            foreach (var question in Inquiry.Questions(assessment)) question.Answers.IsEmpty.ShouldBeFalse();
            var rows = assessment.Answers.SelectMany(answer => answer.Guideline.Rows).ToList();
            foreach (var row in rows.Where((_, index) => index % 37 == 0)) Explainer.Explain(assessment, row.Address).ShouldNotBeNull();
        }

        foreach (var worked in library.Cases) new CaseTrial(assessor).Run(worked);
    }

    private static WomanFacts Half(Library library) => library.Vocabulary.Facts.Where(fact => fact.Index % 2 == 0)
        .Aggregate(WomanFacts.None(library.Vocabulary), (facts, fact) => facts.With(fact, Decidua.Knowledge.Values.Sample.Of(fact.Type, fact.Type.Everything)));

    /// <summary>The file with one cell exchanged for another of the same column or for a plausible word, or one row taken out.</summary>
    private static SourceFile Damaged(Random random, SourceFile file)
    {
        var lines = file.Text.Split('\n');
        var rows = Enumerable.Range(0, lines.Length).Where(line => lines[line].StartsWith("| ", StringComparison.Ordinal)).ToList();
        var at = rows[random.Next(rows.Count)];
        var cells = lines[at].Split('|');
        var cell = random.Next(1, cells.Length - 1);
        var other = lines[rows[random.Next(rows.Count)]].Split('|');
        cells[cell] = random.Next(2) == 0 && cell < other.Length ? other[cell] : $" {Cells[random.Next(Cells.Length)]} ";
        if (random.Next(6) == 0) return file with { Text = string.Join('\n', lines.Where((_, line) => line != at)) };
        lines[at] = string.Join('|', cells);
        return file with { Text = string.Join('\n', lines) };
    }
}
