using Decidua.Clinical.Records;
using Decidua.Exchange.Json;

namespace Decidua.Exchange.Fhir;

/// <summary>Reads Procedure and Encounter.</summary>
internal static class ProcedureReader
{
    /// <summary>The procedure, or null with an issue when it was not done or says nothing.</summary>
    public static Procedure? ReadProcedure(Resource resource, IssueList issues)
    {
        var json = resource.Json;
        var status = json.Text("status") ?? "";
        var what = FhirReading.ReadConcept(json.Object("code"), resource.At("code"), issues);
        if (Exclusion.ByStatus(resource, "status", status, ["entered-in-error", "not-done"], what, issues)
            || Exclusion.ByEmptiness(resource, "code", what, issues))
            return null;
        return new()
        {
            What = what,
            From = resource.Origin,
            When = FhirReading.ReadDate(json, "performedDateTime", resource.Place, issues)
                ?? FhirReading.ReadDate(json.Object("performedPeriod"), "start", resource.At("performedPeriod"), issues),
            Status = status switch
            {
                "completed" => ProcedureStatus.Done,
                "preparation" => ProcedureStatus.Planned,
                "in-progress" or "on-hold" or "stopped" => ProcedureStatus.Begun,
                "unknown" or "" => ProcedureStatus.Unstated,
                _ => Exclusion.UnknownStatus(resource, "status", status, ProcedureStatus.Begun, issues),
            },
        };
    }

    /// <summary>The contact, or null with an issue when it was cancelled.</summary>
    public static Encounter? ReadEncounter(Resource resource, IssueList issues)
    {
        var json = resource.Json;
        var status = json.Text("status") ?? "";
        var types = FhirReading.ReadConcepts(json.Items("type"), resource.At("type"), issues);
        if (Exclusion.ByStatus(resource, "status", status, ["entered-in-error", "cancelled"], types, issues))
            return null;
        var setting = json.Object("class") is { } coding && FhirReading.ReadCoding(coding) is { } code
            ? new Concept([code], "")
            : Concept.None;
        return new()
        {
            Setting = setting,
            Inpatient = setting.Codes.Count == 0 ? Presence.Absent : InHospital(setting.Codes[0].Value),
            Types = types,
            Reasons = FhirReading.ReadConcepts(json.Items("reasonCode"), resource.At("reasonCode"), issues),
            From = resource.Origin,
            Began = FhirReading.ReadDate(json.Object("period"), "start", resource.At("period"), issues),
            Ended = FhirReading.ReadDate(json.Object("period"), "end", resource.At("period"), issues),
            Status = status switch
            {
                "planned" => EncounterStatus.Planned,
                "arrived" or "triaged" or "in-progress" or "onleave" => EncounterStatus.Ongoing,
                "finished" => EncounterStatus.Finished,
                "unknown" or "" => EncounterStatus.Unstated,
                _ => Exclusion.UnknownStatus(resource, "status", status, EncounterStatus.Unstated, issues),
            },
        };
    }

    // HL7's list of settings (v3-ActCode): inpatient, acute, non-acute; observation and short stay may be either.
    private static Presence InHospital(string setting) => setting switch
    {
        "IMP" or "ACUTE" or "NONAC" => Presence.Present,
        "OBSENC" or "SS" => Presence.Possible,
        _ => Presence.Absent,
    };
}
