using System.Collections.Immutable;
using System.Globalization;
using Decidua.Knowledge.Tables;
using Decidua.Reasoning.Assessing;

namespace Decidua.Planning.Dosing;

/// <summary>What one column of doses says for one woman before anything is rounded.</summary>
/// <param name="Entry">The column.</param>
/// <param name="Amount">The amount; null when the rows that may apply differ, or print none.</param>
/// <param name="Working">How it came about; empty when the table says it outright.</param>
/// <param name="IsPerKilogram">Whether it follows the weight, so that it may be rounded to a syringe.</param>
/// <param name="Rows">The rows that apply or may apply.</param>
/// <param name="Open">Names of what must be known before one row is left; empty when the amount is settled or none is printed.</param>
internal sealed record RuledDose(DoseEntry Entry, decimal? Amount, string Working, bool IsPerKilogram, ImmutableArray<Row> Rows, ImmutableArray<string> Open)
{
    /// <summary>Whether the table certainly prints no dose for her.</summary>
    internal bool IsNone => Amount is null && Open.IsEmpty;

    internal static RuledDose Read(GuidelineAnswer answer, DoseEntry entry)
    {
        ImmutableArray<Row> rows = [.. entry.Table.Rows.Where(row => answer.StateOf(row) is RowState.Fires or RowState.Possible)];
        var outputs = rows.Select(row => row.Outputs.First(output => output.Column == entry.Column)).ToList();
        var perKilogram = outputs.Exists(output => output.PerKilogram);
        if (outputs.TrueForAll(output => output.Text.Length == 0)) return new RuledDose(entry, null, "", false, rows, []);
        var values = rows.Select(row => ValueOf(answer, entry, row)).ToList();
        if (values.TrueForAll(value => value?.Number is not null) && values.Select(value => value!.Number).Distinct().Count() == 1)
            return new RuledDose(entry, Plain(values[0]!.Number!.Value), perKilogram ? values[0]!.Basis : "", perKilogram, rows, []);
        return new RuledDose(entry, null, "", perKilogram, rows, Unknown(answer, entry, rows, perKilogram));
    }

    /// <summary>What the table reads and what more than one value is left of.</summary>
    private static ImmutableArray<string> Unknown(GuidelineAnswer answer, DoseEntry entry, ImmutableArray<Row> rows, bool perKilogram)
    {
        var read = rows.SelectMany(row => row.Conditions).Select(condition => condition.Term).Concat(entry.Table.Inputs.Where(term => perKilogram && term.Type.Unit == "kg")).Distinct();
        ImmutableArray<string> open = [.. read.Where(term => !answer.ValuesOf(term).IsSingle).Select(term => term.Name)];
        return open.IsEmpty ? [entry.Table.Title] : open;
    }

    private static ResultValue? ValueOf(GuidelineAnswer answer, DoseEntry entry, Row row) =>
        answer.Results.FirstOrDefault(result => result.Row == row)?.Values.FirstOrDefault(value => value.Column == entry.Column);

    /// <summary>An amount with its unit, for sentences.</summary>
    internal static string Text(decimal amount, string unit) => string.Create(CultureInfo.InvariantCulture, $"{amount:0.####} {unit}");

    /// <summary>The same number without zeros behind its last digit: equal doses are written alike.</summary>
    internal static decimal Plain(decimal number) => decimal.Parse(number.ToString("0.######", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
