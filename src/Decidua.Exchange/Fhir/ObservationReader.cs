using System.Text.Json;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Exchange.Json;

namespace Decidua.Exchange.Fhir;

/// <summary>Reads Observation; each of its components becomes a measurement of its own.</summary>
internal static class ObservationReader
{
    private const string Ucum = "http://unitsofmeasure.org";

    /// <summary>The measurements; none, with an issue, when the source takes it back or there is no value.</summary>
    public static IEnumerable<Measurement> Read(Resource resource, IssueList issues)
    {
        var json = resource.Json;
        var status = json.Text("status") ?? "";
        var what = FhirReading.ReadConcept(json.Object("code"), resource.At("code"), issues);
        if (Exclusion.ByStatus(resource, "status", status, ["entered-in-error", "cancelled"], what, issues)
            || Exclusion.ByEmptiness(resource, "code", what, issues))
            return [];
        var when = FhirReading.ReadDate(json, "effectiveDateTime", resource.Place, issues)
            ?? FhirReading.ReadDate(json, "effectiveInstant", resource.Place, issues)
            ?? FhirReading.ReadDate(json.Object("effectivePeriod"), "start", resource.At("effectivePeriod"), issues);
        var found = new List<Measurement>();
        void Keep(Concept about, Finding? finding, JsonElement holder)
        {
            if (finding is not null)
            {
                found.Add(new()
                {
                    What = about, Found = finding, From = resource.Origin, When = when, Marked = Mark(holder),
                    Preliminary = status is "registered" or "preliminary",
                });
            }
        }

        Keep(what, ReadValue(json, resource.Place, issues), json);
        var index = 0;
        foreach (var component in json.Items("component"))
        {
            var at = resource.At($"component[{index++}]");
            Keep(FhirReading.ReadConcept(component.Object("code"), at, issues), ReadValue(component, at, issues), component);
        }

        if (found.Count == 0)
            ReportNoValue(resource, what, issues);
        return found;
    }

    private static void ReportNoValue(Resource resource, Concept what, IssueList issues)
    {
        var reason = FhirReading.FirstCode(resource.Json.Object("dataAbsentReason"));
        issues.Warn(
            IssueCode.UnusableResource, resource.Place,
            $"{Quoted.Short(what.ToString())}: the observation has no value that can be read"
                + (reason.Length == 0 ? "." : $" ({Quoted.Short(reason)}).") + " It was left out.");
    }

    // HL7's list of interpretations. Two marks that say different things say nothing.
    private static LaboratoryMark Mark(JsonElement holder)
    {
        var marks = holder.Items("interpretation").Select(item => FhirReading.FirstCode(item) switch
        {
            "NEG" or "N" or "ND" or "NR" => LaboratoryMark.Normal,
            "POS" or "A" or "AA" or "H" or "HH" or "DET" or "RR" or "WR" => LaboratoryMark.Abnormal,
            _ => LaboratoryMark.Unstated,
        }).Where(mark => mark != LaboratoryMark.Unstated).Distinct().ToList();
        return marks.Count == 1 ? marks[0] : LaboratoryMark.Unstated;
    }

    private static Finding? ReadValue(JsonElement holder, string at, IssueList issues)
    {
        if (holder.Object("valueQuantity") is { } quantity)
            return ReadQuantity(quantity, at, issues);
        if (holder.Object("valueCodeableConcept") is { } concept)
        {
            var answer = FhirReading.ReadConcept(concept, at, issues);
            return answer.IsEmpty ? null : new Finding.Coded(answer);
        }

        if (holder.Member("valueDateTime") is not null)
            return FhirReading.ReadDate(holder, "valueDateTime", at, issues) is { } date ? new Finding.Day(date) : null;
        if (holder.Member("valueInteger") is not null)
            return holder.Number("valueInteger") is { } whole ? new Finding.Amount(whole, "") : null;
        if (holder.Truth("valueBoolean") is { } truth)
            return new Finding.Truth(truth);
        return holder.Text("valueString") is { } words ? new Finding.Words(words) : null;
    }

    private static Finding.Amount? ReadQuantity(JsonElement quantity, string at, IssueList issues)
    {
        if (quantity.Number("value") is not { } value)
        {
            if (quantity.Member("value") is { } other)
                issues.Warn(IssueCode.WrongType, $"{at}.valueQuantity.value", $"'{Quoted.Short(other.ToString())}' is not a number that can be read.");
            return null;
        }

        var coded = quantity.Text("system") == Ucum ? quantity.Text("code") : null;
        return new(value, coded ?? quantity.Text("unit") ?? quantity.Text("code") ?? "", quantity.Text("comparator") ?? "");
    }
}
