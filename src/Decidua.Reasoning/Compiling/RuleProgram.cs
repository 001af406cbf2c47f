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
    private readonly Dictionary<Term, Slot> slotOfTerm = [];
    private readonly Slot?[] slotOfFact;
    private readonly ulong[] read;
    private readonly SlotBlock[] blocks;
    private readonly ulong[] absentMasks;
    private readonly Decision[] decisions;
    private readonly FirstTable[][] firstTables;
    private readonly FirstTable[] lastTables;
    private readonly KnownRows known;

    internal RuleProgram(Guideline guideline)
    {
        Guideline = guideline;
        Rows = [.. guideline.Evaluated.SelectMany(table => table.Rows)];
        IndexOf = new Dictionary<Row, int>(Rows.Length);
        for (var row = 0; row < Rows.Length; row++) IndexOf.Add(Rows[row], row);
        Slots = [.. Ordered(DocumentPartitions.Of(guideline)).Select((pair, index) => new Slot(index, pair.Term, pair.Partition, Rows.Length))];
        foreach (var slot in Slots) slotOfTerm.Add(slot.Term, slot);
        for (var row = 0; row < Rows.Length; row++)
            foreach (var condition in Rows[row].Conditions) slotOfTerm[condition.Term].Restrict(row, condition.Values);
        inputs = [.. Slots.Where(slot => slot.Term.Fact is not null)];
        slotOfFact = new Slot?[LastFact() + 1];
        read = new ulong[(slotOfFact.Length + BitsPerWord - 1) / BitsPerWord];
        foreach (var slot in inputs)
        {
            var fact = slot.Term.Fact!.Index;
            slotOfFact[fact] = slot;
            read[fact / BitsPerWord] |= 1UL << (fact % BitsPerWord);
        }

        blocks = SlotBlock.Of(inputs, Rows.Length);
        known = new KnownRows(inputs, blocks, Rows.Length);
        absentMasks = Array.ConvertAll(Slots, slot => slot.AbsentMask);
        decisions = [.. guideline.Computed.Select(value => DecisionCompiler.Compile(this, value))];
        var first = guideline.Evaluated.Where(table => table.Policy == HitPolicy.First).ToList();
        firstTables = [.. guideline.Computed.Select(value => first.Where(table => table.Decides == value).Select(table => new FirstTable(this, table)).ToArray())];
        lastTables = [.. first.Where(table => table.Decides is null).Select(table => new FirstTable(this, table))];
        Groups = AdviceGroups.Of(this);
        Overrides = AdviceGroups.OverridesOf(this);
        Exceptions = RowSet.Of(Array.ConvertAll(Overrides, exception => exception.Row), Rows.Length);
        ResultRows = ResultRow.Of(this);
        RowsWithResults = RowSet.Of(Array.ConvertAll(ResultRows, row => row.Index), Rows.Length);
    }

    internal Guideline Guideline { get; }

    internal Row[] Rows { get; }

    internal Dictionary<Row, int> IndexOf { get; }

    internal Slot[] Slots { get; }

    internal ReadOnlySpan<Slot> Inputs => inputs;

    internal AdviceGroup[] Groups { get; }

    /// <summary>The rows of advice sorted for comparison with other documents; made when first needed.</summary>
    internal ComparedGroup[] Compared => field ??= ComparedGroups.Of(this, hasGivenBirth: false);

    /// <summary>The same for women who have certainly given birth.</summary>
    internal ComparedGroup[] ComparedAfterBirth => field ??= ComparedGroups.Of(this, hasGivenBirth: true);

    /// <summary>Rows that set others aside, an exception before what it is an exception to.</summary>
    internal SettingAside[] Overrides { get; }

    /// <summary>The same rows as a set.</summary>
    internal RowSet Exceptions { get; }

    /// <summary>The rows that give doses or times, in the order of the document.</summary>
    internal ResultRow[] ResultRows { get; }

    /// <summary>The same rows as a set.</summary>
    internal RowSet RowsWithResults { get; }

    /// <summary>The indices of some rows, in their order.</summary>
    internal int[] IndicesOf(IEnumerable<Row> rows)
    {
        var indices = new List<int>();
        foreach (var row in rows) indices.Add(IndexOf[row]);
        return [.. indices];
    }

    /// <summary>The slot of a term; null when no table of the document reads or decides it.</summary>
    internal Slot? SlotOf(Term term) => slotOfTerm.GetValueOrDefault(term);

    /// <summary>The classes that every term may be in; derived values are filled in by <see cref="Run"/>.</summary>
    internal ulong[] MasksOf(WomanFacts facts)
    {
        var masks = absentMasks.AsSpan().ToArray();
        var states = facts.States;
        var recorded = facts.Recorded;
        for (var word = 0; word < read.Length; word++)
        {
            for (var rest = recorded[word] & read[word]; rest != 0; rest &= rest - 1)
            {
                var fact = (word * BitsPerWord) + BitOperations.TrailingZeroCount(rest);
                var slot = slotOfFact[fact]!;
                masks[slot.Index] = slot.MaskOf(states[fact]);
            }
        }

        return masks;
    }

    /// <summary>Evaluates the document.</summary>
    /// <param name="masks">Masks of the facts from <see cref="MasksOf"/>; those of derived values are written here.</param>
    internal Evaluation Run(ulong[] masks)
    {
        var openBlocks = new OpenBlocks(stackalloc byte[blocks.Length]);
        var possible = known.Intersect(masks, absentMasks, ref openBlocks);

        // While every value is known, what is possible is certain: both are then one and the same set, and all work is done once.
        var certain = openBlocks.Any ? possible.Copy() : possible;
        if (openBlocks.Any)
            for (var index = 0; index < blocks.Length; index++)
                if (openBlocks.IsOpen(index)) blocks[index].NarrowOpen(masks, openBlocks.IsAbsent(index), possible, certain);
        for (var index = 0; index < decisions.Length; index++)
        {
            foreach (var table in firstTables[index]) table.KeepFirst(possible, certain);
            var decision = decisions[index];
            var mask = decision.Decide(possible, certain, masks);
            masks[decision.Slot.Index] = mask;
            if (!BitOperations.IsPow2(mask) && certain.Is(possible)) certain = possible.Copy();
            decision.Slot.Narrow(mask, possible, certain);
        }

        foreach (var table in lastTables) table.KeepFirst(possible, certain);
        return new Evaluation(this, masks, possible, certain);
    }

    /// <summary>Facts that are always asked stand together, presumed ones together, derived values at the end.</summary>
    private static IEnumerable<TermPartition> Ordered(IReadOnlyList<TermPartition> terms) =>
        terms.Where(pair => pair.Term.Fact is { IsPresumed: false }).OrderBy(pair => pair.Term.Fact!.Index)
            .Concat(terms.Where(pair => pair.Term.Fact is { IsPresumed: true }).OrderBy(pair => pair.Term.Fact!.Index))
            .Concat(terms.Where(pair => pair.Term.Fact is null));

    private int LastFact()
    {
        var last = -1;
        foreach (var slot in inputs) last = Math.Max(last, slot.Term.Fact!.Index);
        return last;
    }
}
