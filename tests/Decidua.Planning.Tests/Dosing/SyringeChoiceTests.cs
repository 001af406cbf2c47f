using Decidua.Clinical.Issues;
using Decidua.Knowledge.Protocols;
using Decidua.Planning.Dosing;

namespace Decidua.Planning.Tests.Dosing;

public sealed class SyringeChoiceTests
{
    private static SyringeChoice With(string stock, string market = "uk", string tie = "down") =>
        new(Dosed.Library, Dosed.Uk.With((Protocol.Stock, stock), (Protocol.Market, market), (Protocol.RoundingTie, tie)));

    [Theory]
    [InlineData("enoxaparin", 40, "1 enoxaparin-40 40 in 0.4")]
    [InlineData("enoxaparin", 90, "1 enoxaparin-100 90 in 0.9")]
    [InlineData("enoxaparin", 180, "1 enoxaparin-80 80 in 0.8; 1 enoxaparin-100 100 in 1")]
    [InlineData("dalteparin", 6000, "1 dalteparin-10000-graduated 6000 in 0.6")]
    [InlineData("dalteparin", 20000, "2 dalteparin-10000-graduated 10000 in 1")]
    [InlineData("dalteparin", 24000, "1 dalteparin-15000 15000 in 0.6; 1 dalteparin-10000-graduated 9000 in 0.9")]
    [InlineData("bemiparin", 3500, "1 bemiparin-3500 3500 in 0.2")]
    [InlineData("aspirin", 150, "2 aspirin-75 75 in 0")]
    public void A_printed_dose_is_given_exactly(string medicine, int amount, string syringes)
    {
        var set = With("all").Find(medicine, amount, mayRound: false);
        set.Amount.ShouldBe(amount);
        string.Join("; ", set.Uses.Select(use => FormattableString.Invariant($"{use.Count} {use.Presentation} {use.Amount} in {use.Volume}"))).ShouldBe(syringes);
    }

    [Fact]
    public void A_dose_that_no_stocked_syringe_can_give_is_said_so()
    {
        var set = With("enoxaparin-40").Find("enoxaparin", 20, mayRound: false);
        (set.Amount, set.Uses.Length).ShouldBe((null, 0));
        set.Issues.ShouldHaveSingleItem().ShouldSatisfyAllConditions(issue => issue.Code.ShouldBe(IssueCode.NoSyringe), issue => issue.Message.ShouldBe("No stocked presentation of enoxaparin can give 20 mg; in stock: 40 mg."));
        With("enoxaparin-40").Find("enoxaparin", 20, mayRound: true).Amount.ShouldBeNull("double is not near");
        With("all", "us").Find("nadroparin", 2850, mayRound: false).Issues.Single().Message.ShouldContain("none is in stock");
        With("enoxaparin-40").Find("enoxaparin", 160, mayRound: false).Uses.Single().Count.ShouldBe(4);
        With("enoxaparin-40").Find("enoxaparin", 200, mayRound: false).Amount.ShouldBeNull("five injections at once are not asked of anybody");
    }

    [Fact]
    public void A_dose_by_weight_goes_to_the_nearest_syringe_within_the_share_of_the_protocol()
    {
        With("all").Find("enoxaparin", 108, mayRound: true).Amount.ShouldBe(105);
        With("enoxaparin-100").Find("enoxaparin", 108, mayRound: true).Amount.ShouldBe(100);
        With("enoxaparin-20").Find("enoxaparin", 22, mayRound: true).Amount.ShouldBe(20, "2 of 22 is within a tenth");
        With("enoxaparin-20").Find("enoxaparin", 22.3m, mayRound: true).Amount.ShouldBeNull();
        new SyringeChoice(Dosed.Library, Dosed.Uk.With((Protocol.LargestRounding, "0 %"))).Find("enoxaparin", 102.3m, mayRound: true).Amount.ShouldBeNull();
    }

    [Fact]
    public void Of_two_equally_near_amounts_the_protocol_prefers_one()
    {
        With("all").Find("enoxaparin", 75, mayRound: true).Amount.ShouldBe(75, "half of the concentrated syringe of 150 mg");
        With("enoxaparin-80, enoxaparin-100").Find("enoxaparin", 75, mayRound: true).Amount.ShouldBe(70);
        With("enoxaparin-80, enoxaparin-100", tie: "up").Find("enoxaparin", 75, mayRound: true).Amount.ShouldBe(80);
    }

    [Fact]
    public void The_same_volume_with_another_amount_is_a_trap()
    {
        With("nadroparin-5700, nadroparin-forte-11400", "all").Find("nadroparin", 5700, mayRound: false).Issues.Single().ShouldSatisfyAllConditions(
            issue => issue.Code.ShouldBe(IssueCode.SameVolumeOtherAmount), issue => issue.Message.ShouldBe("nadroparin 5700 IU in 0.6 mL and nadroparin 11400 IU in 0.6 mL are both in stock: the same volume, another amount."));
        With("nadroparin-5700", "all").Find("nadroparin", 5700, mayRound: false).Issues.ShouldBeEmpty();
        With("enoxaparin-80, enoxaparin-120").Find("enoxaparin", 80, mayRound: false).Issues.ShouldHaveSingleItem();
    }

    [Fact]
    public void Benzyl_alcohol_is_listed_and_never_chosen()
    {
        var vials = Dosed.Library.Products.SelectMany(product => product.Presentations).Where(one => !one.IsForPregnancy).ToList();
        vials.Count.ShouldBe(7);
        With(string.Join(", ", vials.Select(one => one.Id)), "all").ShouldSatisfyAllConditions(
            choice => choice.Stocked("dalteparin").ShouldBeEmpty(), choice => choice.Stocked("tinzaparin").ShouldBeEmpty(), choice => choice.Find("enoxaparin", 300, mayRound: false).Amount.ShouldBeNull());
    }
}
