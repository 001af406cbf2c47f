using System.Numerics;
using System.Runtime.Intrinsics;

namespace Decidua.Reasoning.Compiling;

/// <summary>
/// Intersects the rows that the known facts of a woman accept. All bit vectors of all facts and blocks stand in one array, so that a
/// woman is a list of places in it; the list is then intersected word by word in a register, without touching the result in between.
/// </summary>
internal sealed class KnownRows
{
    private readonly ulong[] vectors;
    private readonly int width;
    private readonly ulong[] all;
    private readonly int[] vectorsOfSlot;
    private readonly int[] vectorsOfBlock;
    private readonly int[] vectorWhenAbsent;
    private readonly int[] strides;
    private readonly SlotBlock[] blocks;

    internal KnownRows(Slot[] inputs, SlotBlock[] blocks, int rows)
    {
        this.blocks = blocks;
        all = RowSet.All(rows).Words;
        width = all.Length;
        (vectorsOfSlot, strides) = (new int[inputs.Length], new int[inputs.Length]);
        (vectorsOfBlock, vectorWhenAbsent) = (new int[blocks.Length], new int[blocks.Length]);
        var together = new List<ulong>();
        foreach (var slot in inputs)
        {
            vectorsOfSlot[slot.Index] = together.Count;
            together.AddRange(slot.Accepts);
        }

        for (var index = 0; index < blocks.Length; index++)
        {
            vectorsOfBlock[index] = vectorWhenAbsent[index] = together.Count;
            together.AddRange(blocks[index].Combinations());
            var stride = width;
            foreach (var slot in blocks[index].Slots)
            {
                strides[slot.Index] = stride;
                vectorWhenAbsent[index] += stride * BitOperations.TrailingZeroCount(slot.AbsentMask);
                stride *= slot.Partition.Count;
            }
        }

        vectors = [.. together];
    }

    /// <summary>The rows that all known facts accept.</summary>
    /// <param name="masks">The masks of all slots.</param>
    /// <param name="absent">The masks that they have when nothing is recorded.</param>
    /// <param name="open">Receives the blocks with facts that are not known.</param>
    internal RowSet Intersect(ReadOnlySpan<ulong> masks, ReadOnlySpan<ulong> absent, ref OpenBlocks open)
    {
        Span<int> places = stackalloc int[vectorsOfSlot.Length];
        var count = 0;
        for (var index = 0; index < blocks.Length; index++)
        {
            var block = blocks[index];
            var (first, end) = (block.First, block.End);
            if (masks[first..end].SequenceEqual(absent[first..end]))
            {
                if (block.IsKnownWhenAbsent) places[count++] = vectorWhenAbsent[index];
                else open.AddAbsent(index);
                continue;
            }

            var (place, isKnown) = (vectorsOfBlock[index], true);
            for (var slot = first; slot < end; slot++)
            {
                isKnown &= BitOperations.IsPow2(masks[slot]);
                place += BitOperations.TrailingZeroCount(masks[slot]) * strides[slot];
            }

            if (isKnown) places[count++] = place;
            else count = AddOneByOne(masks, block, places, count);
            if (!isKnown) open.Add(index);
        }

        var words = new ulong[width];
        for (var word = 0; word < words.Length; word += Vector256<ulong>.Count)
        {
            var rows = Vector256.Create(all, word);
            foreach (var place in places[..count]) rows &= Vector256.Create(vectors, place + word);
            rows.CopyTo(words, word);
        }

        return new RowSet(words);
    }

    /// <summary>Of a block with open facts only the known ones are taken here.</summary>
    private int AddOneByOne(ReadOnlySpan<ulong> masks, SlotBlock block, Span<int> places, int count)
    {
        for (var slot = block.First; slot < block.End; slot++)
            if (BitOperations.IsPow2(masks[slot])) places[count++] = vectorsOfSlot[slot] + (BitOperations.TrailingZeroCount(masks[slot]) * width);
        return count;
    }
}

/// <summary>Which blocks of facts have some that are not known: 0 no, 1 as when nothing is recorded, 2 otherwise.</summary>
internal ref struct OpenBlocks(Span<byte> states)
{
    private readonly Span<byte> states = states;

    internal bool Any { get; private set; }

    internal readonly bool IsOpen(int block) => states[block] != 0;

    internal readonly bool IsAbsent(int block) => states[block] == 1;

    internal void AddAbsent(int block)
    {
        states[block] = 1;
        Any = true;
    }

    internal void Add(int block)
    {
        states[block] = 2;
        Any = true;
    }
}
