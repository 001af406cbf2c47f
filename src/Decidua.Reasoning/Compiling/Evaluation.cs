using Decidua.Knowledge.Tables;

namespace Decidua.Reasoning.Compiling;

/// <summary>What the evaluation of one document came to, as bit vectors and masks.</summary>
internal sealed class Evaluation
{
    private readonly RowSet? fired;

    internal Evaluation(RuleProgram program, ulong[] masks, RowSet possible, RowSet certain)
    {
        Program = program;
        Masks = masks;
        Possible = possible;
        Certain = certain;
        if (!possible.Meets(program.Exceptions)) return;
        fired = possible.Copy();
        foreach (var (row, setAside) in program.Overrides)
        {
            if (!possible[row]) continue;
            foreach (var other in setAside)
            {
                if (certain[row]) possible.Remove(other);
                certain.Remove(other);
            }
        }
    }

    /// <summary>The compiled document.</summary>
    internal RuleProgram Program { get; }

    /// <summary>For every slot the classes that its term may be in.</summary>
    internal ulong[] Masks { get; }

    /// <summary>The rows that fire for some remaining woman and that no certain exception sets aside.</summary>
    internal RowSet Possible { get; }

    /// <summary>The rows that fire for every remaining woman and that no possible exception sets aside.</summary>
    internal RowSet Certain { get; }

    /// <summary>Whether the conditions of one of the rows hold for some remaining woman, set aside or not.</summary>
    internal bool MayApply(RowSet rows) => (fired ?? Possible).Meets(rows);

    /// <summary>Whether another evaluation of the same document came to the same about some rows, set aside or not.</summary>
    internal bool AgreesWithin(Evaluation other, RowSet rows) =>
        Possible.AgreesWithin(other.Possible, rows) && Certain.AgreesWithin(other.Certain, rows) && (fired ?? Possible).AgreesWithin(other.fired ?? other.Possible, rows);

    /// <summary>Whether an exception sets one of the rows aside for some remaining woman, although its conditions hold.</summary>
    internal bool MayBeSetAside(int[] rows)
    {
        if (fired is not { } all) return false;
        foreach (var (row, setAside) in Program.Overrides)
        {
            if (!all[row]) continue;
            foreach (var other in setAside)
                if (all[other] && Array.IndexOf(rows, other) >= 0) return true;
        }

        return false;
    }

    /// <summary>Whether the row's conditions hold for some remaining woman but an exception sets it aside for all of them.</summary>
    internal bool IsSetAside(int row) => fired is { } all && all[row] && !Possible[row];

    /// <summary>The mask of a term.</summary>
    internal ulong MaskOf(Term term) => Masks[Program.SlotOf(term)!.Index];
}
