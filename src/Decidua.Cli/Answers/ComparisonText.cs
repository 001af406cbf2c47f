using Decidua.Reasoning.Comparing;
using NodaTime;

namespace Decidua.Cli.Answers;

/// <summary>Writes a comparison for a person at a terminal, at most a hundred columns wide: disagreements with what each rests on, then every answer.</summary>
internal sealed class ComparisonText(TextWriter output)
{
    private const int Width = 100;
    private const int Names = 24;

    internal void Write(Comparison comparison, LocalDate? asOf)
    {
        var protocol = comparison.Assessment.Protocol?.Id ?? "none";
        output.WriteLine($"Protocol {protocol}{(asOf is { } date ? $", as of {date:uuuu-MM-dd}" : "")}, knowledge {comparison.Assessment.Library.Hash[..19]}");
        Wrap(0, $"{Counted(comparison)}. About heparin, against what {protocol} chooses: {comparison.Tally}.");
        Disagreements(comparison);
        MayDisagree(comparison);
        foreach (var question in comparison.Questions) Answers(comparison, question);
        Values(comparison);
        output.WriteLine();
        Wrap(0, "* chosen by the protocol. ~ depends on what is not known. Descriptions of practice stand last and count for nothing.");
        Wrap(0, "Decision support for licensed clinicians; not a certified medical device. Nothing starts, changes or stops without a clinician's signature.");
    }

    private static string Counted(Comparison comparison)
    {
        var practice = comparison.Guidelines.Count(guideline => guideline.IsPractice);
        var guidelines = comparison.Guidelines.Length - practice;
        return $"{guidelines} guideline{(guidelines == 1 ? "" : "s")}{(practice == 0 ? "" : $" and {practice} description{(practice == 1 ? "" : "s")} of practice")}";
    }

    private void Disagreements(Comparison comparison)
    {
        var subjects = comparison.Subjects.Where(subject => subject.IsDisagreement).ToList();
        output.WriteLine();
        output.WriteLine(subjects.Count == 0 ? "No two guidelines certainly differ about her." : "DISAGREEMENTS");
        foreach (var subject in subjects)
        {
            output.WriteLine();
            Wrap(2, $"{subject.Question.Words}: {subject.Subject} (they differ in {string.Join(", ", subject.Differences.Words())})");
            foreach (var side in subject.Sides)
            {
                Wrap(4, $"- {side.Key}");
                foreach (var position in side) Ground(position);
            }
        }
    }

    private void MayDisagree(Comparison comparison)
    {
        var subjects = comparison.Subjects.Where(subject => !subject.IsDisagreement && subject.PossibleDifferences != Differences.None)
            .Select(subject => $"{subject.Question.Words}: {subject.Subject} ({string.Join(", ", subject.PossibleDifferences.Words())})").ToList();
        if (subjects.Count == 0) return;
        output.WriteLine();
        Wrap(0, "Open facts decide whether they differ on: " + string.Join("; ", subjects) + ".");
    }

    private void Ground(Position position)
    {
        var reasons = position.Outcomes.Concat(position.Warnings).SelectMany(outcome => outcome.Reasons).Distinct();
        var rows = string.Join(", ", position.Rows.Select(row => $"{row.Address[(position.Guideline.Length + 1)..]} ({row.Source})"));
        var evidence = string.Join(", ", position.Evidence);
        Columns(6, Mark(position) + position.Guideline, string.Join("; ", reasons) + (evidence.Length > 0 ? $" [{evidence}]" : ""));
        Columns(6, "", rows);
    }

    private void Answers(Comparison comparison, ClinicalQuestion question)
    {
        var answering = comparison.Guidelines.Where(guideline => guideline.On(question).Any()).ToList();
        if (answering.Count == 0) return;
        output.WriteLine();
        output.WriteLine(question.Words.ToUpperInvariant());
        foreach (var guideline in answering)
        {
            var name = guideline.Guideline.Id;
            foreach (var position in guideline.On(question).Where(position => Subjects.IsLeading(position.Subject)))
            {
                Columns(2, Mark(position) + name, $"{string.Join(", ", position.Course.Prepend(position.Words))}{Standing(position)}");
                name = "";
            }

            if (Others([.. guideline.On(question).Where(position => !Subjects.IsLeading(position.Subject))]) is { Length: > 0 } others)
                Columns(2, name.Length > 0 ? "  " + name : "", others);
        }

        var silent = comparison.Guidelines.Except(answering).ToLookup(guideline => guideline.Covers(question), guideline => guideline.Guideline.Id);
        if (silent[true].Any()) Wrap(2, "No row for her: " + string.Join(", ", silent[true]));
        if (silent[false].Any()) Wrap(2, $"Not covered by the other {silent[false].Count()}.");
    }

    /// <summary>What it says besides about drugs that lead nothing, tests and referrals: the certain ones by name, the open ones by number.</summary>
    private static string Others(List<Position> others)
    {
        if (others.Count == 0) return "";
        var certain = others.Where(position => position.IsCertain).Select(position => position.Words).ToList();
        var open = others.Count - certain.Count;
        return "also: " + string.Join("; ", open == 0 ? certain : certain.Append($"{open} more, depending on what is not known"));
    }

    private void Values(Comparison comparison)
    {
        var values = comparison.Values.Where(value => value.IsTelling).ToList();
        if (values.Count == 0) return;
        output.WriteLine();
        output.WriteLine("WHAT THEY CALL IT");
        foreach (var value in values)
        {
            Wrap(2, value.Name + (value.IsDisagreement ? " (they differ)" : ""));
            foreach (var reading in value.Readings) Columns(4, reading.Guideline.Guideline.Id, reading.Text);
        }
    }

    private static string Mark(Position position) => position.Agreement == Agreement.Chosen ? "* " : position.IsCertain ? "  " : "~ ";

    private static string Standing(Position position) => position.Agreement switch
    {
        Agreement.Chosen or Agreement.NothingToCompare => "",
        Agreement.Differs when position.Differences != Differences.None => $"  [differs: {string.Join(", ", position.Differences.Words())}]",
        Agreement.MayDiffer when position.PossibleDifferences != Differences.None => $"  [may differ: {string.Join(", ", position.PossibleDifferences.Words())}]",
        _ => $"  [{position.Agreement.Word()}]",
    };

    /// <summary>A name in the left column and a text that wraps in the right one.</summary>
    private void Columns(int indent, string name, string text)
    {
        var left = new string(' ', indent) + name;
        var start = indent + Names + 2;
        if (left.Length >= start)
        {
            output.WriteLine(left);
            left = "";
        }

        foreach (var line in Lines(text, Width - start))
        {
            output.WriteLine((left.PadRight(start) + line).TrimEnd());
            left = "";
        }
    }

    private void Wrap(int indent, string text)
    {
        var first = true;
        foreach (var line in Lines(text, Width - indent - 2))
        {
            output.WriteLine(new string(' ', first ? indent : indent + 2) + line);
            first = false;
        }
    }

    /// <summary>The text in lines no longer than a width; a word that is longer stands alone.</summary>
    private static IEnumerable<string> Lines(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }
}
