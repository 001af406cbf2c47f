using System.Text.Json;
using Decidua.Exchange.Json;

namespace Decidua.Exchange.Fhir;

/// <summary>Which resource types are read, and whose they are.</summary>
internal static class ResourceTypes
{
    /// <summary>Whether the type is read as an entry of one patient's record.</summary>
    public static bool IsEntry(string type) => type is
        "Condition" or "AllergyIntolerance" or "Procedure" or "Encounter" or "Observation"
        or "FamilyMemberHistory" or "MedicationRequest" or "MedicationStatement" or "MedicationAdministration";

    /// <summary>The reference to the patient, or null.</summary>
    public static string? Subject(JsonElement resource) =>
        FhirReading.ReferenceOf(resource.Object("subject")) ?? FhirReading.ReferenceOf(resource.Object("patient"));

    /// <summary>What is said of a type that is not read; <c>{0}</c> is the number of times.</summary>
    public static string Unread(string type) =>
        $"Resources of type {Quoted.Short(type)} are not read. They were left out ({{0}}), and nothing was concluded from their being there.";
}
