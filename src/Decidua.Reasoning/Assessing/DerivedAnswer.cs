using System.Collections.Immutable;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;

namespace Decidua.Reasoning.Assessing;

/// <summary>What a derived value came to.</summary>
/// <param name="Value">The derived value.</param>
/// <param name="Values">The values that it may have; one when it is certain.</param>
/// <param name="Rows">The rows that certainly make it.</param>
/// <param name="PossibleRows">The rows that may make it, beyond those.</param>
public sealed record DerivedAnswer(DerivedValue Value, ValueSet Values, ImmutableArray<Row> Rows, ImmutableArray<Row> PossibleRows);

/// <summary>One result that a table gives: a dose, a time.</summary>
/// <param name="Column">The output column.</param>
/// <param name="Text">The result in words, a dose per kilogram multiplied by her weight where that is known.</param>
/// <param name="Number">The number, when the result is one.</param>
/// <param name="Basis">The cell it was worked out from when it is a dose per kilogram; empty otherwise.</param>
public sealed record ResultValue(OutputColumn Column, string Text, decimal? Number, string Basis);

/// <summary>The results of one row of a table that may apply.</summary>
/// <param name="Table">The table.</param>
/// <param name="Row">The row.</param>
/// <param name="Certainty">Whether the row applies for every remaining value of the facts.</param>
/// <param name="Values">The results of the row; columns with a dash are left out.</param>
public sealed record ResultAnswer(DecisionTable Table, Row Row, Certainty Certainty, ImmutableArray<ResultValue> Values);
