using System.Text.Json;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Exchange.Json;

namespace Decidua.Exchange.Fhir;

/// <summary>Reads MedicationRequest, MedicationStatement, MedicationAdministration and Medication.</summary>
internal static class MedicationReader
{
    /// <summary>
    /// The drug, or null with an issue when it was never to be taken. When it is named by a reference to another
    /// resource, <paramref name="named"/> is that reference and the drug has no code yet.
    /// </summary>
    public static Medication? Read(Resource resource, IssueList issues, out string? named)
    {
        var json = resource.Json;
        named = null;
        var what = FhirReading.ReadConcept(json.Object("medicationCodeableConcept"), resource.At("medicationCodeableConcept"), issues);
        if (json.Object("medicationReference") is { } reference)
        {
            what = new([], reference.Text("display") ?? "");
            named = FhirReading.ReferenceOf(reference);
            if (named is not null && named.StartsWith('#'))
            {
                what = Contained(json, named[1..], resource, issues) ?? what;
                named = null;
            }
        }

        var status = json.Text("status") ?? "";
        if (Exclusion.ByStatus(resource, "status", status, ["entered-in-error", "cancelled", "not-done", "not-taken"], what, issues))
            return null;
        if (json.Truth("doNotPerform") == true)
        {
            issues.Note(
                IssueCode.ExcludedEntry, resource.At("doNotPerform"), $"{Quoted.Short(what.ToString())}: an order not to give it. It was left out.");
            return null;
        }

        if (named is null && Exclusion.ByEmptiness(resource, "medication[x]", what, issues))
            return null;
        return new()
        {
            What = what,
            From = resource.Origin,
            Began = FirstDay(resource, issues),
            Ended = LastDay(resource, issues),
            Status = json.Text("intent") is "proposal" or "plan" ? MedicationStatus.Intended : Status(resource, status, issues),
        };
    }

    /// <summary>What a Medication resource stands for.</summary>
    public static Concept ReadDrug(Resource resource, IssueList issues) =>
        FhirReading.ReadConcept(resource.Json.Object("code"), resource.At("code"), issues);

    private static PartialDate? FirstDay(Resource resource, IssueList issues) =>
        FhirReading.ReadDate(resource.Json, "effectiveDateTime", resource.Place, issues)
        ?? FhirReading.ReadDate(resource.Json.Object("effectivePeriod"), "start", resource.At("effectivePeriod"), issues)
        ?? FhirReading.ReadDate(resource.Json, "authoredOn", resource.Place, issues);

    private static PartialDate? LastDay(Resource resource, IssueList issues) =>
        FhirReading.ReadDate(resource.Json.Object("effectivePeriod"), "end", resource.At("effectivePeriod"), issues)
        ?? FhirReading.ReadDate(
            resource.Json.Object("dispenseRequest")?.Object("validityPeriod"), "end", resource.At("dispenseRequest.validityPeriod"), issues);

    private static MedicationStatus Status(Resource resource, string status, IssueList issues) => status switch
    {
        "active" or "in-progress" => MedicationStatus.Active,
        "draft" or "intended" => MedicationStatus.Intended,
        "on-hold" => MedicationStatus.OnHold,
        "completed" or "stopped" => MedicationStatus.Over,
        "unknown" or "" => MedicationStatus.Unstated,
        _ => Exclusion.UnknownStatus(resource, "status", status, MedicationStatus.Unstated, issues),
    };

    private static Concept? Contained(JsonElement json, string id, Resource resource, IssueList issues)
    {
        foreach (var contained in json.Items("contained"))
        {
            if (contained.Text("id") == id)
                return FhirReading.ReadConcept(contained.Object("code"), resource.At("contained"), issues);
        }

        issues.Warn(IssueCode.MissingReference, resource.At("medicationReference"), $"'#{Quoted.Short(id)}' points to nothing in this resource.");
        return null;
    }
}
