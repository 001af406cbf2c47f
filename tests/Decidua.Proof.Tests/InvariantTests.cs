using Decidua.Proof.Answering;
using Decidua.Proof.Asking;
using Decidua.Reasoning.Tests;

namespace Decidua.Proof.Tests;

public sealed class InvariantTests
{
    [Fact]
    public void Every_invariant_holds_by_every_protocol_and_every_guideline()
    {
        var library = KnowledgeOnDisk.Library;
        var questions = new InvariantQuestions(library);
        var failed = new List<string>();
        var (asked, clock) = (0, System.Diagnostics.Stopwatch.StartNew());
        foreach (var sheet in library.Protocols.Select(questions.Of).Concat(library.Guidelines.Where(guideline => !guideline.IsPractice).Select(questions.Of)))
        {
            var output = Solver.Ask(sheet.Script());
            var answers = SolverReply.Read(sheet, output);
            asked += answers.Length;
            foreach (var answer in answers.Where(answer => answer.Verdict != Verdict.Proved))
            {
                var woman = answer.Verdict == Verdict.Refuted && !answer.Question.WantsAWoman ? ShownWoman.Read(sheet, Solver.Ask(sheet.WomanScript(answer.Question))) : [];
                failed.Add($"{answer.Verdict} {answer.Question.Kind} {answer.Question.Id} [{woman.Length}] "
                    + string.Join("; ", woman.Where(pair => !pair.Fact.Absent.Equals(pair.Value) && pair.Fact.IsPresumed).Select(pair => $"{pair.Fact.Name}={Decidua.Knowledge.Values.ValueText.Set(pair.Fact.Type, pair.Value)}")));
            }

            if (answers.Any(answer => answer.Verdict == Verdict.NoAnswer)) failed.Add(output[..Math.Min(300, output.Length)]);
        }

        failed.ShouldBeEmpty($"{asked} questions in {clock.Elapsed}");
    }
}
