using System.Text;
using Decidua.Clinical.Issues;
using Decidua.Exchange.Fhir;

namespace Decidua.Exchange.Tests.Fhir;

public class BulkFolderReaderTests
{
    private const string Anna = """{"resourceType":"Patient","id":"a","birthDate":"1990-05-01"}""";
    private const string Bea = """{"resourceType":"Patient","id":"b","birthDate":"1992"}""";

    [Fact]
    public void One_record_per_patient_in_order_of_id_whatever_the_order_of_files_and_lines()
    {
        (string, string)[] files =
        [
            ("Patient.ndjson", Bea + "\n" + Anna + "\n"),
            ("Condition.ndjson", Condition("1", "Patient/b") + "\n" + Condition("2", "Patient/a") + "\n" + Condition("3", "https://s.example/fhir/Patient/a") + "\n"),
        ];
        var reading = Read(files);
        var reversed = Read([.. files.Reverse().Select(file => (file.Item1, string.Join('\n', file.Item2.Split('\n').Reverse())))]);
        foreach (var result in new[] { reading, reversed })
        {
            result.Issues.ShouldBeEmpty();
            result.Patients.Select(patient => patient.Value!.PatientId).ShouldBe(["a", "b"]);
            result.Patients[0].Value!.Conditions.Select(entry => entry.From.Id).ShouldBe(["2", "3"]);
            result.Resources.ShouldBe([new("Condition", 3), new("Patient", 2)]);
        }

        reading.Patients[1].Value!.Conditions[0].From.Place.ShouldBe("Condition.ndjson:1");
    }

    [Fact]
    public void Windows_line_ends_empty_lines_and_a_byte_order_mark_are_taken() =>
        Read(("Patient.ndjson", "\uFEFF" + Anna + "\r\n\r\n  \n" + Bea)).Patients.Length.ShouldBe(2);

    [Fact]
    public void A_trailing_partial_line_is_named_by_file_and_line()
    {
        var reading = Read(("Patient.ndjson", Anna + "\n" + Bea[..20]));
        reading.Patients.Length.ShouldBe(1);
        var issue = reading.Issues.ShouldHaveSingleItem();
        issue.Code.ShouldBe(IssueCode.MalformedJson);
        issue.Severity.ShouldBe(Severity.Warning);
        issue.At.ShouldStartWith("Patient.ndjson:2");
        issue.Message.ShouldContain("truncated");
    }

    [Theory]
    [InlineData("nonsense", IssueCode.MalformedJson)]
    [InlineData("{\"a\":1,\"a\":2}", IssueCode.DuplicateKey)]
    [InlineData("{\"a\":1}", IssueCode.UnknownShape)]
    [InlineData("[1]", IssueCode.UnknownShape)]
    [InlineData("{\"resourceType\":\"Condition\",\"code\":{\"text\":\"x\"}}", IssueCode.UnusableResource)]
    [InlineData("{\"resourceType\":\"Claim\",\"patient\":{\"reference\":\"Patient/a\"}}", IssueCode.UnknownResource)]
    [InlineData("{\"resourceType\":\"Condition\",\"subject\":{\"reference\":\"Patient/z\"}}", IssueCode.MissingReference)]
    public void A_bad_line_does_not_stop_the_others(string line, string code)
    {
        var reading = Read(("Condition.ndjson", line + "\n" + Condition("1", "Patient/a")), ("Patient.ndjson", Anna));
        var issue = reading.Issues.ShouldHaveSingleItem();
        issue.Code.ShouldBe(code);
        issue.At.ShouldStartWith("Condition.ndjson:1");
        reading.Patients.ShouldHaveSingleItem().Value!.Conditions.Count.ShouldBe(1);
    }

    [Fact]
    public void A_deep_line_does_not_stop_the_others()
    {
        var reading = Read(("Patient.ndjson", new string('[', 100_000) + "\n" + Anna));
        reading.Issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.TooDeep);
        reading.Patients.Length.ShouldBe(1);
    }

    [Fact]
    public void A_line_beyond_the_limit_does_not_stop_the_others()
    {
        var reading = Read(("Patient.ndjson", new string('x', ReadingLimits.LineBytes + 1) + "\n" + Anna + "\n" + Bea.PadRight(ReadingLimits.LineBytes)));
        var issue = reading.Issues.ShouldHaveSingleItem();
        issue.Code.ShouldBe(IssueCode.TooLarge);
        issue.At.ShouldBe("Patient.ndjson:1");
        reading.Patients.Length.ShouldBe(2);
    }

    [Fact]
    public void Two_dates_of_birth_stop_only_this_patient()
    {
        var reading = Read(("Patient.ndjson", Anna + "\n" + Bea + "\n" + Anna.Replace("1990", "1991", StringComparison.Ordinal)));
        reading.Patients[0].Value.ShouldBeNull();
        reading.Patients[0].Issues.ShouldContain(issue => issue.Code == IssueCode.Contradiction && issue.At == "Patient.ndjson:3.birthDate");
        reading.Patients[1].IsUsable.ShouldBeTrue();
    }

    [Fact]
    public void Another_version_stops_only_this_patient()
    {
        var stu3 = """{"resourceType":"Condition","clinicalStatus":"active","subject":{"reference":"Patient/a"},"code":{"text":"x"}}""";
        var reading = Read(("Patient.ndjson", Anna + "\n" + Bea), ("Condition.ndjson", stu3));
        reading.Patients[0].Value.ShouldBeNull();
        reading.Patients[0].Issues[0].Code.ShouldBe(IssueCode.WrongFhirVersion);
        reading.Patients[1].IsUsable.ShouldBeTrue();
    }

    [Fact]
    public void No_patient_is_an_error()
    {
        var reading = Read(("Condition.ndjson", ""));
        reading.Patients.ShouldBeEmpty();
        reading.Issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.NoPatient);
    }

    [Fact]
    public void Drugs_of_another_file_are_found()
    {
        var reading = Read(
            ("MedicationRequest.ndjson", """{"resourceType":"MedicationRequest","status":"active","subject":{"reference":"Patient/a"},"medicationReference":{"reference":"Medication/m"}}"""),
            ("Medication.ndjson", """{"resourceType":"Medication","id":"m","code":{"text":"enoxaparin"}}"""),
            ("Patient.ndjson", Anna));
        reading.Patients[0].Value!.Medications[0].What.Text.ShouldBe("enoxaparin");
        reading.Patients[0].Issues.ShouldBeEmpty();
    }

    [Fact]
    public void A_stream_that_gives_a_byte_at_a_time_reads_the_same()
    {
        var text = Anna + "\r\n" + Bea + "\n" + Condition("1", "Patient/a");
        using var slow = new OneByteStream(Encoding.UTF8.GetBytes(text));
        var reading = BulkFolderReader.Read([new("all.ndjson", slow)]);
        reading.Patients.Length.ShouldBe(2);
        reading.Patients[0].Value!.Conditions.Count.ShouldBe(1);
        reading.Issues.ShouldBeEmpty();
    }

    private static BulkReading Read(params (string Name, string Text)[] files) =>
        BulkFolderReader.Read(files.Select(file => new NamedStream(file.Name, new MemoryStream(Encoding.UTF8.GetBytes(file.Text)))));

    private static string Condition(string id, string subject) =>
        $$"""{"resourceType":"Condition","id":"{{id}}","subject":{"reference":"{{subject}}"},"code":{"text":"x"} }""";

    private sealed class OneByteStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 1)]);
    }
}
