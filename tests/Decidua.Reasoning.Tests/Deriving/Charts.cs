using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Knowledge;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Deriving;
using Decidua.Reasoning.Facts;
using NodaTime;
using Record = Decidua.Clinical.Records.Record;

namespace Decidua.Reasoning.Tests.Deriving;

/// <summary>Writes small records in a line or two, and reads facts of them by the knowledge of this repository.</summary>
internal static class Charts
{
    public const string Pregnant = "72892002";
    public const string Birth = "66348005";
    public const string Caesarean = "11466000";
    public const string ElectiveCaesarean = "177141003";
    public const string EmergencyCaesarean = "274130007";
    public const string Instrumental = "236974004";
    public const string Stillbirth = "237364002";
    public const string Miscarriage = "19169002";
    public const string Termination = "714812005";
    public const string Visit = "424619006";
    public const string DeepVeinThrombosis = "128053003";
    public const string LastPeriod = "8665-2";
    public const string DueDate = "11778-8";
    public const string Age = "18185-9";
    public const string Weight = "29463-7";
    public const string Height = "8302-2";
    public const string BodyMassIndex = "39156-5";

    private static readonly Lazy<ReadingKnowledge> Read = new(() => new(ReadLibrary()));

    public static ReadingKnowledge TheKnowledge => Read.Value;

    public static Library ReadLibrary()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Decidua.slnx")))
            root = root.Parent ?? throw new DirectoryNotFoundException("No folder above holds Decidua.slnx.");
        var folder = Path.Combine(root.FullName, "knowledge");
        var reading = LibraryReader.Read(Directory.GetFiles(folder, "*.md", SearchOption.AllDirectories)
            .Select(file => new SourceFile(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file))));
        return reading.Library.ShouldNotBeNull(string.Join('\n', reading.Issues));
    }

    public static Record Of(params object[] entries) => new()
    {
        PatientId = "a",
        From = new("Patient", "a", "patient"),
        Conditions = Entries.From(entries.OfType<Condition>()),
        Procedures = Entries.From(entries.OfType<Procedure>()),
        Measurements = Entries.From(entries.OfType<Measurement>()),
        Medications = Entries.From(entries.OfType<Medication>()),
        Allergies = Entries.From(entries.OfType<Allergy>()),
        Encounters = Entries.From(entries.OfType<Encounter>()),
        Pregnancies = Entries.From(entries.OfType<Pregnancy>()),
        Antibodies = Entries.From(entries.OfType<AntibodyResult>()),
    };

    public static Condition Condition(string code, string? from = null, string? until = null) => new()
    {
        What = Snomed(code), From = new("Condition", $"{code} {from}", $"condition {code} {from}"), Onset = Date(from), Abatement = Date(until),
        Status = until is null ? ClinicalStatus.Active : ClinicalStatus.Over,
    };

    public static Procedure Procedure(string code, string? on = null) => new()
    {
        What = Snomed(code), From = new("Procedure", $"{code} {on}", $"procedure {code} {on}"), When = Date(on), Status = ProcedureStatus.Done,
    };

    public static Measurement Measured(string code, decimal value, string unit, string? on) => Found(code, new Finding.Amount(value, unit), on);

    public static Measurement Dated(string code, string day, string? on) => Found(code, new Finding.Day(Date(day)!.Value), on);

    public static Measurement Stated(string fact, Finding found, string? on = null) => new()
    {
        What = new([new(CodeSystem.Fact, fact, "")], ""), From = new("record file", "", $"stated {fact}"), Found = found, When = Date(on),
    };

    public static Encounter Stay(string? from, string? until, string type = "1") => new()
    {
        Setting = Concept.None, Types = Snomed(type), Reasons = Concept.None, Inpatient = Presence.Present,
        From = new("Encounter", $"{from}", $"stay {from}"), Began = Date(from), Ended = Date(until),
        Status = until is null ? EncounterStatus.Ongoing : EncounterStatus.Finished,
    };

    public static Encounter Contact(string type, string on) => Stay(on, on, type) with { Inpatient = Presence.Absent };

    /// <summary>A pregnancy that ended so, at so many weeks: everything that a definition may ask for is said, and is the plain case.</summary>
    public static Pregnancy Ended(PregnancyEnd end, string? on, string? weeks) => new()
    {
        From = new("record file", "", $"{end} {on} {weeks}"), Ended = Date(on), End = end, GestationAtEnd = Weeks(weeks),
        ConfirmedBy = end == PregnancyEnd.Biochemical ? PregnancyConfirmation.TestOnly : PregnancyConfirmation.Ultrasound,
        FetusNormallyFormed = true, CauseKnown = false, EarlyBirthReasons = [],
    };

    /// <summary>A miscarriage that a scan had shown, of a normal fetus, without a known cause.</summary>
    public static Pregnancy Lost(string? on, string? weeks) => Ended(PregnancyEnd.Miscarriage, on, weeks);

    /// <summary>A live birth.</summary>
    public static Pregnancy Born(string? on, string? weeks = "40+0") => Ended(PregnancyEnd.LiveBirth, on, weeks);

    public static GestationSpan? Weeks(string? text) => GestationSpan.TryParse(text, out var span) ? span : null;

    public static PartialDate? Date(string? text) => PartialDate.TryParse(text, out var date) ? date : null;

    public static LocalDate Day(string text) => Date(text)!.Value.Earliest;

    public static Reading<WomanFacts> Derive(Record record, string date) => Derivation.Derive(record, Day(date), TheKnowledge);

    /// <summary>A fact in words, and whether it is recorded: <c>pregnant</c>, <c>not recorded</c>.</summary>
    public static string Fact(Record record, string date, string name)
    {
        var reading = Derive(record, date);
        var facts = reading.Value.ShouldNotBeNull(string.Join('\n', reading.Issues));
        var fact = TheKnowledge.Library.Vocabulary.Named(name).ShouldNotBeNull(name);
        return facts[fact].Origin.Length == 0 ? "not recorded" : ValueText.Set(fact.Type, facts[fact].Values);
    }

    public static Issue Refused(Record record, string date, string code)
    {
        var reading = Derive(record, date);
        reading.Value.ShouldBeNull();
        var error = reading.Issues.Where(issue => issue.Severity == Severity.Error).ShouldHaveSingleItem();
        error.Code.ShouldBe(code, error.Message);
        return error;
    }

    private static Measurement Found(string code, Finding found, string? on) => new()
    {
        What = new([new(CodeSystem.Loinc, code, "")], ""), From = new("Observation", $"{code} {on}", $"observation {code} {on}"), Found = found, When = Date(on),
    };

    private static Concept Snomed(string code) => new([new(CodeSystem.Snomed, code, "")], "");
}
