namespace Decidua.Knowledge.Values;

/// <summary>
/// The finitely many classes into which the tables of a document cut the values of one fact: no table can tell two values
/// of one class apart. Choices are their own classes; numbers are cut at every threshold that some cell names.
/// </summary>
public sealed class Partition
{
    private readonly Cut[] cuts;

    private Partition(FactType type, Cut[] cuts)
    {
        Type = type;
        this.cuts = cuts;
        Count = type.IsNumeric ? cuts.Length + 1 : type.Choices.Length;
        Full = Count == FactType.MostClasses ? ulong.MaxValue : (1UL << Count) - 1;
    }

    /// <summary>The type that is cut.</summary>
    public FactType Type { get; }

    /// <summary>The number of classes, from 1 to 64 for a partition that loads.</summary>
    public int Count { get; }

    /// <summary>The mask of all classes.</summary>
    public ulong Full { get; }

    /// <summary>Makes the coarsest partition in which every given set is a union of classes.</summary>
    /// <param name="type">The type.</param>
    /// <param name="sets">The sets that cells test for.</param>
    /// <param name="everyValue">For whole numbers: whether every value is to be its own class (values that are summed).</param>
    public static Partition Of(FactType type, IEnumerable<ValueSet> sets, bool everyValue = false)
    {
        if (!type.IsNumeric) return new Partition(type, []);
        var found = new Cut[4];
        var count = 0;
        foreach (var set in sets)
        {
            foreach (var interval in ((ValueSet.Numbers)set).Intervals)
            {
                Add(new Cut(interval.Low, !interval.LowClosed));
                Add(new Cut(interval.High, interval.HighClosed));
            }
        }

        if (everyValue)
            for (var value = type.Range.Low; value <= type.Range.High; value++) Add(new Cut(value, false));
        Array.Resize(ref found, count);
        return new Partition(type, found);

        void Add(Cut cut)
        {
            if (type.IsWhole && cut.After) cut = new Cut(cut.Value + 1, false);
            var (low, high) = (type.Range.Low, type.Range.High);
            var splits = cut.After
                ? cut.Value < high && (cut.Value > low || (cut.Value == low && type.Range.LowClosed))
                : cut.Value > low && (cut.Value < high || (cut.Value == high && type.Range.HighClosed));
            if (splits) Insert(cut);
        }

        // In order and once each; most cuts stand in their order in the tables already.
        void Insert(Cut cut)
        {
            var at = count;
            while (at > 0 && cut.CompareTo(found[at - 1]) < 0) at--;
            if (at > 0 && cut.CompareTo(found[at - 1]) == 0) return;
            if (count == found.Length) Array.Resize(ref found, count * 2);
            for (var index = count++; index > at; index--) found[index] = found[index - 1];
            found[at] = cut;
        }
    }

    /// <summary>The classes that share a value with the set.</summary>
    /// <param name="set">A set of this type.</param>
    /// <returns>A mask: bit i stands for class i.</returns>
    public ulong MaskOf(ValueSet set)
    {
        if (set is ValueSet.Choices choices) return choices.Mask & Full;
        var mask = 0UL;
        foreach (var part in ((ValueSet.Numbers)set).Intervals)
        {
            var interval = Type.IsWhole ? part.Whole() : part;
            if (interval.IsEmpty) continue;
            var first = interval.LowClosed ? ClassOf(interval.Low) : ClassAfter(interval.Low);
            var last = interval.HighClosed ? ClassOf(interval.High) : ClassBefore(interval.High);
            for (var index = first; index <= last; index++) mask |= 1UL << index;
        }

        return mask;
    }

    /// <summary>The class of one number.</summary>
    /// <param name="value">A number within the range.</param>
    public int ClassOf(decimal value)
    {
        // The cuts at or below the value, by halving: every assessment asks this for every number that is recorded.
        var (low, high) = (0, cuts.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var order = decimal.Compare(value, cuts[middle].Value);
            if (order > 0 || (order == 0 && !cuts[middle].After)) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>The values of one class.</summary>
    /// <param name="index">The class, from 0 to <see cref="Count"/> - 1.</param>
    public ValueSet ClassAt(int index)
    {
        if (!Type.IsNumeric) return new ValueSet.Choices(1UL << index);
        var low = index == 0 ? new Cut(Type.Range.Low, !Type.Range.LowClosed) : cuts[index - 1];
        var high = index == cuts.Length ? new Cut(Type.Range.High, Type.Range.HighClosed) : cuts[index];
        return Type.Numbers(new Interval(low.Value, !low.After, high.Value, high.After));
    }

    /// <summary>The values of all classes in a mask, neighbouring classes joined.</summary>
    /// <param name="mask">Bit i stands for class i.</param>
    public ValueSet SetOf(ulong mask)
    {
        if (!Type.IsNumeric) return new ValueSet.Choices(mask);
        var intervals = new List<Interval>();
        for (var index = 0; index < Count; index++)
        {
            if ((mask >> index & 1) == 0) continue;
            var part = ((ValueSet.Numbers)ClassAt(index)).Intervals[0];
            var joins = index > 0 && (mask >> (index - 1) & 1) != 0;
            if (joins) intervals[^1] = intervals[^1] with { High = part.High, HighClosed = part.HighClosed };
            else intervals.Add(part);
        }

        return new ValueSet.Numbers(intervals);
    }

    private int ClassAfter(decimal value)
    {
        var index = 0;
        while (index < cuts.Length && value >= cuts[index].Value) index++;
        return index;
    }

    private int ClassBefore(decimal value)
    {
        var index = 0;
        while (index < cuts.Length && value > cuts[index].Value) index++;
        return index;
    }

    /// <summary>A cut just before a number, or just after it.</summary>
    private readonly record struct Cut(decimal Value, bool After) : IComparable<Cut>
    {
        public int CompareTo(Cut other) =>
            Value != other.Value ? Value.CompareTo(other.Value) : After.CompareTo(other.After);
    }
}
