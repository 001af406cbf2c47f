using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Protocols;
using Decidua.Planning.Asking;
using Decidua.Planning.Calendar;
using Decidua.Planning.Courses;
using Decidua.Planning.Holding;
using Decidua.Reasoning.Facts;
using NodaTime;
using static Decidua.Planning.Tests.Holding.HoldWoman;

namespace Decidua.Planning.Tests.Holding;

/// <summary>The worked cases of the books with clock times.</summary>
public sealed class HoldPlannerTests
{
    private static readonly WomanFacts Well = Facts("phase pregnant", "gestation 39+0", "creatinine clearance 110", "platelet count 210");

    [Fact]
    public void H01_Evening_dose_at_18_caesarean_at_9()
    {
        var window = Plan(Well, Uk, Enoxaparin(), Event(CareEvent.PlannedCaesarean, 3, 9)).Items.ShouldHaveSingleItem();
        Clock(window.LastDose).ShouldBe("2026-03-03 18:00");
        Clock(window.EventAt).ShouldBe("2026-03-04 09:00");
        Clock(window.BlockNotBefore).ShouldBe("2026-03-04 06:00");
        window.NextDose.ShouldBeNull();
        window.NextDoseAwaits.ShouldBe("the birth; then not before 4 h after a needle, 4 h after a catheter is out, whichever is later");
        window.Instructions.ShouldContain("That morning: omit.");
        window.Rows.ShouldContain(row => row.Address == "holds-birth-rcog-2015/before-birth/BR-01");
    }

    [Fact]
    public void H01_Catheter_out_by_14_next_dose_at_18_by_the_RCOG_and_21_after_a_needle_at_9_by_SOAP()
    {
        CareEvent[] events = [Event(CareEvent.PlannedCaesarean, -1, 9), Event(CareEvent.Needle, -1, 9), Event(CareEvent.CatheterIn, -1, 9), Event(CareEvent.Birth, -1, 9, 30), Event(CareEvent.CatheterOut, -1, 14)];
        var born = Well.Given("mode of birth elective caesarean");
        Clock(Restarting.Answer(born, Uk, Request(events), Enoxaparin()).NotBefore).ShouldBe("2026-02-28 18:00");
        Clock(Restarting.Answer(born, With(Uk, (PlanningTopic.NeuraxialBlock, "holds-soap-2018")), Request(events), Enoxaparin()).NotBefore).ShouldBe("2026-02-28 21:00");
    }

    [Fact]
    public void H11_Enoxaparin_twice_a_day_ends_by_8_on_the_day_before()
    {
        var pharmacists = With(Uk, (PlanningTopic.Birth, "holds-birth-ukcpa"), (PlanningTopic.NeuraxialBlock, "holds-ukcpa"), (Protocol.InjectionTime, "08:00"));
        var window = Plan(Well, pharmacists, Enoxaparin(Intensity.Therapeutic, 12), Event(CareEvent.PlannedCaesarean, 3, 11)).Items.ShouldHaveSingleItem();
        Clock(window.LastDose).ShouldBe("2026-03-03 08:00");
        Plan(Well, pharmacists, Enoxaparin(), Event(CareEvent.PlannedCaesarean, 3, 9)).Items[0].LastDose.Hour.ShouldBe(8);
        Clock(Plan(Well, With(pharmacists, (Protocol.InjectionTime, "21:00")), Enoxaparin(), Event(CareEvent.PlannedCaesarean, 3, 11)).Items[0].LastDose)
            .ShouldBe("2026-03-02 21:00", "21:00 is after 20:00, so that dose is left out");
    }

    [Fact]
    public void A_treatment_dose_ends_a_whole_day_before_and_a_preventive_dose_takes_its_place()
    {
        var window = Plan(Well, Uk, Enoxaparin(Intensity.Therapeutic, 12), Event(CareEvent.PlannedCaesarean, 3, 9)).Items.ShouldHaveSingleItem();
        Clock(window.LastDose).ShouldBe("2026-03-03 06:00");
        window.Instructions.ShouldContain(text => text.Contains("one preventive dose", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(17, "2026-03-03 18:00", "18:00 to 17:00 is 23 hours: enough for twelve")]
    [InlineData(6, "2026-03-03 18:00", "exactly twelve hours are enough")]
    [InlineData(5, "2026-03-02 18:00", "eleven hours are not")]
    public void The_last_dose_is_the_last_injection_hour_that_keeps_the_hours(int hour, string last, string because) =>
        Clock(Plan(Well, Uk, Enoxaparin(), Event(CareEvent.PlannedCaesarean, 3, hour)).Items.ShouldHaveSingleItem().LastDose).ShouldBe(last, because);

    [Fact]
    public void The_longer_clinic_hold_stands_and_warns_of_the_gap_at_high_clot_risk_only()
    {
        var clinic = With(Uk, (Protocol.ClinicHold, "2 d"));
        var usual = Plan(Well.Given("previous clot none"), clinic, Enoxaparin(), Event(CareEvent.PlannedCaesarean, 5, 9)).Items.ShouldHaveSingleItem();
        Clock(usual.LastDose).ShouldBe("2026-03-03 18:00");
        usual.Warnings.ShouldNotContain(text => text.Contains("risk of clots", StringComparison.Ordinal));
        usual.Warnings.ShouldContain(text => text.Contains("The clinic stops heparin 48 h before", StringComparison.Ordinal));
        var high = Plan(Well.Given("previous clot single unprovoked or minor"), clinic, Enoxaparin(), Event(CareEvent.PlannedCaesarean, 5, 9)).Items[0];
        high.Warnings.ShouldContain(text => text.Contains("63 h without heparin", StringComparison.Ordinal) && text.Contains("a clot before", StringComparison.Ordinal));
        Plan(Well, clinic, Enoxaparin(), Event(CareEvent.PlannedCaesarean, 5, 9)).Items[0].Warnings.ShouldContain(text => text.Contains("may be high: previous clot not known", StringComparison.Ordinal));
        Plan(Well.Given("previous clot single unprovoked or minor"), Uk, Enoxaparin(), Event(CareEvent.PlannedCaesarean, 5, 9)).Items[0]
            .Warnings.ShouldNotContain(text => text.Contains("without heparin", StringComparison.Ordinal));
    }

    [Fact]
    public void Russia_keeps_the_two_days_of_its_clinics() =>
        Clock(Plan(Well, Of("russia"), Enoxaparin(), Event(CareEvent.PlannedCaesarean, 5, 9)).Items.ShouldHaveSingleItem().LastDose).ShouldBe("2026-03-03 20:00");

    [Fact]
    public void Poor_kidneys_double_the_hold_and_unknown_ones_are_said()
    {
        var poor = Facts("phase pregnant", "creatinine clearance 25");
        Clock(Plan(poor, Uk, Enoxaparin(), Event(CareEvent.PlannedCaesarean, 3, 9)).Items[0].LastDose).ShouldBe("2026-03-02 18:00");
        Clock(Plan(poor, Uk, Enoxaparin(Intensity.Therapeutic), Event(CareEvent.PlannedCaesarean, 3, 9)).Items[0].LastDose).ShouldBe("2026-03-01 18:00");
        var unknown = Plan(Facts("phase pregnant"), Uk, Enoxaparin(), Event(CareEvent.PlannedCaesarean, 3, 9));
        unknown.Issues.ShouldContain(issue => issue.Code == IssueCode.LongerHoldUsed && issue.Message.Contains("creatinine clearance", StringComparison.Ordinal));
    }

    [Fact]
    public void Labour_stops_the_injections_until_the_birth_and_the_catheter()
    {
        var inLabour = Plan(Well, Uk, Enoxaparin(), Event(CareEvent.Labour, 0, 6)).Items.ShouldHaveSingleItem();
        inLabour.NextDose.ShouldBeNull();
        inLabour.NextDoseAwaits.ShouldBe("the birth");
        Clock(inLabour.BlockNotBefore).ShouldBe("2026-03-01 06:00", "twelve hours after her last injection hour");
        Clock(Plan(Well, Uk, Enoxaparin(), Event(CareEvent.LastDose, 0, 3), Event(CareEvent.Labour, 0, 6)).Items[0].BlockNotBefore).ShouldBe("2026-03-01 15:00", "H13: twelve hours after the dose itself");
        inLabour.Instructions.ShouldContain("At once: no injection; she calls the maternity unit.");
        var born = Plan(Well, Uk, Enoxaparin(), Event(CareEvent.Labour, -1, 20), Event(CareEvent.CatheterIn, -1, 23), Event(CareEvent.Birth, 0, 5)).Items.ShouldHaveSingleItem();
        born.NextDose.ShouldBeNull();
        born.NextDoseAwaits.ShouldBe("the catheter to come out, and then 4 h");
    }

    [Fact]
    public void Broken_waters_stop_the_injections_once_for_labour_and_birth_together()
    {
        var waters = Plan(Well, Uk, Enoxaparin(), Event(CareEvent.RupturedMembranes, 0, 4), Event(CareEvent.Labour, 0, 6)).Items.ShouldHaveSingleItem();
        (waters.Event, Clock(waters.LastDose)).ShouldBe((CareEvent.RupturedMembranes, "2026-03-01 04:00"));
        waters.Instructions.ShouldContain("At once: no injection; she calls the maternity unit.");
        waters.Rows.ShouldContain(row => row.Id == "BR-06");
        var born = Plan(Well, Uk, Enoxaparin(), Event(CareEvent.RupturedMembranes, 0, 4), Event(CareEvent.Birth, 0, 7)).Items.ShouldHaveSingleItem();
        Clock(born.NextDose).ShouldBe("2026-03-01 07:00");
    }

    [Fact]
    public void Bleeding_after_the_birth_waits_without_an_hour()
    {
        var window = Plan(Well.Given("active bleeding moderate"), Uk, Enoxaparin(), Event(CareEvent.Birth, 0, 5)).Items.ShouldHaveSingleItem();
        window.NextDose.ShouldBeNull();
        window.NextDoseAwaits.ShouldBe("the bleeding to stop and a senior review");
    }

    [Fact]
    public void After_the_birth_supply_warfarin_and_breastfeeding_are_said()
    {
        var window = Plan(Well, Uk, Enoxaparin(), Event(CareEvent.Birth, 0, 5)).Items.ShouldHaveSingleItem();
        window.Instructions.ShouldContain("Before she goes home: the whole course is prescribed.");
        window.Instructions.ShouldContain(text => text.StartsWith("Warfarin in place of the injections not before 2026-03-06", StringComparison.Ordinal));
        window.Instructions.ShouldContain(text => text.StartsWith("While breastfeeding: LMWH safe", StringComparison.Ordinal));
    }

    [Fact]
    public void A_change_to_unfractionated_heparin_near_term_is_shown_where_the_document_knows_it()
    {
        Plan(Well, Us, Enoxaparin(Intensity.Therapeutic, 12), Event(CareEvent.PlannedInduction, 3, 9)).Items[0].Instructions.ShouldContain(text => text.StartsWith("consider UFH", StringComparison.Ordinal));
        Plan(Well, Us, Enoxaparin(), Event(CareEvent.PlannedInduction, 3, 9)).Items[0].Instructions.ShouldNotContain(text => text.Contains("UFH", StringComparison.Ordinal));
    }

    [Fact]
    public void Egg_collection_and_surgery_have_a_last_and_a_next_dose()
    {
        var egg = Plan(Facts("phase fertility treatment"), Uk, Enoxaparin(), Event(CareEvent.EggCollection, 3, 10)).Items.ShouldHaveSingleItem();
        (Clock(egg.LastDose), Clock(egg.NextDose)).ShouldBe(("2026-03-02 18:00", "2026-03-04 22:00"));
        var surgery = Plan(Well, Uk, Enoxaparin(Intensity.Therapeutic, 12), Event(CareEvent.Surgery, 3, 10)).Items.ShouldHaveSingleItem();
        (Clock(surgery.LastDose), Clock(surgery.NextDose)).ShouldBe(("2026-03-03 06:00", "2026-03-06 10:00"));
        Plan(Well, Uk, Enoxaparin(), Event(CareEvent.EmbryoTransfer, 3, 10)).Items.ShouldBeEmpty("nothing is held for a transfer");
    }

    [Fact]
    public void A_planned_needle_holds_before_and_after()
    {
        var window = Plan(Well, Us, Enoxaparin(), Event(CareEvent.Needle, 2, 9)).Items.ShouldHaveSingleItem();
        (Clock(window.LastDose), Clock(window.BlockNotBefore), Clock(window.NextDose)).ShouldBe(("2026-03-02 20:00", "2026-03-03 08:00", "2026-03-03 21:00"));
    }

    [Fact]
    public void A_day_without_a_time_is_held_from_its_first_moment()
    {
        var planned = Plan(Well, Uk, Enoxaparin(), Event(CareEvent.PlannedInduction, 3));
        Clock(planned.Items.ShouldHaveSingleItem().LastDose).ShouldBe("2026-03-02 18:00");
        planned.Items[0].EventAt.ShouldBeNull();
        planned.Issues.ShouldContain(issue => issue.Code == IssueCode.NoClockTime);
    }

    [Fact]
    public void A_caesarean_that_is_late_keeps_its_hold_and_one_of_yesterday_is_refused()
    {
        var late = Plan(Well, Uk, Enoxaparin(), Event(CareEvent.PlannedCaesarean, 0, 7));
        late.Items.ShouldHaveSingleItem().NextDose.ShouldBeNull();
        var past = Plan(Well, Uk, Enoxaparin(), Event(CareEvent.PlannedCaesarean, -1, 7));
        past.Items.ShouldBeEmpty();
        past.Issues.ShouldContain(issue => issue.Code == IssueCode.PlannedInThePast && issue.Severity == Severity.Error);
    }

    [Fact]
    public void Two_hours_of_the_day_do_not_double_a_daily_dose()
    {
        var request = Request() with { InjectionTimes = [new LocalTime(20, 0), new LocalTime(8, 0)] };
        InjectionHours.Of(Uk, request, Enoxaparin())!.Times.ShouldBe([new LocalTime(8, 0)]);
        InjectionHours.Of(Uk, request, Enoxaparin(everyHours: 12))!.Times.ShouldBe([new LocalTime(8, 0), new LocalTime(20, 0)]);
        InjectionHours.Of(Uk, Request(), Enoxaparin(everyHours: 12))!.Times.ShouldBe([new LocalTime(6, 0), new LocalTime(18, 0)]);
        InjectionHours.Of(Uk, Request(), Unfractionated(5000, 8))!.Times.ShouldBe([new LocalTime(2, 0), new LocalTime(10, 0), new LocalTime(18, 0)]);
    }

    [Fact]
    public void A_dose_given_too_late_moves_the_block()
    {
        var window = Plan(Well, Uk, Enoxaparin(), Event(CareEvent.LastDose, 0, 3), Event(CareEvent.PlannedCaesarean, 0, 10)).Items.ShouldHaveSingleItem();
        Clock(window.BlockNotBefore).ShouldBe("2026-03-01 15:00");
        window.Warnings.ShouldContain(text => text.Contains("A dose was given at 2026-03-01 03:00", StringComparison.Ordinal));
    }

    [Fact]
    public void Unfractionated_heparin_is_held_by_its_own_hours()
    {
        var window = Plan(Well, Us, Unfractionated(10000, 12), Event(CareEvent.PlannedCaesarean, 3, 9)).Items.ShouldHaveSingleItem();
        Clock(window.LastDose).ShouldBe("2026-03-03 20:00", "12 h and a check after 10 000 units");
        window.Warnings.ShouldContain("Coagulation check before a block: required.");
        Clock(Plan(Well, Us, Unfractionated(15000, 12), Event(CareEvent.PlannedCaesarean, 3, 9)).Items[0].LastDose).ShouldBe("2026-03-03 08:00", "24 h after more");
    }

    [Fact]
    public void A_medicine_that_no_document_knows_is_an_error_and_no_permission()
    {
        var planned = Plan(Well, Us, Made("danaparoid", "danaparoid", Intensity.None, null, null), Event(CareEvent.PlannedCaesarean, 3, 9));
        planned.Items.ShouldBeEmpty();
        planned.Issues.ShouldContain(issue => issue.Code == IssueCode.NoHoldKnown && issue.Severity == Severity.Error);
    }

    [Fact]
    public void A_course_that_had_ended_is_not_held_and_aspirin_never()
    {
        Plan(Well, Uk, Enoxaparin(Intensity.Therapeutic, until: new PlanMoment.On(AsOf.PlusDays(-50))), Event(CareEvent.PlannedCaesarean, 3, 9)).Items.ShouldBeEmpty();
        Plan(Well, Uk, Made("aspirin", "aspirin", Intensity.None, null, null), Event(CareEvent.PlannedCaesarean, 3, 9)).Items.ShouldBeEmpty();
    }

    [Fact]
    public void The_injections_leave_the_hold_out()
    {
        var request = Request(Event(CareEvent.EggCollection, 3, 10));
        var course = Enoxaparin();
        var holds = HoldWoman.Planned.Holds(Well, Uk, request, [course]).Items;
        var hours = InjectionHours.Of(Uk, request, course)!;
        InjectionSchedule.Between(course, holds, hours, AsOf, AsOf.PlusDays(5)).Select(one => Clock(one.At)).ShouldBe(
            ["2026-03-01 18:00", "2026-03-02 18:00", "2026-03-05 18:00", "2026-03-06 18:00"]);
    }

    private static Planned<HoldWindow> Plan(WomanFacts facts, Protocol protocol, Course course, params CareEvent[] events) =>
        HoldWoman.Planned.Holds(facts, protocol, Request(events), [course]);
}

/// <summary>More facts of the same woman.</summary>
internal static class MoreFacts
{
    extension(WomanFacts facts)
    {
        internal WomanFacts Given(params string[] texts)
        {
            var others = Facts(texts);
            return facts.Vocabulary.Facts.Where(fact => others[fact].Standing is Standing.Known or Standing.Narrowed)
                .Aggregate(facts, (known, fact) => known.With(fact, others[fact].Values));
        }
    }
}
