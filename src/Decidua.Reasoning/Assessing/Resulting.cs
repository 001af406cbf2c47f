using System.Collections.Immutable;
using System.Globalization;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Compiling;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Assessing;

/// <summary>Reads the results (doses, times) off the rows that may apply.</summary>
internal static class Resulting
{
    private const string Kilogram = "kg";

    internal static ImmutableArray<ResultAnswer> All(Evaluation evaluation, WomanFacts facts)
    {
        var answers = ImmutableArray.CreateBuilder<ResultAnswer>();
        foreach (var table in evaluation.Program.Guideline.Tables.Where(table => table.GivesResults))
        {
            foreach (var row in table.Rows)
            {
                var index = evaluation.Program.IndexOf[row];
                if (!evaluation.Possible[index]) continue;
                var weight = table.Inputs.FirstOrDefault(term => term.Type.Unit == Kilogram)?.Fact is { } fact ? facts[fact].Values : null;
                ImmutableArray<ResultValue> values =
                    [.. row.Outputs.Where(output => output.Text.Length > 0).Select(output => Value(output, weight))];
                if (!values.IsEmpty)
                    answers.Add(new ResultAnswer(table, row, evaluation.Certain[index] ? Certainty.Certain : Certainty.Possible, values));
            }
        }

        return answers.ToImmutable();
    }

    private static ResultValue Value(Output output, ValueSet? weight)
    {
        if (!output.PerKilogram || output.Number is not { } perKilogram)
            return new ResultValue(output.Column, output.Text, output.Number, "");
        return weight is ValueSet.Numbers { IsSingle: true } known
            ? new ResultValue(output.Column, Text(perKilogram * known.Single), perKilogram * known.Single,
                $"{output.Text} × {Text(known.Single)} {Kilogram}")
            : new ResultValue(output.Column, output.Text, null, output.Text);
    }

    private static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
