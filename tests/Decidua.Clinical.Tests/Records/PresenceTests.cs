using Decidua.Clinical.Records;
using NodaTime;

namespace Decidua.Clinical.Tests.Records;

public class PresenceTests
{
    private static readonly Origin Here = new("Condition", "1", "x");
    private static readonly LocalDate Day = new(2026, 3, 10);

    [Theory]
    [InlineData(null, null, ClinicalStatus.Active, Presence.Present)]
    [InlineData("2026-03-10", null, ClinicalStatus.Active, Presence.Present)]
    [InlineData("2026-03-11", null, ClinicalStatus.Active, Presence.Absent)]
    [InlineData("2026-03", null, ClinicalStatus.Active, Presence.Possible)]
    [InlineData("2026", null, ClinicalStatus.Unstated, Presence.Possible)]
    [InlineData("2025", null, ClinicalStatus.Unstated, Presence.Present)]
    [InlineData("2025", "2026-03-09", ClinicalStatus.Over, Presence.Absent)]
    [InlineData("2025", "2026-03-10", ClinicalStatus.Over, Presence.Present)]
    [InlineData("2025", "2026-03", ClinicalStatus.Over, Presence.Possible)]
    [InlineData("2025", "2027", ClinicalStatus.Over, Presence.Present)]
    [InlineData("2027", "2028", ClinicalStatus.Over, Presence.Absent)]
    [InlineData("2025", "2026-03-09", ClinicalStatus.Active, Presence.Absent)]
    public void A_condition_is_there_from_onset_to_abatement(string? onset, string? abatement, ClinicalStatus status, Presence expected) =>
        Condition(onset, abatement, status).PresentOn(Day, new LocalDate(2026, 12, 31)).ShouldBe(expected);

    [Theory]
    [InlineData("2026-03-10", Presence.Absent)]
    [InlineData("2026-03-11", Presence.Possible)]
    public void Over_without_a_date_is_open_before_the_last_entry(string lastEntry, Presence expected)
    {
        PartialDate.TryParse(lastEntry, out var last).ShouldBeTrue();
        Condition("2025", null, ClinicalStatus.Over).PresentOn(Day, last.Earliest).ShouldBe(expected);
    }

    [Fact]
    public void Over_in_an_undated_record_is_over() =>
        Condition(null, null, ClinicalStatus.Over).PresentOn(Day, null).ShouldBe(Presence.Absent);

    [Fact]
    public void A_suspicion_leaves_it_open_but_one_of_the_future_does_not()
    {
        (Condition("2025", null, ClinicalStatus.Active) with { Verification = Verification.Suspected }).PresentOn(Day, null).ShouldBe(Presence.Possible);
        (Condition("2027", null, ClinicalStatus.Active) with { Verification = Verification.Suspected }).PresentOn(Day, null).ShouldBe(Presence.Absent);
    }

    [Fact]
    public void A_condition_without_onset_began_by_the_day_of_its_entry()
    {
        var condition = Condition(null, null, ClinicalStatus.Active) with { Recorded = Date("2026-03-11") };
        condition.BegunBy(Day).ShouldBe(Presence.Absent);
        condition.BegunBy(Day.PlusDays(1)).ShouldBe(Presence.Present);
    }

    [Theory]
    [InlineData("2026-03-10", ProcedureStatus.Done, Presence.Present)]
    [InlineData("2026-03-11", ProcedureStatus.Done, Presence.Absent)]
    [InlineData("2026-03", ProcedureStatus.Done, Presence.Possible)]
    [InlineData(null, ProcedureStatus.Done, Presence.Present)]
    [InlineData("2026-03-01", ProcedureStatus.Planned, Presence.Absent)]
    [InlineData("2026-03-01", ProcedureStatus.Begun, Presence.Possible)]
    [InlineData("2026-03-01", ProcedureStatus.Unstated, Presence.Present)]
    public void A_procedure_is_done_from_its_day_on(string? when, ProcedureStatus status, Presence expected) =>
        new Procedure { What = Concept.None, From = Here, When = Date(when), Status = status }.DoneBy(Day).ShouldBe(expected);

    [Theory]
    [InlineData("2026-03-08", "2026-03-10", EncounterStatus.Finished, Presence.Present)]
    [InlineData("2026-03-10", null, EncounterStatus.Ongoing, Presence.Present)]
    [InlineData("2026-03-11", null, EncounterStatus.Ongoing, Presence.Absent)]
    [InlineData("2026-03-08", "2026-03-09", EncounterStatus.Finished, Presence.Absent)]
    [InlineData("2026-03-08", "2026-03", EncounterStatus.Finished, Presence.Possible)]
    [InlineData("2026-03", null, EncounterStatus.Ongoing, Presence.Possible)]
    [InlineData("2026-03-08", null, EncounterStatus.Finished, Presence.Possible)]
    [InlineData("2026-03-08", null, EncounterStatus.Planned, Presence.Absent)]
    [InlineData(null, null, EncounterStatus.Ongoing, Presence.Possible)]
    public void She_is_in_hospital_from_the_first_to_the_last_day(string? began, string? ended, EncounterStatus status, Presence expected) =>
        new Encounter
        {
            Setting = Concept.None, Types = Concept.None, Reasons = Concept.None, From = Here, Began = Date(began), Ended = Date(ended), Status = status,
        }.OngoingOn(Day).ShouldBe(expected);

    private static Condition Condition(string? onset, string? abatement, ClinicalStatus status) =>
        new() { What = Concept.None, From = Here, Onset = Date(onset), Abatement = Date(abatement), Status = status };

    private static PartialDate? Date(string? text) => PartialDate.TryParse(text, out var date) ? date : null;
}
