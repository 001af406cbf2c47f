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
        var command = new Command("cases", "Run the worked cases.") { folder };
        command.SetAction(parsed =>
        {
            if (Workplace.ReadKnowledge(parsed.GetValue(knowledge), withCases: true) is not { } library) return ExitCode.BadKnowledge;
            if (parsed.GetValue(folder) is not { } own) return Run(library, library.Cases);
            if (!Directory.Exists(own))
            {
                Workplace.Report([new Issue(IssueCode.CannotOpen, Severity.Error, own, "Expected a folder with case documents; there is none.")]);
                return ExitCode.BadInput;
            }

            var issues = new List<Issue>();
            var cases = Read(library, own, issues);
            Workplace.Report(issues);
            return issues.Count > 0 ? ExitCode.BadKnowledge : Run(library, cases);
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

    private static int Run(Library library, ImmutableArray<KnowledgeCase> cases)
    {
        var trial = new CaseTrial(new Assessor(library));
        var failed = 0;
        foreach (var worked in cases)
        {
            var issues = trial.Run(worked);
            if (issues.IsEmpty) continue;
            failed++;
            Workplace.Report(issues);
        }

        Console.WriteLine($"{cases.Length - failed} cases passed, {failed} failed");
        return failed > 0 || cases.IsEmpty ? ExitCode.BadKnowledge : ExitCode.Answered;
    }
}
