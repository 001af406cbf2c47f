using Decidua.Clinical.Issues;
using Decidua.Knowledge.Advice;
using Decidua.Planning.Events;
using Decidua.Planning.Tests.Monitoring;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Tests;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Decidua.Planning.Tests.Events;

/// <summary>How far platelets fell, and when.</summary>
public sealed class PlateletTrendTests
{
    private static readonly LocalDate Start = new(2026, 3, 1);

    [Fact]
    public void M07_from_250_to_110_on_day_8_is_a_fall_of_56_per_cent_and_a_high_score()
    {
        var trend = Of((0, 250), (4, 245), (6, 180), (8, 110))!;
        trend.FallPercent.ShouldBe(56);
        trend.DayOfFall.ShouldBe(4);
        var facts = trend.Record(WatchedWoman.With("phase pregnant", "heparin in use UFH under the skin", "onset of the platelet fall days 5 to 10 and clear", "new clot or skin sign none", "other cause of low platelets none apparent"));
        var answer = KnowledgeOnDisk.Assessor.Assess(facts, null, "score-4ts").Of("score-4ts")!;
        answer.Recommendations.ShouldContain(advice => advice.Subject == "UFH" && advice.Advice == AdviceKind.Stop && advice.Certainty == Certainty.Certain);
    }

    [Fact]
    public void M09_a_fall_of_15_per_cent_alarms_nobody()
    {
        var facts = Of((-10, 200), (60, 170))!.Record(WatchedWoman.With("phase pregnant", "heparin in use enoxaparin"));
        var answer = KnowledgeOnDisk.Assessor.Assess(facts, null, "low-platelets").Of("low-platelets")!;
        answer.Recommendations.ShouldNotContain(advice => advice.Advice == AdviceKind.Refer || advice.Advice == AdviceKind.CallNow || advice.Advice == AdviceKind.Stop);
        answer.Recommendations.ShouldContain(advice => advice.Subject == "HIT test" && advice.Advice == AdviceKind.NoNeed);
    }

    [Fact]
    public void The_last_count_before_heparin_is_the_one_that_counts()
    {
        var trend = Of((-90, 400), (-2, 210), (10, 190))!;
        trend.Before.Count.ShouldBe(210);
        trend.DayOfFall.ShouldBe(10);
    }

    [Fact]
    public void A_rise_is_no_fall()
    {
        var trend = Of((0, 200), (5, 260))!;
        trend.FallPercent.ShouldBe(-30);
        trend.DayOfFall.ShouldBeNull();
    }

    [Fact]
    public void Of_one_day_the_lowest_count_is_taken() => Of((0, 200), (5, 260), (5, 150))!.Lowest.Count.ShouldBe(150);

    [Fact]
    public void Without_a_count_before_there_is_no_trend_and_it_is_said()
    {
        PlateletTrend.Of([new DatedCount(Start.PlusDays(3), 100)], Start, out var issue).ShouldBeNull();
        issue!.Code.ShouldBe(IssueCode.NoCountBeforeHeparin);
        PlateletTrend.Of([new DatedCount(Start, 100)], Start, out issue).ShouldBeNull();
        issue!.Message.ShouldContain("after the first dose");
        Of((0, 0), (3, 0))!.FallPercent.ShouldBe(0);
    }

    [Fact]
    public void The_order_of_the_input_does_not_matter() => Prop.ForAll(Gen.Choose(1, 600).ArrayOf(6).ToArbitrary(), counts =>
    {
        var dated = counts.Select((count, index) => new DatedCount(Start.PlusDays((index * 3) - 2), count)).ToList();
        var (forward, back) = (PlateletTrend.Of(dated, Start, out _), PlateletTrend.Of(Enumerable.Reverse(dated), Start, out _));
        forward.ShouldBe(back);
        forward!.FallPercent.ShouldBeLessThanOrEqualTo(100);
    }).QuickCheckThrowOnFailure();

    private static PlateletTrend? Of(params (int Day, decimal Count)[] counts) =>
        PlateletTrend.Of(counts.Select(count => new DatedCount(Start.PlusDays(count.Day), count.Count)), Start, out _);
}
