using System.Collections.Immutable;
using NodaTime;

namespace Decidua.Planning.Supply;

/// <summary>What a course needs from the pharmacy.</summary>
public sealed record SupplyEstimate
{
    /// <summary>Id of the medicine.</summary>
    public required string Medicine { get; init; }

    /// <summary>The first day that is counted.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The day after the last one that is counted.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>The syringes by presentation.</summary>
    public required ImmutableArray<SupplyLine> Lines { get; init; }

    /// <summary>The day after the last one for which the supplied syringes last; null when nothing was said of a supply.</summary>
    public required LocalDate? RunsOut { get; init; }

    /// <summary>The day by which she should ask for more; null when nothing was said of a supply or it lasts.</summary>
    public required LocalDate? Refill { get; init; }

    /// <summary>What the price list comes to; null when it has no price for one of the lines.</summary>
    public required decimal? Cost { get; init; }

    /// <summary>Three-letter currency of the cost; empty without a cost.</summary>
    public required string Currency { get; init; }

    /// <summary>Id of the price list; empty without one.</summary>
    public required string PriceList { get; init; }
}

/// <summary>One presentation of a supply.</summary>
/// <param name="Presentation">Its id.</param>
/// <param name="Label">What stands on it.</param>
/// <param name="Syringes">How many are needed.</param>
/// <param name="PackSize">Syringes in a pack; null when not known.</param>
/// <param name="Packs">Whole packs; null when the pack is not known.</param>
/// <param name="Cost">What these syringes cost at the price of their pack; null without a price.</param>
/// <param name="PackCost">What the whole packs cost; null without a price.</param>
public sealed record SupplyLine(string Presentation, string Label, int Syringes, int? PackSize, int? Packs, decimal? Cost, decimal? PackCost);
