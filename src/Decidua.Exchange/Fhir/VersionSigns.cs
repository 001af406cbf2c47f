using System.Text.Json;
using Decidua.Clinical.Issues;
using Decidua.Exchange.Json;

namespace Decidua.Exchange.Fhir;

/// <summary>
/// Tells whether a resource was written for another version of FHIR than R4. FHIR JSON does not state its version, so this
/// looks for what R4 does not have: a stated version, a profile of another version, a resource type or a member that R4
/// dropped or did not have yet. Read as R4, such a resource would silently lose a status or a date.
/// </summary>
internal static class VersionSigns
{
    private static readonly string[] OtherVersionSegments = ["DSTU1", "DSTU2", "STU3", "R5", "R6", "1.0", "1.4", "3.0", "5.0", "6.0"];

    private const string CoreProfile = "http://hl7.org/fhir/StructureDefinition/";

    /// <summary>The error, or null when nothing speaks against R4.</summary>
    public static Issue? Find(Resource resource)
    {
        var sign = StatedVersion(resource) ?? Profile(resource.Json) ?? TypeSign(resource.Type) ?? MemberSign(resource);
        return sign is null
            ? null
            : new(
                IssueCode.WrongFhirVersion, Severity.Error, resource.Place,
                $"This is not FHIR R4 (4.0): {sign}.", "Export it as FHIR R4.");
    }

    private static string? StatedVersion(Resource resource) =>
        resource.Json.Text("fhirVersion") is { } version && !IsR4(version)
            ? $"{resource.Type}.fhirVersion is '{Quoted.Short(version)}'"
            : null;

    // 4.3 (R4B) changed none of the resources that are read here.
    private static bool IsR4(string version) =>
        version is "4.0" or "4.3" || version.StartsWith("4.0.", StringComparison.Ordinal) || version.StartsWith("4.3.", StringComparison.Ordinal);

    private static string? Profile(JsonElement resource)
    {
        if (resource.Object("meta") is not { } meta)
            return null;
        foreach (var item in meta.Items("profile"))
        {
            if (item.ValueKind != JsonValueKind.String)
                continue;
            var profile = item.GetString()!;
            var bar = profile.IndexOf('|', StringComparison.Ordinal);
            var address = bar < 0 ? profile : profile[..bar];
            var otherCore = bar >= 0 && address.StartsWith(CoreProfile, StringComparison.Ordinal) && !IsR4(profile[(bar + 1)..]);
            if (otherCore || address.Split('/').Any(OtherVersionSegments.Contains))
                return $"meta.profile is '{Quoted.Short(profile)}'";
        }

        return null;
    }

    private static string? TypeSign(string type) => type switch
    {
        "Conformance" or "MedicationOrder" or "DiagnosticOrder" or "ProcedureRequest" or "ReferralRequest" or "DeviceUseRequest"
            or "NutritionIntake" or "GenomicStudy" or "ImagingSelection" or "EncounterHistory" or "InventoryReport" or "Transport"
            => $"R4 has no resource {type}",
        _ => null,
    };

    private static string? MemberSign(Resource resource)
    {
        var json = resource.Json;
        return resource.Type switch
        {
            "Condition" => IsText(json, "clinicalStatus") ?? IsText(json, "verificationStatus") ?? Has(json, "patient"),
            "AllergyIntolerance" => IsText(json, "clinicalStatus") ?? IsText(json, "verificationStatus"),
            "Encounter" => IsText(json, "class") ?? IsList(json, "class") ?? Has(json, "reason") ?? Has(json, "actualPeriod"),
            "Procedure" => Has(json, "notDone") ?? Has(json, "notPerformed") ?? Has(json, "occurrenceDateTime") ?? Has(json, "occurrencePeriod"),
            "MedicationStatement" => Has(json, "taken") ?? Has(json, "wasNotTaken") ?? Has(json, "medication"),
            "MedicationAdministration" => Has(json, "notGiven") ?? Has(json, "medication"),
            "MedicationRequest" => Has(json, "medication"),
            _ => null,
        };
    }

    private static string? IsText(JsonElement json, string member) =>
        json.Text(member) is null ? null : $"'{member}' is a text, which R4 writes as a coded concept";

    private static string? IsList(JsonElement json, string member) =>
        json.Member(member)?.ValueKind == JsonValueKind.Array ? $"'{member}' is a list, which R4 writes as one code" : null;

    private static string? Has(JsonElement json, string member) =>
        json.Member(member) is null ? null : $"R4 has no member '{member}' here";
}
