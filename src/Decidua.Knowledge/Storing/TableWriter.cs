using System.Collections.Immutable;
using Decidua.Knowledge.Tables;

namespace Decidua.Knowledge.Storing;

/// <summary>Writes the derived values and tables of one document, in the order in which <see cref="TableReader"/> reads them.</summary>
internal sealed class TableWriter(StoreWriter writer, Guideline guideline)
{
    /// <summary>Its own derived values, then those of the documents that it uses: what a term may name.</summary>
    private readonly ImmutableArray<DerivedValue> readable = [.. guideline.Derived, .. guideline.Uses.SelectMany(used => used.Derived)];

    internal void Write()
    {
        writer.Texts([.. guideline.Uses.Select(used => used.Id)]);
        writer.Count(guideline.Derived.Length);
        foreach (var value in guideline.Derived) Write(value);
        writer.Count(guideline.Tables.Length);
        foreach (var table in guideline.Tables) Write(table);
    }

    private void Write(DerivedValue value)
    {
        writer.Text(value.Name);
        writer.Text(value.Address);
        writer.Type(value.Type);
        writer.Text(value.Meaning);
        writer.Place(value.Place);
    }

    private void Write(DecisionTable table)
    {
        writer.Text(table.Title);
        writer.Text(table.Address);
        writer.Count((int)table.Policy);
        writer.Flag(table.GivesAdvice);
        writer.Flag(table.IsFactList);
        writer.Flag(table.IsWhole);
        writer.Place(table.Place);
        writer.Count(table.Inputs.Length);
        foreach (var term in table.Inputs) Write(term);
        writer.Count(table.OutputColumns.Length);
        foreach (var column in table.OutputColumns)
        {
            writer.Text(column.Name);
            writer.Count(column.Derived is { } derived ? guideline.Derived.IndexOf(derived) + 1 : 0);
        }

        writer.Count(table.Rows.Length);
        foreach (var row in table.Rows) Write(table, row);
    }

    private void Write(DecisionTable table, Row row)
    {
        writer.Text(row.Id);
        writer.Text(row.Address);
        writer.Place(row.Place);
        writer.Count(row.Conditions.Length);
        foreach (var condition in row.Conditions)
        {
            Write(condition.Term);
            writer.Values(condition.Values);
            writer.Text(condition.Text);
            writer.Place(condition.Place);
        }

        writer.Count(row.Outputs.Length);
        foreach (var output in row.Outputs)
        {
            writer.Count(table.OutputColumns.IndexOf(output.Column));
            writer.Text(output.Text);
            writer.Place(output.Place);
            writer.Values(output.Value);
            writer.Number(output.Number);
            writer.Flag(output.PerKilogram);
        }

        writer.Flag(row.Advice is not null);
        if (row.Advice is { } advice)
        {
            writer.Count((int)advice.Kind);
            writer.Text(advice.Subject);
            writer.Count((int)advice.Intensity);
            writer.Milestone(advice.From);
            writer.Milestone(advice.Until);
            writer.Text(advice.Reason);
            writer.Text(advice.Channel);
        }

        writer.Text(row.Strength);
        writer.Text(row.Source);
        writer.Count((int)row.Checked);
        writer.Text(row.Note);
        writer.Texts(row.Overrides);
        writer.Texts(row.Evidence);
    }

    /// <summary>A fact as its index and one; a derived value as zero and its index.</summary>
    private void Write(Term term)
    {
        writer.Count(term.Fact is { } fact ? fact.Index + 1 : 0);
        if (term.Derived is { } derived) writer.Count(readable.IndexOf(derived));
    }
}
