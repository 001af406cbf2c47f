using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Exchange.Json;

namespace Decidua.Exchange.Fhir;

/// <summary>
/// Collects the resources of one patient, in any order, and makes her record of them. References are checked at the
/// end, when everything has been seen.
/// </summary>
internal sealed class RecordDraft
{
    private readonly List<PatientEntry> patients = [];
    private readonly List<Condition> conditions = [];
    private readonly List<Procedure> procedures = [];
    private readonly List<Measurement> measurements = [];
    private readonly List<(Medication Drug, string? Named)> medications = [];
    private readonly List<Allergy> allergies = [];
    private readonly List<Encounter> encounters = [];
    private readonly List<RelativeCondition> relatives = [];
    private readonly List<(string Target, string Place)> references = [];
    private int count;

    /// <summary>The issues of this patient's resources.</summary>
    public IssueList Issues { get; } = new();

    /// <summary>Keys of her resources that others may point to.</summary>
    public HashSet<string> Known { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a Patient resource was seen.</summary>
    public bool HasPatient => patients.Count > 0;

    /// <summary>How many resources were added.</summary>
    public int Count => count;

    /// <summary>The place of the first resource.</summary>
    public string FirstPlace { get; private set; } = "";

    /// <summary>Adds a resource of a type that is read. Beyond the limit it only counts.</summary>
    /// <param name="resource">The resource; not kept.</param>
    /// <param name="resolve">Turns the text of a reference into the key of its target.</param>
    public void Add(Resource resource, Func<string, string> resolve)
    {
        if (count++ == 0)
            FirstPlace = resource.Place;
        if (count > ReadingLimits.Entries)
            return;
        if (!Known.Add(resource.Key) && resource.Type != "Patient")
        {
            Issues.Count(
                IssueCode.RepeatedEntry, Severity.Warning, resource.Key, resource.Place,
                $"{resource.Key} is given again ({{0}}). If it says the same it is counted once, otherwise both are kept.");
        }

        if (VersionSigns.Find(resource) is { } otherVersion)
        {
            Issues.Add(otherVersion);
            return;
        }

        if (resource.Type == "Patient")
        {
            patients.Add(PatientReader.Read(resource, Issues));
            return;
        }

        if (Exclusion.ByModifier(resource, Issues))
            return;
        NoteReferences(resource, resolve);
        Read(resource, resolve);
    }

    /// <summary>The record, or no value when an error was found.</summary>
    /// <param name="patientKey">Her key, for messages.</param>
    /// <param name="drugs">Medication resources by key.</param>
    public Reading<Record> Finish(string patientKey, IReadOnlyDictionary<string, Concept> drugs)
    {
        if (count > ReadingLimits.Entries)
        {
            Issues.Error(
                IssueCode.TooMany, patientKey, $"{count:N0} resources for one patient; the limit is {ReadingLimits.Entries:N0}.",
                "Export only the resource types that are read.");
        }

        var patient = Agree();
        var named = medications.ConvertAll(entry => Name(entry.Drug, entry.Named, drugs));
        CheckReferences(drugs);
        var record = new Record
        {
            PatientId = patient.From.Id,
            From = patient.From,
            BirthDate = patient.BirthDate,
            Sex = patient.Sex,
            Died = patient.Died,
            Conditions = InOrder(conditions, entry => entry.Began, entry => entry.From, (entry, from) => entry with { From = from }),
            Procedures = InOrder(procedures, entry => entry.When, entry => entry.From, (entry, from) => entry with { From = from }),
            Measurements = InOrder(measurements, entry => entry.When, entry => entry.From, (entry, from) => entry with { From = from }),
            Medications = InOrder(named, entry => entry.Began, entry => entry.From, (entry, from) => entry with { From = from }),
            Allergies = InOrder(allergies, entry => entry.Began, entry => entry.From, (entry, from) => entry with { From = from }),
            Encounters = InOrder(encounters, entry => entry.Began, entry => entry.From, (entry, from) => entry with { From = from }),
            Relatives = InOrder(relatives, entry => entry.Recorded, entry => entry.From, (entry, from) => entry with { From = from }),
        };
        Issues.AddAll(RecordChecks.Check(record));
        return new(Issues.HasError ? null : record, Issues.ToImmutable());
    }

    private void Read(Resource resource, Func<string, string> resolve)
    {
        switch (resource.Type)
        {
            case "Condition":
                AddTo(conditions, ConditionReader.ReadCondition(resource, Issues));
                break;
            case "AllergyIntolerance":
                AddTo(allergies, ConditionReader.ReadAllergy(resource, Issues));
                break;
            case "Procedure":
                AddTo(procedures, ProcedureReader.ReadProcedure(resource, Issues));
                break;
            case "Encounter":
                AddTo(encounters, ProcedureReader.ReadEncounter(resource, Issues));
                break;
            case "FamilyMemberHistory":
                relatives.AddRange(RelativeReader.Read(resource, Issues));
                break;
            case "Observation":
                measurements.AddRange(ObservationReader.Read(resource, Issues));
                break;
            default:
                if (MedicationReader.Read(resource, Issues, out var drug) is { } medication)
                    medications.Add((medication, drug is null ? null : resolve(drug)));
                break;
        }
    }

    private static void AddTo<T>(List<T> list, T? entry)
        where T : class
    {
        if (entry is not null)
            list.Add(entry);
    }

    private PatientEntry Agree()
    {
        var first = patients[0];
        foreach (var other in patients.Skip(1))
        {
            if (other.BirthDate is { } second && first.BirthDate is { } date && second != date)
            {
                Issues.Error(
                    IssueCode.Contradiction, $"{other.From.Place}.birthDate",
                    $"Two different dates of birth for one patient: {date} ({first.From.Place}) and {second}.", "Find out which is right.");
            }

            if (other.Sex != first.Sex)
                Issues.Warn(IssueCode.Contradiction, $"{other.From.Place}.gender", "The patient is given twice with a different sex; the first was used.");
            first = first with { BirthDate = first.BirthDate ?? other.BirthDate, Died = first.Died ?? other.Died };
        }

        if (patients.Count > 1)
            Issues.Note(IssueCode.RepeatedEntry, patients[1].From.Place, "The patient is given more than once.");
        return first;
    }

    private void NoteReferences(Resource resource, Func<string, string> resolve)
    {
        void Note(string? reference, string member)
        {
            if (reference is not null && !reference.StartsWith('#'))
                references.Add((resolve(reference), resource.At(member)));
        }

        Note(FhirReading.ReferenceOf(resource.Json.Object("encounter")), "encounter");
        Note(FhirReading.ReferenceOf(resource.Json.Object("context")), "context");
        foreach (var reason in resource.Json.Items("reasonReference"))
            Note(FhirReading.ReferenceOf(reason), "reasonReference");
    }

    private Medication Name(Medication drug, string? key, IReadOnlyDictionary<string, Concept> drugs)
    {
        if (key is null)
            return drug;
        if (drugs.TryGetValue(key, out var what))
            return drug with { What = what };
        Issues.Warn(
            IssueCode.MissingReference, $"{drug.From.Place}.medicationReference",
            $"'{Quoted.Short(key)}' is not in the input, so the drug is not known by a code. The entry was kept.", "Export Medication too.");
        return drug;
    }

    private void CheckReferences(IReadOnlyDictionary<string, Concept> drugs)
    {
        foreach (var (target, place) in references)
        {
            if (!Known.Contains(target) && !drugs.ContainsKey(target))
            {
                Issues.Count(
                    IssueCode.MissingReference, Severity.Information, target, place,
                    $"'{Quoted.Short(target)}' is referred to {{0}}, but is not in the input.");
            }
        }
    }

    // The same entry given twice, word for word, is one entry.
    private static Entries<T> InOrder<T>(
        List<T> entries, Func<T, PartialDate?> date, Func<T, Origin> origin, Func<T, Origin, T> from)
        where T : class
    {
        var distinct = entries.DistinctBy(entry => origin(entry).Id.Length == 0 ? entry : from(entry, origin(entry) with { Place = "" }));
        return Entries.From(distinct
            .OrderBy(entry => date(entry)?.Earliest)
            .ThenBy(entry => origin(entry).Kind, StringComparer.Ordinal)
            .ThenBy(entry => origin(entry).Id, StringComparer.Ordinal)
            .ThenBy(entry => origin(entry).Place, StringComparer.Ordinal));
    }
}
