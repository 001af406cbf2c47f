using System.Collections.Immutable;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Vocabulary;
using Decidua.Reasoning.Assessing;

namespace Decidua.Reasoning.Compiling;

/// <summary>A row that gives results.</summary>
/// <param name="Index">Its index in the program.</param>
/// <param name="Table">Its table.</param>
/// <param name="Row">The row.</param>
/// <param name="Outputs">Its outputs other than dashes; at least one.</param>
/// <param name="Weight">The fact by which a dose per kilogram is multiplied; null when the table tests no weight.</param>
internal sealed record ResultRow(int Index, DecisionTable Table, Row Row, Output[] Outputs, Fact? Weight)
{
    /// <summary>The results when no dose depends on her weight; default when one does.</summary>
    internal ImmutableArray<ResultValue> Fixed { get; } = Array.Exists(Outputs, output => output.PerKilogram)
        ? default
        : [.. Outputs.Select(output => new ResultValue(output.Column, output.Text, output.Number, ""))];

    private const string Kilogram = "kg";

    internal static ResultRow[] Of(RuleProgram program) =>
    [
        .. from table in program.Guideline.Tables
           where table.GivesResults
           let weight = table.Inputs.FirstOrDefault(term => term.Type.Unit == Kilogram)?.Fact
           from row in table.Rows
           let outputs = row.Outputs.Where(output => output.Text.Length > 0).ToArray()
           where outputs.Length > 0
           select new ResultRow(program.IndexOf[row], table, row, outputs, weight),
    ];
}
