using Decidua.Clinical.Issues;
using Decidua.Knowledge.Protocols;
using Decidua.Planning.Events;
using Decidua.Planning.Monitoring;
using Decidua.Planning.Tests.Monitoring;
using Decidua.Reasoning.Tests;

namespace Decidua.Planning.Tests.Events;

/// <summary>Amounts as people write them, and what they add to an answer.</summary>
public sealed class ReckoningTests
{
    private static readonly Protocol Uk = KnowledgeOnDisk.Library.Protocol("uk")!;

    [Theory]
    [InlineData("60 mg", "60", "mg")]
    [InlineData("60mg", "60", "mg")]
    [InlineData("0.95 mg/dL", "0.95", "mg/dL")]
    [InlineData("84 µmol/L", "84", "umol/L")]
    [InlineData("500 ng/mL FEU", "500", "ng/mL{FEU}")]
    [InlineData("150 ×10⁹/L", "150", "10*9/L")]
    public void Reads_a_number_with_its_unit(string text, string number, string unit)
    {
        MeasuredAmount.TryParse(text, out var amount).ShouldBeTrue();
        amount.ShouldBe(new MeasuredAmount(decimal.Parse(number), unit));
    }

    [Theory]
    [InlineData("")]
    [InlineData("60")]
    [InlineData("mg")]
    [InlineData("-3 mg")]
    [InlineData("1.2.3 mg")]
    [InlineData("6,000 IU")]
    [InlineData("12345678901234567890 mg")]
    public void Refuses_what_is_no_amount(string text) => (MeasuredAmount.TryParse(text, out var amount) && amount.Unit is "mg" or "IU").ShouldBeFalse();

    [Fact]
    public void Only_the_documents_of_antidotes_and_results_take_an_amount()
    {
        Reckoning.Takes(Uk, "reversal-protamine").ShouldBe("last dose");
        Reckoning.Takes(Uk, "results-pregnancy").ShouldBe("result");
        Reckoning.Takes(Uk, "bleeding-triage").ShouldBeEmpty();
        Of("bleeding-triage", "60 mg").ShouldBeNull();
        Of("reversal-protamine", "").ShouldBeNull();
    }

    [Fact]
    public void A_number_without_a_unit_or_without_a_test_is_not_read()
    {
        Of("reversal-protamine", "60")!.Issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.WrongUnit);
        Of("results-pregnancy", "60 umol/L", "phase pregnant", "gestation 22+0")!.Issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.UnknownTest);
    }

    [Fact]
    public void The_amount_is_said_in_words()
    {
        var capped = Of("reversal-protamine", "60 mg", "heparin in use enoxaparin", "time since last LMWH dose 3 h")!;
        Reckoning.Words(capped.Antidotes.ShouldHaveSingleItem()).ShouldBe("50 mg, the most at once; by the dose alone 60 mg");
        var range = Of("reversal-protamine", "5000 U", "heparin in use UFH as a bolus", "time since UFH bolus 45 min")!;
        Reckoning.Words(range.Antidotes.ShouldHaveSingleItem()).ShouldBe("25 to 37.5 mg");
        var late = Of("reversal-protamine", "60 mg", "heparin in use enoxaparin", "time since last LMWH dose 14 h")!;
        Reckoning.Words(late.Antidotes.ShouldHaveSingleItem()).ShouldBe("no amount in mg");
    }

    [Fact]
    public void A_result_is_placed()
    {
        Of("results-pregnancy", "0.95 mg/dL", "phase pregnant", "gestation 22+0", "laboratory test creatinine")!.Reading!.Place.ShouldBe(RangePlace.Above);
    }

    private static Reckoning? Of(string document, string text, params string[] facts) => Reckoning.Of(KnowledgeOnDisk.Assessor, WatchedWoman.With(facts), Uk, document, text);
}
