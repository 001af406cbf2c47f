using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using NodaTime;
using static Decidua.Exchange.Tests.Bundles;

namespace Decidua.Exchange.Tests.Fhir;

public class BundleReaderTests
{
    [Fact]
    public void Reads_the_patient_and_nothing_that_names_her()
    {
        var record = Usable(Read(Of("""
            {"resourceType":"Patient","id":"a","name":[{"family":"Secret"}],"gender":"female","birthDate":"1990-05-01","deceasedDateTime":"2026-01-01T10:00:00Z"}
            """)));
        record.PatientId.ShouldBe("a");
        record.BirthDate!.Value.ToString().ShouldBe("1990-05-01");
        record.Sex.ShouldBe(RecordedSex.Female);
        record.Died!.Value.ToString().ShouldBe("2026-01-01");
        record.ToString().ShouldNotContain("Secret");
    }

    [Fact]
    public void Reads_a_condition_with_origin_dates_and_status()
    {
        var record = Usable(ReadWith($$"""
            {"resourceType":"Condition","id":"c1",{{Subject}},
             "clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"resolved"}]},
             "verificationStatus":{"coding":[{"code":"confirmed"}]},
             "code":{"coding":[{"system":"http://snomed.info/sct","code":"72892002","display":"Normal pregnancy"},
                               {"system":"http://hl7.org/fhir/sid/icd-10","code":"Z34.9"},{"display":"no code"}],"text":"pregnant"},
             "onsetDateTime":"2014-06-17T15:54:55-04:00","abatementDateTime":"2015-01-27","recordedDate":"2014-06"}
            """));
        var condition = record.Conditions.ShouldHaveSingleItem();
        condition.From.ShouldBe(new Origin("Condition", "c1", "Bundle.entry[1].resource"));
        condition.What.Codes.Select(code => code.ToString()).ShouldBe(["SNOMED CT 72892002 (Normal pregnancy)", "ICD-10 Z34.9"]);
        condition.What.Text.ShouldBe("pregnant");
        condition.Onset.ShouldBe(PartialDate.On(new LocalDate(2014, 6, 17)));
        condition.Abatement.ShouldBe(PartialDate.On(new LocalDate(2015, 1, 27)));
        condition.Recorded!.Value.Precision.ShouldBe(DatePrecision.Month);
        condition.Status.ShouldBe(ClinicalStatus.Over);
        condition.Verification.ShouldBe(Verification.Confirmed);
    }

    [Theory]
    [InlineData("2020", "2020")]
    [InlineData("2020-02", "2020-02")]
    [InlineData("2020-02-29", "2020-02-29")]
    [InlineData("2020-02-29T23:59Z", "2020-02-29")]
    [InlineData("2020-02-29T23:59:59Z", "2020-02-29")]
    [InlineData("2020-02-29T23:59:60.123456789+13:45", "2020-02-29")]
    [InlineData("2020-03-01T00:30:00-05:00", "2020-03-01")]
    public void A_date_is_kept_as_the_local_date_with_its_precision(string text, string expected) =>
        Usable(ReadWith(Condition($"\"onsetDateTime\":\"{text}\""))).Conditions[0].Onset!.Value.ToString().ShouldBe(expected);

    [Theory]
    [InlineData("\"2021-02-29\"")]
    [InlineData("\"yesterday\"")]
    [InlineData("\"2020-02-29T\"")]
    [InlineData("\"2020-02-29T25:00:00Z\"")]
    [InlineData("\"2020-02-29T10:00:00\"")]
    [InlineData("\"2020-02-29T10:61:00Z\"")]
    [InlineData("\"2020-02-29T10:00:00.Z\"")]
    [InlineData("\"2020-02-29T10:00:00+25:00\"")]
    [InlineData("\"2020-02-29 10:00:00Z\"")]
    [InlineData("20200229")]
    [InlineData("\"\"")]
    public void An_unreadable_date_is_reported_and_the_entry_kept(string json)
    {
        var reading = ReadWith(Condition($"\"onsetDateTime\":{json}"));
        Only(reading, IssueCode.UnreadableDate).At.ShouldBe("Bundle.entry[1].resource.onsetDateTime");
        reading.Value!.Conditions[0].Onset.ShouldBeNull();
    }

    [Theory]
    [InlineData("unconfirmed")]
    [InlineData("provisional")]
    [InlineData("differential")]
    public void A_suspicion_is_kept_as_such(string status) =>
        Usable(ReadWith(Condition($$"""
            "verificationStatus":{"coding":[{"code":"{{status}}"}]}
            """))).Conditions[0].Verification.ShouldBe(Verification.Suspected);

    [Theory]
    [InlineData("Condition", "\"verificationStatus\":{\"coding\":[{\"code\":\"refuted\"}]},\"code\":{\"text\":\"clot\"}")]
    [InlineData("Condition", "\"verificationStatus\":{\"coding\":[{\"code\":\"entered-in-error\"}]},\"code\":{\"text\":\"clot\"}")]
    [InlineData("AllergyIntolerance", "\"verificationStatus\":{\"coding\":[{\"code\":\"refuted\"}]},\"code\":{\"text\":\"clot\"}")]
    [InlineData("Procedure", "\"status\":\"not-done\",\"code\":{\"text\":\"clot\"}")]
    [InlineData("Procedure", "\"status\":\"entered-in-error\",\"code\":{\"text\":\"clot\"}")]
    [InlineData("Encounter", "\"status\":\"cancelled\",\"type\":[{\"text\":\"clot\"}]")]
    [InlineData("Observation", "\"status\":\"entered-in-error\",\"code\":{\"text\":\"clot\"},\"valueString\":\"x\"")]
    [InlineData("Observation", "\"status\":\"cancelled\",\"code\":{\"text\":\"clot\"},\"valueString\":\"x\"")]
    [InlineData("MedicationStatement", "\"status\":\"not-taken\",\"medicationCodeableConcept\":{\"text\":\"clot\"}")]
    [InlineData("MedicationAdministration", "\"status\":\"not-done\",\"medicationCodeableConcept\":{\"text\":\"clot\"}")]
    [InlineData("MedicationRequest", "\"status\":\"cancelled\",\"medicationCodeableConcept\":{\"text\":\"clot\"}")]
    [InlineData("MedicationRequest", "\"status\":\"active\",\"doNotPerform\":true,\"medicationCodeableConcept\":{\"text\":\"clot\"}")]
    public void What_the_source_takes_back_is_left_out_visibly(string type, string members)
    {
        var reading = ReadWith($$"""{"resourceType":"{{type}}",{{Subject}},{{members}}}""");
        var issue = Only(reading, IssueCode.ExcludedEntry);
        issue.Severity.ShouldBe(Severity.Information);
        issue.Message.ShouldContain("clot");
        Everything(reading.Value!).ShouldBe(0);
    }

    [Fact]
    public void Preliminary_results_are_kept_and_marked()
    {
        var record = Usable(ReadWith(
            Observation("\"status\":\"preliminary\",\"valueInteger\":3"), Observation("\"status\":\"final\",\"valueInteger\":4")));
        record.Measurements.Select(entry => entry.Preliminary).ShouldBe([true, false], ignoreOrder: true);
    }

    [Theory]
    [InlineData("\"valueQuantity\":{\"value\":72.50,\"unit\":\"kilo\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"kg\"}", "72.50 kg")]
    [InlineData("\"valueQuantity\":{\"value\":160,\"unit\":\"lbs\"}", "160 lbs")]
    [InlineData("\"valueQuantity\":{\"value\":5,\"comparator\":\"<\",\"unit\":\"mg/L\"}", "<5 mg/L")]
    [InlineData("\"valueQuantity\":{\"value\":7.25e1,\"unit\":\"kg\"}", "72.5 kg")]
    [InlineData("\"valueCodeableConcept\":{\"text\":\"ex-smoker\"}", "ex-smoker")]
    [InlineData("\"valueDateTime\":\"2026-01-04\"", "2026-01-04")]
    [InlineData("\"valueInteger\":2", "2")]
    [InlineData("\"valueBoolean\":true", "yes")]
    [InlineData("\"valueString\":\"fine\"", "fine")]
    public void Reads_every_kind_of_value(string value, string expected) =>
        Usable(ReadWith(Observation(value))).Measurements[0].Found.ToString().ShouldBe(expected);

    [Fact]
    public void Components_become_measurements_of_their_own()
    {
        var record = Usable(ReadWith(Observation("""
            "component":[{"code":{"text":"systolic"},"valueQuantity":{"value":120,"code":"mm[Hg]"}},
                         {"code":{"text":"diastolic"},"valueQuantity":{"value":80,"code":"mm[Hg]"}},{"code":{"text":"none"}}]
            """)));
        record.Measurements.Select(entry => $"{entry.What} {entry.Found}").ShouldBe(["systolic 120 mm[Hg]", "diastolic 80 mm[Hg]"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"dataAbsentReason\":{\"coding\":[{\"code\":\"refused\"}]}")]
    [InlineData("\"valueQuantity\":{\"unit\":\"kg\"}")]
    [InlineData("\"valueCodeableConcept\":{}")]
    [InlineData("\"valueRange\":{\"low\":{\"value\":1}}")]
    public void An_observation_without_value_is_left_out_visibly(string members)
    {
        var reading = ReadWith(Observation(members));
        Only(reading, IssueCode.UnusableResource).At.ShouldBe("Bundle.entry[1].resource");
        reading.Value!.Measurements.ShouldBeEmpty();
    }

    [Fact]
    public void A_number_that_is_none_is_reported()
    {
        var issues = ReadWith(Observation("\"valueQuantity\":{\"value\":\"seventy\"}")).Issues;
        issues.Select(issue => issue.Code).ShouldBe([IssueCode.WrongType, IssueCode.UnusableResource], ignoreOrder: true);
    }

    [Fact]
    public void A_resource_that_names_nothing_is_left_out_visibly() =>
        Only(ReadWith($$"""{"resourceType":"Condition",{{Subject}},"code":5}"""), IssueCode.UnusableResource).At.ShouldBe("Bundle.entry[1].resource.code");

    [Theory]
    [InlineData("\"modifierExtension\":[{\"url\":\"https://x.example/negated\",\"valueBoolean\":true}]")]
    [InlineData("\"implicitRules\":\"https://x.example/rules\"")]
    public void A_resource_that_may_mean_something_else_is_left_out_visibly(string members)
    {
        var reading = ReadWith(Condition(members));
        Only(reading, IssueCode.UnusableResource);
        reading.Value!.Conditions.ShouldBeEmpty();
    }

    [Fact]
    public void Unread_resources_are_counted_by_type()
    {
        var reading = ReadWith("""{"resourceType":"Basic"}""", """{"resourceType":"Basic"}""", """{"resourceType":"Claim"}""");
        Usable(reading);
        reading.Issues.Length.ShouldBe(2);
        reading.Issues.ShouldAllBe(issue => issue.Code == IssueCode.UnknownResource && issue.Severity == Severity.Information);
        reading.Issues[0].Message.ShouldContain("2 times");
        reading.Issues[0].At.ShouldBe("Bundle.entry[1].resource");
        reading.Issues[1].Message.ShouldContain("once");
    }

    [Fact]
    public void A_page_of_several_says_so() =>
        Only(Read("{\"link\":[{\"relation\":\"next\",\"url\":\"x\"}]," + Of(Patient)[1..]), IssueCode.MorePages);

    [Fact]
    public void An_entry_without_resource_is_reported() =>
        Only(Read("{\"resourceType\":\"Bundle\",\"entry\":[7,{\"resource\":" + Patient + "}]}"), IssueCode.UnusableResource).At.ShouldBe("Bundle.entry[0].resource");

    [Fact]
    public void The_same_resource_twice_is_counted_once_and_different_ones_are_kept()
    {
        var same = ReadWith(Condition("\"id\":\"c\""), Condition("\"id\":\"c\""));
        Only(same, IssueCode.RepeatedEntry);
        same.Value!.Conditions.Count.ShouldBe(1);
        var different = ReadWith(Condition("\"id\":\"c\""), Condition("\"id\":\"c\",\"onsetDateTime\":\"2020\""));
        Only(different, IssueCode.RepeatedEntry);
        different.Value!.Conditions.Count.ShouldBe(2);
        Usable(ReadWith(Condition("\"text\":1"), Condition("\"text\":1"))).Conditions.Count.ShouldBe(2);
    }

    [Fact]
    public void Entries_stand_in_order_of_date_whatever_the_order_of_the_Bundle()
    {
        string[] entries =
        [
            Condition("\"id\":\"1\",\"onsetDateTime\":\"2020\""), Condition("\"id\":\"2\""),
            Condition("\"id\":\"3\",\"onsetDateTime\":\"2010-05\""), Condition("\"id\":\"4\",\"onsetDateTime\":\"2020\""),
        ];
        Usable(ReadWith(entries)).Conditions.Select(entry => entry.From.Id).ShouldBe(["2", "3", "1", "4"]);
        Usable(ReadWith([.. entries.Reverse()])).Conditions.Select(entry => entry.From.Id).ShouldBe(["2", "3", "1", "4"]);
    }

    [Fact]
    public void Reads_procedures_contacts_drugs_and_allergies()
    {
        var record = Usable(ReadWith(
            $$"""{"resourceType":"Procedure","status":"completed",{{Subject}},"code":{"text":"caesarean"},"performedPeriod":{"start":"2020-01-02","end":"2020-01-03"} }""",
            $$"""{"resourceType":"Procedure","status":"preparation",{{Subject}},"code":{"text":"caesarean"},"performedDateTime":"2021"}""",
            $$"""{"resourceType":"Encounter","status":"in-progress",{{Subject}},"class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"IMP"},"period":{"start":"2020-01-01"},"reasonCode":[{"text":"birth"}]}""",
            $$"""{"resourceType":"MedicationRequest","status":"active","intent":"order",{{Subject}},"medicationCodeableConcept":{"coding":[{"system":"http://www.whocc.no/atc","code":"B01AB05"}]},"authoredOn":"2020-01-05"}""",
            $$"""{"resourceType":"MedicationStatement","status":"completed",{{Subject}},"medicationCodeableConcept":{"text":"aspirin"},"effectivePeriod":{"start":"2019-01-05","end":"2019-06"} }""",
            $$"""{"resourceType":"MedicationRequest","status":"active","intent":"plan",{{Subject}},"medicationCodeableConcept":{"text":"x"} }""",
            """{"resourceType":"AllergyIntolerance","patient":{"reference":"Patient/a"},"code":{"text":"heparin"},"recordedDate":"2018"}"""));
        record.Procedures.Select(entry => $"{entry.When} {entry.Status}").ShouldBe(["2020-01-02 Done", "2021 Planned"]);
        var stay = record.Encounters.ShouldHaveSingleItem();
        stay.Setting.Codes[0].Value.ShouldBe("IMP");
        stay.Status.ShouldBe(EncounterStatus.Ongoing);
        stay.Inpatient.ShouldBe(Presence.Present);
        stay.Ended.ShouldBeNull();
        stay.Reasons.Text.ShouldBe("birth");
        record.Medications.Select(entry => $"{entry.What} {entry.Began}-{entry.Ended} {entry.Status}").ShouldBe(
            ["x - Intended", "aspirin 2019-01-05-2019-06 Over", "ATC B01AB05 2020-01-05- Active"]);
        record.Allergies[0].Began!.Value.ToString().ShouldBe("2018");
    }

    [Theory]
    [InlineData("Condition", "\"clinicalStatus\":{\"coding\":[{\"code\":\"perhaps\"}]},\"code\":{\"text\":\"x\"}")]
    [InlineData("Condition", "\"verificationStatus\":{\"coding\":[{\"code\":\"perhaps\"}]},\"code\":{\"text\":\"x\"}")]
    [InlineData("Procedure", "\"status\":\"perhaps\",\"code\":{\"text\":\"x\"}")]
    [InlineData("Encounter", "\"status\":\"perhaps\"")]
    [InlineData("MedicationRequest", "\"status\":\"perhaps\",\"medicationCodeableConcept\":{\"text\":\"x\"}")]
    public void A_status_that_FHIR_does_not_have_is_reported_and_the_entry_kept(string type, string members)
    {
        var reading = ReadWith($$"""{"resourceType":"{{type}}",{{Subject}},{{members}}}""");
        Only(reading, IssueCode.UnusableResource).Message.ShouldContain("perhaps");
        Everything(reading.Value!).ShouldBe(1);
    }

    [Fact]
    public void An_end_without_a_date_is_still_an_end()
    {
        var reading = ReadWith(Condition("\"abatementString\":\"last year\""));
        Only(reading, IssueCode.UnreadableDate);
        reading.Value!.Conditions[0].Status.ShouldBe(ClinicalStatus.Over);
    }

    private static int Everything(Clinical.Records.Record record) => record.Conditions.Count + record.Procedures.Count
        + record.Measurements.Count + record.Medications.Count + record.Allergies.Count + record.Encounters.Count;

    private static string Condition(string members) =>
        $$"""{"resourceType":"Condition",{{Subject}},"code":{"coding":[{"system":"http://snomed.info/sct","code":"1"}]},{{members}}}""";

    private static string Observation(string members) =>
        $$"""{"resourceType":"Observation",{{Subject}},"code":{"text":"x"},"effectiveDateTime":"2026-01-10"{{(members.Length == 0 ? "" : ",")}}{{members}}}""";
}
