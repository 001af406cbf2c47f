using System.Collections.Immutable;
using System.CommandLine;
using Decidua.Clinical.Issues;
using Decidua.Knowledge;
using Decidua.Server.Hosting;

namespace Decidua.Cli.Commands;

/// <summary><c>decidua knowledge check [DIR]</c>, <c>prove [DIR]</c> and <c>list</c>.</summary>
internal static class KnowledgeCommand
{
    internal static Command Make(Option<string?> knowledge)
    {
        var command = new Command("knowledge", "Check, prove or list a knowledge folder.") { Check(knowledge), ProveCommand.Make(knowledge), List(knowledge) };
        return command;
    }

    private static Command Check(Option<string?> knowledge)
    {
        var folder = new Argument<string?>("DIR") { Description = "The folder to check; the project's knowledge when absent.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("check", "Read and check every document; list every problem with its place.") { folder };
        command.SetAction(parsed =>
        {
            var reading = KnowledgeFolder.Read(parsed.GetValue(folder) ?? parsed.GetValue(knowledge) ?? Workplace.Knowledge);
            Workplace.Report(reading.Issues);
            if (reading.Library is not { } library)
            {
                Console.Error.WriteLine($"{reading.Issues.Count(issue => issue.Severity == Severity.Error)} problems. Nothing was loaded.");
                return ExitCode.BadKnowledge;
            }

            Console.WriteLine($"Knowledge is clean: {library.Vocabulary.Facts.Length} facts, {library.Guidelines.Length} guidelines with {Size(library.Guidelines)}, "
                + $"{library.Planning.Length} planning documents with {Size(library.Planning)}, {library.Products.Length} products, {library.Invariants.Length} invariants, {library.Protocols.Length} protocols, {library.CodeSets.Count} value sets, {library.Trials.Length} trials, {library.Claims.Length} claims, {library.Cases.Length} cases.");
            Console.WriteLine(library.Hash);
            return ExitCode.Answered;
        });
        return command;
    }

    private static string Size(ImmutableArray<Guideline> documents) =>
        $"{documents.Sum(document => document.Tables.Length)} tables and {documents.Sum(document => document.Rows.Count())} rows";

    private static Command List(Option<string?> knowledge)
    {
        var command = new Command("list", "List the guidelines, protocols and value sets.");
        command.SetAction(parsed =>
        {
            if (Workplace.ReadKnowledge(parsed.GetValue(knowledge), withCases: true) is not { } library) return ExitCode.BadKnowledge;
            Console.WriteLine(library.Hash);
            foreach (var guideline in library.Guidelines.Concat(library.Planning))
            {
                Console.WriteLine($"{(library.Planning.Contains(guideline) ? "planning document" : "guideline")} {guideline.Id}: {guideline.Title} ({guideline.Document["publisher"]}, {guideline.Document["published"]}); {guideline.Channel}");
                foreach (var table in guideline.Tables) Console.WriteLine($"  {table.Address} ({table.Rows.Length} rows)");
            }

            foreach (var protocol in library.Protocols)
                Console.WriteLine($"protocol {protocol.Id}: {protocol.Title}{(protocol == library.DefaultProtocol ? " (default)" : "")}");
            foreach (var set in library.CodeSets.Values) Console.WriteLine($"value set {set.Id}: {set.Codes.Length} codes");
            return ExitCode.Answered;
        });
        return command;
    }
}
