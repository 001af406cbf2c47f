using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Decidua.Cli.Answers;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Exchange.Answers;
using Decidua.Exchange.Fhir;
using Decidua.Exchange.Inputs;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Deriving;
using NodaTime;

namespace Decidua.Cli.Commands;

/// <summary>
/// Assesses everyone in a bulk export. Without a date each pregnancy is assessed as of its last day on record; with one, every
/// patient as of that day.
/// </summary>
internal static class BulkAssessment
{
    internal static int Run(Assessor assessor, AssessOrder order)
    {
        var files = Directory.EnumerateFiles(order.Path, "*.ndjson").Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0)
        {
            Workplace.Report([new Issue(IssueCode.CannotOpen, Severity.Error, order.Path, "The folder holds no file that ends in .ndjson.", "Give the folder of a FHIR bulk export.")]);
            return ExitCode.BadInput;
        }

        var streams = files.Select(path => new NamedStream(Path.GetFileName(path), File.OpenRead(path))).ToList();
        try
        {
            var reading = BulkFolderReader.Read(streams);
            Workplace.Report(reading.Issues);
            if (reading.Issues.Any(issue => issue.Severity == Severity.Error)) return ExitCode.BadInput;
            var visits = reading.Patients.SelectMany(patient => Visits(assessor, patient, order)).ToList();
            if (order.Json) WriteJson(visits, reading);
            else WriteText(visits, reading, order);
            return reading.Patients.Any(patient => !patient.IsUsable) || visits.Exists(visit => visit.Assessment is null && visit.IsRefused) ? ExitCode.BadInput : ExitCode.Answered;
        }
        finally
        {
            streams.ForEach(stream => stream.Content.Dispose());
        }
    }

    private static IEnumerable<Visit> Visits(Assessor assessor, Reading<Record> patient, AssessOrder order)
    {
        if (patient.Value is not { } record)
        {
            yield return new Visit("", null, "The record could not be used.", null, patient.Issues, IsRefused: true);
            yield break;
        }

        var protocol = order.Protocol ?? "";
        if (order.AsOf is { } date)
        {
            yield return Assess(assessor, record, date, $"as of {date:uuuu-MM-dd}", order, patient.Issues);
            yield break;
        }

        var knowledge = new ReadingKnowledge(assessor.Library, assessor.Library.Protocol(protocol));
        var history = PregnancyEpisodes.Find(record, knowledge);
        var issues = patient.Issues.AddRange(history.Issues);
        if (history.Episodes.Count == 0) yield return new Visit(record.PatientId, null, $"{record.Sex.ToString().ToLowerInvariant()}, no pregnancy on record", null, issues, IsRefused: false);
        var number = 0;
        foreach (var episode in history.Episodes)
        {
            number++;
            var what = $"pregnancy {number} of {history.Episodes.Count}{(episode.Ended is { } end ? $", ended {end} ({episode.End})" : "")}";
            yield return episode.LastPregnantDay is { } last
                ? Assess(assessor, record, last, what, order, issues)
                : new Visit(record.PatientId, null, what + ": nothing says when", null, issues, IsRefused: false);
        }
    }

    private static Visit Assess(Assessor assessor, Record record, LocalDate date, string what, AssessOrder order, ImmutableArray<Issue> issues)
    {
        var reading = new WomanReader(assessor).Derive(record.UpTo(date), date, order.Protocol ?? "");
        var assessment = reading.Value is { } woman ? assessor.Assess(woman.Facts, assessor.Library.Protocol(order.Protocol ?? ""), order.Guidelines) : null;
        return new Visit(record.PatientId, date, what, assessment, [.. issues, .. reading.Issues], IsRefused: assessment is null);
    }

    private static void WriteText(List<Visit> visits, BulkReading reading, AssessOrder order)
    {
        Console.WriteLine($"{reading.Patients.Length} patients, {reading.Resources.Values.Sum()} resources ({string.Join(", ", reading.Resources.Select(pair => $"{pair.Value} {pair.Key}"))})");
        foreach (var visit in visits)
        {
            Console.WriteLine();
            Console.WriteLine($"== {visit.Patient}{(visit.Date is { } date ? $" as of {date:uuuu-MM-dd}" : "")}: {visit.What}");
            foreach (var issue in visit.Issues) Console.WriteLine($"   {issue.Severity.ToString().ToLowerInvariant()} {issue}");
            if (visit.Assessment is not { } assessment) continue;
            FactsText.Write(Console.Out, assessment.Facts);
            new AssessmentText(Console.Out).Write(assessment, visit.Date, whole: order.Guidelines.Length > 0);
        }
    }

    private static void WriteJson(List<Visit> visits, BulkReading reading)
    {
        using var output = Console.OpenStandardOutput();
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteNumber("patients", reading.Patients.Length);
            writer.WriteStartArray("assessments");
            foreach (var visit in visits) Write(writer, visit);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter writer, Visit visit)
    {
        if (visit.Assessment is { } assessment)
        {
            AssessmentJson.Write(writer, assessment, visit.Date, visit.Issues, Who);
            return;
        }

        writer.WriteStartObject();
        Who(writer);
        AssessmentJson.WriteIssues(writer, visit.Issues);
        writer.WriteEndObject();

        void Who(Utf8JsonWriter to)
        {
            to.WriteString("patient", visit.Patient);
            to.WriteString("visit", visit.What);
        }
    }

    /// <summary>One patient on one date, or a patient who is not assessed, with the reason.</summary>
    private sealed record Visit(string Patient, LocalDate? Date, string What, Assessment? Assessment, ImmutableArray<Issue> Issues, bool IsRefused);
}
