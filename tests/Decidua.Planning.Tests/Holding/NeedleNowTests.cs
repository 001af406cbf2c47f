using Decidua.Clinical.Issues;
using Decidua.Knowledge.Protocols;
using Decidua.Planning.Asking;
using Decidua.Planning.Holding;
using Decidua.Reasoning.Facts;
using NodaTime;
using static Decidua.Planning.Tests.Holding.HoldWoman;

namespace Decidua.Planning.Tests.Holding;

/// <summary>A block is wanted now: the worked cases of the books, and what is not known.</summary>
public sealed class NeedleNowTests
{
    private static readonly string[] Well = ["phase pregnant", "creatinine clearance 110", "platelet count 210"];

    [Fact]
    public void H04_Ten_hours_after_40_mg_wait_two_hours_by_every_document()
    {
        var answer = Ask(Of("us"), [.. Well, "LMWH intensity prophylactic", "LMWH product enoxaparin", "enoxaparin daily dose 40"], Event(CareEvent.LastDose, -1, 22));
        answer.Verdict.ShouldBe(NeedleVerdict.Wait);
        answer.Summary.ShouldBe("wait 2 h, until 2026-03-01 10:00");
        answer.Chosen!.Document.ShouldBe("holds-soap-2018");
        answer.Others.Select(view => view.Document).ShouldBe(["holds-asra-2018", "holds-esaic-2022", "holds-rcog-2015", "holds-uhs-2025", "holds-ukcpa"]);
        answer.Others.ShouldAllBe(view => view.Verdict == NeedleVerdict.Wait && Clock(view.NotBefore) == "2026-03-01 10:00");
        answer.Decides.ShouldNotBeEmpty();
    }

    [Fact]
    public void H08_7500_units_eight_hours_ago_wait_and_check()
    {
        var answer = Ask(Us, [.. Well, "heparin kind UFH under the skin", "UFH single dose 7500", "UFH daily dose 15000"], Event(CareEvent.LastDose, 0, 0));
        answer.Verdict.ShouldBe(NeedleVerdict.Wait);
        answer.Chosen!.Wait.ShouldBe(Duration.FromHours(4));
        answer.Chosen.Notes.ShouldContain("UFH under the skin: coagulation check: required");
    }

    [Fact]
    public void H09_5000_units_four_and_a_half_hours_ago_with_a_normal_check()
    {
        string[] facts = [.. Well, "heparin kind UFH under the skin", "UFH single dose 5000", "UFH daily dose 10000"];
        Ask(Us, [.. facts, "time since last UFH dose 4 h 30 min"]).Verdict.ShouldBe(NeedleVerdict.AfterCheck);
        Ask(Us, [.. facts, "time since last UFH dose 3 h 59 min"]).Verdict.ShouldBe(NeedleVerdict.Wait);
        Ask(Us, [.. facts, "time since last UFH dose 6 h"]).Verdict.ShouldBe(NeedleVerdict.MayProceed);
        Ask(Uk, [.. facts, "time since last UFH dose 4 h 30 min"]).Verdict.ShouldBe(NeedleVerdict.MayProceed, "the RCOG prints four hours");
    }

    [Fact]
    public void H13_Labour_three_hours_after_a_dose_waits_nine()
    {
        var answer = Ask(Uk, [.. Well, "in labour yes", "LMWH intensity prophylactic", "time since last LMWH dose 3 h"]);
        (answer.Verdict, answer.Chosen!.Wait).ShouldBe((NeedleVerdict.Wait, Duration.FromHours(9)));
        Clock(answer.Chosen.NotBefore).ShouldBe("2026-03-01 17:00");
    }

    [Fact]
    public void CB29_The_high_preventive_dose_fourteen_hours_ago_waits_ten()
    {
        var answer = Ask(With(Uk, (PlanningTopic.NeuraxialBlock, "holds-uhs-2025")), [.. Well, "LMWH intensity high prophylactic", "time since last LMWH dose 14 h"]);
        (answer.Verdict, answer.Chosen!.Wait).ShouldBe((NeedleVerdict.Wait, Duration.FromHours(10)));
    }

    [Fact]
    public void CB35_Danaparoid_means_no_block() =>
        Ask(Uk, [.. Well, "in labour yes", "other anticoagulant danaparoid"], Event(CareEvent.LastDose, -3, 8)).Verdict.ShouldBe(NeedleVerdict.Avoid);

    [Fact]
    public void W1_Four_hours_after_the_infusion_only_with_a_check()
    {
        var answer = Ask(Us, [.. Well, "heparin kind UFH infusion", "time since last UFH dose 4 h"]);
        answer.Verdict.ShouldBe(NeedleVerdict.Wait);
        answer.Chosen!.Notes.ShouldContain("UFH infusion: 4 h by the shorter reading");
        Ask(Us, [.. Well, "heparin kind UFH infusion", "time since last UFH dose 6 h"]).Verdict.ShouldBe(NeedleVerdict.AfterCheck);
    }

    [Fact]
    public void W3_15000_units_fifteen_hours_ago_wait_nine_and_check()
    {
        var answer = Ask(Us, [.. Well, "heparin kind UFH under the skin", "UFH single dose 15000", "UFH daily dose 30000", "time since last UFH dose 15 h"]);
        (answer.Verdict, answer.Chosen!.Wait).ShouldBe((NeedleVerdict.Wait, Duration.FromHours(9)));
    }

    [Fact]
    public void W5_Major_bleeding_means_no_block() =>
        Ask(Us, [.. Well, "heparin kind UFH infusion", "time since last UFH dose 24 h", "active bleeding major"]).Verdict.ShouldBe(NeedleVerdict.Avoid);

    [Fact]
    public void W7_The_infusion_two_hours_ago_counts_although_enoxaparin_was_a_day_ago()
    {
        var answer = Ask(Us, [.. Well, "LMWH intensity therapeutic", "time since last LMWH dose 24 h", "heparin kind UFH infusion", "time since last UFH dose 2 h"]);
        (answer.Verdict, answer.Chosen!.Wait).ShouldBe((NeedleVerdict.Wait, Duration.FromHours(4)));
    }

    [Fact]
    public void W9_Hours_alone_are_not_enough_after_an_infusion() =>
        Ask(Us, [.. Well, "heparin kind UFH infusion", "time since last UFH dose 10 h"]).Verdict.ShouldBe(NeedleVerdict.AfterCheck);

    [Fact]
    public void W11_An_infusion_that_runs_means_waiting()
    {
        var answer = Ask(Us, [.. Well, "heparin kind UFH infusion", "time since last UFH dose 0 h"]);
        (answer.Verdict, answer.Chosen!.Wait).ShouldBe((NeedleVerdict.Wait, Duration.FromHours(6)));
    }

    [Fact]
    public void W13_Hours_that_were_kept_leave_the_checks_in_place()
    {
        var answer = Ask(Us, ["phase pregnant", "creatinine clearance 110", "platelet count 306", "LMWH intensity prophylactic", "time since last LMWH dose 14 h"]);
        answer.Verdict.ShouldBe(NeedleVerdict.MayProceed);
        answer.Always.ShouldHaveSingleItem().ShouldContain("legs");
    }

    [Fact]
    public void The_checks_and_who_decides_stand_in_every_answer()
    {
        foreach (var protocol in Decidua.Reasoning.Tests.KnowledgeOnDisk.Library.Protocols)
        {
            Ask(protocol, [.. Well, "LMWH intensity therapeutic", "time since last LMWH dose 30 h"]).Always.ShouldNotBeEmpty(protocol.Id);
            Ask(protocol, []).Always.ShouldNotBeEmpty(protocol.Id);
            Ask(protocol, ["heparin kind none", "platelet count 200"]).Decides.ShouldNotBeEmpty(protocol.Id);
        }
    }

    [Theory]
    [InlineData("platelet count 70", NeedleVerdict.MayProceed)]
    [InlineData("platelet count 69", NeedleVerdict.SeniorDecision)]
    [InlineData("platelet count 50", NeedleVerdict.SeniorDecision)]
    [InlineData("platelet count 49", NeedleVerdict.Avoid)]
    [InlineData("platelet count [40..100]", NeedleVerdict.Avoid)]
    [InlineData("platelet count [60..100]", NeedleVerdict.SeniorDecision)]
    public void Platelets(string platelets, NeedleVerdict verdict) =>
        Ask(Uk, ["phase pregnant", "creatinine clearance 110", platelets, "LMWH intensity prophylactic", "time since last LMWH dose 13 h"]).Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData("platelet count", "phase pregnant", "creatinine clearance 110", "LMWH intensity prophylactic", "time since last LMWH dose 30 h")]
    [InlineData("last dose", "phase pregnant", "creatinine clearance 110", "platelet count 200", "LMWH intensity prophylactic")]
    [InlineData("how strong", "phase pregnant", "creatinine clearance 110", "platelet count 200", "time since last LMWH dose 13 h")]
    [InlineData("which heparin", "phase pregnant", "creatinine clearance 110", "platelet count 200")]
    public void What_is_not_known_is_no_permission(string missing, params string[] facts)
    {
        var answer = Ask(Uk, facts);
        answer.Verdict.ShouldBe(NeedleVerdict.NotAnswerable);
        answer.Reasons.ShouldContain(reason => reason.Contains(missing, StringComparison.Ordinal));
        answer.Issues.ShouldContain(issue => issue.Code == IssueCode.HoldNotAnswerable);
    }

    [Fact]
    public void Unknown_strength_and_unknown_kidneys_use_the_longer_hours()
    {
        Ask(Uk, ["phase pregnant", "creatinine clearance 110", "platelet count 200", "time since last LMWH dose 13 h"]).Chosen!.Hours.ShouldBe(Duration.FromHours(24));
        var kidneys = Ask(Uk, ["phase pregnant", "platelet count 200", "LMWH intensity prophylactic", "time since last LMWH dose 13 h"]);
        (kidneys.Verdict, kidneys.Chosen!.Hours).ShouldBe((NeedleVerdict.Wait, Duration.FromHours(24)));
        kidneys.Chosen.Notes.ShouldContain("LMWH: creatinine clearance not known: 24 h as for poor kidneys in place of 12 h");
        Ask(Uk, ["phase pregnant", "creatinine clearance 29", "platelet count 200", "LMWH intensity therapeutic", "time since last LMWH dose 30 h"]).Chosen!.Wait.ShouldBe(Duration.FromHours(18));
    }

    [Fact]
    public void No_heparin_on_record_is_free_and_presumed_none_is_not()
    {
        Ask(Uk, ["phase pregnant", "platelet count 200", "heparin kind none"]).Verdict.ShouldBe(NeedleVerdict.MayProceed);
        Ask(Uk, ["phase pregnant", "platelet count 200", "LMWH intensity none", "other anticoagulant none"]).Verdict.ShouldBe(NeedleVerdict.MayProceed);
        Ask(Uk, ["phase pregnant", "platelet count 200", "LMWH intensity none"]).Verdict.ShouldBe(NeedleVerdict.NotAnswerable);
    }

    [Fact]
    public void A_catheter_stays_until_twelve_hours_after_a_dose()
    {
        Ask(Uk, [.. Well, "LMWH intensity prophylactic", "time since last LMWH dose 9 h"]).Chosen!.CatheterStays.ShouldBe(Duration.FromHours(3));
        Ask(Uk, [.. Well, "LMWH intensity therapeutic", "time since last LMWH dose 12 h"]).Chosen!.CatheterStays.ShouldBeNull();
        Ask(Us, [.. Well, "LMWH intensity therapeutic", "time since last LMWH dose 12 h"]).Chosen!.CatheterStays.ShouldBe(Duration.FromHours(12));
    }

    [Fact]
    public void A_block_for_a_caesarean_that_is_late_is_answered() =>
        Ask(Uk, [.. Well, "LMWH intensity prophylactic", "time since last LMWH dose 14 h"], Event(CareEvent.PlannedCaesarean, 0, 7)).Verdict.ShouldBe(NeedleVerdict.MayProceed);

    [Fact]
    public void More_than_four_days_on_heparin_ask_for_a_count()
    {
        var request = Request() with { Running = [new RunningCourse("enoxaparin", AsOf.PlusDays(-5), null, "", null, "x")] };
        Wanted.Answer(Facts([.. Well, "LMWH intensity prophylactic", "time since last LMWH dose 14 h"]), Uk, request).Reasons.ShouldContain(reason => reason.Contains("four days", StringComparison.Ordinal));
    }

    [Fact]
    public void A_day_without_a_time_counts_from_its_end()
    {
        var answer = Ask(Uk, [.. Well, "LMWH intensity prophylactic"], Event(CareEvent.LastDose, -1));
        Clock(answer.Chosen!.NotBefore).ShouldBe("2026-03-01 12:00");
    }

    [Fact]
    public void A_dose_in_the_future_is_refused()
    {
        var answer = Ask(Uk, [.. Well, "LMWH intensity prophylactic"], Event(CareEvent.LastDose, 0, 12));
        answer.Verdict.ShouldBe(NeedleVerdict.NotAnswerable);
        answer.Issues.ShouldContain(issue => issue.Code == IssueCode.EventsOutOfOrder);
    }

    [Fact]
    public void Without_a_zone_hours_are_given_and_no_clock_time()
    {
        var answer = Wanted.Answer(Facts([.. Well, "LMWH intensity prophylactic", "time since last LMWH dose 10 h 30 min"]), Uk, Request() with { Zone = null });
        answer.Summary.ShouldBe("wait 1 h 30 min");
        answer.Chosen!.NotBefore.ShouldBeNull();
    }

    [Fact]
    public void A_protocol_that_chooses_no_document_gives_no_permission()
    {
        var nobody = new Protocol { Id = "x", Title = "", IsDefault = false, Channels = Uk.Channels, Planning = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty, Parameters = Uk.Parameters };
        Ask(nobody, [.. Well, "LMWH intensity prophylactic", "time since last LMWH dose 40 h"]).Verdict.ShouldBe(NeedleVerdict.NotAnswerable);
    }

    private static NeedleAnswer Ask(Protocol protocol, string[] facts, params CareEvent[] events) => Wanted.Answer(Facts(facts), protocol, Request(events));
}
