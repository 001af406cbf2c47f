using System.Collections.Immutable;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Values;

namespace Decidua.Knowledge.Tables;

/// <summary>How a row was compared with the publisher's text, from strong to weak.</summary>
public enum Checked
{
    /// <summary>Read in the publisher's own text.</summary>
    Primary,

    /// <summary>Seen in a table or text that reproduces it.</summary>
    Reproduced,

    /// <summary>Seen only in a text that reports it.</summary>
    Secondary,

    /// <summary>From knowledge, to be confirmed.</summary>
    Recalled,
}

/// <summary>One condition of a row: the term must have one of these values.</summary>
/// <param name="Term">What is read.</param>
/// <param name="Values">The values that pass.</param>
/// <param name="Text">The cell as written.</param>
/// <param name="Place">Where the cell stands.</param>
public sealed record Condition(Term Term, ValueSet Values, string Text, Place Place);

/// <summary>One output cell of a row.</summary>
/// <param name="Column">The output column.</param>
/// <param name="Text">The cell as written; empty for a dash.</param>
/// <param name="Place">Where the cell stands.</param>
public sealed record Output(OutputColumn Column, string Text, Place Place)
{
    /// <summary>For a derived value: its value in this row; null for a dash.</summary>
    public ValueSet? Value { get; init; }

    /// <summary>For a result that is a number, or a number per kilogram: the number.</summary>
    public decimal? Number { get; init; }

    /// <summary>Whether <see cref="Number"/> is to be multiplied by the weight that the row tests.</summary>
    public bool PerKilogram { get; init; }
}

/// <summary>An output column of a table.</summary>
/// <param name="Name">The heading without the arrow.</param>
/// <param name="Derived">The derived value that it decides, or null.</param>
public sealed record OutputColumn(string Name, DerivedValue? Derived)
{
    /// <summary>The part in parentheses at the end of the name: the unit of a dose; empty when there is none.</summary>
    public string Unit => Name.EndsWith(')') && Name.LastIndexOf('(') is > 0 and var open ? Name[(open + 1)..^1] : "";

    /// <summary>The name without the unit.</summary>
    public string Quantity => Unit.Length > 0 ? Name[..Name.LastIndexOf('(')].Trim() : Name;
}

/// <summary>One row of a decision table.</summary>
public sealed class Row
{
    /// <summary>The id, unique in the table's address: <c>PRE-07</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Permanent address: <c>rcog-37a-2015/antenatal-score/PRE-07</c>.</summary>
    public required string Address { get; init; }

    /// <summary>Where the row stands.</summary>
    public required Place Place { get; init; }

    /// <summary>The conditions that all must hold; a dash is no condition.</summary>
    public required ImmutableArray<Condition> Conditions { get; init; }

    /// <summary>The outputs in the order of the table's output columns, without the columns of advice.</summary>
    public required ImmutableArray<Output> Outputs { get; init; }

    /// <summary>What the row advises; null when its table gives no advice or the cell is a dash.</summary>
    public required RowAdvice? Advice { get; init; }

    /// <summary>Grade of the recommendation in the publisher's scale; empty when none.</summary>
    public required string Strength { get; init; }

    /// <summary>Section, table or page of the publisher's text.</summary>
    public required string Source { get; init; }

    /// <summary>How the row was compared with that text.</summary>
    public required Checked Checked { get; init; }

    /// <summary>A remark for readers; empty when none.</summary>
    public required string Note { get; init; }

    /// <summary>Addresses of the rows that this row sets aside.</summary>
    public required ImmutableArray<string> Overrides { get; init; }

    /// <summary>Ids of the trials on which the row rests or which speak about it; empty when none are named.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>The condition on a term; null when the row does not test it.</summary>
    /// <param name="term">The term.</param>
    public Condition? On(Term term) => Conditions.FirstOrDefault(condition => condition.Term == term);

    /// <inheritdoc/>
    public override string ToString() => Address;
}
