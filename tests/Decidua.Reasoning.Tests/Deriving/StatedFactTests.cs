using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using static Decidua.Reasoning.Tests.Deriving.Charts;

namespace Decidua.Reasoning.Tests.Deriving;

public class StatedFactTests
{
    [Fact]
    public void A_fact_named_outright_is_taken()
    {
        Fact(Of(Stated("smoker", new Finding.Truth(true))), "2026-01-01", "smoker").ShouldBe("yes");
        Fact(Of(Stated("smoker", new Finding.Truth(true), "2026-02-01")), "2026-01-01", "smoker").ShouldBe("not recorded");
        Fact(Of(Stated("smoker", new Finding.Truth(true), "2025-01-01"), Stated("smoker", new Finding.Truth(false), "2025-06-01")), "2026-01-01", "smoker").ShouldBe("no");
        Fact(Of(Stated("previous-clot", new Finding.Words("none"))), "2026-01-01", "previous clot").ShouldBe("none");
        Fact(Of(Stated("booking-bmi", new Finding.Words(">= 30"))), "2026-01-01", "booking BMI").ShouldBe("at least 30");
        Fact(Of(Stated("dosing-weight", new Finding.Amount(91000, "g"))), "2026-01-01", "dosing weight").ShouldBe("91");
        Fact(Of(Stated("parity", new Finding.Amount(3, ""))), "2026-01-01", "parity").ShouldBe("3");
        Fact(Of(Stated("labour-duration", new Finding.Words("26 h"))), "2026-01-01", "labour duration").ShouldBe("26 h");
    }

    [Fact]
    public void A_stated_gestation_grows_with_the_days() =>
        Fact(Of(Stated("gestation", new Finding.Words("12+3"), "2026-01-01")), "2026-01-11", "gestation").ShouldBe("13+6");

    [Fact]
    public void It_stands_above_a_derived_value_that_it_agrees_with() =>
        Fact(Of(Procedure(Birth, "2019-01-01"), Stated("parity", new Finding.Amount(2, ""))), "2026-01-01", "parity").ShouldBe("2");

    [Fact]
    public void Two_different_ages_are_refused() =>
        Refused(Of(Stated("age", new Finding.Amount(40, ""))) with { BirthDate = Date("1989-11-20") }, "2026-03-01", IssueCode.Contradiction)
            .Message.ShouldContain("36");

    [Theory]
    [InlineData("smokes", "yes", IssueCode.UnknownFact)]
    [InlineData("smoker", "perhaps", IssueCode.UnknownChoice)]
    [InlineData("previous-clot", "two", IssueCode.UnknownChoice)]
    [InlineData("booking-bmi", "331", IssueCode.OutOfRange)]
    [InlineData("booking-bmi", "large", IssueCode.WrongType)]
    [InlineData("gestation", "45+0", IssueCode.ImpossibleGestation)]
    public void What_cannot_be_read_is_refused(string fact, string words, string code) =>
        Refused(Of(Stated(fact, new Finding.Words(words))), "2026-03-01", code).At.ShouldBe($"stated {fact}");

    [Fact]
    public void A_wrong_type_or_unit_is_refused()
    {
        Refused(Of(Stated("smoker", new Finding.Amount(1, ""))), "2026-03-01", IssueCode.WrongType);
        Refused(Of(Stated("dosing-weight", new Finding.Truth(true))), "2026-03-01", IssueCode.WrongType);
        Refused(Of(Stated("dosing-weight", new Finding.Amount(12, "stone"))), "2026-03-01", IssueCode.WrongUnit);
        Refused(Of(Stated("dosing-weight", new Finding.Amount(1200, "kg"))), "2026-03-01", IssueCode.OutOfRange);
    }
}
