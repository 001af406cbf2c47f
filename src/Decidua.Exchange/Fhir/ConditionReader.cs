using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Exchange.Json;

namespace Decidua.Exchange.Fhir;

/// <summary>Reads Condition and AllergyIntolerance.</summary>
internal static class ConditionReader
{
    private static readonly string[] Ends =
        ["abatementDateTime", "abatementPeriod", "abatementAge", "abatementRange", "abatementString"];

    private static readonly string[] Undated =
        ["onsetAge", "onsetRange", "onsetString", "abatementAge", "abatementRange", "abatementString"];

    /// <summary>The condition, or null with an issue when the source itself takes it back or it says nothing.</summary>
    public static Condition? ReadCondition(Resource resource, IssueList issues)
    {
        var json = resource.Json;
        var verification = FhirReading.FirstCode(json.Object("verificationStatus"));
        var what = FhirReading.ReadConcept(json.Object("code"), resource.At("code"), issues);
        if (Exclusion.ByStatus(resource, "verificationStatus", verification, ["entered-in-error", "refuted"], what, issues)
            || Exclusion.ByEmptiness(resource, "code", what, issues))
            return null;
        var over = FhirReading.FirstCode(json.Object("clinicalStatus"));
        return new()
        {
            What = what,
            From = resource.Origin,
            Onset = FhirReading.ReadDate(json, "onsetDateTime", resource.Place, issues)
                ?? FhirReading.ReadDate(json.Object("onsetPeriod"), "start", resource.At("onsetPeriod"), issues),
            Abatement = FhirReading.ReadDate(json, "abatementDateTime", resource.Place, issues)
                ?? FhirReading.ReadDate(json.Object("abatementPeriod"), "end", resource.At("abatementPeriod"), issues),
            Recorded = FhirReading.ReadDate(json, "recordedDate", resource.Place, issues),
            Status = HasAbated(resource, issues) ? ClinicalStatus.Over : Status(resource, over, issues),
            Verification = Sureness(resource, verification, issues),
        };
    }

    /// <summary>The allergy, or null with an issue when the source itself takes it back or it says nothing.</summary>
    public static Allergy? ReadAllergy(Resource resource, IssueList issues)
    {
        var json = resource.Json;
        var verification = FhirReading.FirstCode(json.Object("verificationStatus"));
        var what = FhirReading.ReadConcept(json.Object("code"), resource.At("code"), issues);
        if (Exclusion.ByStatus(resource, "verificationStatus", verification, ["entered-in-error", "refuted"], what, issues)
            || Exclusion.ByEmptiness(resource, "code", what, issues))
            return null;
        return new()
        {
            What = what,
            From = resource.Origin,
            Began = FhirReading.ReadDate(json, "onsetDateTime", resource.Place, issues)
                ?? FhirReading.ReadDate(json, "recordedDate", resource.Place, issues),
            Status = Status(resource, FhirReading.FirstCode(json.Object("clinicalStatus")), issues),
            Verification = Sureness(resource, verification, issues),
        };
    }

    // An end that is stated only as an age, a range or words still says that it is over.
    private static bool HasAbated(Resource resource, IssueList issues)
    {
        foreach (var member in Undated.Where(member => resource.Json.Member(member) is not null))
        {
            issues.Note(
                IssueCode.UnreadableDate, resource.At(member),
                "Only dates are read here. The entry was kept without this one.", "Record the date.");
        }

        return Ends.Any(member => resource.Json.Member(member) is not null);
    }

    private static ClinicalStatus Status(Resource resource, string code, IssueList issues) => code switch
    {
        "active" or "recurrence" or "relapse" => ClinicalStatus.Active,
        "inactive" or "remission" or "resolved" => ClinicalStatus.Over,
        "" => ClinicalStatus.Unstated,
        _ => Exclusion.UnknownStatus(resource, "clinicalStatus", code, ClinicalStatus.Unstated, issues),
    };

    private static Verification Sureness(Resource resource, string code, IssueList issues) => code switch
    {
        "confirmed" => Verification.Confirmed,
        "unconfirmed" or "provisional" or "differential" or "presumed" => Verification.Suspected,
        "" => Verification.Unstated,
        _ => Exclusion.UnknownStatus(resource, "verificationStatus", code, Verification.Suspected, issues),
    };
}
