using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using static Decidua.Reasoning.Tests.Deriving.Charts;

namespace Decidua.Reasoning.Tests.Deriving;

public class CountTests
{
    private static readonly object[] TwoBirthsAndALoss =
        [Procedure(Birth, "2015-01-27"), Condition(Miscarriage, "2017-02-01"), Procedure(Birth, "2019-03-03")];

    [Theory]
    [InlineData("2015-01-26", "not recorded", "not recorded")]
    [InlineData("2015-01-27", "at least 1", "at least 1")]
    [InlineData("2018-01-01", "at least 1", "at least 2")]
    [InlineData("2019-03-03", "at least 2", "at least 3")]
    public void What_a_record_shows_is_a_lower_bound(string date, string parity, string gravidity)
    {
        Fact(Of(TwoBirthsAndALoss), date, "parity").ShouldBe(parity);
        Fact(Of(TwoBirthsAndALoss), date, "gravidity").ShouldBe(gravidity);
    }

    [Fact]
    public void The_present_pregnancy_counts_for_gravidity_only()
    {
        var record = Of([.. TwoBirthsAndALoss, Condition(Pregnant, "2021-01-01")]);
        Fact(record, "2021-02-01", "parity").ShouldBe("at least 2");
        Fact(record, "2021-02-01", "gravidity").ShouldBe("at least 4");
    }

    [Fact]
    public void A_stated_number_is_exact_and_grows_with_later_births()
    {
        var record = Of([.. TwoBirthsAndALoss, Measured("11977-6", 3, "1", "2018-06-01"), Measured("11996-6", 5, "", "2018-06-01")]);
        Fact(record, "2018-06-01", "parity").ShouldBe("3");
        Fact(record, "2019-04-01", "parity").ShouldBe("4");
        Fact(record, "2018-06-01", "gravidity").ShouldBe("5");
        Fact(record, "2019-04-01", "gravidity").ShouldBe("6");
    }

    [Fact]
    public void A_stated_number_below_what_the_record_shows_is_reported()
    {
        var record = Of([.. TwoBirthsAndALoss, Measured("11977-6", 1, "", "2020-06-01")]);
        Fact(record, "2020-06-02", "parity").ShouldBe("at least 2");
        Derive(record, "2020-06-02").Issues.ShouldContain(issue => issue.Code == IssueCode.Contradiction && issue.Severity == Severity.Warning);
    }

    [Fact]
    public void Pregnancies_listed_as_such_are_all_of_them()
    {
        var record = Of(
            new Pregnancy { From = new("record file", "", "p0"), Ended = Date("2018-06"), End = PregnancyEnd.LiveBirth },
            new Pregnancy { From = new("record file", "", "p1"), Ended = Date("2020"), End = PregnancyEnd.Miscarriage },
            new Pregnancy { From = new("record file", "", "p2"), LastPeriod = Date("2026-01-01") });
        Fact(record, "2026-03-01", "parity").ShouldBe("1");
        Fact(record, "2026-03-01", "gravidity").ShouldBe("3");
        Fact(record, "2026-03-01", "phase").ShouldBe("pregnant");
        Fact(record, "2026-03-01", "gestation").ShouldBe("8+3");
    }

    [Fact]
    public void A_first_pregnancy_listed_as_such_means_no_births() =>
        Fact(Of(new Pregnancy { From = new("record file", "", "p0"), LastPeriod = Date("2026-01-01") }), "2026-03-01", "parity").ShouldBe("0");

    [Fact]
    public void Twins_are_one_birth() =>
        Fact(Of(Procedure(Birth, "2019-03-03"), Procedure(Caesarean, "2019-03-04")), "2019-04-01", "parity").ShouldBe("at least 1");

    [Fact]
    public void A_stillbirth_is_a_birth_and_a_termination_is_none() =>
        Fact(Of(Condition(Stillbirth, "2017-03-03"), Procedure(Termination, "2019-03-03")), "2019-04-01", "parity").ShouldBe("at least 1");
}
