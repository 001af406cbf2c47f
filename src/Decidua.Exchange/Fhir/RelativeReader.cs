using Decidua.Clinical.Records;
using Decidua.Exchange.Json;

namespace Decidua.Exchange.Fhir;

/// <summary>Reads FamilyMemberHistory; each condition of the relative becomes an entry of its own.</summary>
internal static class RelativeReader
{
    /// <summary>The conditions; none when the source takes the entry back or says that nothing is known.</summary>
    public static IEnumerable<RelativeCondition> Read(Resource resource, IssueList issues)
    {
        var json = resource.Json;
        var relationship = FhirReading.ReadConcept(json.Object("relationship"), resource.At("relationship"), issues);
        if (Exclusion.ByStatus(resource, "status", json.Text("status") ?? "", ["entered-in-error", "health-unknown"], relationship, issues))
            return [];
        var kinship = relationship.Codes.Select(code => KinshipOf(code.Value)).FirstOrDefault(one => one != Kinship.Unstated);
        var recorded = FhirReading.ReadDate(json, "date", resource.Place, issues);
        var index = 0;
        return
        [
            .. json.Items("condition")
                .Select(item => FhirReading.ReadConcept(item.Object("code"), resource.At($"condition[{index++}]"), issues))
                .Where(what => !what.IsEmpty)
                .Select(what => new RelativeCondition { What = what, From = resource.Origin, Kinship = kinship, Recorded = recorded }),
        ];
    }

    // HL7's list of relationships (v3-RoleCode). Relations by marriage and adoption, and those it does not list here, stay open.
    private static Kinship KinshipOf(string code) => code switch
    {
        "FTH" or "MTH" or "PRN" or "NFTH" or "NMTH" or "NPRN" or "SIB" or "BRO" or "SIS" or "NBRO" or "NSIS" or "NSIB" or "TWIN" or "TWINBRO" or "TWINSIS"
            or "CHILD" or "SON" or "DAU" or "NCHILD" or "SONC" or "DAUC" => Kinship.FirstDegree,
        "GRPRN" or "GRFTH" or "GRMTH" or "MGRFTH" or "MGRMTH" or "PGRFTH" or "PGRMTH" or "AUNT" or "MAUNT" or "PAUNT" or "UNCLE" or "MUNCLE" or "PUNCLE"
            or "COUSN" or "MCOUSN" or "PCOUSN" or "NIENEPH" or "NIECE" or "NEPHEW" or "HSIB" or "HBRO" or "HSIS" => Kinship.MoreDistant,
        _ => Kinship.Unstated,
    };
}
