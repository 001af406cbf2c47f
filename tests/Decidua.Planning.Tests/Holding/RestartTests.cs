using Decidua.Clinical.Issues;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Protocols;
using Decidua.Planning.Asking;
using Decidua.Planning.Holding;
using static Decidua.Planning.Tests.Holding.HoldWoman;

namespace Decidua.Planning.Tests.Holding;

public sealed class RestartTests
{
    private static readonly string[] Caesarean = ["phase postpartum", "mode of birth elective caesarean"];

    [Fact]
    public void Sussex_waits_six_hours_after_birth_or_four_after_the_catheter_and_for_a_raised_leg()
    {
        var sussex = With(Uk, (PlanningTopic.NeuraxialBlock, "holds-uhs-2025"), (PlanningTopic.Birth, "holds-birth-uhs-2025"));
        var catheterLate = Restarting.Answer(Facts([.. Caesarean, "regional block needle or catheter out"]), sussex, Request(Event(CareEvent.Needle, 0, 1), Event(CareEvent.Birth, 0, 1), Event(CareEvent.CatheterOut, 0, 5)), Enoxaparin());
        Clock(catheterLate.NotBefore).ShouldBe("2026-03-01 09:00");
        catheterLate.Gates.ShouldHaveSingleItem().ShouldContain("raise a straight leg");
        var catheterEarly = Restarting.Answer(Facts(Caesarean), sussex, Request(Event(CareEvent.Birth, 0, 4), Event(CareEvent.CatheterOut, 0, 5)), Enoxaparin());
        Clock(catheterEarly.NotBefore).ShouldBe("2026-03-01 10:00");
    }

    [Fact]
    public void No_block_and_no_bleeding_means_as_soon_as_possible() =>
        Clock(Restarting.Answer(Facts("phase postpartum", "mode of birth vaginal"), Uk, Request(Event(CareEvent.Birth, 0, 6)), Enoxaparin()).NotBefore).ShouldBe("2026-03-01 06:00");

    [Fact]
    public void After_a_haemorrhage_no_hour_is_named()
    {
        var answer = Restarting.Answer(Facts("phase postpartum", "mode of birth vaginal", "blood loss at birth 1600"), Uk, Request(Event(CareEvent.Birth, 0, 6)), Enoxaparin());
        answer.NotBefore.ShouldBeNull();
        answer.Awaits.ShouldHaveSingleItem().ShouldContain("immediate risk of bleeding");
    }

    [Fact]
    public void Before_the_treatment_dose_comes_a_preventive_one()
    {
        var answer = Restarting.Answer(Facts(Caesarean), Uk, Request(Event(CareEvent.Birth, 0, 6)), Enoxaparin(Intensity.Therapeutic, 12));
        (Clock(answer.PreventiveNotBefore), Clock(answer.NotBefore)).ShouldBe(("2026-03-01 10:00", "2026-03-01 22:00"));
    }

    [Fact]
    public void A_catheter_in_place_is_waited_for_unless_the_document_allows_the_dose()
    {
        var events = Request(Event(CareEvent.CatheterIn, -1, 22), Event(CareEvent.Birth, 0, 1));
        var facts = Facts("phase postpartum", "mode of birth vaginal");
        Restarting.Answer(facts, Uk, events, Enoxaparin()).Awaits.ShouldBe(["the catheter to come out, and then 4 h"]);
        var pharmacists = With(Uk, (PlanningTopic.NeuraxialBlock, "holds-ukcpa"));
        Clock(Restarting.Answer(facts, pharmacists, events, Enoxaparin()).NotBefore).ShouldBe("2026-03-01 02:00");
        Restarting.Answer(facts, pharmacists, events, Enoxaparin(Intensity.Therapeutic)).NotBefore.ShouldBeNull();
    }

    [Fact]
    public void A_catheter_that_only_the_facts_know_is_waited_for() =>
        Restarting.Answer(Facts("phase postpartum", "mode of birth vaginal", "regional block catheter in place"), Uk, Request(Event(CareEvent.Birth, 0, 1)), Enoxaparin()).NotBefore.ShouldBeNull();

    [Fact]
    public void A_needle_of_which_only_the_facts_tell_counts_too()
    {
        string[] facts = ["phase postpartum", "mode of birth vaginal", "regional block needle or catheter out"];
        Restarting.Answer(Facts(facts), Uk, Request(Event(CareEvent.Birth, 0, 1)), Enoxaparin()).Awaits.ShouldHaveSingleItem().ShouldContain("the time at which");
        Clock(Restarting.Answer(Facts([.. facts, "time since needle or catheter out 3 h"]), Uk, Request(Event(CareEvent.Birth, 0, 1)), Enoxaparin()).NotBefore).ShouldBe("2026-03-01 09:00");
    }

    [Fact]
    public void That_there_was_no_needle_is_said_when_it_is_only_presumed()
    {
        Restarting.Answer(Facts("phase postpartum", "mode of birth vaginal"), Uk, Request(Event(CareEvent.Birth, 0, 1)), Enoxaparin()).Gates.ShouldHaveSingleItem().ShouldStartWith("presumed");
        Restarting.Answer(Facts("phase postpartum", "mode of birth vaginal", "regional block none"), Uk, Request(Event(CareEvent.Birth, 0, 1)), Enoxaparin()).Gates.ShouldBeEmpty();
    }

    [Fact]
    public void Old_facts_of_pregnancy_do_not_hide_a_birth_on_record() =>
        Clock(Restarting.Answer(Facts("phase pregnant", "mode of birth not yet"), Us, Request(Event(CareEvent.Birth, 0, 1)), Enoxaparin()).NotBefore)
            .ShouldBe("2026-03-01 13:00", "how she gave birth is open, so the hours after a caesarean count");

    [Fact]
    public void A_time_without_a_zone_is_refused()
    {
        var answer = Restarting.Answer(Facts(Caesarean), Uk, Request(Event(CareEvent.Birth, 0, 6)) with { Zone = null }, Enoxaparin());
        answer.NotBefore.ShouldBeNull();
        answer.Issues.ShouldContain(issue => issue.Code == IssueCode.NoTimeZone);
    }
}
