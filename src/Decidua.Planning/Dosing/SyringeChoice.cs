using System.Collections.Immutable;
using System.Globalization;
using Decidua.Clinical.Issues;
using Decidua.Knowledge;
using Decidua.Knowledge.Catalogues;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Protocols;

namespace Decidua.Planning.Dosing;

/// <summary>The syringes that give a dose.</summary>
/// <param name="Amount">What they give together; null when no stocked presentation can give the dose.</param>
/// <param name="Uses">The syringes; empty without an amount.</param>
/// <param name="Issues">Why there are none, and traps of the stock.</param>
public sealed record SyringeSet(decimal? Amount, ImmutableArray<SyringeUse> Uses, ImmutableArray<Issue> Issues);

/// <summary>
/// Finds real syringes for an amount: whole ones, several together, or a part of a marked one up to a mark. As few as possible,
/// then as near as possible; of two equally near amounts the one that the protocol prefers. What holds benzyl alcohol is never chosen.
/// </summary>
/// <param name="library">The products.</param>
/// <param name="protocol">What is in stock, from which market, and how far may be rounded.</param>
public sealed class SyringeChoice(Library library, Protocol protocol)
{
    /// <summary>More than this many at one time are not asked of anybody.</summary>
    private const int MostSyringes = 4;

    private readonly Dictionary<string, ImmutableArray<Presentation>> stock = [];

    /// <summary>The presentations of a medicine that may be chosen for a pregnant woman here.</summary>
    /// <param name="medicine">Id of the medicine.</param>
    public ImmutableArray<Presentation> Stocked(string medicine)
    {
        if (stock.TryGetValue(medicine, out var found)) return found;
        var (ids, markets) = (Names(Protocol.Stock), Names(Protocol.Market));
        return stock[medicine] =
        [
            .. from one in library.Product(medicine)?.Presentations ?? []
               where one.IsForPregnancy && one.Kind != PresentationKind.Vial
               where ids is null || ids.Contains(one.Id)
               where markets is null || one.Markets.Any(markets.Contains)
               select one,
        ];
    }

    /// <summary>Finds the syringes of one dose.</summary>
    /// <param name="medicine">Id of the medicine.</param>
    /// <param name="ruled">The amount of the rule, above 0.</param>
    /// <param name="mayRound">Whether the amount follows a weight and so may be rounded within the protocol's share; an amount that a table prints is given exactly or not at all.</param>
    public SyringeSet Find(string medicine, decimal ruled, bool mayRound)
    {
        var stocked = Stocked(medicine);
        var allowed = mayRound ? ruled * Share : 0;
        for (var count = 1; count <= MostSyringes; count++)
        {
            if (Nearest(stocked, count, ruled) is not { } best || Math.Abs(best.Amount - ruled) > allowed) continue;
            return new SyringeSet(RuledDose.Plain(best.Amount), best.Uses(), SameVolume(stocked, best));
        }

        var unit = library.Product(medicine)?.Unit ?? "";
        return new SyringeSet(null, [], [new Issue(IssueCode.NoSyringe, Severity.Error, $"dose/{medicine}",
            $"No stocked presentation of {medicine} can give {RuledDose.Text(ruled, unit)}{(stocked.IsEmpty ? ": none is in stock" : $"; in stock: {string.Join(", ", stocked.Select(one => RuledDose.Text(one.Strength, one.Unit)))}")}.",
            "Ask the pharmacist; do not estimate.")]);
    }

    private decimal Share =>
        protocol[Protocol.LargestRounding] is { Length: > 2 } text && text.EndsWith(" %", StringComparison.Ordinal) && Literal.Plain(text[..^2]) is { } percent ? percent / 100m : 0;

    private bool TiesGoUp => protocol[Protocol.RoundingTie] == "up";

    private HashSet<string>? Names(string parameter)
    {
        var text = protocol[parameter];
        return text.Length == 0 || text == Protocol.Everything ? null : [.. text.Split(',', StringSplitOptions.TrimEntries)];
    }

    /// <summary>The best sum of exactly so many presentations, of which the last may be a part.</summary>
    private Sum? Nearest(ImmutableArray<Presentation> stocked, int count, decimal ruled)
    {
        Sum? best = null;
        foreach (var whole in Wholes(stocked, count - 1, 0, []))
        {
            var rest = ruled - whole.Sum(one => one.Strength);
            foreach (var last in stocked)
                foreach (var part in Parts(last, rest))
                {
                    var sum = new Sum(whole, last, part);
                    if (best is null || IsBetter(sum, best, ruled)) best = sum;
                }
        }

        return best;
    }

    private static IEnumerable<ImmutableArray<Presentation>> Wholes(ImmutableArray<Presentation> stocked, int count, int from, ImmutableArray<Presentation> chosen)
    {
        if (count == 0)
        {
            yield return chosen;
            yield break;
        }

        for (var index = from; index < stocked.Length; index++)
            foreach (var more in Wholes(stocked, count - 1, index, chosen.Add(stocked[index]))) yield return more;
    }

    /// <summary>What one presentation can give near an amount: all of it, or up to the marks on both sides of the amount.</summary>
    private static IEnumerable<decimal> Parts(Presentation one, decimal near)
    {
        yield return one.Strength;
        if (one.Step is not { } step || one.Concentration is not { } concentration) yield break;
        var mark = step * concentration;
        var below = decimal.Floor(near / mark) * mark;
        if (below > 0 && below < one.Strength) yield return below;
        if (below + mark is > 0 and var above && above < one.Strength) yield return above;
    }

    private bool IsBetter(Sum one, Sum other, decimal ruled)
    {
        var byDistance = Math.Abs(one.Amount - ruled).CompareTo(Math.Abs(other.Amount - ruled));
        if (byDistance != 0) return byDistance < 0;
        if (one.Amount != other.Amount) return TiesGoUp == one.Amount > other.Amount;
        var byConcentration = one.Strongest.CompareTo(other.Strongest);
        if (byConcentration != 0) return byConcentration < 0;
        return one.IsPart != other.IsPart && other.IsPart;
    }

    /// <summary>A volume is not a dose: which stocked presentations hold another amount in the volume of a chosen one.</summary>
    private static ImmutableArray<Issue> SameVolume(ImmutableArray<Presentation> stocked, Sum sum) =>
    [
        .. from one in sum.All.Distinct()
           from other in stocked
           where one.Volume is not null && other.Volume == one.Volume && other.Concentration != one.Concentration
           select new Issue(IssueCode.SameVolumeOtherAmount, Severity.Warning, $"dose/{one.Medicine}",
               $"{one.Label} and {other.Label} are both in stock: the same volume, another amount.", "Read the strength on the box."),
    ];

    /// <summary>Whole presentations and a last one of which a part may be given.</summary>
    private sealed record Sum(ImmutableArray<Presentation> Whole, Presentation Last, decimal Part)
    {
        internal decimal Amount { get; } = Whole.Sum(one => one.Strength) + Part;

        internal bool IsPart => Part < Last.Strength;

        internal IEnumerable<Presentation> All => Whole.Append(Last);

        internal decimal Strongest => All.Max(one => one.Concentration ?? 0);

        internal ImmutableArray<SyringeUse> Uses()
        {
            var whole = (IsPart ? Whole : Whole.Add(Last)).GroupBy(one => one.Id)
                .Select(group => new SyringeUse(group.Key, group.First().Label, group.Count(), RuledDose.Plain(group.First().Strength), RuledDose.Plain(group.First().Volume ?? 0), IsPart: false));
            return IsPart ? [.. whole, new SyringeUse(Last.Id, Last.Label, 1, RuledDose.Plain(Part), RuledDose.Plain(Part / Last.Concentration!.Value), IsPart: true)] : [.. whole];
        }
    }
}
