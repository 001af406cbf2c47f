using Decidua.Clinical.Records;
using Decidua.Exchange.Json;

namespace Decidua.Exchange.Fhir;

/// <summary>What is read of a Patient: nothing that names her.</summary>
/// <param name="From">The resource.</param>
/// <param name="BirthDate">Date of birth, if stated.</param>
/// <param name="Sex">Sex as recorded.</param>
/// <param name="Died">Date of death, if stated.</param>
internal sealed record PatientEntry(Origin From, PartialDate? BirthDate, RecordedSex Sex, PartialDate? Died);

/// <summary>Reads Patient.</summary>
internal static class PatientReader
{
    /// <summary>The entry; always one.</summary>
    public static PatientEntry Read(Resource resource, IssueList issues) => new(
        resource.Origin,
        FhirReading.ReadDate(resource.Json, "birthDate", resource.Place, issues),
        resource.Json.Text("gender") switch
        {
            "female" => RecordedSex.Female,
            "male" => RecordedSex.Male,
            "other" => RecordedSex.Other,
            _ => RecordedSex.Unstated,
        },
        FhirReading.ReadDate(resource.Json, "deceasedDateTime", resource.Place, issues));
}
