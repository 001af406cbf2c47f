using System.CommandLine;
using System.Text;
using Decidua.Cli.Answers;
using Decidua.Clinical.Issues;
using Decidua.Exchange.Answers;
using Decidua.Exchange.ICalendar;
using Decidua.Exchange.Inputs;
using Decidua.Planning;
using Decidua.Reasoning.Assessing;

namespace Decidua.Cli.Commands;

/// <summary><c>decidua plan FILE</c>: advice on a calendar, with doses, pauses, what is due and what the pharmacy gives.</summary>
internal static class PlanCommand
{
    internal static Command Make(Option<string?> knowledge)
    {
        var file = new Argument<string>("FILE") { Description = "A facts file or a record file with the member 'plan', or a FHIR R4 Bundle." };
        var protocol = new Option<string?>("--protocol") { Description = "Which protocol chooses; the file's own, else the default." };
        var json = new Option<bool>("--json") { Description = "Write JSON, the same bytes for the same input." };
        var ical = new Option<string?>("--ical") { Description = "Write an iCalendar file as well." };
        var asOf = new Option<string?>("--as-of") { Description = "The day of the plan, as 2026-03-01." };
        var command = new Command("plan", "Advice on a calendar: doses, pauses, tests, syringes.") { file, protocol, json, ical, asOf };
        command.SetAction(parsed =>
        {
            if (Workplace.ReadKnowledge(parsed.GetValue(knowledge)) is not { } library) return ExitCode.BadKnowledge;
            var issues = new List<Issue>();
            var order = AssessCommand.Order(library, parsed.GetValue(protocol), [], parsed.GetValue(asOf), issues);
            if (issues.Count > 0) return AssessCommand.Refuse([.. issues], parsed.GetValue(json));
            return Run(new Assessor(library), order with { Path = parsed.GetValue(file)!, Json = parsed.GetValue(json) }, parsed.GetValue(ical));
        });
        return command;
    }

    private static int Run(Assessor assessor, AssessOrder order, string? ical)
    {
        if (Directory.Exists(order.Path))
            return AssessCommand.Refuse([new Issue(IssueCode.CannotOpen, Severity.Error, order.Path, "This is a folder; one woman is planned for at a time.", "Give the file of one woman.")], order.Json);
        if (InputFile.Read(order.Path) is not { } bytes) return ExitCode.BadInput;
        var reader = new WomanReader(assessor);
        var reading = reader.Read(bytes, Path.GetFileName(order.Path), order.AsOf, order.Protocol ?? "");
        if (reading.Value is not { } woman) return AssessCommand.Refuse(reading.Issues, order.Json);
        var request = reader.RequestFor(woman);
        if (request.Value is null) return AssessCommand.Refuse([.. reading.Issues, .. request.Issues], order.Json);
        var plan = new Planner(assessor).Make(woman.Facts, assessor.Library.Protocol(woman.Protocol), request.Value);
        if (plan.Issues.Any(issue => issue.Severity == Severity.Error)) return AssessCommand.Refuse([.. reading.Issues, .. plan.Issues], order.Json);
        Workplace.Report(reading.Issues);
        if (ical is not null && !Save(ical, PlanCalendar.Write(plan))) return ExitCode.BadInput;
        if (!order.Json)
        {
            new PlanText(Console.Out).Write(plan);
            return ExitCode.Answered;
        }

        using var output = Console.OpenStandardOutput();
        output.Write(PlanJson.Write(plan, reading.Issues).Span);
        output.Write("\n"u8);
        return ExitCode.Answered;
    }

    private static bool Save(string path, string text)
    {
        try
        {
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Workplace.Report([new Issue(IssueCode.CannotOpen, Severity.Error, path, $"The calendar cannot be written: {exception.Message}")]);
            return false;
        }
    }
}
