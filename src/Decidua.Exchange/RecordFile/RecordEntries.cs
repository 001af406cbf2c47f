using System.Text.Json;
using Decidua.Clinical.Records;

namespace Decidua.Exchange.RecordFile;

/// <summary>Reads the entries of a record file.</summary>
internal static class RecordEntries
{
    private const string Kind = "record file";

    /// <summary>Reads the object <c>record</c>.</summary>
    public static Record Read(Members members)
    {
        var id = members.Text("id") ?? "";
        var record = new Record
        {
            PatientId = id,
            From = new(Kind, "", members.Path),
            BirthDate = members.Date("birthDate"),
            Conditions = All(members, "conditions", ReadCondition),
            Procedures = All(members, "procedures", ReadProcedure),
            Measurements = All(members, "measurements", ReadMeasurement),
            Medications = All(members, "medications", ReadMedication),
            Allergies = All(members, "allergies", ReadAllergy),
            Encounters = All(members, "stays", ReadStay),
            Pregnancies = All(members, "pregnancies", PregnancyEntry.Read),
            Antibodies = All(members, "antibodies", AntibodyEntry.Read),
        };
        members.RefuseOthers();
        return record;
    }

    private static Entries<T> All<T>(Members members, string name, Func<Members, Origin, T> read)
    {
        var entries = new List<T>();
        foreach (var item in members.Objects(name))
        {
            entries.Add(read(item, new(Kind, "", item.Path)));
            item.RefuseOthers();
        }

        return Entries.From(entries);
    }

    private static Condition ReadCondition(Members members, Origin from) => new()
    {
        What = ReadConcept(members, mayNameFact: false),
        From = from,
        Onset = members.Date("from"),
        Abatement = members.Date("until"),
        Status = members.Has("until") ? ClinicalStatus.Over : ClinicalStatus.Active,
        ProvokedBy = members.Text("provokedBy") ?? "",
        Verification = members.Truth("suspected") ? Verification.Suspected : Verification.Confirmed,
    };

    private static Procedure ReadProcedure(Members members, Origin from) => new()
    {
        What = ReadConcept(members, mayNameFact: false),
        From = from,
        When = members.Date("on"),
        Status = ProcedureStatus.Done,
    };

    private static Measurement ReadMeasurement(Members members, Origin from) => new()
    {
        What = ReadConcept(members, mayNameFact: true),
        From = from,
        When = members.Date("on"),
        Found = ReadFinding(members),
    };

    private static Medication ReadMedication(Members members, Origin from) => new()
    {
        What = ReadConcept(members, mayNameFact: false),
        From = from,
        Began = members.Date("from"),
        Ended = members.Date("until"),
        Status = members.Has("until") ? MedicationStatus.Over : MedicationStatus.Active,
    };

    private static Allergy ReadAllergy(Members members, Origin from) => new()
    {
        What = ReadConcept(members, mayNameFact: false),
        From = from,
        Began = members.Date("from"),
        Status = ClinicalStatus.Active,
        Verification = Verification.Confirmed,
    };

    private static Encounter ReadStay(Members members, Origin from) => new()
    {
        Setting = Concept.None,
        Inpatient = Presence.Present,
        Types = Concept.None,
        Reasons = Concept.None,
        From = from,
        Began = members.Date("from"),
        Ended = members.Date("until"),
        Status = members.Has("until") ? EncounterStatus.Finished : EncounterStatus.Ongoing,
    };

    // "SNOMED CT 72892002": the system, a space, the code. A measurement may name a fact of the vocabulary instead.
    private static Concept ReadConcept(Members members, bool mayNameFact)
    {
        var text = members.Text("text") ?? "";
        var fact = mayNameFact ? members.Text("fact") : null;
        var code = members.Text("code");
        if (fact is not null)
            return new([new(CodeSystem.Fact, fact, "")], text);
        var space = code?.LastIndexOf(' ') ?? -1;
        if (code is not null && space > 0 && space < code.Length - 1)
            return new([new(code[..space].Trim(), code[(space + 1)..], "")], text);
        if (code is null)
            members.Missing(mayNameFact ? "code' or 'fact" : "code");
        else
            members.WrongType("code", "a code system, a space and a code, such as 'SNOMED CT 72892002',");
        return new([], text);
    }

    private static Finding ReadFinding(Members members)
    {
        var value = members.Ask("value");
        var unit = members.Text("unit") ?? "";
        switch (value)
        {
            case { ValueKind: JsonValueKind.Number } when value.Value.TryGetDecimal(out var number):
                return new Finding.Amount(number, unit);
            case { ValueKind: JsonValueKind.True or JsonValueKind.False }:
                return new Finding.Truth(value.Value.GetBoolean());
            case { ValueKind: JsonValueKind.String } when PartialDate.TryParse(value.Value.GetString(), out var date):
                return new Finding.Day(date);
            case { ValueKind: JsonValueKind.String }:
                return new Finding.Words(value.Value.GetString()!);
            case null:
                members.Missing("value");
                break;
            default:
                members.WrongType("value", "a number, a text, a date, true or false");
                break;
        }

        return new Finding.Words("");
    }
}
