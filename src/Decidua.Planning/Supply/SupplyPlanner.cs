using System.Collections.Immutable;
using Decidua.Knowledge;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Protocols;
using Decidua.Planning.Asking;
using Decidua.Planning.Dosing;
using NodaTime;

namespace Decidua.Planning.Supply;

/// <summary>Reckons the syringes, packs and cost of a course, and the day on which a limited supply runs out.</summary>
public static class SupplyPlanner
{
    private const int MinutesOfDay = NodaConstants.MinutesPerDay;

    /// <summary>No supply is reckoned to last longer than this.</summary>
    private const int MostDays = 10_000;

    /// <summary>Reckons a supply.</summary>
    /// <param name="dose">A dose with its syringes; without syringes the estimate has no lines.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The day after the last one; a day before <paramref name="from"/> counts as no days.</param>
    /// <param name="request">What was supplied, and which price list is meant.</param>
    /// <param name="protocol">The protocol's price list and the time for a refill.</param>
    /// <param name="library">Products and price lists.</param>
    public static SupplyEstimate Estimate(DoseAnswer dose, LocalDate from, LocalDate until, PlanRequest request, Protocol protocol, Library library)
    {
        var prices = library.PriceList(request.PriceList.Length > 0 ? request.PriceList : protocol[Protocol.Prices]);
        var days = Math.Max(0, Period.DaysBetween(from, until));
        ImmutableArray<SupplyLine> lines = dose.EveryHours is { } hours
            ? [.. dose.Syringes.GroupBy(use => use.Presentation).Select(uses => Line(uses.Key, uses.First().Label, Needed(days, hours, uses.Sum(use => use.Count))))]
            : [];
        var (runsOut, refill) = Lasting(dose, from, until, request, protocol);
        var costs = lines.All(line => line.Cost is not null) && lines.Length > 0;
        return new SupplyEstimate
        {
            Medicine = dose.Medicine,
            From = from,
            Until = until,
            Lines = lines,
            RunsOut = runsOut,
            Refill = refill,
            Cost = costs ? lines.Sum(line => line.Cost) : null,
            Currency = costs ? prices!.Currency : "",
            PriceList = costs ? prices!.Id : "",
        };

        SupplyLine Line(string presentation, string label, int count)
        {
            var price = prices?.Of(presentation).FirstOrDefault();
            var packs = library.Product(dose.Medicine)?.Presentations.FirstOrDefault(one => one.Id == presentation)?.Packs ?? [];
            var size = price?.Pack ?? (packs.IsEmpty ? null : packs[^1]);
            var whole = size is { } each ? Whole(count, each) : (int?)null;
            return new SupplyLine(presentation, label, count, size, whole, price is null ? null : decimal.Round(price.Amount * count / price.Pack, 2, MidpointRounding.AwayFromZero), price?.Amount * whole);
        }
    }

    /// <summary>How many syringes a stretch of days needs: a started one counts as a whole.</summary>
    private static int Needed(int days, int everyHours, int perDose) => Whole(days * DoseAnswer.HoursPerDay * perDose, everyHours);

    private static int Whole(int amount, int each) => (amount + each - 1) / each;

    /// <summary>The day on which no full day's doses are left, and the day to ask for more; nothing when the supply lasts.</summary>
    private static (LocalDate? RunsOut, LocalDate? Refill) Lasting(DoseAnswer dose, LocalDate from, LocalDate until, PlanRequest request, Protocol protocol)
    {
        var perDose = dose.Syringes.Sum(use => use.Count);
        if (request.SuppliedSyringes is not { } supplied || perDose == 0 || dose.EveryHours is not { } hours) return (null, null);
        var start = request.SuppliedOn ?? from;
        var runsOut = start.PlusDays((int)Math.Min(MostDays, (long)Math.Max(0, supplied) / perDose * hours / DoseAnswer.HoursPerDay));
        if (runsOut >= until) return (runsOut, null);
        var lead = Literal.Minutes(protocol[Protocol.RefillLead]) is { } minutes ? (int)decimal.Ceiling(minutes / MinutesOfDay) : 0;
        return (runsOut, LocalDate.Max(start, runsOut.PlusDays(-lead)));
    }
}
