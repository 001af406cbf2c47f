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

    private SlotBlock(Slot[] slots, int rows)
    {
        this.slots = slots;
        possibleWhenAbsent = RowSet.All(rows);
        certainWhenAbsent = RowSet.All(rows);
        foreach (var slot in slots) slot.Narrow(slot.AbsentMask, possibleWhenAbsent, certainWhenAbsent);
    }

    /// <summary>Makes the blocks: facts that are always asked together, presumed ones together.</summary>
    internal static SlotBlock[] Of(IEnumerable<Slot> slots, int rows) =>
    [
        .. slots.OrderBy(slot => slot.Term.Fact!.IsPresumed).ThenBy(slot => slot.Term.Fact!.Index)
            .Chunk(FactsPerBlock).Select(block => new SlotBlock(block, rows)),
    ];

    /// <summary>Keeps the rows that the facts of the block accept.</summary>
    internal void Narrow(ulong[] masks, RowSet possible, RowSet certain)
    {
        var absent = true;
        foreach (var slot in slots) absent &= masks[slot.Index] == slot.AbsentMask;
        if (absent)
        {
            possible.And(possibleWhenAbsent);
            certain.And(certainWhenAbsent);
            return;
        }

        foreach (var slot in slots) slot.Narrow(masks[slot.Index], possible, certain);
    }
}
