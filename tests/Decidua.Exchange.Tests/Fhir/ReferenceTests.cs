using Decidua.Clinical.Issues;
using static Decidua.Exchange.Tests.Bundles;

namespace Decidua.Exchange.Tests.Fhir;

public class ReferenceTests
{
    private const string Uuid = "urn:uuid:0b0a7c1e-3f0f-4c0e-9b8a-000000000001";

    [Theory]
    [InlineData(null, "\"id\":\"a\",", "Patient/a")]
    [InlineData(null, "\"id\":\"a\",", "Patient/a/_history/3")]
    [InlineData(null, "\"id\":\"a\",", "https://clinic.example/fhir/Patient/a")]
    [InlineData("https://clinic.example/fhir/Patient/a", "\"id\":\"a\",", "Patient/a")]
    [InlineData("https://clinic.example/fhir/Patient/a", "\"id\":\"a\",", "https://clinic.example/fhir/Patient/a")]
    [InlineData("https://clinic.example/fhir/Patient/a", "\"id\":\"a\",", "https://clinic.example/fhir/Patient/a/_history/1")]
    [InlineData(Uuid, "\"id\":\"a\",", Uuid)]
    [InlineData(Uuid, "", Uuid)]
    public void Absolute_relative_and_uuid_references_find_the_patient(string? fullUrl, string id, string reference) =>
        Usable(Read(BundleOf(fullUrl, id, reference))).Conditions.Count.ShouldBe(1);

    [Theory]
    [InlineData("https://clinic.example/fhir/Patient/a", "\"id\":\"a\",", "https://other.example/fhir/Patient/a")]
    [InlineData(null, "\"id\":\"a\",", "Patient/b")]
    [InlineData(null, "\"id\":\"a\",", "a")]
    [InlineData(null, "\"id\":\"a\",", "Patient?identifier=x|a")]
    [InlineData(Uuid, "", "urn:uuid:0b0a7c1e-3f0f-4c0e-9b8a-000000000002")]
    public void What_belongs_to_somebody_else_is_left_out_visibly(string? fullUrl, string id, string reference)
    {
        var reading = Read(BundleOf(fullUrl, id, reference));
        var issue = Only(reading, IssueCode.MissingReference);
        issue.Severity.ShouldBe(Severity.Warning);
        issue.At.ShouldBe("Bundle.entry[1].resource.subject");
        reading.Value!.Conditions.ShouldBeEmpty();
    }

    [Fact]
    public void What_belongs_to_nobody_is_left_out_visibly() =>
        Only(ReadWith("""{"resourceType":"Condition","code":{"text":"x"}}"""), IssueCode.UnusableResource).At.ShouldBe("Bundle.entry[1].resource.subject");

    [Fact]
    public void A_missing_encounter_is_noted_and_the_entry_kept()
    {
        var reading = ReadWith($$"""{"resourceType":"Condition",{{Subject}},"code":{"text":"x"},"encounter":{"reference":"Encounter/e"} }""");
        Only(reading, IssueCode.MissingReference).At.ShouldBe("Bundle.entry[1].resource.encounter");
        reading.Value!.Conditions.Count.ShouldBe(1);
    }

    [Fact]
    public void A_present_encounter_is_not_complained_of_in_either_order()
    {
        var condition = $$"""{"resourceType":"Condition",{{Subject}},"code":{"text":"x"},"encounter":{"reference":"Encounter/e"} }""";
        var encounter = $$"""{"resourceType":"Encounter","id":"e",{{Subject}}}""";
        ReadWith(condition, encounter).Issues.ShouldBeEmpty();
        ReadWith(encounter, condition).Issues.ShouldBeEmpty();
    }

    [Fact]
    public void A_drug_named_by_reference_gets_its_code()
    {
        const string drug = """{"resourceType":"Medication","id":"m","code":{"coding":[{"system":"http://www.whocc.no/atc","code":"B01AB05"}]}}""";
        Usable(ReadWith(Order("\"medicationReference\":{\"reference\":\"Medication/m\"}"), drug)).Medications[0].What.Codes[0].Value.ShouldBe("B01AB05");
        Usable(ReadWith(Order("\"contained\":[{\"resourceType\":\"Medication\",\"id\":\"m\",\"code\":{\"text\":\"enoxaparin\"}}],\"medicationReference\":{\"reference\":\"#m\"}")))
            .Medications[0].What.Text.ShouldBe("enoxaparin");
    }

    [Theory]
    [InlineData("Medication/m")]
    [InlineData("#m")]
    public void A_drug_named_by_a_missing_reference_is_kept_by_its_words(string reference)
    {
        var reading = ReadWith(Order($$"""
            "medicationReference":{"reference":"{{reference}}","display":"enoxaparin"}
            """));
        Only(reading, IssueCode.MissingReference).At.ShouldBe("Bundle.entry[1].resource.medicationReference");
        reading.Value!.Medications[0].What.Text.ShouldBe("enoxaparin");
    }

    private static string Order(string members) => $$"""{"resourceType":"MedicationRequest","status":"active",{{Subject}},{{members}}}""";

    private static string BundleOf(string? fullUrl, string id, string reference)
    {
        var address = fullUrl is null ? "" : $"\"fullUrl\":\"{fullUrl}\",";
        return $$$"""
            {"resourceType":"Bundle","entry":[{ {{{address}}}"resource":{"resourceType":"Patient",{{{id}}}"gender":"female"} },
             {"resource":{"resourceType":"Condition","code":{"text":"x"},"subject":{"reference":"{{{reference}}}"} } }]}
            """;
    }
}
