using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Deriving;
using NodaTime;
using static Decidua.Exchange.Tests.Bundles;

namespace Decidua.Exchange.Tests.Deriving;

/// <summary>From the text of a Bundle to facts, and the clinically impossible on the way.</summary>
public class BundleToFactsTests
{
    private static readonly LocalDate AsOf = new(2026, 6, 1);

    [Fact]
    public void A_booking_visit_becomes_facts()
    {
        var record = Usable(ReadWith(
            Observation("11778-8", "\"valueDateTime\":\"2026-10-08\""), Quantity("29463-7", "91", "kg"), Quantity("8302-2", "165", "cm"),
            Observation("11977-6", "\"valueInteger\":3"),
            Observation("72166-2", "\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"77176002\"}]}")));
        var reading = Derivation.Derive(record, AsOf, SharedData.Knowledge);
        reading.Issues.ShouldAllBe(issue => issue.Severity == Severity.Information);
        var facts = reading.Value!;
        string Shown(string name)
        {
            var fact = SharedData.Knowledge.Library.Vocabulary.Named(name)!;
            return ValueText.WithUnit(fact.Type, facts[fact].Values);
        }

        Shown("phase").ShouldBe("pregnant");
        Shown("gestation").ShouldBe("21+4");
        Shown("age").ShouldBe("36");
        Shown("parity").ShouldBe("3");
        Shown("smoker").ShouldBe("yes");
        Shown("dosing weight").ShouldBe("91 kg");
        Shown("booking BMI").ShouldStartWith("33.42");
    }

    [Fact]
    public void Body_mass_index_331() => Impossible(IssueCode.OutOfRange, Due, Quantity("39156-5", "331", "kg/m2")).Message.ShouldContain("331");

    [Fact]
    public void Gestation_45_weeks() => Impossible(IssueCode.ImpossibleGestation, Quantity("18185-9", "45", "wk"));

    [Fact]
    public void A_birth_before_conception() => Impossible(
        IssueCode.ImpossibleOrder,
        $$"""{"resourceType":"Condition","id":"c",{{Subject}},"code":{"coding":[{"system":"http://snomed.info/sct","code":"72892002"}]},"onsetDateTime":"2026-03-01","abatementDateTime":"2026-02-01"}""");

    [Fact]
    public void Elective_and_emergency_caesarean_of_one_birth()
    {
        var issue = Impossible(IssueCode.Contradiction, Procedure("177141003"), Procedure("274130007"));
        issue.At.ShouldBe("Bundle.entry[2].resource");
        issue.Message.ShouldContain("Procedure/p177141003");
    }

    private static string Due => Observation("11778-8", "\"valueDateTime\":\"2026-10-08\"");

    private static Issue Impossible(string code, params string[] resources)
    {
        var record = ReadWith(resources).Value.ShouldNotBeNull();
        var reading = Derivation.Derive(record, AsOf, SharedData.Knowledge);
        reading.Value.ShouldBeNull();
        var error = reading.Issues.Where(issue => issue.Severity == Severity.Error).ShouldHaveSingleItem();
        error.Code.ShouldBe(code, error.Message);
        error.Remedy.ShouldNotBeEmpty();
        return error;
    }

    private static string Procedure(string code) =>
        $$"""{"resourceType":"Procedure","id":"p{{code}}","status":"completed",{{Subject}},"code":{"coding":[{"system":"http://snomed.info/sct","code":"{{code}}"}]},"performedDateTime":"2026-05-20"}""";

    private static string Quantity(string code, string value, string unit) => Observation(
        code, $$"""
        "valueQuantity":{"value":{{value}},"unit":"{{unit}}","system":"http://unitsofmeasure.org","code":"{{unit}}"}
        """);

    private static string Observation(string code, string value) =>
        $$"""{"resourceType":"Observation","id":"o{{code}}","status":"final",{{Subject}},"code":{"coding":[{"system":"http://loinc.org","code":"{{code}}"}]},"effectiveDateTime":"2026-02-10",{{value}}}""";
}
