using System.Numerics;
using Decidua.Knowledge;
using Decidua.Knowledge.Checking;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Comparing;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Compiling;

/// <summary>
/// A document compiled for evaluation: every fact is a mask of classes, every class a bit vector of the rows that accept it, and
/// a row fires when it survives the intersection over all terms. Unknown facts cost what known ones cost.
/// </summary>
internal sealed class RuleProgram
{
    private const int BitsPerWord = 64;
    private readonly Slot[] inputs;
    private readonly Slot?[] slotOfFact;
    private readonly SlotBlock[] blocks;
    private readonly ulong[] absentMasks;
    private readonly Decision[] decisions;
    private readonly FirstTable[][] firstTables;
    private readonly FirstTable[] lastTables;
    private readonly RowSet all;

    internal RuleProgram(Guideline guideline)
    {
        Guideline = guideline;
        Rows = [.. guideline.Evaluated.SelectMany(table => table.Rows)];
        IndexOf = Rows.Select((row, index) => (row, index)).ToDictionary(pair => pair.row, pair => pair.index);
        all = RowSet.All(Rows.Length);
        Slots = [.. DocumentPartitions.Of(guideline).Select((pair, index) => new Slot(index, pair.Key, pair.Value, Rows))];
        inputs = [.. Slots.Where(slot => slot.Term.Fact is not null)];
        slotOfFact = new Slot?[inputs.Length == 0 ? 0 : inputs.Max(slot => slot.Term.Fact!.Index) + 1];
        foreach (var slot in inputs) slotOfFact[slot.Term.Fact!.Index] = slot;
        blocks = SlotBlock.Of(inputs, Rows.Length);
        absentMasks = [.. Slots.Select(slot => slot.AbsentMask)];
        decisions = [.. guideline.Computed.Select(value => DecisionCompiler.Compile(this, value))];
        var first = guideline.Evaluated.Where(table => table.Policy == HitPolicy.First).Select(table => (table.Decides, Table: new FirstTable(this, table))).ToList();
        firstTables = [.. guideline.Computed.Select(value => first.Where(pair => pair.Decides == value).Select(pair => pair.Table).ToArray())];
        lastTables = [.. first.Where(pair => pair.Decides is null).Select(pair => pair.Table)];
        Groups = AdviceGroups.Of(this);
        Overrides = AdviceGroups.OverridesOf(this);
        ResultRows = ResultRow.Of(this);
    }

    internal Guideline Guideline { get; }

    internal Row[] Rows { get; }

    internal Dictionary<Row, int> IndexOf { get; }

    internal Slot[] Slots { get; }

    internal ReadOnlySpan<Slot> Inputs => inputs;

    internal AdviceGroup[] Groups { get; }

    /// <summary>The rows of advice sorted for comparison with other documents; made when first needed.</summary>
    internal ComparedGroup[] Compared => field ??= ComparedGroups.Of(this);

    /// <summary>Rows that set others aside, an exception before what it is an exception to.</summary>
    internal (int Row, int[] SetAside)[] Overrides { get; }

    /// <summary>The rows that give doses or times, in the order of the document.</summary>
    internal ResultRow[] ResultRows { get; }

    /// <summary>The slot of a term; null when no table of the document reads or decides it.</summary>
    internal Slot? SlotOf(Term term) => Array.Find(Slots, slot => slot.Term == term);

    /// <summary>The classes that every term may be in; derived values are filled in by <see cref="Run"/>.</summary>
    internal ulong[] MasksOf(WomanFacts facts)
    {
        var masks = (ulong[])absentMasks.Clone();
        var states = facts.States;
        var recorded = facts.Recorded;
        for (var word = 0; word < recorded.Length; word++)
        {
            for (var rest = recorded[word]; rest != 0; rest &= rest - 1)
            {
                var fact = (word * BitsPerWord) + BitOperations.TrailingZeroCount(rest);
                if (fact < slotOfFact.Length && slotOfFact[fact] is { } slot) masks[slot.Index] = slot.MaskOf(states[fact]);
            }
        }

        return masks;
    }

    /// <summary>Evaluates the document.</summary>
    /// <param name="masks">Masks of the facts from <see cref="MasksOf"/>; those of derived values are written here.</param>
    internal Evaluation Run(ulong[] masks)
    {
        var possible = all.Copy();
        var open = 0UL;
        for (var index = 0; index < blocks.Length; index++)
            if (blocks[index].NarrowKnown(masks, possible)) open |= 1UL << (index % BitsPerWord);
        var certain = possible.Copy();
        for (var index = 0; index < blocks.Length; index++)
            if ((open >> (index % BitsPerWord) & 1) != 0) blocks[index].NarrowOpen(masks, possible, certain);
        for (var index = 0; index < decisions.Length; index++)
        {
            foreach (var table in firstTables[index]) table.KeepFirst(possible, certain);
            var decision = decisions[index];
            var mask = decision.Decide(possible, certain, masks);
            masks[decision.Slot.Index] = mask;
            decision.Slot.Narrow(mask, possible, certain);
        }

        foreach (var table in lastTables) table.KeepFirst(possible, certain);
        return new Evaluation(this, masks, possible, certain);
    }
}
