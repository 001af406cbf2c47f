using System.Collections.Immutable;
using System.CommandLine;
using Decidua.Cli.Answers;
using Decidua.Clinical.Issues;
using Decidua.Exchange.Answers;
using Decidua.Exchange.Inputs;
using Decidua.Knowledge;
using Decidua.Knowledge.Documents;
using Decidua.Reasoning.Assessing;
using NodaTime;
using NodaTime.Text;

namespace Decidua.Cli.Commands;

/// <summary><c>decidua assess FILE</c>: a facts file, a record, a FHIR Bundle or a bulk export folder in; advice, reasons and questions out.</summary>
internal static class AssessCommand
{
    internal static Command Make(Option<string?> knowledge)
    {
        var file = new Argument<string>("FILE") { Description = "A facts file, a record file, a FHIR R4 Bundle, or a folder with a bulk export." };
        var protocol = new Option<string?>("--protocol") { Description = "Which protocol chooses; the file's own, else the default." };
        var guideline = new Option<string[]>("--guideline") { Description = "Ask only this guideline; may be repeated.", AllowMultipleArgumentsPerToken = true };
        var json = new Option<bool>("--json") { Description = "Write JSON, the same bytes for the same input." };
        var asOf = new Option<string?>("--as-of") { Description = "The date of the assessment, as 2026-03-01." };
        var command = new Command("assess", "Assess one woman, or everyone in a bulk export.") { file, protocol, guideline, json, asOf };
        command.SetAction(parsed =>
        {
            if (Workplace.ReadKnowledge(parsed.GetValue(knowledge)) is not { } library) return ExitCode.BadKnowledge;
            var issues = new List<Issue>();
            var order = Order(library, parsed.GetValue(protocol), parsed.GetValue(guideline) ?? [], parsed.GetValue(asOf), issues);
            if (issues.Count > 0) return Refuse([.. issues], parsed.GetValue(json));
            return Run(new Assessor(library), order with { Path = parsed.GetValue(file)!, Json = parsed.GetValue(json) });
        });
        return command;
    }

    internal static AssessOrder Order(Library library, string? protocol, string[] guidelines, string? asOf, List<Issue> issues)
    {
        if (protocol is not null && library.Protocol(protocol) is null)
            issues.Add(new Issue(IssueCode.UnknownProtocol, Severity.Error, "--protocol",
                $"Expected one of {string.Join(", ", library.Protocols.Select(one => one.Id))}; found '{protocol}'.", Nearest.Hint(protocol, library.Protocols.Select(one => one.Id))));
        foreach (var id in guidelines.Where(id => library.Guideline(id) is null))
            issues.Add(new Issue(IssueCode.UnknownProtocol, Severity.Error, "--guideline",
                $"There is no guideline '{id}'.", Nearest.Hint(id, library.Guidelines.Select(one => one.Id))));
        LocalDate? date = null;
        if (asOf is not null)
        {
            var read = LocalDatePattern.Iso.Parse(asOf);
            if (read.Success) date = read.Value;
            else issues.Add(new Issue(IssueCode.UnreadableDate, Severity.Error, "--as-of", $"Expected a date such as 2026-03-01; found '{asOf}'."));
        }

        return new AssessOrder("", Json: false, protocol, [.. guidelines], date);
    }

    private static int Run(Assessor assessor, AssessOrder order)
    {
        if (Directory.Exists(order.Path)) return BulkAssessment.Run(assessor, order);
        if (InputFile.Read(order.Path) is not { } bytes) return ExitCode.BadInput;
        var reading = new WomanReader(assessor).Read(bytes, Path.GetFileName(order.Path), order.AsOf, order.Protocol ?? "");
        if (reading.Value is not { } woman) return Refuse(reading.Issues, order.Json);
        Workplace.Report(reading.Issues);
        Print(assessor.Assess(woman.Facts, assessor.Library.Protocol(woman.Protocol), order.Guidelines), woman.AsOf, reading.Issues, order);
        return ExitCode.Answered;
    }

    private static void Print(Assessment assessment, LocalDate? asOf, ImmutableArray<Issue> issues, AssessOrder order)
    {
        if (!order.Json)
        {
            new AssessmentText(Console.Out).Write(assessment, asOf, whole: order.Guidelines.Length > 0);
            return;
        }

        using var output = Console.OpenStandardOutput();
        output.Write(AssessmentJson.Write(assessment, asOf, issues).Span);
        output.Write("\n"u8);
    }

    internal static int Refuse(ImmutableArray<Issue> issues, bool json)
    {
        Workplace.Report(issues);
        if (json)
        {
            using var output = Console.OpenStandardOutput();
            output.Write(AssessmentJson.Write(issues).Span);
            output.Write("\n"u8);
        }

        return ExitCode.BadInput;
    }
}

/// <summary>What the user asked for.</summary>
/// <param name="Path">File or folder.</param>
/// <param name="Json">Whether to write JSON.</param>
/// <param name="Protocol">Id of the protocol, or null.</param>
/// <param name="Guidelines">Ids of guidelines; all when empty.</param>
/// <param name="AsOf">The date, or null.</param>
internal sealed record AssessOrder(string Path, bool Json, string? Protocol, ImmutableArray<string> Guidelines, LocalDate? AsOf);
