using Decidua.Clinical.Issues;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Protocols;
using Decidua.Planning.Asking;
using Decidua.Planning.Calendar;
using Decidua.Planning.Courses;
using Decidua.Planning.Monitoring;
using Decidua.Reasoning.Facts;
using Decidua.Reasoning.Tests;
using NodaTime;

namespace Decidua.Planning.Tests.Monitoring;

/// <summary>What is due on heparin, by the documents of the real knowledge.</summary>
public sealed class DuePlannerTests
{
    private static readonly LocalDate AsOf = new(2026, 3, 1);
    private static readonly LocalDate LastPeriod = new(2025, 12, 7);
    private static readonly DuePlanner Planner = new(KnowledgeOnDisk.Assessor);

    [Fact]
    public void A_new_preventive_course_needs_a_baseline_and_no_counts()
    {
        var due = Due(Woman("dosing weight 70"), Course("enoxaparin", AsOf)).Items;
        var baseline = due.Single(item => item.What == "platelet count before heparin");
        baseline.When.ShouldBe(new PlanMoment.On(AsOf));
        baseline.Document.ShouldBe("monitoring-uk");
        due.ShouldNotContain(item => item.What == "platelet count");
        due.ShouldNotContain(item => item.What == "anti-Xa level");
        due.ShouldNotContain(item => item.What == "aPTT" || item.What == "D-dimer");
    }

    [Fact]
    public void Twenty_eight_weeks_is_a_day_and_admission_is_awaited()
    {
        var due = Due(Woman(), Course("enoxaparin", AsOf)).Items.Where(item => item.What.StartsWith("clot risk assessment", StringComparison.Ordinal)).ToList();
        due.ShouldContain(item => item.When == new PlanMoment.On(LastPeriod.PlusDays(28 * 7)));
        due.ShouldContain(item => item.When == new PlanMoment.Awaited("admission", 0, null));
        due.ShouldContain(item => item.When == new PlanMoment.Awaited("birth", 0, LastPeriod.PlusDays(280)));
        due.ShouldContain(item => item.When == new PlanMoment.Awaited("discharge", 0, null));
    }

    [Fact]
    public void Without_heparin_only_the_clot_risk_comes_round()
    {
        var due = Due(Woman()).Items;
        due.ShouldNotBeEmpty();
        due.ShouldAllBe(item => item.Document == "clot-risk-again");
    }

    [Fact]
    public void Her_clot_risk_is_assessed_again_in_every_protocol()
    {
        foreach (var protocol in KnowledgeOnDisk.Library.Protocols)
            Due(Woman(), protocol.Id).Items.ShouldContain(item => item.Document == "clot-risk-again" && item.When == new PlanMoment.On(LastPeriod.PlusDays(28 * 7)), protocol.Id);
    }

    [Fact]
    public void Unfractionated_heparin_after_an_operation_is_counted_from_its_fourth_to_its_fourteenth_day()
    {
        var item = Due(Woman("heparin after an operation yes"), Course("heparin", AsOf, subject: "UFH")).Items.Single(item => item.What == "platelet count");
        item.When.ShouldBe(new PlanMoment.On(AsOf.PlusDays(4)));
        item.Until.ShouldBe(new PlanMoment.On(AsOf.PlusDays(14)));
        item.EveryDays.ShouldBe(2);
    }

    [Fact]
    public void A_course_that_ends_before_the_counts_do_ends_them()
    {
        var until = new PlanMoment.On(AsOf.PlusDays(7));
        Due(Woman("heparin after an operation yes"), Course("heparin", AsOf, subject: "UFH", until: until)).Items.Single(item => item.What == "platelet count").Until.ShouldBe(until);
    }

    [Fact]
    public void What_lies_behind_is_left_out_and_what_comes_back_is_taken_up_at_its_next_turn()
    {
        var since = AsOf.PlusDays(-7);
        var item = Due(Woman("heparin after an operation yes"), Course("heparin", since, subject: "UFH")).Items.Single(item => item.What == "platelet count");
        item.When.ShouldBe(new PlanMoment.On(since.PlusDays(8)), "days 4, 6 lie behind, day 8 is next");
        Due(Woman("heparin after an operation yes"), Course("heparin", AsOf.PlusDays(-30), subject: "UFH")).Items.ShouldNotContain(item => item.What == "platelet count");
        Due(Woman(), Course("enoxaparin", since)).Items.ShouldNotContain(item => item.What == "platelet count before heparin");
    }

    [Theory]
    [InlineData("uk")]
    [InlineData("us")]
    [InlineData("russia")]
    public void The_label_of_nadroparin_speaks_in_every_protocol(string protocol)
    {
        var item = Due(Woman(), protocol, Course("nadroparin", AsOf)).Items.Single(item => item.Document == "monitoring-labels" && item.What == "platelet count");
        item.When.ShouldBe(new PlanMoment.On(AsOf.PlusDays(1)));
        item.EveryDays.ShouldBe(3);
        item.Until.ShouldBe(new PlanMoment.Awaited("labour", 0, LastPeriod.PlusDays(280)), "to the end of the course");
    }

    [Fact]
    public void A_course_that_begins_later_is_watched_from_its_first_day_on()
    {
        var start = LastPeriod.PlusDays(28 * 7);
        var due = Due(Woman(), Course("enoxaparin", start)).Items;
        due.Single(item => item.What == "platelet count before heparin").When.ShouldBe(new PlanMoment.On(start));
        due.ShouldNotContain(item => item.Row.Id == "KID-01", "the second trimester lies before the first dose");
    }

    [Fact]
    public void A_treatment_dose_at_90_kg_needs_a_level_and_at_an_unknown_weight_it_is_said_to_be_open()
    {
        var course = Course("enoxaparin", AsOf, Intensity.Therapeutic);
        Due(Woman("dosing weight 90"), course).Items.ShouldContain(item => item.What == "anti-Xa level");
        Due(Woman("dosing weight 70", "creatinine clearance 100", "previous clot none"), course).Items.ShouldNotContain(item => item.What == "anti-Xa level");
        Due(Woman(), course).Issues.ShouldContain(issue => issue.Code == IssueCode.DueIsOpen && issue.Message.Contains("dosing weight"));
    }

    [Fact]
    public void The_second_course_of_the_same_heparin_has_no_second_baseline()
    {
        var second = Course("enoxaparin", AsOf.PlusDays(60), Intensity.Therapeutic);
        Due(Woman(), Course("enoxaparin", AsOf, until: new PlanMoment.On(AsOf.PlusDays(60))), second).Items.Count(item => item.What == "platelet count before heparin").ShouldBe(1);
    }

    [Fact]
    public void A_medicine_that_nobody_watches_is_said()
    {
        Due(Woman(), Course("parnaparin", AsOf)).Issues.ShouldContain(issue => issue.Code == IssueCode.UnwatchedMedicine);
    }

    [Fact]
    public void A_protocol_without_a_document_says_so_and_still_shows_the_labels()
    {
        var uk = KnowledgeOnDisk.Library.Protocol("uk")!;
        var bare = new Protocol { Id = "bare", Title = "bare", IsDefault = false, Channels = uk.Channels, Planning = uk.Planning.Remove(PlanningTopic.Monitoring), Parameters = uk.Parameters };
        var due = Planner.Due(Woman(), bare, Request, Calendar, [Course("nadroparin", AsOf)]);
        due.Issues.ShouldContain(issue => issue.Code == IssueCode.NoDocumentForTopic);
        due.Items.Select(item => item.Document).Distinct().Order().ShouldBe(["clot-risk-again", "monitoring-labels"]);
    }

    [Fact]
    public void The_same_input_gives_the_same_items_in_the_order_of_time()
    {
        var first = Due(Woman(), Course("nadroparin", AsOf)).Items;
        first.Select(item => $"{item.What} {item.When} {item.Row}").ShouldBe(Due(Woman(), Course("nadroparin", AsOf)).Items.Select(item => $"{item.What} {item.When} {item.Row}"));
        var dated = first.Where(item => !item.When.IsAwaited).Select(item => item.When.Expected!.Value).ToList();
        dated.ShouldBe(dated.Order());
        first.SkipWhile(item => !item.When.IsAwaited).ShouldAllBe(item => item.When.IsAwaited);
    }

    private static PlanRequest Request => new() { AsOf = AsOf, Datings = [new Dating(DatingKind.LastPeriod, LastPeriod, null, null, "plan.dating[0]")] };

    private static GestationalCalendar Calendar => GestationalCalendar.Of(Request, null, KnowledgeOnDisk.Library.Protocol("uk")!, [])!;

    private static WomanFacts Woman(params string[] facts) => WatchedWoman.With(["phase pregnant", "gestation 12+0", .. facts]);

    private static Planned<DueItem> Due(WomanFacts facts, params Course[] courses) => Due(facts, "uk", courses);

    private static Planned<DueItem> Due(WomanFacts facts, string protocol, params Course[] courses) =>
        Planner.Due(facts, KnowledgeOnDisk.Library.Protocol(protocol)!, Request, Calendar, courses);

    private static Course Course(string medicine, LocalDate from, Intensity intensity = Intensity.Prophylactic, string subject = "LMWH", PlanMoment? until = null) => new()
    {
        Subject = subject, Medicine = medicine, Intensity = intensity, From = new PlanMoment.On(from), Until = until ?? new PlanMoment.Awaited("labour", 0, LastPeriod.PlusDays(280)),
        ToBeDecided = false, Foreseen = false, Reasons = [], Against = [], Dose = null,
    };
}
