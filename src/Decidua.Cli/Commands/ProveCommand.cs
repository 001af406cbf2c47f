using System.Collections.Immutable;
using System.CommandLine;
using Decidua.Cli.Proving;
using Decidua.Clinical.Issues;
using Decidua.Exchange.Facts;
using Decidua.Knowledge.Values;
using Decidua.Proof.Answering;
using Decidua.Proof.Asking;
using Decidua.Reasoning.Assessing;

namespace Decidua.Cli.Commands;

/// <summary><c>decidua knowledge prove [DIR]</c>: asks a solver whether the documents are complete, unambiguous and safe for every woman who can exist.</summary>
internal static class ProveCommand
{
    private const string Solver = "z3 -in -smt2";
    private const int MostShown = 20;

    /// <summary>With some hundred documents, more than a hundred thousand answers are compared.</summary>
    private const int Women = 1100;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    internal static Command Make(Option<string?> knowledge)
    {
        var folder = new Argument<string?>("DIR") { Description = "The folder to prove; the project's knowledge when absent.", Arity = ArgumentArity.ZeroOrOne };
        var solver = new Option<string>("--solver") { Description = "The solver with its arguments; any that reads SMT-LIB 2 from its input.", DefaultValueFactory = _ => Solver };
        var fresh = new Option<bool>("--fresh") { Description = "Ask everything again, whatever was proved before." };
        var cross = new Option<bool>("--cross-check") { Description = "Hold the engine against the solver as well, on random women at the edges of the tables." };
        var women = new Option<int>("--women") { Description = "How many women each document is asked about in the cross-check.", DefaultValueFactory = _ => Women };
        var report = new Option<string?>("--report") { Description = "Write a report in Markdown to this file." };
        var command = new Command("prove", "Prove for every woman who can exist that the documents are complete, unambiguous and safe.") { folder, solver, fresh, cross, women, report };
        command.SetAction(parsed =>
        {
            if (Workplace.ReadKnowledge(parsed.GetValue(folder) ?? parsed.GetValue(knowledge)) is not { } library) return ExitCode.BadKnowledge;
            var process = new SolverProcess(parsed.GetValue(solver)!, Patience);
            if (process.Version is not { } version)
            {
                Workplace.Report([new Issue(IssueCode.SolverGaveNoAnswer, Severity.Error, "--solver", $"The solver '{parsed.GetValue(solver)}' could not be started.", "Install the Debian package z3, or name another solver.")]);
                return ExitCode.ProofFailed;
            }

            var run = new ProofRun(process, parsed.GetValue(fresh) ? null : Path.Combine(Workplace.Root, ".decidua", "proofs"));
            var sheets = run.Ask(library, Progress);
            Console.Error.Write(Console.IsErrorRedirected ? "" : "\r");
            Refuted(run, sheets);
            Console.WriteLine(ProofReport.Summary(sheets, version));
            if (parsed.GetValue(report) is { } file) File.WriteAllText(file, ProofReport.Write(library, sheets, version));
            if (parsed.GetValue(cross) && !Agrees(new CrossCheckRun(new Assessor(library), process), Math.Max(1, parsed.GetValue(women)))) return ExitCode.ProofFailed;
            return sheets.All(sheet => sheet.Answers.All(answer => answer.Verdict == Verdict.Proved)) ? ExitCode.Answered : ExitCode.ProofFailed;
        });
        return command;
    }

    /// <summary>Whether engine and solver say the same of every woman; differences are shown.</summary>
    private static bool Agrees(CrossCheckRun run, int women)
    {
        var (compared, differences) = run.Run(women, Progress);
        if (differences is not { } found)
        {
            Workplace.Report([new Issue(IssueCode.SolverGaveNoAnswer, Severity.Error, "--cross-check", "The solver did not answer for every woman.")]);
            return false;
        }

        foreach (var (what, engine, solver, _) in found.Take(MostShown))
            Workplace.Report([new Issue(IssueCode.ProofRefuted, Severity.Error, what, $"The engine says {engine}, the solver {solver}.", "One of the two programs is wrong. Do not use this version.")]);
        Console.WriteLine($"{compared:N0} answers of the engine compared with the solver's, every row and derived value: {found.Length:N0} differ.");
        return found.IsEmpty;
    }

    private static void Progress(int done, int all)
    {
        if (!Console.IsErrorRedirected) Console.Error.Write($"\r{done} of {all} documents and protocols ");
    }

    private static void Refuted(ProofRun run, ImmutableArray<AnsweredSheet> sheets)
    {
        var shown = 0;
        foreach (var sheet in sheets)
        {
            foreach (var (question, verdict) in sheet.Answers.Where(answer => answer.Verdict != Verdict.Proved))
            {
                if (verdict == Verdict.NoAnswer)
                {
                    Workplace.Report([new Issue(IssueCode.SolverGaveNoAnswer, Severity.Error, question.Id, $"No answer to: {question.Claim}")]);
                    continue;
                }

                Workplace.Report([new Issue(IssueCode.ProofRefuted, Severity.Error, question.Id, $"Refuted: {question.Claim}{(question.WantsAWoman ? " No such woman exists." : "")}")]);
                if (!question.WantsAWoman && shown++ < MostShown) Show(run, sheet.Sheet, question);
            }
        }
    }

    /// <summary>The woman in words, and as a facts file that <c>assess</c> reads.</summary>
    private static void Show(ProofRun run, QuestionSheet sheet, Question question)
    {
        var woman = run.Show(sheet, question);
        if (woman.IsEmpty) return;
        var telling = woman.Where(pair => pair.Fact.Absent != pair.Value).Select(pair => $"{pair.Fact.Name} {ValueText.WithUnit(pair.Fact.Type, pair.Value)}");
        Console.Error.WriteLine($"  for instance: {string.Join(", ", telling)}");
        var folder = Path.Combine(Workplace.Root, ".decidua", "refuted");
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"{Decidua.Knowledge.Documents.Slug.Of(question.Id)}.json");
        File.WriteAllBytes(file, FactsFileWriter.Write(woman).Span);
        Console.Error.WriteLine($"  as a facts file: {file}");
    }
}
