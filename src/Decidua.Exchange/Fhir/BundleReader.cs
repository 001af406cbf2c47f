using System.Text.Json;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Exchange.Json;

namespace Decidua.Exchange.Fhir;

/// <summary>Reads a FHIR R4 Bundle of one patient into a record.</summary>
public static class BundleReader
{
    /// <summary>Reads a Bundle from a stream that the host has opened and closes. At most <see cref="ReadingLimits.FileBytes"/> are taken.</summary>
    public static Reading<Record> Read(Stream stream, string name) =>
        Read(JsonInput.ReadAll(stream, ReadingLimits.FileBytes), name);

    /// <summary>
    /// Reads a Bundle. Every issue is collected; a fatal one (not JSON, too large, too deep, a member twice, another FHIR
    /// version, no patient, several patients, contradictory dates of birth) leaves no record.
    /// </summary>
    /// <param name="bytes">UTF-8 JSON.</param>
    /// <param name="name">The name of the input, for messages.</param>
    public static Reading<Record> Read(ReadOnlyMemory<byte> bytes, string name)
    {
        var issues = new IssueList();
        using var document = JsonInput.Parse(bytes, name, ReadingLimits.FileBytes, issues);
        if (document is null || !IsBundle(document.RootElement, name, issues))
            return new(null, issues.ToImmutable());
        var entries = ReadEntries(document.RootElement, issues, out var references);
        return issues.HasError ? new(null, issues.ToImmutable()) : ReadPatient(entries, references, name, issues);
    }

    private static bool IsBundle(JsonElement root, string name, IssueList issues)
    {
        var type = root.Text("resourceType");
        if (type is null)
        {
            issues.Error(
                IssueCode.UnknownShape, name, "This is not a FHIR resource: it has no 'resourceType'.", "Give a FHIR R4 Bundle, a record file or a facts file.");
            return false;
        }

        if (VersionSigns.Find(new(root, type, type, type)) is { } otherVersion)
        {
            issues.Add(otherVersion);
            return false;
        }

        if (type == "Bundle")
            return true;
        issues.Error(
            IssueCode.UnknownShape, name, $"A Bundle was expected; this is a single {Quoted.Short(type)}.", "Put all resources of the patient into one Bundle.");
        return false;
    }

    private static List<Resource> ReadEntries(JsonElement bundle, IssueList issues, out BundleReferences references)
    {
        references = new();
        var resources = new List<Resource>();
        if (bundle.Member("entry") is { } stated && stated.ValueKind != JsonValueKind.Array)
            issues.Error(IssueCode.UnknownShape, "Bundle.entry", "A list of entries was expected.");
        if (bundle.Items("link").Any(link => link.Text("relation") == "next"))
        {
            issues.Warn(
                IssueCode.MorePages, "Bundle.link", "The Bundle is one page of several; what stands on the others is not known here.", "Collect all pages into one Bundle.");
        }

        var index = 0;
        foreach (var entry in bundle.Items("entry"))
        {
            if (index == ReadingLimits.Entries)
            {
                issues.Error(IssueCode.TooMany, "Bundle.entry", $"More than {ReadingLimits.Entries:N0} entries.", "Export only the resource types that are read.");
                return resources;
            }

            var place = $"Bundle.entry[{index++}].resource";
            var json = entry.Object("resource");
            if (json?.Text("resourceType") is { Length: > 0 } type)
                resources.Add(new(json.Value, type, references.Add(entry, json.Value, place), place));
            else
                issues.Warn(IssueCode.UnusableResource, place, "The entry holds no resource with a 'resourceType'. It was left out.");
        }

        return resources;
    }

    private static Reading<Record> ReadPatient(List<Resource> resources, BundleReferences references, string name, IssueList issues)
    {
        var keys = resources.Where(resource => resource.Type == "Patient").Select(resource => resource.Key).Distinct().ToList();
        if (keys.Count > 1)
        {
            issues.Error(
                IssueCode.SeveralPatients, name, $"The Bundle holds {keys.Count} patients ({Quoted.Short(string.Join(", ", keys))}).",
                "Give one Bundle per patient, or a bulk export folder.");
        }

        if (keys.Count == 0)
            issues.Error(IssueCode.NoPatient, name, "The Bundle holds no Patient.", "Add the Patient resource.");
        var drugs = new Dictionary<string, Concept>(StringComparer.Ordinal);
        var draft = new RecordDraft();
        foreach (var resource in resources)
        {
            if (resource.Type == "Medication")
                drugs.TryAdd(resource.Key, MedicationReader.ReadDrug(resource, issues));
            else if (resource.Type == "Patient" || ResourceTypes.IsEntry(resource.Type))
                AddEntry(resource, references, keys, draft, issues);
            else if (VersionSigns.Find(resource) is { } otherVersion)
                issues.Add(otherVersion);
            else
                issues.Count(IssueCode.UnknownResource, Severity.Information, resource.Type, resource.Place, ResourceTypes.Unread(resource.Type));
        }

        if (keys.Count != 1)
            return new(null, [.. issues.ToImmutable(), .. draft.Issues.ToImmutable()]);
        var reading = draft.Finish(keys[0], drugs);
        return new(issues.HasError ? null : reading.Value, [.. issues.ToImmutable(), .. reading.Issues]);
    }

    private static void AddEntry(
        Resource resource, BundleReferences references, List<string> patients, RecordDraft draft, IssueList issues)
    {
        if (resource.Type != "Patient" && VersionSigns.Find(resource) is null)
        {
            var subject = ResourceTypes.Subject(resource.Json);
            if (subject is null)
            {
                issues.Warn(
                    IssueCode.UnusableResource, resource.At("subject"), $"This {resource.Type} does not say whose it is. It was left out.", "Add the reference to the patient.");
                return;
            }

            if (patients.Count == 1 && references.Resolve(subject) != patients[0])
            {
                issues.Count(
                    IssueCode.MissingReference, Severity.Warning, subject, resource.At("subject"),
                    $"'{Quoted.Short(subject)}' is not the patient of this Bundle. Entries that belong to it were left out ({{0}}).");
                return;
            }
        }

        draft.Add(resource, references.Resolve);
    }
}
