using System.Numerics;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;

namespace Decidua.Reasoning.Compiling;

/// <summary>Compiles the tables that decide one derived value.</summary>
internal static class DecisionCompiler
{
    internal static Decision Compile(RuleProgram program, DerivedValue value)
    {
        var slot = program.SlotOf(Term.Of(value))!;
        var tables = program.Guideline.Deciding(value).ToList();
        var rows = RowSet.Of(program.IndicesOf(tables.SelectMany(table => table.Rows)), program.Rows.Length);
        var outputs = new ulong[program.Rows.Length];
        foreach (var row in tables.SelectMany(table => table.Rows))
        {
            outputs[program.IndexOf[row]] = slot.Partition.MaskOf(row.Outputs[0].Value!);
        }

        return tables[0].Policy switch
        {
            HitPolicy.Unique or HitPolicy.First => new ChosenRow(slot, rows, outputs),
            HitPolicy.Greatest => new GreatestOutput(slot, rows, Array.ConvertAll(outputs, BitOperations.TrailingZeroCount)),
            HitPolicy.Sum => Sum(program, slot, rows, [.. tables.SelectMany(table => table.Rows)]),
            HitPolicy.Collect => throw new InvalidOperationException($"The checker lets no table with C decide '{value.Name}'."),
            _ => throw new InvalidOperationException($"No such hit policy: {tables[0].Policy}."),
        };
    }

    private static SumOfRows Sum(RuleProgram program, Slot slot, RowSet rows, List<Row> all)
    {
        var points = new byte[program.Rows.Length];
        foreach (var row in all) points[program.IndexOf[row]] = (byte)Points(row);
        var parts = IndependentPart.Of(all).Select(part => part.Terms.Length == 1 ? OneTerm(program, part) : SeveralTerms(program, part));
        return new SumOfRows(slot, rows, points, [.. parts]);
    }

    private static SumPart OneTerm(RuleProgram program, IndependentPart part)
    {
        var slot = program.SlotOf(part.Terms[0])!;
        var pointsOfClass = new int[slot.Partition.Count];
        foreach (var row in part.Rows)
        {
            for (var rest = slot.Partition.MaskOf(row.Conditions[0].Values); rest != 0; rest &= rest - 1)
                pointsOfClass[BitOperations.TrailingZeroCount(rest)] += Points(row);
        }

        return new PartOfOneTerm(slot.Index, pointsOfClass);
    }

    private static SumPart SeveralTerms(RuleProgram program, IndependentPart part)
    {
        Slot[] slots = [.. part.Terms.Select(term => program.SlotOf(term)!)];
        var rows = new SummedRow[part.Rows.Length];
        for (var index = 0; index < rows.Length; index++)
        {
            var row = part.Rows[index];
            var accepts = new ulong[slots.Length];
            for (var term = 0; term < slots.Length; term++)
                accepts[term] = row.On(slots[term].Term) is { } condition ? slots[term].Partition.MaskOf(condition.Values) : slots[term].Partition.Full;
            rows[index] = new SummedRow(program.IndexOf[row], Points(row), accepts);
        }

        return new PartOfSeveralTerms(Array.ConvertAll(slots, slot => slot.Index), rows);
    }

    private static int Points(Row row) => (int)((ValueSet.Numbers)row.Outputs[0].Value!).Single;
}
