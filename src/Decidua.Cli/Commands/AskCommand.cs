using System.CommandLine;
using Decidua.Cli.Answers;
using Decidua.Clinical.Issues;
using Decidua.Exchange.Answers;
using Decidua.Exchange.Inputs;
using Decidua.Knowledge.Documents;
using Decidua.Planning.Events;
using Decidua.Reasoning.Assessing;

namespace Decidua.Cli.Commands;

/// <summary><c>decidua ask DOCUMENT FILE</c>: one planning document or guideline about one woman, row by row.</summary>
internal static class AskCommand
{
    internal static Command Make(Option<string?> knowledge)
    {
        var document = new Argument<string>("DOCUMENT") { Description = "Id of a planning document or guideline, such as bleeding-triage." };
        var file = new Argument<string>("FILE") { Description = "A facts file, a record file or a FHIR R4 Bundle." };
        var json = new Option<bool>("--json") { Description = "Write JSON, the same bytes for the same input." };
        var amount = new Option<string>("--amount") { Description = "The last dose for reversal-protamine, or the result for results-pregnancy, with its unit.", DefaultValueFactory = _ => "" };
        var command = new Command("ask", "Ask one document: bleeding, antidotes, tests, results, other medicines.") { document, file, amount, json };
        command.SetAction(parsed =>
        {
            if (Workplace.ReadKnowledge(parsed.GetValue(knowledge)) is not { } library) return ExitCode.BadKnowledge;
            var id = parsed.GetValue(document)!;
            if (library.Guideline(id) is null)
                return AssessCommand.Refuse([new Issue(IssueCode.UnknownProtocol, Severity.Error, "DOCUMENT", $"There is no document '{id}'.",
                    Nearest.Hint(id, library.Planning.Concat(library.Guidelines).Select(one => one.Id)))], parsed.GetValue(json));
            if (InputFile.Read(parsed.GetValue(file)!) is not { } bytes) return ExitCode.BadInput;
            var assessor = new Assessor(library);
            var reading = new WomanReader(assessor).Read(bytes, Path.GetFileName(parsed.GetValue(file)!));
            if (reading.Value is not { } woman) return AssessCommand.Refuse(reading.Issues, parsed.GetValue(json));
            Workplace.Report(reading.Issues);
            var reply = DocumentReply.Of(assessor, woman.Facts, library.Protocol(woman.Protocol), id);
            if (!parsed.GetValue(json))
            {
                new ReplyText(Console.Out).Write(reply, Reckoning.Of(assessor, woman.Facts, reply.Assessment.Protocol, id, parsed.GetValue(amount)!));
                return ExitCode.Answered;
            }

            using var output = Console.OpenStandardOutput();
            output.Write(AssessmentJson.Write(reply.Assessment, woman.AsOf, reading.Issues).Span);
            output.Write("\n"u8);
            return ExitCode.Answered;
        });
        return command;
    }
}
