using System.Numerics;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;

namespace Decidua.Reasoning.Compiling;

/// <summary>Computes the possible values of one derived value from the rows that may fire.</summary>
internal abstract class Decision(Slot slot)
{
    /// <summary>Where the value is put.</summary>
    internal Slot Slot { get; } = slot;

    /// <summary>The classes that the value may be in, given the state of the rows of its tables.</summary>
    internal abstract ulong Decide(RowSet possible, RowSet certain, ulong[] masks);
}

/// <summary>A value decided by a table with U or F: the outputs of the rows that may be the one that applies.</summary>
internal sealed class ChosenRow(Slot slot, RowSet rows, ulong[] outputs) : Decision(slot)
{
    internal override ulong Decide(RowSet possible, RowSet certain, ulong[] masks)
    {
        var mask = 0UL;
        foreach (var row in possible.Within(rows)) mask |= outputs[row];
        return mask;
    }
}

/// <summary>
/// A value decided by a table with C&gt;: the greatest number, or the choice declared first. A number starts at 0, a choice is
/// always reached because the table covers every woman.
/// </summary>
internal sealed class GreatestOutput(Slot slot, RowSet rows, int[] classes) : Decision(slot)
{
    internal override ulong Decide(RowSet possible, RowSet certain, ulong[] masks)
    {
        var isNumber = Slot.Term.Type.IsNumeric;
        var atLeast = isNumber ? 0 : -1;
        foreach (var row in certain.Within(rows)) atLeast = Greater(atLeast, classes[row]);
        var mask = atLeast >= 0 ? 1UL << atLeast : 0;
        foreach (var row in possible.Within(rows))
            if (Greater(atLeast, classes[row]) != atLeast) mask |= 1UL << classes[row];
        return mask;

        int Greater(int first, int second) =>
            first < 0 ? second : isNumber ? Math.Max(first, second) : Math.Min(first, second);
    }
}

/// <summary>A value decided by tables with C+: every sum that can be reached, exact where the parts are independent.</summary>
internal sealed class SumOfRows(Slot slot, RowSet rows, byte[] points, SumPart[] parts) : Decision(slot)
{
    internal override ulong Decide(RowSet possible, RowSet certain, ulong[] masks)
    {
        if (!possible.AgreesWithin(certain, rows))
        {
            var reachable = 1UL;
            foreach (var part in parts) reachable = Add(reachable, part.Contributions(possible, certain, masks));
            return reachable & Slot.Partition.Full;
        }

        var sum = 0;
        foreach (var row in certain.Within(rows)) sum += points[row];
        return 1UL << sum;
    }

    /// <summary>All sums of a number of the first set and a number of the second; bit i stands for i.</summary>
    internal static ulong Add(ulong first, ulong second)
    {
        if (second == 1) return first;
        var sums = 0UL;
        for (var rest = second; rest != 0; rest &= rest - 1) sums |= first << BitOperations.TrailingZeroCount(rest);
        return sums;
    }
}

/// <summary>Rows of a sum that share terms with one another and with no other rows of the sum.</summary>
internal abstract class SumPart
{
    /// <summary>What the part can add; bit i stands for i.</summary>
    internal abstract ulong Contributions(RowSet possible, RowSet certain, ulong[] masks);
}

/// <summary>A part that reads one term: each class of the term adds a fixed number.</summary>
internal sealed class PartOfOneTerm(int slot, int[] pointsOfClass) : SumPart
{
    internal override ulong Contributions(RowSet possible, RowSet certain, ulong[] masks)
    {
        var contributions = 0UL;
        for (var rest = masks[slot]; rest != 0; rest &= rest - 1)
            contributions |= 1UL << pointsOfClass[BitOperations.TrailingZeroCount(rest)];
        return contributions;
    }
}

/// <summary>A row of a sum.</summary>
/// <param name="Row">Its index.</param>
/// <param name="Points">What it adds.</param>
/// <param name="Accepts">For every term of its part the classes that it accepts.</param>
internal sealed record SummedRow(int Row, int Points, ulong[] Accepts);

/// <summary>
/// A part that reads several terms: every combination of their classes is tried while there are few; beyond that each row
/// counts for itself, which may reach more sums than there are but never fewer.
/// </summary>
internal sealed class PartOfSeveralTerms(int[] slots, SummedRow[] rows) : SumPart
{
    private const int MostCombinations = 4096;

    internal override ulong Contributions(RowSet possible, RowSet certain, ulong[] masks)
    {
        long combinations = 1;
        foreach (var slot in slots)
        {
            combinations *= BitOperations.PopCount(masks[slot]);
            if (combinations > MostCombinations) return RowByRow(possible, certain);
        }

        return Combine(0, new ulong[slots.Length], masks);
    }

    private ulong Combine(int depth, ulong[] chosen, ulong[] masks)
    {
        if (depth == slots.Length)
        {
            var sum = 0;
            foreach (var (_, points, accepts) in rows)
            {
                var applies = true;
                for (var i = 0; i < chosen.Length && applies; i++) applies = (accepts[i] & chosen[i]) != 0;
                if (applies) sum += points;
            }

            return 1UL << sum;
        }

        var contributions = 0UL;
        for (var rest = masks[slots[depth]]; rest != 0; rest &= rest - 1)
        {
            chosen[depth] = rest & (~rest + 1);
            contributions |= Combine(depth + 1, chosen, masks);
        }

        return contributions;
    }

    private ulong RowByRow(RowSet possible, RowSet certain)
    {
        var reachable = 1UL;
        foreach (var (row, points, _) in rows)
        {
            if (certain[row]) reachable <<= points;
            else if (possible[row]) reachable |= reachable << points;
        }

        return reachable;
    }
}
