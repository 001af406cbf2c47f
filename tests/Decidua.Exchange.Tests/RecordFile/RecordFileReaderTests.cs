using System.Text;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Exchange.RecordFile;
using NodaTime;

namespace Decidua.Exchange.Tests.RecordFile;

public class RecordFileReaderTests
{
    private const string Example = """
        { "asOf": "2026-03-01", "protocol": "uk",
          "record": {
            "id": "example", "birthDate": "1989-11-20",
            "pregnancies": [ { "ended": "2019-06", "end": "live birth", "gestationAtEnd": "39+4" }, { "lastPeriod": "2025-12-04" } ],
            "conditions": [ { "code": "SNOMED CT 72892002", "from": "2026-01-02", "suspected": true }, { "code": "ICD-10 O22.3", "text": "clot", "until": "2019" } ],
            "procedures": [ { "code": "SNOMED CT 11466000", "on": "2019-06-03" } ],
            "measurements": [ { "code": "LOINC 29463-7", "value": 91.0, "unit": "kg", "on": "2026-01-10" },
                              { "fact": "smoker", "value": true, "on": "2026-01-10" }, { "fact": "previous-clot", "value": "none" },
                              { "code": "LOINC 8665-2", "value": "2025-12-04" } ],
            "medications": [ { "code": "ATC B01AB05", "from": "2026-02-01" } ],
            "allergies": [ { "code": "SNOMED CT 372877000" } ],
            "stays": [ { "from": "2026-02-27" } ] } }
        """;

    [Fact]
    public void Reads_the_documented_example()
    {
        var reading = Read(Example);
        reading.Issues.ShouldBeEmpty();
        var (record, asOf, protocol) = reading.Value!;
        asOf.ShouldBe(new LocalDate(2026, 3, 1));
        protocol.ShouldBe("uk");
        record.PatientId.ShouldBe("example");
        record.Pregnancies[0].End.ShouldBe(PregnancyEnd.LiveBirth);
        record.Pregnancies[0].GestationAtEnd!.Value.ToString().ShouldBe("39+4");
        record.Pregnancies[1].LastPeriod!.Value.ToString().ShouldBe("2025-12-04");
        record.Conditions[0].Verification.ShouldBe(Verification.Suspected);
        record.Conditions[1].Status.ShouldBe(ClinicalStatus.Over);
        record.Conditions[1].What.Codes[0].ShouldBe(new Code("ICD-10", "O22.3", ""));
        record.Measurements.Select(entry => $"{entry.What.Codes[0].System} {entry.Found}").ShouldBe(
            ["LOINC 91.0 kg", "fact yes", "fact none", "LOINC 2025-12-04"]);
        record.Encounters[0].Status.ShouldBe(EncounterStatus.Ongoing);
        record.Encounters[0].Inpatient.ShouldBe(Presence.Present);
        record.Allergies.Count.ShouldBe(1);
        record.Medications[0].From.Place.ShouldBe("record.medications[0]");
    }

    [Theory]
    [InlineData("{\"record\":{}", IssueCode.MalformedJson, "file.json:1:13")]
    [InlineData("{\"record\":{},\"record\":{}}", IssueCode.DuplicateKey, "file.json:1:14")]
    [InlineData("{}", IssueCode.UnknownShape, "file.json")]
    [InlineData("[]", IssueCode.UnknownShape, "file.json")]
    [InlineData("{\"record\":7}", IssueCode.UnknownShape, "file.json")]
    [InlineData("{\"record\":{},\"asof\":\"2026\"}", IssueCode.UnknownMember, "asof")]
    [InlineData("{\"record\":{},\"asOf\":\"2026\"}", IssueCode.UnreadableDate, "asOf")]
    [InlineData("{\"record\":{},\"asOf\":20260301}", IssueCode.WrongType, "asOf")]
    [InlineData("{\"record\":{\"birthday\":\"1990\"}}", IssueCode.UnknownMember, "record.birthday")]
    [InlineData("{\"record\":{\"birthDate\":\"1990-02-30\"}}", IssueCode.UnreadableDate, "record.birthDate")]
    [InlineData("{\"record\":{\"conditions\":{}}}", IssueCode.WrongType, "record.conditions")]
    [InlineData("{\"record\":{\"conditions\":[1]}}", IssueCode.WrongType, "record.conditions[0]")]
    [InlineData("{\"record\":{\"conditions\":[{}]}}", IssueCode.MissingMember, "record.conditions[0]")]
    [InlineData("{\"record\":{\"conditions\":[{\"code\":\"72892002\"}]}}", IssueCode.WrongType, "record.conditions[0].code")]
    [InlineData("{\"record\":{\"conditions\":[{\"code\":\"A 1\",\"suspected\":\"no\"}]}}", IssueCode.WrongType, "record.conditions[0].suspected")]
    [InlineData("{\"record\":{\"conditions\":[{\"code\":\"A 1\",\"fact\":\"cancer\"}]}}", IssueCode.UnknownMember, "record.conditions[0].fact")]
    [InlineData("{\"record\":{\"measurements\":[{\"code\":\"A 1\"}]}}", IssueCode.MissingMember, "record.measurements[0]")]
    [InlineData("{\"record\":{\"measurements\":[{\"code\":\"A 1\",\"value\":[]}]}}", IssueCode.WrongType, "record.measurements[0].value")]
    [InlineData("{\"record\":{\"pregnancies\":[{\"end\":\"birth\"}]}}", IssueCode.UnknownChoice, "record.pregnancies[0].end")]
    [InlineData("{\"record\":{\"pregnancies\":[{\"gestationAtEnd\":\"39+7\"}]}}", IssueCode.ImpossibleGestation, "record.pregnancies[0].gestationAtEnd")]
    [InlineData("{\"record\":{\"pregnancies\":[{\"lastPeriod\":\"2026-01-01\",\"ended\":\"2025-06-01\"}]}}", IssueCode.ImpossibleOrder, "record.pregnancies[0]")]
    [InlineData("{\"record\":{\"pregnancies\":[{\"gestationAtEnd\":39}]}}", IssueCode.WrongType, "record.pregnancies[0].gestationAtEnd")]
    [InlineData("{\"record\":{\"pregnancies\":[{\"confirmedBy\":\"scan\"}]}}", IssueCode.UnknownChoice, "record.pregnancies[0].confirmedBy")]
    [InlineData("{\"record\":{\"pregnancies\":[{\"chromosomes\":\"fine\"}]}}", IssueCode.UnknownChoice, "record.pregnancies[0].chromosomes")]
    [InlineData("{\"record\":{\"pregnancies\":[{\"causeKnown\":\"yes\"}]}}", IssueCode.WrongType, "record.pregnancies[0].causeKnown")]
    [InlineData("{\"record\":{\"pregnancies\":[{\"earlyBirthReasons\":\"other\"}]}}", IssueCode.WrongType, "record.pregnancies[0].earlyBirthReasons")]
    [InlineData("{\"record\":{\"pregnancies\":[{\"earlyBirthReasons\":[\"other\",\"twins\"]}]}}", IssueCode.UnknownChoice, "record.pregnancies[0].earlyBirthReasons[1]")]
    [InlineData("{\"record\":{\"pregnancies\":[{\"weeks\":\"8\"}]}}", IssueCode.UnknownMember, "record.pregnancies[0].weeks")]
    [InlineData("{\"record\":{\"pregnancies\":[{\"lastPeriod\":\"2024-01-01\",\"ended\":\"2024-10-01\"},{\"ended\":\"2024-05-01\"}]}}", IssueCode.OverlappingPregnancies, "record.pregnancies[1]")]
    [InlineData("{\"record\":{\"antibodies\":[{\"result\":\"positive\"}]}}", IssueCode.MissingMember, "record.antibodies[0]")]
    [InlineData("{\"record\":{\"antibodies\":[{\"test\":\"lupus anticoagulant\"}]}}", IssueCode.MissingMember, "record.antibodies[0]")]
    [InlineData("{\"record\":{\"antibodies\":[{\"test\":\"lupus\",\"result\":\"positive\"}]}}", IssueCode.UnknownChoice, "record.antibodies[0].test")]
    [InlineData("{\"record\":{\"antibodies\":[{\"test\":\"lupus anticoagulant\",\"result\":\"weak\"}]}}", IssueCode.UnknownChoice, "record.antibodies[0].result")]
    [InlineData("{\"record\":{\"antibodies\":[{\"test\":\"lupus anticoagulant\",\"value\":\"1.4\"}]}}", IssueCode.WrongType, "record.antibodies[0].value")]
    [InlineData("{\"record\":{\"antibodies\":[{\"test\":\"lupus anticoagulant\",\"result\":\"positive\",\"anticoagulant\":\"heparin\"}]}}", IssueCode.UnknownChoice, "record.antibodies[0].anticoagulant")]
    [InlineData("{\"record\":{\"antibodies\":[{\"test\":\"lupus anticoagulant\",\"result\":\"positive\",\"on\":\"2025-13\"}]}}", IssueCode.UnreadableDate, "record.antibodies[0].on")]
    public void Refuses_and_names_the_place(string text, string code, string at)
    {
        var reading = Read(text);
        reading.Value.ShouldBeNull();
        var issue = reading.Issues.ShouldHaveSingleItem();
        issue.Code.ShouldBe(code);
        issue.At.ShouldBe(at);
        issue.Severity.ShouldBe(Severity.Error);
    }

    [Fact]
    public void Reads_what_a_loss_and_an_antibody_result_need()
    {
        var record = Read("""
            {"record":{
              "pregnancies":[{"ended":"2024-05-01","end":"biochemical","gestationAtEnd":"5","confirmedBy":"test only","fetusNormallyFormed":false,
                "chromosomes":"abnormal","causeKnown":true,"partner":"A","conception":"assisted","earlyBirthReasons":["pre-eclampsia","other"]}, {}],
              "antibodies":[{"test":"anticardiolipin IgM","on":"2025-01","value":41.5,"unit":"MPL","result":"moderate","centile99":20,"anticoagulant":"therapeutic LMWH",
                "inr":1.2,"antiXa":0.4,"neutraliser":true,"acuteIllness":false,"pregnant":true}]}}
            """).Value!.Record;
        var lost = record.Pregnancies[0];
        (lost.End, lost.ConfirmedBy, lost.Chromosomes, lost.Conception).ShouldBe(
            (PregnancyEnd.Biochemical, PregnancyConfirmation.TestOnly, ChromosomeFinding.Abnormal, Conception.Assisted));
        (lost.GestationAtEnd!.Value.ToString(), lost.FetusNormallyFormed, lost.CauseKnown, lost.Partner).ShouldBe(("5+0 to 5+6", false, true, "A"));
        lost.EarlyBirthReasons!.ShouldBe([EarlyBirthReason.PreEclampsia, EarlyBirthReason.Other]);
        record.Pregnancies[1].ShouldBe(new Pregnancy { From = record.Pregnancies[1].From });
        var result = record.Antibodies.ShouldHaveSingleItem();
        result.ShouldBe(new AntibodyResult
        {
            Test = AntibodyTest.AnticardiolipinIgM, From = new("record file", "", "record.antibodies[0]"), When = PartialDate.TryParse("2025-01", out var month) ? month : null,
            Verdict = AntibodyVerdict.Moderate, Titre = new(41.5m, "MPL"), Centile99 = 20, Anticoagulant = SampleAnticoagulant.TherapeuticLmwh, Inr = 1.2m, AntiXa = 0.4m,
            Neutraliser = true, AcuteIllness = false, Pregnant = true,
        });
        result.ToString().ShouldBe("anticardiolipin IgM: 41.5 MPL (moderate)");
    }

    [Fact]
    public void Every_fault_is_reported_at_once() =>
        Read("""{"record":{"birthDate":"x","conditions":[{"code":"A 1","from":"y"}],"z":1},"w":2}""").Issues.Length.ShouldBe(4);

    [Theory]
    [InlineData("{\"resourceType\":\"Bundle\"}", InputKind.Fhir)]
    [InlineData("{\"entry\":[{\"record\":1}],\"resourceType\":\"Bundle\"}", InputKind.Fhir)]
    [InlineData("\uFEFF{\"asOf\":\"x\",\"record\":{}}", InputKind.RecordFile)]
    [InlineData("{\"facts\":{}}", InputKind.FactsFile)]
    [InlineData("{\"facts\":{", InputKind.FactsFile)]
    [InlineData("{}", InputKind.Unknown)]
    [InlineData("{\"x\"", InputKind.Unknown)]
    [InlineData("", InputKind.Unknown)]
    public void Inputs_are_told_apart(string text, InputKind expected) => InputKinds.Of(Encoding.UTF8.GetBytes(text)).ShouldBe(expected);

    private static Reading<RecordFileContent> Read(string text) => RecordFileReader.Read(Encoding.UTF8.GetBytes(text), "file.json");
}
