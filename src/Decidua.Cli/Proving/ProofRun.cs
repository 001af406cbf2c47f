using System.Collections.Immutable;
using System.Diagnostics;
using Decidua.Knowledge;
using Decidua.Proof.Answering;
using Decidua.Proof.Asking;

namespace Decidua.Cli.Proving;

/// <summary>One sheet with its answers.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Answers">One answer for each question.</param>
/// <param name="WasKept">Whether the answers were kept from an earlier run of the very same text and solver.</param>
internal sealed record AnsweredSheet(QuestionSheet Sheet, ImmutableArray<Answer> Answers, bool WasKept);

/// <summary>Asks everything about a library. Sheets of which everything was proved are kept under their text and the solver's name.</summary>
/// <param name="solver">The solver.</param>
/// <param name="memory">The folder of kept answers; null to keep none.</param>
internal sealed class ProofRun(SolverProcess solver, string? memory)
{
    /// <summary>All sheets: every document by itself, every protocol and every guideline under the invariants.</summary>
    /// <param name="library">Checked knowledge.</param>
    internal static IEnumerable<Func<QuestionSheet>> Sheets(Library library)
    {
        var invariants = new InvariantQuestions(library);
        foreach (var document in library.Guidelines.Concat(library.Planning)) yield return () => DocumentQuestions.Of(library, document);
        foreach (var protocol in library.Protocols) yield return () => invariants.Of(protocol);
        foreach (var guideline in library.Guidelines.Where(guideline => !guideline.IsPractice)) yield return () => invariants.Of(guideline);
    }

    /// <summary>Asks, several sheets at a time; the answers come in the order of the sheets.</summary>
    /// <param name="library">Checked knowledge.</param>
    /// <param name="progress">Told after each sheet how many are done.</param>
    internal ImmutableArray<AnsweredSheet> Ask(Library library, Action<int, int> progress)
    {
        var sheets = Sheets(library).ToArray();
        var answered = new AnsweredSheet[sheets.Length];
        var done = 0;
        Parallel.For(0, sheets.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, index =>
        {
            answered[index] = Ask(sheets[index]());
            progress(Interlocked.Increment(ref done), sheets.Length);
        });
        return [.. answered];
    }

    /// <summary>The woman who refutes a claim; empty when the solver does not show her.</summary>
    internal ImmutableArray<(Decidua.Knowledge.Vocabulary.Fact Fact, Decidua.Knowledge.Values.ValueSet Value)> Show(QuestionSheet sheet, Question question) =>
        solver.Ask(sheet.WomanScript(question)) is { } output ? ShownWoman.Read(sheet, output) : [];

    private AnsweredSheet Ask(QuestionSheet sheet)
    {
        if (sheet.Questions.IsEmpty) return new AnsweredSheet(sheet, [], WasKept: false);
        var kept = memory is null ? null : Path.Combine(memory, $"{sheet.Key}-{Slug(solver.Version ?? "")}.proved");
        if (kept is not null && File.Exists(kept)) return new AnsweredSheet(sheet, [.. sheet.Questions.Select(question => new Answer(question, Verdict.Proved))], WasKept: true);
        var answers = SolverReply.Read(sheet, solver.Ask(sheet.Script()) ?? "");
        Debug.Assert(answers.Length == sheet.Questions.Length, "Every question has an answer, if only none.");
        if (kept is not null && answers.All(answer => answer.Verdict == Verdict.Proved))
        {
            Directory.CreateDirectory(memory!);
            File.WriteAllText(kept, "");
        }

        return new AnsweredSheet(sheet, answers, WasKept: false);
    }

    private static string Slug(string text) => Decidua.Knowledge.Documents.Slug.Of(text);
}
