using System.Text.Json;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Exchange.Json;
using Decidua.Exchange.Planning;
using Decidua.Knowledge;
using Decidua.Planning.Asking;
using NodaTime;

namespace Decidua.Exchange.RecordFile;

/// <summary>What a record file holds.</summary>
/// <param name="Record">The record.</param>
/// <param name="AsOf">The day for which an answer is wanted, if the file names one.</param>
/// <param name="Protocol">The protocol to answer by, if the file names one.</param>
public sealed record RecordFileContent(Record Record, LocalDate? AsOf, string? Protocol)
{
    /// <summary>What a plan needs beside the record; null when the file names nothing. Its day is not set yet.</summary>
    public PlanRequest? Plan { get; init; }
}

/// <summary>
/// Reads a record file: dated entries of one woman in a small JSON format of our own (docs/reference/record-file.md).
/// Unlike FHIR, which other systems write, it is written by hand, so an unknown member is an error.
/// </summary>
public static class RecordFileReader
{
    /// <summary>Reads a record file from a stream that the host has opened and closes.</summary>
    public static Reading<RecordFileContent> Read(Stream stream, string name) =>
        Read(JsonInput.ReadAll(stream, ReadingLimits.FileBytes), name);

    /// <summary>Reads a record file; every issue is collected, and any error leaves no record.</summary>
    /// <param name="bytes">UTF-8 JSON.</param>
    /// <param name="name">The name of the input, for messages.</param>
    /// <param name="library">The knowledge whose medicines a plan may name; null leaves their names and doses unchecked.</param>
    public static Reading<RecordFileContent> Read(ReadOnlyMemory<byte> bytes, string name, Library? library = null)
    {
        var issues = new IssueList();
        using var document = JsonInput.Parse(bytes, name, ReadingLimits.FileBytes, issues);
        if (document is null)
            return new(null, issues.ToImmutable());
        var file = new Members(document.RootElement, "", issues);
        if (document.RootElement.ValueKind != JsonValueKind.Object || document.RootElement.Object("record") is null)
        {
            issues.Error(
                IssueCode.UnknownShape, name, "This is not a record file: it has no object 'record'.",
                "Give a record file, a facts file or a FHIR R4 Bundle.");
            return new(null, issues.ToImmutable());
        }

        var record = RecordEntries.Read(file.Object("record"));
        var asOf = file.Date("asOf");
        if (asOf is { Precision: not DatePrecision.Day })
            issues.Error(IssueCode.UnreadableDate, "asOf", $"'{asOf}' does not name a day.", "Write 2026-03-01.");
        var content = new RecordFileContent(record, asOf?.Earliest, file.Text("protocol")) { Plan = file.Has("plan") ? PlanRequestReader.Read(file.Object("plan"), library) : null };
        file.RefuseOthers();
        issues.AddAll(RecordChecks.Check(record));
        return new(issues.HasError ? null : content, issues.ToImmutable());
    }
}
