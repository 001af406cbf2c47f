using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Planning.Events;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Explaining;
using Decidua.Reasoning.Facts;

namespace Decidua.Cli.Answers;

/// <summary>Writes the answer of one document for a person at a terminal: what to do first, then what it rests on and what is open.</summary>
internal sealed class ReplyText(TextWriter output)
{
    private const int MostQuestions = 5;
    private const int MostPossible = 12;

    internal void Write(DocumentReply reply, Reckoning? reckoning)
    {
        output.WriteLine($"{reply.Document.Title} ({reply.Document.Id}), knowledge {reply.Assessment.Library.Hash[..19]}");
        if (reply.Acts.IsEmpty && reply.Results.IsEmpty) output.WriteLine($"{Environment.NewLine}Nothing is certain yet.");
        if (reckoning is not null) Write(reckoning);
        foreach (var row in reply.Acts.Concat(reply.Results)) Write(row);
        foreach (var derived in reply.Derived)
            output.WriteLine($"{Environment.NewLine}  {(derived.Value.Type.IsNumeric ? ScoreLine.Sum(reply.Answer, derived) : $"{derived.Value.Name}: {ValueText.Set(derived.Value.Type, derived.Values)}")}");
        if (!reply.Possible.IsEmpty)
        {
            output.WriteLine($"{Environment.NewLine}Possible, by what is not known:");
            foreach (var row in reply.Possible.Take(MostPossible)) output.WriteLine($"  ~ {Sentence(row)}  [{row.Row.Id}]");
            if (reply.Possible.Length > MostPossible) output.WriteLine($"  and {reply.Possible.Length - MostPossible} more");
        }

        var open = reply.Questions.Where(question => question.Standing != Standing.Assumed).ToList();
        if (open.Count > 0)
        {
            output.WriteLine($"{Environment.NewLine}Questions that could change it:");
            foreach (var question in open.Take(MostQuestions)) output.WriteLine($"  ? {question.Fact.Question}  [{question.Fact.Id}]");
        }

        output.WriteLine();
        output.WriteLine("Decision support for licensed clinicians; not a certified medical device. Nothing starts, changes or stops without a clinician's signature.");
    }

    private void Write(Reckoning reckoning)
    {
        output.WriteLine();
        foreach (var option in reckoning.Antidotes)
            output.WriteLine($"  Protamine{(option.Certainty == Certainty.Possible ? " (possible)" : "")}: {Reckoning.Words(option)}; {option.HowSurely}  [{option.Row.Id}]");
        if (reckoning.Reading is { } reading)
            output.WriteLine($"  {reading.Result.Test}: {reading.Place.ToString().ToLowerInvariant()}{(reading.Lowest is { } low ? $", {reading.Value:0.###} of {low:0.###} to {reading.Highest:0.###} {reading.Unit}, {reading.Trimester}" : "")}; for heparin {reading.ForHeparin}");
        foreach (var issue in reckoning.Issues) output.WriteLine($"  {issue.Message} {issue.Remedy} [{issue.Code}]");
    }

    private void Write(RowReply row)
    {
        output.WriteLine();
        output.WriteLine($"  {Sentence(row)}");
        if (row.Row.Advice is { Reason.Length: > 0 } advice) output.WriteLine($"      {advice.Reason}");
        if (row.Row.Advice is not null)
            foreach (var value in row.Values) output.WriteLine($"      {Words(value)}");
        var check = row.Row.Checked > Checked.Reproduced ? ", not yet checked against the original" : "";
        output.WriteLine($"      row {row.Row.Address} ({row.Row.Source}{check})");
    }

    private static string Sentence(RowReply row) => row.Row.Advice is { } advice
        ? $"{Knowledge.Advice.AdviceWords.Word(advice.Kind)} {advice.Subject}{(advice.From is { } from ? $", from {from}" : "")}{(advice.Until is { } until ? $" until {until}" : "")}"
        : $"{row.Table.Title}: {string.Join("; ", row.Values.Select(Words))}";

    private static string Words(ResultValue value) => $"{value.Column.Quantity}: {value.Text}{(value.Column.Unit.Length > 0 ? $" {value.Column.Unit}" : "")}";
}
