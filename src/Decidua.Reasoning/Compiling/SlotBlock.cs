using System.Numerics;

namespace Decidua.Reasoning.Compiling;

/// <summary>
/// A few facts taken together. Their rows are intersected when the document is compiled, once for every combination of their classes,
/// so that a block of which everything is known costs what one fact would cost.
/// </summary>
internal sealed class SlotBlock
{
    /// <summary>The most combinations of one block.</summary>
    private const int MostCombinations = 64;

    private readonly Slot[] slots;
    private readonly RowSet possibleWhenAbsent;
    private readonly RowSet certainWhenAbsent;

    private SlotBlock(Slot[] slots, int rows)
    {
        this.slots = slots;
        possibleWhenAbsent = RowSet.All(rows);
        certainWhenAbsent = RowSet.All(rows);
        foreach (var slot in slots) slot.Narrow(slot.AbsentMask, possibleWhenAbsent, certainWhenAbsent);
        IsKnownWhenAbsent = Array.TrueForAll(slots, slot => BitOperations.IsPow2(slot.AbsentMask));
    }

    /// <summary>The index of its first slot; the others follow it.</summary>
    internal int First => slots[0].Index;

    /// <summary>The index after that of its last slot.</summary>
    internal int End => slots[^1].Index + 1;

    /// <summary>Whether every fact of the block has one value when nothing is recorded.</summary>
    internal bool IsKnownWhenAbsent { get; }

    /// <summary>The slots, the first one counting fastest in the number of a combination.</summary>
    internal ReadOnlySpan<Slot> Slots => slots;

    /// <summary>Makes blocks of slots that stand in a row.</summary>
    internal static SlotBlock[] Of(IEnumerable<Slot> slots, int rows)
    {
        var blocks = new List<SlotBlock>();
        var block = new List<Slot>();
        var combinations = 1;
        foreach (var slot in slots)
        {
            if (block.Count > 0 && combinations * slot.Partition.Count > MostCombinations)
            {
                blocks.Add(new SlotBlock([.. block], rows));
                block.Clear();
                combinations = 1;
            }

            block.Add(slot);
            combinations *= slot.Partition.Count;
        }

        if (block.Count > 0) blocks.Add(new SlotBlock([.. block], rows));
        return [.. blocks];
    }

    /// <summary>For every combination of classes, one after the other, the rows that accept it.</summary>
    internal ulong[] Combinations()
    {
        var width = possibleWhenAbsent.Words.Length;
        var vectors = slots[0].Accepts.ToArray();
        foreach (var slot in slots.AsSpan(1))
        {
            var before = vectors;
            vectors = new ulong[before.Length * slot.Partition.Count];
            for (var place = 0; place < vectors.Length; place++)
                vectors[place] = before[place % before.Length] & slot.Accepts[(place / before.Length * width) + (place % width)];
        }

        return vectors;
    }

    /// <summary>Keeps the rows that the open facts of the block may accept, and certainly accept.</summary>
    internal void NarrowOpen(ulong[] masks, bool isAbsent, RowSet possible, RowSet certain)
    {
        if (isAbsent)
        {
            possible.And(possibleWhenAbsent);
            certain.And(certainWhenAbsent);
            return;
        }

        foreach (var slot in slots)
            if (!BitOperations.IsPow2(masks[slot.Index])) slot.Narrow(masks[slot.Index], possible, certain);
    }
}
