using System.Collections.Immutable;
using System.Text.Json;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Exchange.Json;

namespace Decidua.Exchange.Fhir;

/// <summary>
/// Reads a FHIR R4 bulk export: a set of NDJSON files in any order, into one record per patient. Each line is read into
/// entries at once, so that memory grows with the entries, not with the text.
/// </summary>
public static class BulkFolderReader
{
    /// <summary>Reads all files. A line that cannot be read is left out, with an issue that names file and line.</summary>
    /// <param name="files">The files; each is read once, from where its stream stands.</param>
    public static BulkReading Read(IEnumerable<NamedStream> files)
    {
        var export = new Export();
        foreach (var file in files)
        {
            foreach (var (line, number) in NdjsonLines.Read(file, export.Issues))
            {
                if (++export.Lines > ReadingLimits.Lines)
                {
                    export.Issues.Error(
                        IssueCode.TooMany, $"{file.Name}:{number}", $"More than {ReadingLimits.Lines:N0} lines in one export.", "Read it in parts.");
                    return new([], export.Issues.ToImmutable(), export.Counts());
                }

                export.Take(line, $"{file.Name}:{number}");
            }
        }

        return export.Finish();
    }

    private sealed class Export
    {
        private readonly Dictionary<string, RecordDraft> drafts = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Concept> drugs = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

        public IssueList Issues { get; } = new();

        public int Lines { get; set; }

        public void Take(ReadOnlyMemory<byte> line, string place)
        {
            var faults = new IssueList();
            using var document = JsonInput.Parse(line, place, ReadingLimits.LineBytes, faults);
            if (document is null)
            {
                Issues.AddAll(faults.ToImmutable().Select(issue => issue with
                {
                    Severity = Severity.Warning, Message = $"{issue.Message} The line was left out; whose it was is not known.",
                }));
                return;
            }

            var json = document.RootElement;
            if (json.Text("resourceType") is not { Length: > 0 } type)
            {
                Issues.Warn(IssueCode.UnknownShape, place, "The line is not a FHIR resource: it has no 'resourceType'. It was left out.");
                return;
            }

            counts[type] = counts.GetValueOrDefault(type) + 1;
            var id = json.Text("id");
            var resource = new Resource(json, type, id is { Length: > 0 } ? $"{type}/{id}" : place, place);
            Sort(resource);
        }

        public ImmutableSortedDictionary<string, int> Counts() => counts.ToImmutableSortedDictionary(StringComparer.Ordinal);

        public BulkReading Finish()
        {
            var patients = ImmutableArray.CreateBuilder<Reading<Record>>();
            foreach (var (key, draft) in drafts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                if (draft.HasPatient)
                {
                    patients.Add(draft.Finish(key, drugs));
                    continue;
                }

                Issues.Warn(
                    IssueCode.MissingReference, draft.FirstPlace,
                    $"'{Quoted.Short(key)}' is not among the patients. {draft.Count} of its entries were left out.", "Export Patient too.");
            }

            if (patients.Count == 0 && !Issues.HasError)
                Issues.Error(IssueCode.NoPatient, "Patient.ndjson", "The export holds no Patient.", "Add the file with the Patient resources.");
            return new(patients.ToImmutable(), Issues.ToImmutable(), Counts());
        }

        private void Sort(Resource resource)
        {
            if (resource.Type == "Medication")
            {
                drugs.TryAdd(resource.Key, MedicationReader.ReadDrug(resource, Issues));
                return;
            }

            if (resource.Type != "Patient" && !ResourceTypes.IsEntry(resource.Type))
            {
                if (VersionSigns.Find(resource) is { } otherVersion)
                    Issues.Add(otherVersion);
                else
                    Issues.Count(IssueCode.UnknownResource, Severity.Information, resource.Type, resource.Place, ResourceTypes.Unread(resource.Type));
                return;
            }

            var key = resource.Type == "Patient" ? resource.Key : ResourceTypes.Subject(resource.Json) is { } subject ? Key(subject) : null;
            if (key is null)
            {
                Issues.Warn(
                    IssueCode.UnusableResource, resource.At("subject"),
                    $"This {resource.Type} does not say whose it is. It was left out.", "Add the reference to the patient.");
                return;
            }

            if (!drafts.TryGetValue(key, out var draft))
                drafts.Add(key, draft = new());
            draft.Add(resource, Key);
        }

        // Export files name their targets by type and id, some servers with their address in front.
        private static string Key(string reference) => BundleReferences.LastTwoSegments(reference);
    }
}
