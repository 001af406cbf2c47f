using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Asking;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Explaining;
using NodaTime;

namespace Decidua.Exchange.Answers;

/// <summary>
/// Writes an assessment as JSON. The order of everything is fixed, so equal input gives equal bytes. Described in the reference
/// under assessment JSON.
/// </summary>
public static class AssessmentJson
{
    internal static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one assessment.</summary>
    /// <param name="assessment">The answer.</param>
    /// <param name="asOf">The date of the facts, or null.</param>
    /// <param name="issues">What was found on reading, none of it fatal.</param>
    /// <returns>UTF-8 text.</returns>
    public static ReadOnlyMemory<byte> Write(Assessment assessment, LocalDate? asOf, ImmutableArray<Issue> issues)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options)) Write(writer, assessment, asOf, issues);
        return buffer.WrittenMemory;
    }

    /// <summary>Writes only issues, for an input that cannot be assessed.</summary>
    /// <param name="issues">The issues.</param>
    /// <returns>UTF-8 text.</returns>
    public static ReadOnlyMemory<byte> Write(ImmutableArray<Issue> issues)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            WriteIssues(writer, issues);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Writes one assessment as an object into a larger document.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="assessment">The answer.</param>
    /// <param name="asOf">The date of the facts, or null.</param>
    /// <param name="issues">What was found on reading, none of it fatal.</param>
    /// <param name="also">Writes members that stand before the others, for example the patient.</param>
    public static void Write(Utf8JsonWriter writer, Assessment assessment, LocalDate? asOf, ImmutableArray<Issue> issues, Action<Utf8JsonWriter>? also = null)
    {
        writer.WriteStartObject();
        also?.Invoke(writer);
        Head(writer, assessment, asOf);
        Array(writer, "recommendations", assessment.Recommendations, recommendation => Recommendation(writer, assessment, recommendation));
        writer.WriteStartObject("derived");
        foreach (var derived in assessment.Answers.SelectMany(answer => answer.Derived)) Values(writer, derived.Value.Address, derived.Value.Type, derived.Values);
        writer.WriteEndObject();
        Array(writer, "results", assessment.Answers.SelectMany(answer => answer.Results), result => Result(writer, result));
        Array(writer, "questions", Inquiry.Questions(assessment), question => Question(writer, question));
        Array(writer, "conflicts", Disagreement.Of(assessment), conflict => Conflict(writer, conflict));
        Array(writer, "withheld", assessment.Withheld, withheld => Withheld(writer, withheld));
        writer.WriteStartObject("facts");
        foreach (var fact in assessment.Facts.Vocabulary.Facts)
        {
            var state = assessment.Facts[fact];
            writer.WriteStartObject(fact.Id);
            writer.WriteString("value", ValueText.Set(fact.Type, state.Values));
            writer.WriteString("standing", state.Standing.ToString().ToLowerInvariant());
            if (state.Origin.Length > 0) writer.WriteString("origin", state.Origin);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        WriteIssues(writer, issues);
        writer.WriteEndObject();
    }

    /// <summary>What stands at the head of every answer: what it is for, the knowledge, the day and the protocol.</summary>
    internal static void Head(Utf8JsonWriter writer, Assessment assessment, LocalDate? asOf)
    {
        writer.WriteString("intendedUse", "Decision support for licensed clinicians. Not a certified medical device; validate locally.");
        writer.WriteString("knowledge", assessment.Library.Hash);
        if (asOf is { } date) writer.WriteString("asOf", PartialDate.On(date).ToString());
        else writer.WriteNull("asOf");
        writer.WriteString("protocol", assessment.Protocol?.Id);
    }

    private static void Withheld(Utf8JsonWriter writer, WithheldAdvice withheld)
    {
        writer.WriteStartObject();
        writer.WriteString("guideline", withheld.Advice.Guideline);
        writer.WriteString("channel", withheld.Advice.Channel);
        writer.WriteString("advice", withheld.Advice.Advice.Word());
        writer.WriteString("subject", withheld.Advice.Subject);
        writer.WriteString("invariant", withheld.Invariant.Id);
        writer.WriteString("because", withheld.Invariant.Why);
        writer.WriteEndObject();
    }

    private static void Recommendation(Utf8JsonWriter writer, Assessment assessment, Recommendation one)
    {
        var answer = assessment.Of(one.Guideline)!;
        writer.WriteStartObject();
        writer.WriteString("guideline", one.Guideline);
        writer.WriteString("channel", one.Channel);
        writer.WriteString("advice", one.Advice.Word());
        writer.WriteString("subject", one.Subject);
        if (one.Intensity != Intensity.None) writer.WriteString("intensity", one.Intensity.Word());
        if (one.From is not null) writer.WriteString("from", one.From.ToString());
        if (one.Until is not null) writer.WriteString("until", one.Until.ToString());
        writer.WriteString("certainty", one.Certainty == Certainty.Certain ? "certain" : "possible");
        writer.WriteBoolean("chosen", assessment.IsChosen(one));
        if (one.Strength.Length > 0) writer.WriteString("strength", one.Strength);
        Strings(writer, "reasons", one.Reasons);
        Strings(writer, "rows", one.Rows.Select(row => row.Address));
        if (one.Evidence.Any()) Strings(writer, "evidence", one.Evidence);
        Array(writer, "because", Because.Of(answer, one.Rows), reason => Reason(writer, reason));
        Strings(writer, "assumed", Because.Assumed(answer, one.Rows, assessment.Facts).Select(fact => fact.Name));
        writer.WriteString("checked", one.Checked.ToString().ToLowerInvariant());
        writer.WriteEndObject();
    }

    internal static void Reason(Utf8JsonWriter writer, Reason reason)
    {
        writer.WriteStartObject();
        writer.WriteString("fact", reason.Term.Name);
        writer.WriteString("value", ValueText.Set(reason.Term.Type, reason.Values));
        if (reason.Term.Derived is not null) Strings(writer, "from", reason.From.Select(row => row.Address));
        writer.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter writer, ResultAnswer result)
    {
        writer.WriteStartObject();
        writer.WriteString("table", result.Table.Address);
        writer.WriteString("row", result.Row.Address);
        writer.WriteString("certainty", result.Certainty == Certainty.Certain ? "certain" : "possible");
        writer.WriteStartObject("values");
        foreach (var value in result.Values)
        {
            writer.WriteStartObject(value.Column.Name);
            if (value.Number is { } number) writer.WriteNumber("number", number);
            else writer.WriteString("text", value.Text);
            if (value.Column.Unit.Length > 0) writer.WriteString("unit", value.Column.Unit);
            if (value.Basis.Length > 0) writer.WriteString("basis", value.Basis);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteString("source", result.Row.Source);
        writer.WriteString("checked", result.Row.Checked.ToString().ToLowerInvariant());
        writer.WriteEndObject();
    }

    private static void Question(Utf8JsonWriter writer, Question question)
    {
        writer.WriteStartObject();
        writer.WriteString("fact", question.Fact.Name);
        writer.WriteString("id", question.Fact.Id);
        writer.WriteString("question", question.Fact.Question);
        writer.WriteString("standing", question.Standing.ToString().ToLowerInvariant());
        writer.WriteBoolean("changesAdvice", question.ChangesAdvice);
        Strings(writer, "couldChange", question.CouldChange.Select(table => table.Address));
        writer.WriteEndObject();
    }

    private static void Conflict(Utf8JsonWriter writer, Disagreement conflict)
    {
        writer.WriteStartObject();
        writer.WriteString("channel", conflict.Channel);
        writer.WriteString("subject", conflict.Subject);
        Array(writer, "positions", conflict.Positions, position =>
        {
            writer.WriteStartObject();
            writer.WriteString("guideline", position.Guideline);
            writer.WriteString("advice", position.ToString());
            writer.WriteEndObject();
        });
        writer.WriteEndObject();
    }

    private static void Values(Utf8JsonWriter writer, string name, FactType type, ValueSet values)
    {
        writer.WriteStartObject(name);
        if (values is ValueSet.Numbers numbers)
        {
            writer.WriteNumber("min", numbers.Minimum);
            writer.WriteNumber("max", numbers.Maximum);
        }
        else
        {
            Strings(writer, "in", ValueText.Names(type, (ValueSet.Choices)values));
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes the member <c>issues</c>.</summary>
    /// <param name="writer">Where to, inside an object.</param>
    /// <param name="issues">The issues.</param>
    public static void WriteIssues(Utf8JsonWriter writer, ImmutableArray<Issue> issues) => Array(writer, "issues", issues, issue =>
    {
        writer.WriteStartObject();
        writer.WriteString("code", issue.Code);
        writer.WriteString("severity", issue.Severity.ToString().ToLowerInvariant());
        writer.WriteString("at", issue.At);
        writer.WriteString("message", issue.Message);
        if (issue.Remedy.Length > 0) writer.WriteString("remedy", issue.Remedy);
        writer.WriteEndObject();
    });

    internal static void Strings(Utf8JsonWriter writer, string name, IEnumerable<string> values) => Array(writer, name, values, writer.WriteStringValue);

    internal static void Array<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items) write(item);
        writer.WriteEndArray();
    }
}
