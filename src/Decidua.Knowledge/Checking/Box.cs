using System.Collections.Immutable;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;

namespace Decidua.Knowledge.Checking;

/// <summary>
/// The finite space of women that one table can tell apart: for each term the classes into which the table's own cells cut it.
/// A box is one mask of classes per term; every row is a box.
/// </summary>
internal sealed class BoxSpace
{
    /// <summary>The most boxes that one table may be cut into, all subtractions taken together, before it is refused as too large.</summary>
    internal const int MostBoxes = 1_000_000;

    private readonly ImmutableArray<Term> terms;
    private readonly ImmutableArray<Partition> partitions;
    private int boxesSeen;

    internal BoxSpace(IEnumerable<Term> terms, IEnumerable<Row> rows)
    {
        this.terms = [.. terms];
        var all = rows.ToList();
        partitions = [.. this.terms.Select(term => Partition.Of(term.Type, all.Select(row => row.On(term)?.Values).OfType<ValueSet>()))];
    }

    /// <summary>The first term that is cut into more classes than a mask holds; null when all fit.</summary>
    internal Term? TooFine => terms.Where((_, index) => partitions[index].Count > FactType.MostClasses).FirstOrDefault();

    /// <summary>All women.</summary>
    internal ulong[] Everyone => [.. partitions.Select(partition => partition.Full)];

    /// <summary>The women to whom a row applies.</summary>
    internal ulong[] Of(Row row) =>
        [.. terms.Select((term, index) => row.On(term) is { } condition ? partitions[index].MaskOf(condition.Values) : partitions[index].Full)];

    /// <summary>The women in both boxes; null when there are none.</summary>
    internal static ulong[]? Meet(ulong[] first, ulong[] second)
    {
        var both = new ulong[first.Length];
        for (var i = 0; i < first.Length; i++)
            if ((both[i] = first[i] & second[i]) == 0) return null;
        return both;
    }

    /// <summary>The women in some of the boxes but not in the other box, as disjoint boxes; null when the work passes the limit.</summary>
    internal List<ulong[]>? Subtract(List<ulong[]> boxes, ulong[] other)
    {
        var rest = new List<ulong[]>();
        foreach (var box in boxes)
        {
            if (++boxesSeen > MostBoxes) return null;
            if (Meet(box, other) is not { } common)
            {
                rest.Add(box);
                continue;
            }

            var remaining = (ulong[])box.Clone();
            for (var i = 0; i < box.Length; i++)
            {
                var outside = remaining[i] & ~other[i];
                if (outside != 0)
                {
                    var piece = (ulong[])remaining.Clone();
                    piece[i] = outside;
                    rest.Add(piece);
                }

                remaining[i] = common[i];
            }
        }

        return rest;
    }

    /// <summary>One woman of a box in plain words: <c>phase pregnant, gestation 28+0</c>.</summary>
    internal string Example(ulong[] box) =>
        terms.Length == 0 ? "any woman" : "a woman with " + string.Join(", ", terms.Select((term, index) => $"{term.Name} {One(index, box[index])}"));

    private string One(int index, ulong mask)
    {
        var partition = partitions[index];
        var lowest = System.Numerics.BitOperations.TrailingZeroCount(mask);
        return ValueText.WithUnit(partition.Type, Sample.Of(partition.Type, partition.ClassAt(lowest)));
    }
}
