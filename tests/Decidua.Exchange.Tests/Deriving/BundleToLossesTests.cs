using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Deriving;
using NodaTime;
using static Decidua.Exchange.Tests.Bundles;
using Record = Decidua.Clinical.Records.Record;

namespace Decidua.Exchange.Tests.Deriving;

/// <summary>Losses, antibodies and relatives from the text of a Bundle.</summary>
public class BundleToLossesTests
{
    [Fact]
    public void Losses_are_counted_from_conditions_and_procedures()
    {
        var record = Usable(ReadWith(Condition("19169002", "2021-05-01"), Condition("44782008", "2022-05-01"), Condition("34801009", "2023-05-01"), Condition("85116003", "2024-05-01")));
        Shown(record, "losses (ESHRE)").ShouldBe("at least 1");
        Shown(record, "previous miscarriages").ShouldBe("at least 1");
        Shown(record, "previous molar pregnancy").ShouldBe("yes");
        Shown(record, "previous ectopic pregnancy").ShouldBe("yes");
        Shown(record, "second-trimester losses").ShouldBe("not known");
        Shown(record, "losses (Russia)").ShouldBe("not known");
        Shown(record, "fetal death from 16 to 34 weeks").ShouldBe("not known");
    }

    [Theory]
    [InlineData("\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"10828004\"}]}", "persistent")]
    [InlineData("\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"260385009\"}]}", "negative")]
    [InlineData("\"valueString\":\"see report\",\"interpretation\":[{\"coding\":[{\"code\":\"POS\"}]}]", "persistent")]
    [InlineData("\"valueString\":\"see report\",\"interpretation\":[{\"coding\":[{\"code\":\"N\"}]}]", "negative")]
    [InlineData("\"valueString\":\"see report\",\"interpretation\":[{\"coding\":[{\"code\":\"N\"}]},{\"coding\":[{\"code\":\"POS\"}]}]", "not known")]
    [InlineData("\"valueString\":\"positive\"", "not known")]
    public void A_lupus_anticoagulant_is_read_from_a_coded_answer_or_the_laboratorys_mark(string value, string expected) =>
        Shown(Usable(ReadWith(Result("3281-3", value, "2025-01-01"), Result("3281-3", value, "2025-06-01"))), "lupus anticoagulant").ShouldBe(expected);

    [Fact]
    public void A_titre_is_read_with_its_unit()
    {
        string Titre(string code, string on) => Result(code, "\"valueQuantity\":{\"value\":55,\"unit\":\"GPL\"}", on);
        var record = Usable(ReadWith(Titre("3181-5", "2025-01-01"), Titre("3181-5", "2025-06-01")));
        Shown(record, "anticardiolipin").ShouldBe("persistent");
        Shown(record, "antibody class and titre").ShouldBe("moderate IgG or high IgG");
    }

    [Fact]
    public void A_lupus_anticoagulant_taken_on_heparin_or_with_a_raised_INR_is_not_read()
    {
        var positive = Result("3281-3", "\"valueBoolean\":true", "2025-01-01");
        var heparin = $$$"""
            {"resourceType":"MedicationStatement","id":"m",{{{Subject}}},"status":"active","medicationCodeableConcept":{"coding":[{"system":"http://www.whocc.no/atc","code":"B01AB05"}]},
             "effectivePeriod":{"start":"2024-12-01"}}
            """;
        Shown(Usable(ReadWith(positive)), "lupus anticoagulant").ShouldBe("not confirmed");
        Shown(Usable(ReadWith(positive, heparin)), "lupus anticoagulant").ShouldBe("not known");
        Shown(Usable(ReadWith(positive, heparin, Result("3274-8", "\"valueQuantity\":{\"value\":0.4,\"unit\":\"U/mL\"}", "2025-01-01"))), "lupus anticoagulant").ShouldBe("not confirmed");
        Shown(Usable(ReadWith(positive, Result("6301-6", "\"valueQuantity\":{\"value\":2.4,\"unit\":\"1\"}", "2025-01-01"))), "lupus anticoagulant").ShouldBe("not known");
    }

    [Theory]
    [InlineData("MTH", "first-degree unprovoked or oestrogen related or first-degree provoked")]
    [InlineData("MAUNT", "more distant relative")]
    [InlineData("ROOM", "first-degree unprovoked or oestrogen related or first-degree provoked or more distant relative")]
    public void A_clot_of_a_relative_is_read(string relationship, string expected) =>
        Shown(Usable(ReadWith(Relative(relationship, "completed"))), "family history of clots").ShouldBe(expected);

    [Fact]
    public void A_relative_whose_entry_was_a_mistake_is_left_out()
    {
        var reading = ReadWith(Relative("MTH", "entered-in-error"));
        Only(reading, IssueCode.ExcludedEntry);
        reading.Value!.Relatives.ShouldBeEmpty();
    }

    private static string Relative(string relationship, string status) => $$$"""
        {"resourceType":"FamilyMemberHistory","id":"f","patient":{"reference":"Patient/a"},"status":"{{{status}}}","date":"2025-01-01",
         "relationship":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-RoleCode","code":"{{{relationship}}}"}]},
         "condition":[{"code":{"coding":[{"system":"http://snomed.info/sct","code":"128053003"}]}},{"code":{"coding":[{"system":"http://snomed.info/sct","code":"73211009"}]}}]}
        """;

    private static string Result(string code, string value, string on) => $$$"""
        {"resourceType":"Observation","id":"{{{code}}}-{{{on}}}",{{{Subject}}},"status":"final","code":{"coding":[{"system":"http://loinc.org","code":"{{{code}}}"}]},
         "effectiveDateTime":"{{{on}}}",{{{value}}}}
        """;

    private static string Condition(string code, string on) => $$$"""
        {"resourceType":"Condition","id":"{{{code}}}",{{{Subject}}},"code":{"coding":[{"system":"http://snomed.info/sct","code":"{{{code}}}"}]},"onsetDateTime":"{{{on}}}"}
        """;

    private static string Shown(Record record, string name)
    {
        var reading = Derivation.Derive(record, new LocalDate(2026, 3, 1), SharedData.Knowledge);
        var facts = reading.Value.ShouldNotBeNull(string.Join('\n', reading.Issues));
        var fact = SharedData.Knowledge.Library.Vocabulary.Named(name)!;
        return ValueText.Set(fact.Type, facts[fact].Values);
    }
}
