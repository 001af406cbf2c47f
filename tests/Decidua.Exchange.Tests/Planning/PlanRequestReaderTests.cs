using System.Text;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Exchange.Inputs;
using Decidua.Planning.Asking;
using NodaTime;

namespace Decidua.Exchange.Tests.Planning;

/// <summary>The member plan of facts and record files: what is read, and what is refused with a code and a place.</summary>
public class PlanRequestReaderTests
{
    private const string Whole = """
        "timeZone": "Europe/London", "now": "09:30", "heparin": "enoxaparin", "injectionTimes": ["20:00", "08:00"],
        "dating": [ {"by": "last period", "date": "2025-12-05"}, {"by": "ultrasound", "date": "2026-02-28", "gestation": "12+3"}, {"by": "embryo transfer", "date": "2025-12-24", "embryoDay": 5},
                    {"by": "egg collection", "date": "2025-12-19"}, {"by": "due date", "date": "2026-09-11"} ],
        "events": [ {"event": "planned caesarean", "on": "2026-08-30T09:00"}, {"event": "admission", "on": "2026-02-20"} ],
        "running": [ {"medicine": "enoxaparin", "since": "2026-02-01", "dose": "40 mg", "every": "24 h"} ],
        "supplied": 120, "suppliedOn": "2026-02-01"
        """;

    [Fact]
    public void Everything_is_read()
    {
        var plan = Read(Whole).Value.ShouldNotBeNull().Plan.ShouldNotBeNull();
        plan.AsOf.ShouldBe(new LocalDate(2026, 3, 1));
        plan.Zone.ShouldNotBeNull().Id.ShouldBe("Europe/London");
        plan.Now.ShouldBe(new LocalTime(9, 30));
        plan.Heparin.ShouldBe("enoxaparin");
        plan.InjectionTimes.ShouldBe([new LocalTime(8, 0), new LocalTime(20, 0)]);
        plan.Datings.Select(one => (one.Kind, one.Date.ToString("uuuu-MM-dd", null), one.Gestation?.ToString(), one.EmbryoDay)).ShouldBe(
        [
            (DatingKind.LastPeriod, "2025-12-05", null, null), (DatingKind.Ultrasound, "2026-02-28", "12+3", null), (DatingKind.EmbryoTransfer, "2025-12-24", null, 5),
            (DatingKind.EggCollection, "2025-12-19", null, null), (DatingKind.DueDate, "2026-09-11", null, null),
        ]);
        plan.Events.ShouldBe(
        [
            new CareEvent(CareEvent.PlannedCaesarean, new LocalDate(2026, 8, 30), new LocalTime(9, 0), "plan.events[0]"), new CareEvent(CareEvent.Admission, new LocalDate(2026, 2, 20), null, "plan.events[1]"),
        ]);
        plan.Running.ShouldBe([new RunningCourse("enoxaparin", new LocalDate(2026, 2, 1), 40, "mg", 24, "plan.running[0]")]);
        plan.SuppliedSyringes.ShouldBe(120);
        plan.SuppliedOn.ShouldBe(new LocalDate(2026, 2, 1));
    }

    [Theory]
    [InlineData("\"now\": \"09:30\"", IssueCode.NoTimeZone, "plan.timeZone")]
    [InlineData("\"injectionTimes\": [\"20:00\"]", IssueCode.NoTimeZone, "plan.timeZone")]
    [InlineData("\"events\": [ {\"event\": \"labour\", \"on\": \"2026-02-01T10:00\"} ]", IssueCode.NoTimeZone, "plan.timeZone")]
    [InlineData("\"timeZone\": \"Europe/Londn\"", IssueCode.UnknownZone, "plan.timeZone")]
    [InlineData("\"timeZone\": \"UTC\", \"now\": \"24:00\"", IssueCode.UnreadableDate, "plan.now")]
    [InlineData("\"timeZone\": \"UTC\", \"now\": \"9:30\"", IssueCode.UnreadableDate, "plan.now")]
    [InlineData("\"timeZone\": \"UTC\", \"injectionTimes\": [\"20:00\", \"8pm\"]", IssueCode.UnreadableDate, "plan.injectionTimes[1]")]
    [InlineData("\"injectionTimes\": \"20:00\"", IssueCode.WrongType, "plan.injectionTimes")]
    [InlineData("\"medicine\": \"enoxaparin\"", IssueCode.UnknownMember, "plan.medicine")]
    [InlineData("\"events\": [ {\"event\": \"planned cesarean\", \"on\": \"2026-08-30\"} ]", IssueCode.UnknownChoice, "plan.events[0].event")]
    [InlineData("\"events\": [ {\"event\": \"labour\"} ]", IssueCode.MissingMember, "plan.events[0]")]
    [InlineData("\"events\": [ {\"event\": \"surgery\", \"on\": \"2026-02-30\"} ]", IssueCode.UnreadableDate, "plan.events[0].on")]
    [InlineData("\"events\": [ {\"event\": \"surgery\", \"on\": \"2026-02-03T09:00+01:00\"} ]", IssueCode.UnreadableDate, "plan.events[0].on")]
    [InlineData("\"events\": [ {\"event\": \"birth\", \"on\": \"2026-03-02\"} ]", IssueCode.ImpossibleOrder, "plan.events[0].on")]
    [InlineData("\"timeZone\": \"UTC\", \"now\": \"09:00\", \"events\": [ {\"event\": \"last dose\", \"on\": \"2026-03-01T09:01\"} ]", IssueCode.ImpossibleOrder, "plan.events[0].on")]
    [InlineData("\"dating\": [ {\"by\": \"last period\", \"date\": \"2026-03-02\"} ]", IssueCode.ImpossibleOrder, "plan.dating[0].date")]
    [InlineData("\"dating\": [ {\"by\": \"last period\", \"date\": \"2026-02\"} ]", IssueCode.UnreadableDate, "plan.dating[0].date")]
    [InlineData("\"dating\": [ {\"by\": \"scan\", \"date\": \"2026-02-02\"} ]", IssueCode.UnknownChoice, "plan.dating[0].by")]
    [InlineData("\"dating\": [ {\"by\": \"ultrasound\", \"date\": \"2026-02-02\"} ]", IssueCode.MissingMember, "plan.dating[0]")]
    [InlineData("\"dating\": [ {\"by\": \"ultrasound\", \"date\": \"2026-02-02\", \"gestation\": \"12+9\"} ]", IssueCode.ImpossibleGestation, "plan.dating[0].gestation")]
    [InlineData("\"dating\": [ {\"by\": \"embryo transfer\", \"date\": \"2026-02-02\"} ]", IssueCode.MissingMember, "plan.dating[0]")]
    [InlineData("\"dating\": [ {\"by\": \"embryo transfer\", \"date\": \"2026-02-02\", \"embryoDay\": 9} ]", IssueCode.OutOfRange, "plan.dating[0].embryoDay")]
    [InlineData("\"dating\": [ {\"by\": \"due date\", \"date\": \"2026-10-02\", \"embryoDay\": 5} ]", IssueCode.UnknownMember, "plan.dating[0].embryoDay")]
    [InlineData("\"running\": [ {\"medicine\": \"enoxaparin\", \"since\": \"2026-03-02\"} ]", IssueCode.ImpossibleOrder, "plan.running[0].since")]
    [InlineData("\"running\": [ {\"medicine\": \"enoxaparin\", \"since\": \"2026-02-02\"}, {\"medicine\": \"enoxaparin\", \"since\": \"2026-02-03\"} ]", IssueCode.Contradiction, "plan.running[1]")]
    [InlineData("\"running\": [ {\"medicine\": \"enoxaparin\", \"since\": \"2026-02-02\", \"dose\": \"40 mg 4000 IU\"} ]", IssueCode.UnitsMixed, "plan.running[0].dose")]
    [InlineData("\"running\": [ {\"medicine\": \"enoxaparin\", \"since\": \"2026-02-02\", \"dose\": \"0.4 mL\"} ]", IssueCode.UnitsMixed, "plan.running[0].dose")]
    [InlineData("\"running\": [ {\"medicine\": \"enoxaparin\", \"since\": \"2026-02-02\", \"dose\": \"-40 mg\"} ]", IssueCode.UnitsMixed, "plan.running[0].dose")]
    [InlineData("\"running\": [ {\"medicine\": \"enoxaparin\", \"since\": \"2026-02-02\", \"every\": \"daily\"} ]", IssueCode.WrongType, "plan.running[0].every")]
    [InlineData("\"running\": [ {\"medicine\": \"dalteparin\", \"since\": \"2026-02-02\", \"dose\": \"40 mg\"} ]", IssueCode.UnitsMixed, "plan.running[0].dose")]
    [InlineData("\"running\": [ {\"medicine\": \"enoxaparin\", \"since\": \"2026-02-02\", \"dose\": \"40 mg in 0.3 mL\"} ]", IssueCode.NoSuchConcentration, "plan.running[0].dose")]
    [InlineData("\"running\": [ {\"medicine\": \"enoxaparine\", \"since\": \"2026-02-02\"} ]", IssueCode.UnknownMedicine, "plan.running[0].medicine")]
    [InlineData("\"heparin\": \"clexane\"", IssueCode.UnknownMedicine, "plan.heparin")]
    [InlineData("\"priceList\": \"somewhere\"", IssueCode.UnknownPriceList, "plan.priceList")]
    [InlineData("\"supplied\": -1", IssueCode.OutOfRange, "plan.supplied")]
    [InlineData("\"supplied\": 1.5", IssueCode.OutOfRange, "plan.supplied")]
    [InlineData("\"suppliedOn\": \"2026-02-01\"", IssueCode.MissingMember, "plan")]
    public void What_cannot_be_is_refused_with_its_place(string plan, string code, string place)
    {
        var reading = Read(plan);
        reading.Value.ShouldBeNull();
        reading.Issues.ShouldContain(issue => issue.Code == code && issue.At == place && issue.Severity == Severity.Error, string.Join('\n', reading.Issues));
    }

    [Fact]
    public void The_nearest_event_and_zone_are_named()
    {
        Read("\"events\": [ {\"event\": \"planned cesarean\", \"on\": \"2026-08-30\"} ]").Issues.ShouldContain(issue => issue.Remedy.Contains("'planned caesarean'", StringComparison.Ordinal));
        Read("\"timeZone\": \"Europe/Londn\"").Issues.ShouldContain(issue => issue.Remedy.Contains("'Europe/London'", StringComparison.Ordinal));
    }

    [Fact]
    public void The_day_of_the_command_counts_not_that_of_the_file()
    {
        var reader = new WomanReader(RealKnowledge.Assessor);
        var file = Encoding.UTF8.GetBytes(File("\"dating\": [ {\"by\": \"last period\", \"date\": \"2026-03-02\"} ]"));
        reader.Read(file, "woman", new LocalDate(2026, 4, 1)).Value.ShouldNotBeNull().Plan.ShouldNotBeNull().AsOf.ShouldBe(new LocalDate(2026, 4, 1));
    }

    [Fact]
    public void Without_a_day_there_is_no_plan()
    {
        var reader = new WomanReader(RealKnowledge.Assessor);
        var woman = reader.Read(Encoding.UTF8.GetBytes("{ \"facts\": { \"age\": 30 } }"), "woman").Value.ShouldNotBeNull();
        var request = reader.RequestFor(woman);
        request.Value.ShouldBeNull();
        request.Issues.Single().Code.ShouldBe(IssueCode.PlanWithoutDay);
    }

    [Fact]
    public void A_record_dates_the_pregnancy_unless_the_plan_does()
    {
        var reader = new WomanReader(RealKnowledge.Assessor);
        const string record = """{ "asOf": "2026-03-01", "record": { "birthDate": "1990-01-01", "pregnancies": [ { "lastPeriod": "2025-12-04" } ] }, "plan": { DATING } }""";
        var own = Request("");
        own.Datings.Select(one => (one.Kind, one.Date)).ShouldBe([(DatingKind.LastPeriod, new LocalDate(2025, 12, 4))]);
        own.Datings[0].Place.ShouldBe("record.pregnancies[0]");
        Request("\"dating\": [ {\"by\": \"due date\", \"date\": \"2026-09-12\"} ]").Datings.Select(one => one.Kind).ShouldBe([DatingKind.DueDate]);

        PlanRequest Request(string dating)
        {
            var reading = reader.Read(Encoding.UTF8.GetBytes(record.Replace("DATING", dating, StringComparison.Ordinal)), "woman");
            return reader.RequestFor(reading.Value.ShouldNotBeNull(string.Join('\n', reading.Issues))).Value.ShouldNotBeNull();
        }
    }

    private static Reading<WomanInput> Read(string plan) => new WomanReader(RealKnowledge.Assessor).Read(Encoding.UTF8.GetBytes(File(plan)), "woman");

    private static string File(string plan) => $$"""{ "asOf": "2026-03-01", "facts": { "phase": "pregnant", "age": 36 }, "plan": { {{plan}} } }""";
}
