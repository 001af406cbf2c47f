using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Decidua.Knowledge;
using Decidua.Proof.Answering;
using Decidua.Proof.Asking;

namespace Decidua.Cli.Proving;

/// <summary>What was proved, in words.</summary>
internal static class ProofReport
{
    /// <summary>One line for the command line.</summary>
    internal static string Summary(ImmutableArray<AnsweredSheet> sheets, string solver)
    {
        var answers = sheets.SelectMany(sheet => sheet.Answers).ToList();
        var refuted = answers.Count(answer => answer.Verdict == Verdict.Refuted);
        var none = answers.Count(answer => answer.Verdict == Verdict.NoAnswer);
        var kept = sheets.Where(sheet => sheet.WasKept).Sum(sheet => sheet.Answers.Length);
        return string.Create(CultureInfo.InvariantCulture,
            $"{answers.Count - refuted - none:N0} claims proved for every woman who can exist, {refuted:N0} refuted, {none:N0} without an answer ({solver}; {kept:N0} kept from an earlier run of the same text).");
    }

    /// <summary>The report as a document.</summary>
    internal static string Write(Library library, ImmutableArray<AnsweredSheet> sheets, string solver)
    {
        var text = new StringBuilder();
        Line("# Proofs");
        Line("");
        Line("Made by `./decidua knowledge prove --report`; do not edit. Decision support for licensed clinicians; not a certified medical device.");
        Line("");
        Line($"Knowledge `{library.Hash}`, solver {solver}. A claim holds for every combination of the values of all facts that the consistency tables allow.");
        Line("");
        Line("| kind of claim | proved | refuted | no answer |");
        Line("|---|---:|---:|---:|");
        var answers = sheets.SelectMany(sheet => sheet.Answers).ToLookup(answer => answer.Question.Kind);
        foreach (var kind in Enum.GetValues<QuestionKind>())
            Line($"| {Word(kind)} | {Count(answers[kind], Verdict.Proved)} | {Count(answers[kind], Verdict.Refuted)} | {Count(answers[kind], Verdict.NoAnswer)} |");
        Line("");
        Line("## Invariants");
        Line("");
        Line("Each was asked of every protocol, and of every guideline by itself together with the contraindications that the default protocol lends.");
        Line("");
        Line("| id | why | source | asked of | proved of |");
        Line("|---|---|---|---:|---:|");
        foreach (var invariant in library.Invariants)
        {
            var own = sheets.SelectMany(sheet => sheet.Answers).Where(answer => answer.Question.Kind != QuestionKind.NotVacuous && answer.Question.Id.StartsWith(invariant.Id + " ", StringComparison.Ordinal)).ToList();
            Line($"| {invariant.Id} | {invariant.Why} | {invariant.Source} | {own.Count} | {own.Count(answer => answer.Verdict == Verdict.Proved)} |");
        }

        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');

        static int Count(IEnumerable<Answer> of, Verdict verdict) => of.Count(answer => answer.Verdict == verdict);
    }

    private static string Word(QuestionKind kind) => kind switch
    {
        QuestionKind.Complete => "every woman finds a row",
        QuestionKind.Disjoint => "no woman finds two rows",
        QuestionKind.Reachable => "the row meets some woman",
        QuestionKind.Consistent => "no contradictory advice",
        QuestionKind.NotVacuous => "the invariant's condition can hold",
        QuestionKind.Never => "never",
        QuestionKind.Always => "always",
        QuestionKind.Independent => "changes nothing",
        QuestionKind.Monotone => "never falls",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
