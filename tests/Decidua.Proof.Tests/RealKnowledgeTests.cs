using Decidua.Proof.Answering;
using Decidua.Proof.Asking;
using Decidua.Reasoning.Tests;

namespace Decidua.Proof.Tests;

public sealed class RealKnowledgeTests
{
    [Fact]
    public void Every_document_is_complete_unambiguous_reachable_and_without_contradiction()
    {
        var library = KnowledgeOnDisk.Library;
        var failed = new List<string>();
        var asked = 0;
        foreach (var guideline in library.Guidelines.Concat(library.Planning))
        {
            var sheet = DocumentQuestions.Of(library, guideline);
            var clock = System.Diagnostics.Stopwatch.StartNew();
            var output = Solver.Ask(sheet.Script());
            var answers = SolverReply.Read(sheet, output);
            asked += answers.Length;
            failed.AddRange(answers.Where(answer => answer.Verdict != Verdict.Proved).Select(answer => $"{answer.Verdict} {answer.Question.Kind} {answer.Question.Id}"));
            if (answers.Any(answer => answer.Verdict == Verdict.NoAnswer)) failed.Add(output[..Math.Min(500, output.Length)]);
            TestContext.Current.SendDiagnosticMessage($"{guideline.Id} {answers.Length} {clock.ElapsedMilliseconds} ms");
        }

        failed.ShouldBeEmpty($"{asked} questions");
    }
}
