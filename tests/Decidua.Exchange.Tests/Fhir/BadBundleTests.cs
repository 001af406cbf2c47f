using System.Text;
using Decidua.Clinical.Issues;
using Decidua.Exchange.Fhir;
using static Decidua.Exchange.Tests.Bundles;

namespace Decidua.Exchange.Tests.Fhir;

/// <summary>Bundles that cannot be used: one error each, that names the place; no record, no exception.</summary>
public class BadBundleTests
{
    private const int Mebibyte = 1024 * 1024;

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("{")]
    [InlineData("not json")]
    [InlineData("{\"resourceType\":\"Bundle\",}")]
    [InlineData("{'resourceType':'Bundle'}")]
    [InlineData("{\"resourceType\":\"Bundle\"} {}")]
    [InlineData("{\"a\":\"\\uD800\"}")]
    [InlineData("{\"a\":\"\\uDC00x\"}")]
    [InlineData("{\"a\":\"\\uD83D\\n\"}")]
    [InlineData("{\"\\uD800\":1}")]
    [InlineData("{\"a\":NaN}")]
    public void Malformed(string text) => Refused(Read(text), IssueCode.MalformedJson).At.ShouldStartWith("file.json");

    [Fact]
    public void Not_utf8() => Refused(
        BundleReader.Read(new byte[] { (byte)'"', 0xC3, 0x28, (byte)'"' }, "file.json"), IssueCode.MalformedJson);

    [Fact]
    public void Utf16() =>
        Refused(BundleReader.Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Of(Patient))).ToArray(), "file.json"), IssueCode.MalformedJson);

    [Fact]
    public void Malformed_names_line_and_column() =>
        Refused(Read("{\n  \"resourceType\": Bundle\n}"), IssueCode.MalformedJson).At.ShouldBe("file.json:2:19");

    [Fact]
    public void Truncated_at_any_byte_is_refused()
    {
        var whole = Of(Patient, $$"""{"resourceType":"Condition","id":"é","code":{"text":"a\u00e9\"b"},{{Subject}}}""");
        var bytes = Encoding.UTF8.GetBytes(whole);
        for (var length = 0; length < bytes.Length; length++)
            Refused(BundleReader.Read(bytes.AsMemory(0, length), "file.json"), IssueCode.MalformedJson);
        Usable(BundleReader.Read(bytes, "file.json"));
    }

    [Fact]
    public void Truncated_says_so() => Refused(Read(Of(Patient)[..^3]), IssueCode.MalformedJson).Message.ShouldContain("truncated");

    [Fact]
    public void Fifty_mebibytes()
    {
        var bytes = new byte[50 * Mebibyte];
        Array.Fill(bytes, (byte)' ');
        Refused(BundleReader.Read(bytes, "file.json"), IssueCode.TooLarge);
        using var stream = new CountingStream(bytes);
        Refused(BundleReader.Read(stream, "file.json"), IssueCode.TooLarge);
        stream.Count.ShouldBeLessThan(ReadingLimits.FileBytes + Mebibyte);
    }

    [Fact]
    public void Exactly_the_limit_is_read()
    {
        var text = Of(Patient);
        Usable(Read(text.PadRight(ReadingLimits.FileBytes)));
        Refused(Read(text.PadRight(ReadingLimits.FileBytes + 1)), IssueCode.TooLarge);
    }

    [Theory]
    [InlineData(65)]
    [InlineData(1000)]
    [InlineData(10_000_000)]
    public void Deep_nesting(int depth)
    {
        var error = Refused(Read(new string('[', depth)), IssueCode.TooDeep);
        error.At.ShouldBe("file.json:1:65");
        Refused(Read(Of($$"""{"resourceType":"Patient","id":"a","x":{{new string('[', 100)}}{{new string(']', 100)}}}""")), IssueCode.TooDeep);
    }

    [Fact]
    public void As_deep_as_the_limit_is_read()
    {
        // The Bundle, its list, the entry and the resource are four levels.
        var deep = ReadingLimits.Depth - 4;
        Usable(Read(Of($$"""{"resourceType":"Patient","id":"a","x":{{new string('[', deep)}}{{new string(']', deep)}}}""")));
        Refused(Read(Of($$"""{"resourceType":"Patient","id":"a","x":{{new string('[', deep + 1)}}{{new string(']', deep + 1)}}}""")), IssueCode.TooDeep);
    }

    [Theory]
    [InlineData("{\"resourceType\":\"Bundle\",\"resourceType\":\"Bundle\"}", "'resourceType'")]
    [InlineData("{\"entry\":[{\"a\":1,\"b\":{},\"a\":2}]}", "'a'")]
    [InlineData("{\"a\":1,\"\\u0061\":2}", "'a'")]
    public void A_member_named_twice(string text, string name) =>
        Refused(Read(text), IssueCode.DuplicateKey).Message.ShouldContain(name);

    [Fact]
    public void Two_dates_of_birth_in_one_object() => Refused(
        Read(Of("""{"resourceType":"Patient","id":"a","birthDate":"1990-05-01","birthDate":"1991-05-01"}""")), IssueCode.DuplicateKey);

    [Fact]
    public void Two_dates_of_birth_in_two_entries()
    {
        var error = Refused(Read(Of(Patient, """{"resourceType":"Patient","id":"a","birthDate":"1991-05-01","gender":"female"}""")), IssueCode.Contradiction);
        error.At.ShouldBe("Bundle.entry[1].resource.birthDate");
        error.Message.ShouldContain("1990-05-01");
        error.Message.ShouldContain("1991-05-01");
    }

    [Fact]
    public void Two_patients() =>
        Refused(Read(Of(Patient, """{"resourceType":"Patient","id":"b"}""")), IssueCode.SeveralPatients).Message.ShouldContain("Patient/b");

    [Fact]
    public void Two_patients_without_id() =>
        Refused(Read(Of("""{"resourceType":"Patient"}""", """{"resourceType":"Patient"}""")), IssueCode.SeveralPatients);

    [Theory]
    [InlineData("""{"resourceType":"Bundle","entry":[]}""")]
    [InlineData("""{"resourceType":"Bundle"}""")]
    public void No_patient(string text) => Refused(Read(text), IssueCode.NoPatient);

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("{}")]
    [InlineData("{\"resourceType\":7}")]
    [InlineData("{\"facts\":{}}")]
    [InlineData("{\"resourceType\":\"Patient\",\"id\":\"a\"}")]
    [InlineData("{\"resourceType\":\"Bundle\",\"entry\":{}}")]
    public void Another_shape(string text) => Read(text).Issues.ShouldContain(
        issue => issue.Code == IssueCode.UnknownShape && issue.Severity == Severity.Error);

    [Fact]
    public void More_entries_than_the_limit()
    {
        const string tiny = "{\"resource\":{\"resourceType\":\"X\"}}";
        var text = "{\"resourceType\":\"Bundle\",\"entry\":[" + string.Join(',', Enumerable.Repeat(tiny, ReadingLimits.Entries + 1)) + "]}";
        Refused(Read(text), IssueCode.TooMany);
    }

    [Theory]
    [InlineData("""{"resourceType":"CapabilityStatement","fhirVersion":"3.0.2"}""")]
    [InlineData("""{"resourceType":"CapabilityStatement","fhirVersion":"5.0.0"}""")]
    [InlineData("""{"resourceType":"Conformance","fhirVersion":"1.0.2"}""")]
    [InlineData("""{"resourceType":"Bundle","meta":{"profile":["http://hl7.org/fhir/3.0/StructureDefinition/Bundle"]}}""")]
    public void Another_version_at_the_top(string text) => Refused(Read(text), IssueCode.WrongFhirVersion);

    [Theory]
    [InlineData("""{"resourceType":"CapabilityStatement","fhirVersion":"1.0.2"}""")]
    [InlineData("""{"resourceType":"MedicationOrder","patient":{"reference":"Patient/a"}}""")]
    [InlineData("""{"resourceType":"Condition","meta":{"profile":["https://fhir.example/STU3/StructureDefinition/C-1"]},"subject":{"reference":"Patient/a"},"code":{"text":"x"}}""")]
    [InlineData("""{"resourceType":"Condition","meta":{"profile":["http://hl7.org/fhir/StructureDefinition/Condition|3.0.1"]},"subject":{"reference":"Patient/a"},"code":{"text":"x"}}""")]
    [InlineData("""{"resourceType":"Condition","clinicalStatus":"active","subject":{"reference":"Patient/a"},"code":{"text":"x"}}""")]
    [InlineData("""{"resourceType":"Condition","verificationStatus":"confirmed","patient":{"reference":"Patient/a"},"code":{"text":"x"}}""")]
    [InlineData("""{"resourceType":"Encounter","class":"inpatient","patient":{"reference":"Patient/a"}}""")]
    [InlineData("""{"resourceType":"Encounter","class":[{"coding":[{"code":"IMP"}]}],"subject":{"reference":"Patient/a"}}""")]
    [InlineData("""{"resourceType":"Procedure","notDone":true,"subject":{"reference":"Patient/a"}}""")]
    [InlineData("""{"resourceType":"Procedure","occurrenceDateTime":"2020","subject":{"reference":"Patient/a"}}""")]
    [InlineData("""{"resourceType":"MedicationStatement","taken":"n","subject":{"reference":"Patient/a"}}""")]
    [InlineData("""{"resourceType":"MedicationRequest","medication":{"concept":{"text":"x"}},"subject":{"reference":"Patient/a"}}""")]
    public void Another_version_in_an_entry(string resource)
    {
        var error = Refused(ReadWith(resource), IssueCode.WrongFhirVersion);
        error.At.ShouldBe("Bundle.entry[1].resource");
        error.Remedy.ShouldContain("R4");
    }

    [Theory]
    [InlineData("""{"resourceType":"CapabilityStatement","fhirVersion":"4.0.1"}""")]
    [InlineData("""{"resourceType":"CapabilityStatement","fhirVersion":"4.3.0"}""")]
    public void R4_and_R4B_pass(string resource) => Only(ReadWith(resource), IssueCode.UnknownResource);

    [Fact]
    public void A_profile_of_an_R4_guide_named_after_its_own_edition_passes() => Usable(ReadWith(
        $$"""{"resourceType":"Condition","meta":{"profile":["http://hl7.org/fhir/us/core/STU3.1.1/StructureDefinition/us-core-condition"]},{{Subject}},"code":{"text":"x"} }"""))
        .Conditions.Count.ShouldBe(1);

    [Fact]
    public void A_death_before_birth() => Refused(
        Read(Of("""{"resourceType":"Patient","id":"a","birthDate":"1990-05-01","deceasedDateTime":"1980-01-01"}""")), IssueCode.ImpossibleOrder);

    [Fact]
    public void Issues_are_limited_in_number()
    {
        var reading = Read(Of([Patient, .. Enumerable.Repeat("{}", 3000)]));
        reading.Issues.Length.ShouldBeLessThan(ReadingLimits.Issues + 10);
        reading.Issues[^1].Message.ShouldContain("further issues");
    }

    [Fact]
    public void Any_byte_changed_to_anything_gives_a_reading_not_an_exception()
    {
        var bytes = Encoding.UTF8.GetBytes(Of(
            Patient,
            $$"""{"resourceType":"Condition","id":"\u00e9",{{Subject}},"code":{"coding":[{"system":"http://snomed.info/sct","code":"1"}]},"onsetDateTime":"2020-02-29T10:00:00Z"}""",
            $$"""{"resourceType":"Observation",{{Subject}},"code":{"text":"x"},"valueQuantity":{"value":1.5e1,"code":"kg"},"component":[{"code":{"text":"y"},"valueInteger":1}]}""",
            $$"""{"resourceType":"MedicationRequest",{{Subject}},"contained":[{"id":"m"}],"medicationReference":{"reference":"#m"},"intent":"order"}"""));
        foreach (var other in "\"\\{}[]:,0-aZ \n\0"u8.ToArray().Concat(new byte[] { 0xC3, 0xFF }))
        {
            for (var place = 0; place < bytes.Length; place++)
            {
                var kept = bytes[place];
                bytes[place] = other;
                var reading = BundleReader.Read(bytes, "file.json");
                (reading.IsUsable || reading.Issues.Any(issue => issue.Severity == Severity.Error)).ShouldBeTrue();
                bytes[place] = kept;
            }
        }
    }

    private sealed class CountingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public long Count { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var read = base.Read(buffer);
            Count += read;
            return read;
        }
    }
}
