using System.Collections.Immutable;

namespace Decidua.Knowledge.Catalogues;

/// <summary>What packs cost at one place and time.</summary>
/// <param name="Id">Id: <c>prices-uk-somerset</c>.</param>
/// <param name="Title">Title for readers.</param>
/// <param name="Currency">Three letters: <c>GBP</c>.</param>
/// <param name="Place">Where these prices were asked.</param>
/// <param name="Date">When, as far as it is known.</param>
/// <param name="Prices">The prices.</param>
public sealed record PriceList(string Id, string Title, string Currency, string Place, string Date, ImmutableArray<Price> Prices)
{
    /// <summary>The prices of a presentation, the largest pack first.</summary>
    /// <param name="presentation">Id of the presentation.</param>
    public IEnumerable<Price> Of(string presentation) =>
        Prices.Where(price => price.Presentation == presentation).OrderByDescending(price => price.Pack);
}

/// <summary>The price of a pack.</summary>
/// <param name="Presentation">Id of the presentation.</param>
/// <param name="Pack">How many stand in the pack.</param>
/// <param name="Amount">What the pack costs, in the currency of its list.</param>
/// <param name="Source">Where it was seen.</param>
/// <param name="Checked">How it was compared with that.</param>
public sealed record Price(string Presentation, int Pack, decimal Amount, string Source, Tables.Checked Checked);
