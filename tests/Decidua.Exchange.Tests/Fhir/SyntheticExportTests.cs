using Decidua.Clinical.Issues;

namespace Decidua.Exchange.Tests.Fhir;

/// <summary>A whole bulk export of thirteen synthetic patients.</summary>
public class SyntheticExportTests
{
    [Fact]
    public void Every_patient_is_read_and_every_line_is_accounted_for()
    {
        var folder = SharedData.BulkFhir();
        var reading = SharedData.OpenExport(Directory.GetFiles(folder, "*.ndjson"));
        reading.Patients.Length.ShouldBe(13);
        reading.Patients.ShouldAllBe(patient => patient.IsUsable);
        reading.Issues.ShouldBeEmpty();
        foreach (var file in Directory.GetFiles(folder, "*.ndjson"))
            reading.Resources[Path.GetFileNameWithoutExtension(file)].ShouldBe(File.ReadLines(file).Count());
        var records = reading.Patients.Select(patient => patient.Value!).ToList();
        records.Sum(record => record.Conditions.Count).ShouldBe(reading.Resources["Condition"]);
        records.Sum(record => record.Procedures.Count).ShouldBe(reading.Resources["Procedure"]);
        records.Sum(record => record.Encounters.Count).ShouldBe(reading.Resources["Encounter"]);
        records.Sum(record => record.Medications.Count).ShouldBe(reading.Resources["MedicationRequest"]);
        records.ShouldAllBe(record => record.BirthDate != null && record.Conditions.All(entry => entry.Onset != null));
    }

    [Fact]
    public void Only_notes_are_made_on_the_entries()
    {
        var folder = SharedData.BulkFhir();
        var issues = SharedData.OpenExport(Directory.GetFiles(folder, "*.ndjson")).Patients.SelectMany(patient => patient.Issues).ToList();
        issues.ShouldAllBe(issue => issue.Severity == Severity.Information, string.Join('\n', issues.Take(20)));
    }

    [Fact]
    public void The_order_of_files_does_not_matter()
    {
        var folder = SharedData.BulkFhir();
        var files = Directory.GetFiles(folder, "*.ndjson").Order(StringComparer.Ordinal).ToArray();
        var forward = SharedData.OpenExport(files).Patients.Select(patient => patient.Value);
        var backward = SharedData.OpenExport(files.Reverse()).Patients.Select(patient => patient.Value);
        forward.ShouldBe(backward);
    }
}
