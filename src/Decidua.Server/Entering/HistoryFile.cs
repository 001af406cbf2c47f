using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Decidua.Clinical.Issues;

namespace Decidua.Server.Entering;

/// <summary>Dated entries written as a record file.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Issues">What could not be written because it cannot be read; the member is then absent.</param>
internal sealed record HistoryFile(ReadOnlyMemory<byte> Bytes, ImmutableArray<Issue> Issues)
{
    /// <summary>Writes entries, none of them blank.</summary>
    /// <param name="entries">The entries.</param>
    internal static HistoryFile Write(ImmutableArray<HistoryEntry> entries)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var issues = ImmutableArray.CreateBuilder<Issue>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("record");
            foreach (var kind in HistoryKind.All)
            {
                writer.WriteStartArray(kind.List);
                foreach (var (entry, index) in entries.Where(entry => entry.Kind == kind).Select((entry, index) => (entry, index)))
                    Write(writer, entry, $"record.{kind.List}[{index}]", issues);
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return new HistoryFile(buffer.WrittenMemory, issues.ToImmutable());
    }

    private static void Write(Utf8JsonWriter writer, HistoryEntry entry, string place, ImmutableArray<Issue>.Builder issues)
    {
        writer.WriteStartObject();
        foreach (var field in entry.Kind.Fields)
            if (entry.Text(field) is { Length: > 0 } text && !Write(writer, field, text))
                issues.Add(Unreadable(field, text, $"{place}.{field.Member}"));
        writer.WriteEndObject();
    }

    private static bool Write(Utf8JsonWriter writer, HistoryField field, string text)
    {
        switch (field.Notation)
        {
            case HistoryNotation.Date when DateEntry.TryParse(text, out var date):
                writer.WriteString(field.Member, date.ToString());
                return true;
            case HistoryNotation.Number when decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number):
                writer.WriteNumber(field.Member, number);
                return true;
            case HistoryNotation.Truth when text is "yes" or "no":
                writer.WriteBoolean(field.Member, text == "yes");
                return true;
            case HistoryNotation.List:
                writer.WriteStartArray(field.Member);
                foreach (var word in text.Split(" and ", StringSplitOptions.TrimEntries)) writer.WriteStringValue(word);
                writer.WriteEndArray();
                return true;
            case HistoryNotation.Words:
                writer.WriteString(field.Member, text);
                return true;
            default:
                return false;
        }
    }

    private static Issue Unreadable(HistoryField field, string text, string place) => field.Notation == HistoryNotation.Date
        ? new Issue(IssueCode.UnreadableDate, Severity.Error, place, $"'{text}' cannot be read as a date in one way only.", $"{DateEntry.Hint}.")
        : new Issue(IssueCode.WrongType, Severity.Error, place, $"{field.Label}: '{text}' cannot be read.",
            field.Notation == HistoryNotation.Number ? "Write a number with a decimal point." : "Choose yes or no.");
}
