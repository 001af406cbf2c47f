using System.CommandLine;
using Decidua.Cli.Answers;
using Decidua.Clinical.Issues;
using Decidua.Exchange.Inputs;
using Decidua.Knowledge.Documents;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Explaining;

namespace Decidua.Cli.Commands;

/// <summary><c>decidua explain FILE ADDRESS</c>: why a row applies or not, and the smallest change that would flip it.</summary>
internal static class ExplainCommand
{
    internal static Command Make(Option<string?> knowledge)
    {
        var file = new Argument<string>("FILE") { Description = "A facts file, a record file or a FHIR R4 Bundle." };
        var address = new Argument<string>("ADDRESS") { Description = "Address of a row, such as rcog-37a-2015/antenatal-score/PRE-07." };
        var command = new Command("explain", "Why a row applies or not, and the smallest change that would flip it.") { file, address };
        command.SetAction(parsed =>
        {
            if (Workplace.ReadKnowledge(parsed.GetValue(knowledge)) is not { } library) return ExitCode.BadKnowledge;
            if (InputFile.Read(parsed.GetValue(file)!) is not { } bytes) return ExitCode.BadInput;
            var assessor = new Assessor(library);
            var reading = new WomanReader(assessor).Read(bytes, Path.GetFileName(parsed.GetValue(file)!));
            Workplace.Report(reading.Issues);
            if (reading.Value is not { } woman) return ExitCode.BadInput;
            var row = parsed.GetValue(address)!;
            if (Explainer.Explain(assessor.Assess(woman.Facts, library.Protocol(woman.Protocol)), row) is { } explanation)
            {
                ExplanationText.Write(Console.Out, explanation, library);
                return ExitCode.Answered;
            }

            Workplace.Report([new Issue(IssueCode.UnknownAddress, Severity.Error, row, "No guideline has a row with this address.",
                Nearest.Hint(row, library.Guidelines.SelectMany(guideline => guideline.Rows).Select(one => one.Address)))]);
            return ExitCode.BadInput;
        });
        return command;
    }
}
