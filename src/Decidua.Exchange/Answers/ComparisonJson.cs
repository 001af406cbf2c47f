using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Advice;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Comparing;
using Decidua.Reasoning.Explaining;
using NodaTime;

namespace Decidua.Exchange.Answers;

/// <summary>
/// Writes a comparison as JSON. The order of everything is fixed, so equal input gives equal bytes. Described in the reference
/// under comparison JSON.
/// </summary>
public static class ComparisonJson
{
    /// <summary>Writes one comparison.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="asOf">The date of the facts, or null.</param>
    /// <param name="issues">What was found on reading, none of it fatal.</param>
    /// <returns>UTF-8 text.</returns>
    public static ReadOnlyMemory<byte> Write(Comparison comparison, LocalDate? asOf, ImmutableArray<Issue> issues)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, AssessmentJson.Options))
        {
            writer.WriteStartObject();
            AssessmentJson.Head(writer, comparison.Assessment, asOf);
            Tally(writer, comparison.Tally);
            AssessmentJson.Array(writer, "guidelines", comparison.Guidelines, guideline => Guideline(writer, comparison, guideline));
            AssessmentJson.Array(writer, "subjects", comparison.Subjects, subject => Subject(writer, comparison, subject));
            AssessmentJson.Array(writer, "values", comparison.Values, value => Value(writer, value));
            AssessmentJson.WriteIssues(writer, issues);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void Tally(Utf8JsonWriter writer, Tally tally)
    {
        writer.WriteStartObject("aboutHeparin");
        writer.WriteNumber("agree", tally.Agree);
        writer.WriteNumber("mayDiffer", tally.MayDiffer);
        writer.WriteNumber("differ", tally.Differ);
        writer.WriteNumber("notCovered", tally.Silent);
        writer.WriteEndObject();
    }

    private static void Guideline(Utf8JsonWriter writer, Comparison comparison, ComparedGuideline guideline)
    {
        writer.WriteStartObject();
        writer.WriteString("guideline", guideline.Guideline.Id);
        writer.WriteString("title", guideline.Guideline.Title);
        writer.WriteString("publisher", guideline.Guideline.Document["publisher"]);
        writer.WriteString("published", guideline.Guideline.Document["published"]);
        writer.WriteBoolean("practice", guideline.IsPractice);
        AssessmentJson.Strings(writer, "chosenFor", comparison.Questions.Where(question => comparison.Chosen(question) == guideline).Select(question => question.Id));
        writer.WriteString("aboutHeparin", guideline.AboutHeparin.Word());
        var covered = guideline.Covered.ToHashSet();
        AssessmentJson.Strings(writer, "noRow", comparison.Questions.Where(question => covered.Contains(question) && IsSilent(guideline, question)).Select(question => question.Id));
        AssessmentJson.Strings(writer, "notCovered", comparison.Questions.Where(question => !covered.Contains(question)).Select(question => question.Id));
        AssessmentJson.Array(writer, "doses", guideline.HeparinDoses, dose => Dose(writer, dose));
        writer.WriteEndObject();
    }

    private static bool IsSilent(ComparedGuideline guideline, ClinicalQuestion question) =>
        question.Channel != ClinicalQuestion.ClassificationChannel && !guideline.On(question).Any();

    private static void Dose(Utf8JsonWriter writer, ResultAnswer dose)
    {
        writer.WriteStartObject();
        writer.WriteString("row", dose.Row.Address);
        writer.WriteString("certainty", Word(dose.Certainty == Certainty.Certain));
        writer.WriteStartObject("values");
        foreach (var value in dose.Values) writer.WriteString(value.Column.Name, value.Text);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Subject(Utf8JsonWriter writer, Comparison comparison, ComparedSubject subject)
    {
        writer.WriteStartObject();
        writer.WriteString("question", subject.Question.Id);
        writer.WriteString("channel", subject.Question.Channel);
        writer.WriteString("subject", subject.Subject);
        writer.WriteString("chosen", comparison.Chosen(subject.Question)?.Guideline.Id);
        AssessmentJson.Strings(writer, "differIn", subject.Differences.Words());
        AssessmentJson.Strings(writer, "mayDifferIn", subject.PossibleDifferences.Words());
        AssessmentJson.Array(writer, "positions", subject.Positions, position => Position(writer, comparison, position));
        AssessmentJson.Array(writer, "practice", subject.Practice, position => Position(writer, comparison, position));
        writer.WriteEndObject();
    }

    private static void Position(Utf8JsonWriter writer, Comparison comparison, Position position)
    {
        writer.WriteStartObject();
        writer.WriteString("guideline", position.Guideline);
        writer.WriteString("says", position.Words);
        writer.WriteString("certainty", Word(position.IsCertain));
        writer.WriteString("againstChosen", position.Agreement.Word());
        AssessmentJson.Strings(writer, "differsIn", position.Differences.Words());
        AssessmentJson.Strings(writer, "mayDifferIn", position.PossibleDifferences.Words());
        AssessmentJson.Array(writer, "outcomes", position.Outcomes, outcome => Outcome(writer, outcome));
        writer.WriteBoolean("orNothing", position.MayBeSilent);
        AssessmentJson.Array(writer, "warnings", position.Warnings, outcome => Outcome(writer, outcome));
        AssessmentJson.Array(writer, "because", Because.Of(position.Answer, position.Rows), reason => AssessmentJson.Reason(writer, reason));
        AssessmentJson.Strings(writer, "assumed", Because.Assumed(position.Answer, position.Rows, comparison.Assessment.Facts).Select(fact => fact.Name));
        AssessmentJson.Strings(writer, "evidence", position.Evidence);
        writer.WriteEndObject();
    }

    private static void Outcome(Utf8JsonWriter writer, Recommendation outcome)
    {
        writer.WriteStartObject();
        writer.WriteString("advice", outcome.Advice.Word());
        if (outcome.Intensity != Intensity.None) writer.WriteString("intensity", outcome.Intensity.Word());
        if (outcome.From is not null) writer.WriteString("from", outcome.From.ToString());
        if (outcome.Until is not null) writer.WriteString("until", outcome.Until.ToString());
        if (outcome.Strength.Length > 0) writer.WriteString("strength", outcome.Strength);
        AssessmentJson.Strings(writer, "reasons", outcome.Reasons);
        AssessmentJson.Strings(writer, "rows", outcome.Rows.Select(row => row.Address));
        writer.WriteString("checked", outcome.Checked.ToString().ToLowerInvariant());
        writer.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter writer, ComparedValue value)
    {
        writer.WriteStartObject();
        writer.WriteString("value", value.Name);
        writer.WriteBoolean("differs", value.IsDisagreement);
        AssessmentJson.Array(writer, "readings", value.Readings, reading =>
        {
            writer.WriteStartObject();
            writer.WriteString("guideline", reading.Guideline.Guideline.Id);
            writer.WriteString("address", reading.Derived.Value.Address);
            writer.WriteString("is", reading.Text);
            AssessmentJson.Strings(writer, "rows", reading.Derived.Rows.Concat(reading.Derived.PossibleRows).Select(row => row.Address));
            writer.WriteEndObject();
        });
        writer.WriteEndObject();
    }

    private static string Word(bool isCertain) => isCertain ? "certain" : "possible";
}
