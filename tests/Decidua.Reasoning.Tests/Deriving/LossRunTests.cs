using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using static Decidua.Reasoning.Tests.Deriving.Charts;

namespace Decidua.Reasoning.Tests.Deriving;

/// <summary>Losses in a row: what ends a run, what does not, and what an open date leaves open.</summary>
public class LossRunTests
{
    private const string Now = "2026-03-01";
    private const string Early = "consecutive losses before 10 weeks";

    [Fact]
    public void Three_losses_with_nothing_between_are_a_run_of_three() =>
        Fact(Of(Lost("2021-05-01", "6+0"), Lost("2022-05-01", "7+0"), Lost("2023-05-01", "8+0")), Now, Early).ShouldBe("3");

    [Fact]
    public void The_order_in_the_list_does_not_matter() =>
        Fact(Of(Lost("2023-05-01", "6+0"), Born("2020-05-01"), Lost("2021-05-01", "8+0")), Now, Early).ShouldBe("2");

    [Fact]
    public void A_birth_ends_a_run_and_the_longest_counts()
    {
        var record = Of(Lost("2018-05-01", "6+0"), Born("2020-05-01"), Lost("2021-05-01", "7+0"), Lost("2022-05-01", "8+0"));
        Fact(record, Now, Early).ShouldBe("2");
        Fact(record, Now, "losses before 10 weeks").ShouldBe("3");
    }

    [Theory]
    [InlineData(PregnancyEnd.Ectopic, "7+0", "3")]
    [InlineData(PregnancyEnd.Molar, "9+0", "3")]
    [InlineData(PregnancyEnd.Termination, "9+0", "3")]
    [InlineData(PregnancyEnd.Miscarriage, "9+6", "4")]
    [InlineData(PregnancyEnd.Miscarriage, "10+0", "2")]
    [InlineData(PregnancyEnd.Stillbirth, "30+0", "2")]
    [InlineData(PregnancyEnd.LiveBirth, "40+0", "2")]
    public void What_lies_between_two_losses_ends_the_run_or_does_not(PregnancyEnd end, string weeks, string expected) =>
        Fact(Of(Lost("2018-05-01", "6+0"), Ended(end, "2020-05-01", weeks), Lost("2021-05-01", "7+0"), Lost("2022-05-01", "8+0")), Now, Early).ShouldBe(expected);

    [Fact]
    public void An_explained_loss_neither_counts_nor_ends_the_run() =>
        Fact(Of(Lost("2019-05-01", "6+0"), Lost("2020-05-01", "6+0") with { CauseKnown = true }, Lost("2021-05-01", "7+0")), Now, Early).ShouldBe("2");

    [Fact]
    public void A_tested_pregnancy_neither_counts_nor_ends_the_run_where_a_scan_is_wanted()
    {
        var record = Of(Lost("2019-05-01", "6+0"), Ended(PregnancyEnd.Biochemical, "2020-05-01", "5+0"), Lost("2021-05-01", "7+0"));
        Fact(record, Now, "consecutive losses (WHO)").ShouldBe("2");
        Fact(record, Now, "consecutive losses (China)").ShouldBe("1 to 3");
        Fact(record, Now, Early).ShouldBe("2 to 3");
    }

    [Theory]
    [InlineData("A", "A", "A", "3")]
    [InlineData("A", "A", "B", "2")]
    [InlineData("A", "B", "A", "1")]
    [InlineData("", "", "", "1 to 3")]
    [InlineData("A", "", "A", "1 to 3")]
    [InlineData("A", "A", "", "2 to 3")]
    [InlineData("A", "", "B", "1 to 2")]
    public void A_change_of_partner_ends_a_run_where_the_definition_wants_one(string first, string second, string third, string expected) =>
        Fact(Of(
            Lost("2019-05-01", "6+0") with { Partner = first }, Lost("2020-05-01", "6+0") with { Partner = second },
            Lost("2021-05-01", "7+0") with { Partner = third }), Now, "consecutive losses (China)").ShouldBe(expected);

    [Fact]
    public void A_birth_without_a_date_may_stand_anywhere() =>
        Fact(Of(Born(null), Lost("2020-05-01", "6+0"), Lost("2021-05-01", "7+0"), Lost("2022-05-01", "8+0"), Lost("2023-05-01", "8+0")), Now, Early).ShouldBe("2 to 4");

    [Fact]
    public void A_birth_in_a_year_in_which_a_loss_lies_may_stand_on_either_side() =>
        Fact(Of(Lost("2020-05-01", "6+0"), Lost("2021-05-01", "7+0"), Born("2021")), Now, Early).ShouldBe("1 to 2");

    [Fact]
    public void A_loss_without_a_date_belongs_to_one_run_or_the_other() =>
        Fact(Of(Lost(null, "6+0"), Lost("2019-05-01", "7+0"), Born("2021-05-01"), Lost("2022-05-01", "8+0")), Now, Early).ShouldBe("2");

    [Fact]
    public void Losses_after_the_day_are_not_known_yet() =>
        Fact(Of(Lost("2020-05-01", "6+0"), Lost("2026-03-02", "7+0")), Now, Early).ShouldBe("1");

    [Fact]
    public void The_present_pregnancy_does_not_end_a_run() =>
        Fact(Of(Lost("2020-05-01", "6+0"), Lost("2021-05-01", "7+0"), new Pregnancy { From = new("record file", "", "now"), LastPeriod = Date("2026-01-01") }), Now, Early).ShouldBe("2");

    [Fact]
    public void A_loss_after_a_birth_of_the_same_pregnancy_is_reported()
    {
        var reading = Derive(Of(Procedure(Birth, "2024-05-01"), Condition(Miscarriage, "2024-05-20")), Now);
        reading.Issues.ShouldContain(issue => issue.Code == IssueCode.Contradiction && issue.Severity == Severity.Warning);
    }

    [Theory]
    [InlineData("2020-03-01", "6")]
    [InlineData("2016-02-29", "10")]
    public void Years_since_the_last_pregnancy_are_counted_by_anniversaries(string ended, string expected) =>
        Fact(Of(Born(ended)), ended[..4] == "2016" ? "2026-02-28" : Now, "years since the last pregnancy").ShouldBe(expected);
}
