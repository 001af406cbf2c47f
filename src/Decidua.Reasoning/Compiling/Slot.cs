using System.Numerics;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Compiling;

/// <summary>
/// One term of a document: its partition, and for every class the rows whose condition on the term accepts that class. A row
/// that does not read the term accepts every class.
/// </summary>
internal sealed class Slot
{
    private const int BitsPerWord = 64;
    private readonly ulong[] accepts;
    private readonly RowSet someClass;
    private readonly RowSet everyClass;
    private readonly int width;
    private readonly ValueSet? absent;

    internal Slot(int index, Term term, Partition partition, int rows)
    {
        Index = index;
        Term = term;
        Partition = partition;
        width = RowSet.Empty(rows).Words.Length;
        accepts = new ulong[width * partition.Count];
        someClass = RowSet.All(rows);
        everyClass = RowSet.All(rows);
        for (var at = 0; at < accepts.Length; at += width) someClass.Words.CopyTo(accepts, at);
        absent = term.Fact?.Absent;
        AbsentMask = term.Fact is { } fact ? partition.MaskOf(fact.Absent) : partition.Full;
    }

    internal int Index { get; }

    internal Term Term { get; }

    internal Partition Partition { get; }

    /// <summary>The classes of the fact when nothing is recorded; all classes for a derived value.</summary>
    internal ulong AbsentMask { get; }

    /// <summary>Takes a row from the classes whose values its condition does not accept; done once for every condition when the document is compiled.</summary>
    internal void Restrict(int row, ValueSet values)
    {
        var mask = Partition.MaskOf(values);
        var (word, bit) = (row / BitsPerWord, 1UL << (row % BitsPerWord));
        for (var rest = Partition.Full & ~mask; rest != 0; rest &= rest - 1) accepts[(BitOperations.TrailingZeroCount(rest) * width) + word] &= ~bit;
        if (mask == 0) someClass.Remove(row);
        if (mask != Partition.Full) everyClass.Remove(row);
    }

    /// <summary>The classes that a fact may still be in.</summary>
    internal ulong MaskOf(FactState state)
    {
        var values = state.Values;
        if (ReferenceEquals(values, absent)) return AbsentMask;
        if (state.Standing == Standing.Unknown) return Partition.Full;
        return values switch
        {
            ValueSet.Choices choices => choices.Mask,
            ValueSet.Numbers { IsSingle: true } number => 1UL << Partition.ClassOf(number.Single),
            _ => Partition.MaskOf(values),
        };
    }

    /// <summary>For every class the rows that accept it, one class after the other.</summary>
    internal ReadOnlySpan<ulong> Accepts => accepts;

    /// <summary>Leaves in the first set the rows that some class of the mask accepts, in the second those that all accept.</summary>
    internal void Narrow(ulong mask, RowSet possible, RowSet certain)
    {
        if (BitOperations.IsPow2(mask))
        {
            var offset = BitOperations.TrailingZeroCount(mask) * width;
            possible.And(accepts, offset);
            if (!certain.Is(possible)) certain.And(accepts, offset);
        }
        else if (mask == Partition.Full)
        {
            possible.And(someClass);
            certain.And(everyClass);
        }
        else
        {
            var some = new RowSet(new ulong[width]);
            for (var rest = mask; rest != 0; rest &= rest - 1)
            {
                var offset = BitOperations.TrailingZeroCount(rest) * width;
                some.Or(accepts, offset);
                certain.And(accepts, offset);
            }

            possible.And(some);
        }
    }
}
