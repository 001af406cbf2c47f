using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using static Decidua.Reasoning.Tests.Deriving.Charts;
using static Decidua.Reasoning.Tests.Deriving.Samples;

namespace Decidua.Reasoning.Tests.Deriving;

/// <summary>How long before or after an event the antibodies were found: exact to the day.</summary>
public class AntibodyTimeTests
{
    private const string Now = "2026-03-01";
    private const string ToEvent = "time between antibodies and pregnancy event";
    private const string ToClot = "time between antibodies and clot";
    private const string FromLoss = "time from loss to antibody test";

    [Theory]
    [InlineData("2020-05-01", "2025-05-01", "1826 d")] // five years to the day, with one leap day
    [InlineData("2020-05-01", "2025-05-02", "261 wk")]
    [InlineData("2020-05-01", "2025-04-30", "1825 d")]
    [InlineData("2020-05-01", "2020-07-23", "83 d")]
    [InlineData("2020-05-01", "2020-07-24", "12 wk")]
    [InlineData("2020-05-01", "2020-02-07", "12 wk")]
    [InlineData("2020-05-01", "2020-05-01", "0 h")]
    public void The_distance_to_a_fetal_death_is_exact(string death, string sample, string expected) =>
        Fact(Of(Lost(death, "12+0"), Lupus(sample)), Now, ToEvent).ShouldBe(expected);

    [Fact]
    public void Of_several_tests_the_nearest_that_reaches_twelve_weeks_counts()
    {
        var death = Lost("2020-05-01", "12+0");
        Fact(Of(death, Lupus("2020-06-01"), Lupus("2020-09-18"), Lupus("2024-09-18")), Now, ToEvent).ShouldBe("20 wk");
        Fact(Of(death, Lupus("2020-05-08"), Lupus("2020-05-15")), Now, ToEvent).ShouldBe("2 wk");
    }

    [Fact]
    public void Losses_that_fulfil_no_criterion_are_no_events()
    {
        Fact(Of(Lost("2020-05-01", "8+0"), Lost("2021-05-01", "8+0"), Lupus("2022-05-01")), Now, ToEvent).ShouldBe("not recorded");
        Fact(Of(Lost("2019-05-01", "8+0"), Lost("2020-05-01", "8+0"), Lost("2021-05-01", "8+0"), Lupus("2022-05-01")), Now, ToEvent).ShouldBe("365 d");
    }

    [Fact]
    public void A_later_loss_that_fulfils_no_criterion_does_not_bring_the_event_nearer() =>
        Fact(Of(Lost("2010-05-01", "12+0"), Lost("2024-05-01", "6+0"), Lupus("2025-05-01")), Now, ToEvent).ShouldBe("5479 d");

    [Fact]
    public void An_early_birth_for_pre_eclampsia_is_an_event() =>
        Fact(Of(Born("2020-05-01", "32+0") with { EarlyBirthReasons = [EarlyBirthReason.PreEclampsia] }, Lupus("2021-05-01")), Now, ToEvent).ShouldBe("365 d");

    [Fact]
    public void A_month_leaves_the_distance_open() =>
        Fact(Of(Lost("2020-05", "12+0"), Lupus("2021-05-01")), Now, ToEvent).ShouldBe("335 d to 365 d");

    [Fact]
    public void An_event_that_only_may_be_one_widens_the_distance() =>
        Fact(Of(Lost("2020-05-01", "12+0"), Lost("2023-05-01", "12+0") with { CauseKnown = null }, Lupus("2024-04-30")), Now, ToEvent).ShouldBe("365 d to 1460 d");

    [Fact]
    public void Without_a_positive_test_there_is_no_distance() =>
        Fact(Of(Lost("2020-05-01", "12+0"), Lupus("2021-05-01", AntibodyVerdict.Negative)), Now, ToEvent).ShouldBe("not recorded");

    [Fact]
    public void The_distance_to_a_clot_is_exact_for_veins_and_arteries()
    {
        Fact(Of(Condition(DeepVeinThrombosis, "2020-05-01", "2020-08-01"), Lupus("2021-05-01")), Now, ToClot).ShouldBe("365 d");
        Fact(Of(Condition("422504002", "2020-05-01"), Lupus("2021-05-01")), Now, ToClot).ShouldBe("365 d");
        Fact(Of(Lupus("2021-05-01")), Now, ToClot).ShouldBe("not recorded");
    }

    [Theory]
    [InlineData("2025-02-11", "41 d", true)]
    [InlineData("2025-02-12", "6 wk", false)]
    public void A_sample_within_six_weeks_of_a_loss_is_reported_and_counted(string sample, string expected, bool isReported)
    {
        var record = Of(Lost("2025-01-01", "8+0"), Lupus(sample));
        Fact(record, Now, FromLoss).ShouldBe(expected);
        Fact(record, Now, "lupus anticoagulant").ShouldBe("not confirmed");
        Derive(record, Now).Issues.Any(issue => issue.Code == IssueCode.SampleTooSoon && issue.Remedy.Contains("2025-02-12", StringComparison.Ordinal)).ShouldBe(isReported);
    }

    [Fact]
    public void An_early_sample_is_passed_over_when_the_antibodies_stand_without_it()
    {
        var early = Lupus("2025-01-15");
        Fact(Of(Lost("2025-01-01", "8+0"), early, Lupus("2025-06-01"), Lupus("2025-10-01")), Now, FromLoss).ShouldBe("151 d");
        Fact(Of(Lost("2025-01-01", "8+0"), early, Lupus("2025-06-01")), Now, FromLoss).ShouldBe("2 wk");
    }
}
