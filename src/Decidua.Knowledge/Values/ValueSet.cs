using System.Collections.Immutable;
using System.Numerics;

namespace Decidua.Knowledge.Values;

/// <summary>
/// The values that a fact may still have: a subset of its choices, or a union of number intervals. A known fact is a set of
/// one; an unknown fact is the whole type. Sets are immutable and compare by content.
/// </summary>
public abstract record ValueSet
{
    private ValueSet()
    {
    }

    /// <summary>Whether no value is left.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>Whether exactly one value is left, so that the fact is known.</summary>
    public abstract bool IsSingle { get; }

    /// <summary>The values that belong to both sets.</summary>
    /// <param name="other">A set of the same type.</param>
    /// <exception cref="InvalidOperationException">The sets are of different types: a bug of the caller.</exception>
    public abstract ValueSet Intersect(ValueSet other);

    /// <summary>Whether every value of this set belongs to the other.</summary>
    /// <param name="other">A set of the same type.</param>
    public abstract bool IsWithin(ValueSet other);

    /// <summary>Whether some value belongs to both sets.</summary>
    /// <param name="other">A set of the same type.</param>
    public abstract bool Meets(ValueSet other);

    /// <summary>Some of the choices of a choice or yes/no type.</summary>
    /// <param name="Mask">Bit i stands for the choice with index i in its type; at most 64 choices.</param>
    public sealed record Choices(ulong Mask) : ValueSet
    {
        /// <inheritdoc/>
        public override bool IsEmpty => Mask == 0;

        /// <inheritdoc/>
        public override bool IsSingle => BitOperations.IsPow2(Mask);

        /// <summary>The index of the only choice; meaningful only when <see cref="IsSingle"/>.</summary>
        public int Index => BitOperations.TrailingZeroCount(Mask);

        /// <inheritdoc/>
        public override ValueSet Intersect(ValueSet other) => other is Choices choices
            ? new Choices(Mask & choices.Mask)
            : throw new InvalidOperationException("A set of choices meets a set of numbers.");

        /// <inheritdoc/>
        public override bool IsWithin(ValueSet other) => other is Choices choices && (Mask & ~choices.Mask) == 0;

        /// <inheritdoc/>
        public override bool Meets(ValueSet other) => other is Choices choices && (Mask & choices.Mask) != 0;
    }

    /// <summary>Some of the numbers of a number, count, gestation or duration type.</summary>
    public sealed record Numbers : ValueSet
    {
        /// <summary>Makes the set of one interval; it is empty when the interval is.</summary>
        /// <param name="interval">The interval.</param>
        public Numbers(Interval interval)
        {
            Intervals = interval.IsEmpty ? [] : [interval];
            IsSingle = interval.IsPoint;
        }

        /// <summary>Makes the set from intervals in any order. Empty ones are dropped, those that overlap or touch are joined.</summary>
        /// <param name="intervals">The intervals.</param>
        public Numbers(IEnumerable<Interval> intervals)
        {
            // Sets have a handful of intervals; they are put in order by insertion, and joined afterwards.
            var sorted = new Interval[4];
            var count = 0;
            foreach (var interval in intervals)
            {
                if (interval.IsEmpty) continue;
                if (count == sorted.Length) Array.Resize(ref sorted, count * 2);
                var at = count++;
                for (; at > 0 && Precedes(interval, sorted[at - 1]); at--) sorted[at] = sorted[at - 1];
                sorted[at] = interval;
            }

            var last = -1;
            for (var index = 0; index < count; index++)
            {
                if (last >= 0 && sorted[last].Touches(sorted[index])) sorted[last] = sorted[last].Span(sorted[index]);
                else sorted[++last] = sorted[index];
            }

            Intervals = ImmutableArray.Create(sorted, 0, last + 1);
            IsSingle = last == 0 && sorted[0].IsPoint;

            static bool Precedes(Interval first, Interval second) => first.Low < second.Low || (first.Low == second.Low && first.LowClosed && !second.LowClosed);
        }

        /// <summary>The disjoint intervals in ascending order; a gap lies between each and the next.</summary>
        public ImmutableArray<Interval> Intervals { get; }

        /// <inheritdoc/>
        public override bool IsEmpty => Intervals.IsEmpty;

        /// <inheritdoc/>
        public override bool IsSingle { get; }

        /// <summary>The only number; meaningful only when <see cref="IsSingle"/>.</summary>
        public decimal Single => Intervals[0].Low;

        /// <summary>The lowest end of the set; not defined for an empty set.</summary>
        public decimal Minimum => Intervals[0].Low;

        /// <summary>The highest end of the set; not defined for an empty set.</summary>
        public decimal Maximum => Intervals[^1].High;

        /// <summary>Whether a number belongs to the set.</summary>
        /// <param name="number">Any number.</param>
        public bool Contains(decimal number)
        {
            foreach (var interval in Intervals)
                if (interval.Contains(number)) return true;
            return false;
        }

        /// <inheritdoc/>
        public override ValueSet Intersect(ValueSet other) => other is Numbers numbers
            ? new Numbers(from mine in Intervals from theirs in numbers.Intervals select mine.Intersect(theirs))
            : throw new InvalidOperationException("A set of numbers meets a set of choices.");

        /// <inheritdoc/>
        public override bool IsWithin(ValueSet other)
        {
            if (other is not Numbers numbers) return false;
            foreach (var mine in Intervals)
            {
                var inside = false;
                foreach (var theirs in numbers.Intervals) inside |= mine.Intersect(theirs) == mine;
                if (!inside) return false;
            }

            return true;
        }

        /// <inheritdoc/>
        public override bool Meets(ValueSet other)
        {
            if (other is not Numbers numbers) return false;
            foreach (var mine in Intervals)
                foreach (var theirs in numbers.Intervals)
                    if (!mine.Intersect(theirs).IsEmpty) return true;
            return false;
        }

        /// <summary>Whether both sets have the same intervals.</summary>
        /// <param name="other">Another set.</param>
        public bool Equals(Numbers? other) => other is not null && Intervals.AsSpan().SequenceEqual(other.Intervals.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode() => Intervals.Aggregate(17, HashCode.Combine);
    }
}
