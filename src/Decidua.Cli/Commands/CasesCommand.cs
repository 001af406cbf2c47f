using System.Collections.Immutable;
using System.CommandLine;
using Decidua.Clinical.Issues;
using Decidua.Knowledge;
using Decidua.Knowledge.Cases;
using Decidua.Knowledge.Documents;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Cases;

namespace Decidua.Cli.Commands;

/// <summary><c>decidua cases [DIR]</c>: runs the worked cases of the knowledge, or of a hospital's own folder.</summary>
internal static class CasesCommand
{
    internal static Command Make(Option<string?> knowledge)
    {
        var folder = new Argument<string?>("DIR") { Description = "A folder of case documents; the knowledge's own cases when absent.", Arity = ArgumentArity.ZeroOrOne };
        var coverage = new Option<bool>("--coverage") { Description = "Also show, for each guideline, which rows no case reaches." };
        var command = new Command("cases", "Run the worked cases.") { folder, coverage };
        command.SetAction(parsed =>
        {
            if (Workplace.ReadKnowledge(parsed.GetValue(knowledge), withCases: true) is not { } library) return ExitCode.BadKnowledge;
            if (parsed.GetValue(folder) is not { } own) return Run(library, library.Cases, parsed.GetValue(coverage));
            if (!Directory.Exists(own))
            {
                Workplace.Report([new Issue(IssueCode.CannotOpen, Severity.Error, own, "Expected a folder with case documents; there is none.")]);
                return ExitCode.BadInput;
            }

            var issues = new List<Issue>();
            var cases = Read(library, own, issues);
            Workplace.Report(issues);
            return issues.Count > 0 ? ExitCode.BadKnowledge : Run(library, cases, parsed.GetValue(coverage));
        });
        return command;
    }

    private static ImmutableArray<KnowledgeCase> Read(Library library, string folder, List<Issue> issues)
    {
        var reader = new CaseReader(library.Vocabulary, issues);
        return
        [
            .. Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(path => MarkdownReader.Read(new SourceFile(Path.GetRelativePath(folder, path), File.ReadAllText(path)), issues))
                .OfType<MarkdownDocument>().SelectMany(document => reader.Read(document)),
        ];
    }

    private static int Run(Library library, ImmutableArray<KnowledgeCase> cases, bool coverage)
    {
        var assessor = new Assessor(library);
        var trial = new CaseTrial(assessor);
        var failed = 0;
        foreach (var worked in cases)
        {
            var issues = trial.Run(worked);
            if (issues.IsEmpty) continue;
            failed++;
            Workplace.Report(issues);
        }

        if (coverage) WriteCoverage(RowCoverage.Of(assessor, cases));
        Console.WriteLine($"{cases.Length - failed} cases passed, {failed} failed");
        return failed > 0 || cases.IsEmpty ? ExitCode.BadKnowledge : ExitCode.Answered;
    }

    private static void WriteCoverage(ImmutableArray<RowCoverage> coverage)
    {
        const int width = 26;
        Console.WriteLine($"{"guideline".PadRight(width)} {"cases",6} {"rows",6} {"covered",8}");
        foreach (var one in coverage)
        {
            Console.WriteLine($"{one.Guideline.Id.PadRight(width)} {one.Cases,6} {one.Guideline.Rows.Count(),6} {one.Covered,8}");
            foreach (var row in one.NeverFires) Console.WriteLine($"  applies in no case: {row.Address}");
            foreach (var row in one.AlwaysFires.Except(one.NeverFires)) Console.WriteLine($"  applies in every case: {row.Address}");
        }

        Console.WriteLine();
    }
}
