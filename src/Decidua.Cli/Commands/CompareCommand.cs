using System.CommandLine;
using Decidua.Cli.Answers;
using Decidua.Clinical.Issues;
using Decidua.Exchange.Answers;
using Decidua.Exchange.Inputs;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Comparing;

namespace Decidua.Cli.Commands;

/// <summary><c>decidua compare FILE</c>: what every guideline says about one woman, disagreements first.</summary>
internal static class CompareCommand
{
    internal static Command Make(Option<string?> knowledge)
    {
        var file = new Argument<string>("FILE") { Description = "A facts file, a record file or a FHIR R4 Bundle." };
        var protocol = new Option<string?>("--protocol") { Description = "Which protocol chooses; the file's own, else the default." };
        var json = new Option<bool>("--json") { Description = "Write JSON, the same bytes for the same input." };
        var asOf = new Option<string?>("--as-of") { Description = "The date of the question, as 2026-03-01." };
        var command = new Command("compare", "Every guideline side by side for one woman.") { file, protocol, json, asOf };
        command.SetAction(parsed =>
        {
            if (Workplace.ReadKnowledge(parsed.GetValue(knowledge)) is not { } library) return ExitCode.BadKnowledge;
            var issues = new List<Issue>();
            var order = AssessCommand.Order(library, parsed.GetValue(protocol), [], parsed.GetValue(asOf), issues);
            if (issues.Count > 0) return AssessCommand.Refuse([.. issues], parsed.GetValue(json));
            return Run(new Assessor(library), order with { Path = parsed.GetValue(file)!, Json = parsed.GetValue(json) });
        });
        return command;
    }

    private static int Run(Assessor assessor, AssessOrder order)
    {
        if (Directory.Exists(order.Path))
            return AssessCommand.Refuse([new Issue(IssueCode.CannotOpen, Severity.Error, order.Path, "This is a folder; one woman is compared at a time.", "Give the file of one woman.")], order.Json);
        if (InputFile.Read(order.Path) is not { } bytes) return ExitCode.BadInput;
        var reading = new WomanReader(assessor).Read(bytes, Path.GetFileName(order.Path), order.AsOf, order.Protocol ?? "");
        if (reading.Value is not { } woman) return AssessCommand.Refuse(reading.Issues, order.Json);
        Workplace.Report(reading.Issues);
        var comparison = Comparison.Of(assessor.Assess(woman.Facts, assessor.Library.Protocol(woman.Protocol)));
        if (!order.Json)
        {
            new ComparisonText(Console.Out).Write(comparison, woman.AsOf);
            return ExitCode.Answered;
        }

        using var output = Console.OpenStandardOutput();
        output.Write(ComparisonJson.Write(comparison, woman.AsOf, reading.Issues).Span);
        output.Write("\n"u8);
        return ExitCode.Answered;
    }
}
