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
    internal static ImmutableArray<ResultAnswer> All(Evaluation evaluation, WomanFacts facts)
    {
        var answers = ImmutableArray.CreateBuilder<ResultAnswer>();
        foreach (var result in evaluation.Program.ResultRows)
        {
            if (!evaluation.Possible[result.Index]) continue;
            var weight = result.Weight is { } fact ? facts[fact].Values : null;
            var certainty = evaluation.Certain[result.Index] ? Certainty.Certain : Certainty.Possible;
            answers.Add(new ResultAnswer(result.Table, result.Row, certainty, result.Fixed.IsDefault ? [.. result.Outputs.Select(output => Value(output, weight))] : result.Fixed));
        }

        return answers.ToImmutable();
    }

    private static ResultValue Value(Output output, ValueSet? weight)
    {
        if (!output.PerKilogram || output.Number is not { } perKilogram)
            return new ResultValue(output.Column, output.Text, output.Number, "");
        return weight is ValueSet.Numbers { IsSingle: true } known
            ? new ResultValue(output.Column, Text(perKilogram * known.Single), perKilogram * known.Single, $"{output.Text} × {Text(known.Single)} kg")
            : new ResultValue(output.Column, output.Text, null, output.Text);
    }

    private static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
