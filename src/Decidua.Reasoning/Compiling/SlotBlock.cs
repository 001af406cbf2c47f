using System.Numerics;

namespace Decidua.Reasoning.Compiling;

/// <summary>
/// A few facts taken together: while none of them is recorded, which is the rule for most facts of most women, their rows are
/// intersected once, when the document is compiled.
/// </summary>
internal sealed class SlotBlock
{
    private const int FactsPerBlock = 6;
    private readonly Slot[] slots;
    private readonly RowSet possibleWhenAbsent;
    private readonly RowSet certainWhenAbsent;
    private readonly bool isKnownWhenAbsent;

    private SlotBlock(Slot[] slots, int rows)
    {
        this.slots = slots;
        possibleWhenAbsent = RowSet.All(rows);
        certainWhenAbsent = RowSet.All(rows);
        foreach (var slot in slots) slot.Narrow(slot.AbsentMask, possibleWhenAbsent, certainWhenAbsent);
        isKnownWhenAbsent = Array.TrueForAll(slots, slot => BitOperations.IsPow2(slot.AbsentMask));
    }

    /// <summary>Makes the blocks: facts that are always asked together, presumed ones together.</summary>
    internal static SlotBlock[] Of(IReadOnlyList<Slot> slots, int rows) =>
    [
        .. slots.Where(slot => !slot.Term.Fact!.IsPresumed).OrderBy(slot => slot.Term.Fact!.Index)
            .Concat(slots.Where(slot => slot.Term.Fact!.IsPresumed).OrderBy(slot => slot.Term.Fact!.Index))
            .Chunk(FactsPerBlock).Select(block => new SlotBlock(block, rows)),
    ];

    /// <summary>
    /// Keeps the rows that the known facts of the block accept, for which possible and certain are the same; says whether open
    /// facts are left for <see cref="NarrowOpen"/>.
    /// </summary>
    internal bool NarrowKnown(ulong[] masks, RowSet rows)
    {
        if (IsAbsent(masks))
        {
            if (isKnownWhenAbsent) rows.And(possibleWhenAbsent);
            return !isKnownWhenAbsent;
        }

        var open = false;
        foreach (var slot in slots)
        {
            var mask = masks[slot.Index];
            if (BitOperations.IsPow2(mask)) slot.NarrowKnown(mask, rows);
            else open = true;
        }

        return open;
    }

    /// <summary>Keeps the rows that the open facts of the block may accept, and certainly accept.</summary>
    internal void NarrowOpen(ulong[] masks, RowSet possible, RowSet certain)
    {
        if (IsAbsent(masks))
        {
            possible.And(possibleWhenAbsent);
            certain.And(certainWhenAbsent);
            return;
        }

        foreach (var slot in slots)
            if (!BitOperations.IsPow2(masks[slot.Index])) slot.Narrow(masks[slot.Index], possible, certain);
    }

    private bool IsAbsent(ulong[] masks)
    {
        foreach (var slot in slots)
            if (masks[slot.Index] != slot.AbsentMask) return false;
        return true;
    }
}
