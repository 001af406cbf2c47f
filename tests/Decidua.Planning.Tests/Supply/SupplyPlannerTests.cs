using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Protocols;
using Decidua.Planning.Asking;
using Decidua.Planning.Dosing;
using Decidua.Planning.Supply;
using Decidua.Planning.Tests.Dosing;
using NodaTime;

namespace Decidua.Planning.Tests.Supply;

public sealed class SupplyPlannerTests
{
    private static readonly LocalDate Start = new(2026, 3, 1);

    private static DoseAnswer Forty => Dosed.Find(Dosed.Well(72), "enoxaparin", Intensity.Prophylactic);

    private static SupplyEstimate Estimate(DoseAnswer dose, int days, Func<PlanRequest, PlanRequest>? with = null, Protocol? protocol = null)
    {
        var request = new PlanRequest { AsOf = Start };
        return SupplyPlanner.Estimate(dose, Start, Start.PlusDays(days), with is null ? request : with(request), protocol ?? Dosed.Uk, Dosed.Library);
    }

    [Theory]
    [InlineData(252, "762.80")]
    [InlineData(294, "889.94")]
    [InlineData(336, "1017.07")]
    [InlineData(280, "847.56")]
    [InlineData(126, "381.40")]
    [InlineData(94, "284.54")]
    [InlineData(42, "127.13")]
    [InlineData(72, "217.94")]
    [InlineData(10, "30.27")]
    public void A_syringe_a_day_counts_days_and_costs_what_the_book_says(int days, string cost)
    {
        var estimate = Estimate(Forty, days);
        var line = estimate.Lines.ShouldHaveSingleItem();
        (line.Presentation, line.Syringes, line.PackSize, line.Packs).ShouldBe(("enoxaparin-40", days, 10, (days + 9) / 10));
        (estimate.Cost, estimate.Currency, estimate.PriceList).ShouldBe((decimal.Parse(cost, System.Globalization.CultureInfo.InvariantCulture), "GBP", "prices-uk-somerset"));
        line.PackCost.ShouldBe(30.27m * ((days + 9) / 10));
    }

    [Theory]
    [InlineData(252, 504)]
    [InlineData(84, 168)]
    [InlineData(1, 2)]
    [InlineData(0, 0)]
    [InlineData(-3, 0)]
    public void Twice_a_day_counts_double(int days, int syringes) =>
        Estimate(Dosed.Find(Dosed.Well(72), "enoxaparin", Intensity.HighProphylactic), days).Lines.Single().Syringes.ShouldBe(syringes);

    [Fact]
    public void Every_eight_hours_counts_three_and_several_syringes_count_each()
    {
        var dose = Forty with { EveryHours = 8, Syringes = [.. Forty.Syringes, new SyringeUse("enoxaparin-20", "enoxaparin 20 mg in 0.2 mL", 2, 20, 0.2m, false)] };
        Estimate(dose, 5).Lines.Select(line => line.Syringes).ShouldBe([15, 30]);
    }

    [Fact]
    public void Moscow_prices_are_in_roubles()
    {
        var russia = Dosed.Library.Protocol("russia")!.Naming(PlanningTopic.ProphylacticDose, "doses-nadroparin-surgical-label");
        var estimate = Estimate(Dosed.Find(Dosed.Well(72), "nadroparin", Intensity.Prophylactic, russia), 280, protocol: russia);
        (estimate.Cost, estimate.Currency, estimate.Lines.Single().Packs).ShouldBe((84840, "RUB", 28));
    }

    [Fact]
    public void Without_a_price_there_is_no_cost()
    {
        var tinzaparin = Estimate(Dosed.Find(Dosed.Well(72), "tinzaparin", Intensity.Prophylactic), 10);
        (tinzaparin.Cost, tinzaparin.Currency, tinzaparin.PriceList, tinzaparin.Lines.Single().Packs, tinzaparin.Lines.Single().PackCost).ShouldBe((null, "", "", null, null));
        Estimate(Forty, 10, request => request with { PriceList = "prices-moscow" }).Cost.ShouldBeNull();
        Estimate(Forty, 10, request => request with { PriceList = "prices-moscow" }).Lines.Single().ShouldSatisfyAllConditions(line => line.PackSize.ShouldBe(10), line => line.Packs.ShouldBe(1));
    }

    [Fact]
    public void A_limited_supply_runs_out_on_a_day()
    {
        var estimate = Estimate(Forty, 100, request => request with { SuppliedSyringes = 30 });
        (estimate.RunsOut, estimate.Refill).ShouldBe((Start.PlusDays(30), Start.PlusDays(23)));
        var earlier = Estimate(Forty, 100, request => request with { SuppliedSyringes = 30, SuppliedOn = Start.PlusDays(-10) });
        (earlier.RunsOut, earlier.Refill).ShouldBe((Start.PlusDays(20), Start.PlusDays(13)));
        var twice = Estimate(Dosed.Find(Dosed.Well(72), "enoxaparin", Intensity.HighProphylactic), 100, request => request with { SuppliedSyringes = 31 });
        twice.RunsOut.ShouldBe(Start.PlusDays(15), "the evening syringe of the sixteenth day is missing");
        Estimate(Forty, 100, request => request with { SuppliedSyringes = 3 }).Refill.ShouldBe(Start, "at once");
    }

    [Fact]
    public void A_supply_that_lasts_needs_no_refill()
    {
        var estimate = Estimate(Forty, 10, request => request with { SuppliedSyringes = 10 });
        (estimate.RunsOut, estimate.Refill).ShouldBe((Start.PlusDays(10), null));
        Estimate(Forty, 10).RunsOut.ShouldBeNull();
        Estimate(Forty, 10, request => request with { SuppliedSyringes = int.MaxValue }).Refill.ShouldBeNull();
        Estimate(Forty, 10, request => request with { SuppliedSyringes = -5 }).RunsOut.ShouldBe(Start);
    }

    [Fact]
    public void A_dose_without_syringes_has_no_lines()
    {
        var none = Estimate(Dosed.Find(Dosed.Facts("phase pregnant"), "enoxaparin", Intensity.Prophylactic), 10, request => request with { SuppliedSyringes = 10 });
        (none.Lines.Length, none.Cost, none.RunsOut).ShouldBe((0, null, null));
    }
}
