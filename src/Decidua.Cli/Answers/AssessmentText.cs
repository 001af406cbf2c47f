using Decidua.Clinical.Records;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Asking;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Explaining;
using Decidua.Reasoning.Facts;
using NodaTime;

namespace Decidua.Cli.Answers;

/// <summary>
/// Writes an assessment for a person at a terminal: the guidelines that the protocol chooses, or those that were asked for, each with
/// safety first, then the answer and its reasons; then what is open and what is assumed.
/// </summary>
internal sealed class AssessmentText(TextWriter output)
{
    private const int MostQuestions = 5;

    /// <summary>Writes the whole answer.</summary>
    /// <param name="assessment">The answer.</param>
    /// <param name="asOf">The date of the facts, or null.</param>
    /// <param name="whole">Whether every guideline of the answer is written out, not only those that the protocol chooses.</param>
    internal void Write(Assessment assessment, LocalDate? asOf, bool whole)
    {
        output.WriteLine($"Protocol {assessment.Protocol?.Id ?? "none"}{(asOf is { } date ? $", as of {PartialDate.On(date)}" : "")}, knowledge {assessment.Library.Hash[..19]}");
        var written = assessment.Answers.Where(answer => whole || assessment.IsChosen(answer.Guideline)).ToList();
        if (written.Count == 0) written = [.. assessment.Answers];
        foreach (var (advice, invariant) in assessment.Withheld)
            output.WriteLine($"WITHHELD: {advice.Guideline} says '{advice}'; {invariant.Why} ({invariant.Id}). The knowledge breaks its own rule: decide without it, and tell whoever keeps the knowledge.");
        var given = Safeguard.Given(assessment);
        foreach (var answer in written) Write(assessment, answer, given);
        if (!whole) WriteLent(assessment);
        if (assessment.Answers.Length - written.Count is > 0 and var others)
        {
            output.WriteLine();
            output.WriteLine($"{others} other guidelines were asked, too: 'decidua compare' shows what they say, '--guideline ID' the whole answer of one.");
        }

        Questions(assessment);
        output.WriteLine();
        output.WriteLine("Decision support for licensed clinicians; not a certified medical device. Nothing starts, changes or stops without a clinician's signature.");
    }

    /// <summary>What forbids a drug that is given, where none of the chosen guidelines says it.</summary>
    private void WriteLent(Assessment assessment)
    {
        foreach (var lent in Safeguard.Lent(assessment).GroupBy(lent => lent.Answer))
        {
            output.WriteLine();
            output.WriteLine($"{lent.Key.Guideline.Document["publisher"]} ({lent.Key.Guideline.Id}), because the chosen guidelines do not say what forbids {string.Join(", ", lent.Select(one => one.Advice.Subject).Distinct())}");
            foreach (var (answer, advice) in lent) Write(assessment, answer, advice);
        }
    }

    private void Write(Assessment assessment, GuidelineAnswer answer, IReadOnlySet<string> chosen)
    {
        output.WriteLine();
        output.WriteLine($"{answer.Guideline.Document["publisher"]}: {answer.Guideline.Title} ({answer.Guideline.Id})");
        var given = answer.Recommendations.Where(one => one.Advice is AdviceKind.Consider or AdviceKind.Offer).Select(one => one.Subject).Concat(chosen).ToHashSet();
        var shown = answer.Recommendations.Where(one => !assessment.IsWithheld(one)).Where(one => one.Certainty == Certainty.Certain || !IsIdle(one, given)).ToList();
        if (shown.Count == 0) output.WriteLine("  No advice: see what is not known.");
        foreach (var one in shown.Where(one => one.Certainty == Certainty.Certain || one.Advice.IsSafety())) Write(assessment, answer, one);
        foreach (var open in shown.Where(one => one.Certainty == Certainty.Possible && !one.Advice.IsSafety()).GroupBy(one => $"{one.Channel}\n{one.Subject}\n{one.Advice.IsIndication()}"))
            WriteOpen([.. open]);
        foreach (var result in answer.Results.Where(result => result.Certainty == Certainty.Certain)) Write(result);
    }

    /// <summary>Whether a possible contraindication concerns something that nobody would give her.</summary>
    private static bool IsIdle(Recommendation one, HashSet<string> given) =>
        one.Advice == AdviceKind.Contraindicated && !given.Contains(one.Subject);

    private void Write(Assessment assessment, GuidelineAnswer answer, Recommendation one)
    {
        var mark = !one.Advice.IsSafety() ? "-" : one.Certainty == Certainty.Certain ? "!" : "? not yet excluded,";
        output.WriteLine($"  {mark} {one.Channel}: {one}");
        var certainty = one.Certainty == Certainty.Certain ? "certain" : "possible";
        var grade = one.Strength.Length > 0 ? $", grade {one.Strength}" : "";
        var check = one.Checked > Checked.Reproduced ? ", not yet checked against the original" : "";
        output.WriteLine($"      {certainty}{grade}{check}{(one.Reasons.Any() ? $"; {string.Join("; ", one.Reasons)}" : "")}");
        foreach (var row in one.Rows) output.WriteLine($"      row {row.Address} ({row.Source})");
        foreach (var line in EvidenceText.Lines(assessment.Library, one.Evidence)) output.WriteLine($"      evidence {line}");
        foreach (var reason in Because.Of(answer, one.Rows).Where(reason => reason.Term.Derived is not null))
            output.WriteLine($"      because {ScoreLine.Sum(answer, answer.DerivedValue(reason.Term.Derived!.Address)!)}");
        foreach (var reason in Because.Of(answer, one.Rows.AsEnumerable()).Where(reason => reason.Term.Fact is not null && one.Rows.Any(row => row.On(reason.Term) is not null)))
            output.WriteLine($"      because {reason.Term.Name} {ValueText.WithUnit(reason.Term.Type, reason.Values)}");
        var assumed = Because.Assumed(answer, one.Rows, assessment.Facts);
        if (!assumed.IsEmpty && one.Certainty == Certainty.Certain)
            output.WriteLine($"      assumed: {string.Join(", ", assumed.Select(fact => $"{fact.Name} {ValueText.Set(fact.Type, fact.Absent)}"))}");
    }

    /// <summary>One line per way that it may still come out; the rows behind them are in the JSON and on the page.</summary>
    private void WriteOpen(List<Recommendation> outcomes)
    {
        output.WriteLine($"  ~ {outcomes[0].Channel}: {outcomes[0].Subject} depends on what is not known; possible:");
        foreach (var one in outcomes)
            output.WriteLine($"      {one}{(one.Strength.Length > 0 ? $" (grade {one.Strength})" : "")}{(one.Reasons.Any() ? $": {string.Join("; ", one.Reasons)}" : "")}");
    }

    private void Write(ResultAnswer result)
    {
        output.WriteLine($"  = {result.Table.Title}: {string.Join(", ", result.Values.Select(Text))}");
        output.WriteLine($"      row {result.Row.Address} ({result.Row.Source})");
    }

    private static string Text(ResultValue value) =>
        $"{value.Column.Quantity} {value.Text}{(value.Column.Unit.Length > 0 ? " " + value.Column.Unit : "")}{(value.Basis.Length > 0 && value.Number is not null ? $" ({value.Basis})" : "")}";

    private void Questions(Assessment assessment)
    {
        var questions = Inquiry.Questions(assessment);
        var open = questions.Where(question => question.Standing != Standing.Assumed).ToList();
        output.WriteLine();
        output.WriteLine(open.Count == 0 ? "No open question can change this answer." : "Not known, and could change this answer (most decisive first):");
        foreach (var question in open.Take(MostQuestions)) Ask(question);
        if (open.Count > MostQuestions) output.WriteLine($"  and {open.Count - MostQuestions} more");
        var assumed = questions.Where(question => question.Standing == Standing.Assumed && question.ChangesAdvice).ToList();
        if (assumed.Count > 0) output.WriteLine($"Assumed, and would change it if wrong: {string.Join(", ", assumed.Select(question => question.Fact.Name))}.");
    }

    private void Ask(Question question) => output.WriteLine(
        $"  ? {(question.Fact.Question.Length > 0 ? question.Fact.Question : question.Fact.Name)}{(question.ChangesAdvice ? "" : "  (changes only a dose or a time)")}");
}
