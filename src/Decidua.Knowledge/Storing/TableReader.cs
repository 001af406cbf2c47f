using System.Collections.Immutable;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Tables;

namespace Decidua.Knowledge.Storing;

/// <summary>Reads back what <see cref="TableWriter"/> wrote about one document.</summary>
internal sealed class TableReader(StoreReader reader, MarkdownDocument document, Term[] facts)
{
    private Term[] derived = [];

    /// <summary>Reads the document.</summary>
    /// <param name="read">The guidelines read before, by id; those that it uses are among them.</param>
    internal Guideline Read(Dictionary<string, Guideline> read)
    {
        ImmutableArray<Guideline> uses = [.. reader.Texts().Select(id => read[id])];
        var values = reader.Many(() => new DerivedValue(reader.Text(), reader.Text(), reader.Type(), reader.Text(), reader.Place()));
        derived = [.. values.Concat(uses.SelectMany(used => used.Derived)).Select(Term.Of)];
        return new Guideline { Document = document, Uses = uses, Derived = values, Tables = reader.Many(ReadTable) };
    }

    private DecisionTable ReadTable()
    {
        var (title, address, policy) = (reader.Text(), reader.Text(), (HitPolicy)reader.Count());
        var (givesAdvice, isFactList, isWhole) = (reader.Flag(), reader.Flag(), reader.Flag());
        var place = reader.Place();
        var inputs = reader.Many(ReadTerm);
        var columns = reader.Many(() => new OutputColumn(reader.Text(), reader.Count() is > 0 and var number ? derived[number - 1].Derived : null));
        return new DecisionTable
        {
            Title = title,
            Address = address,
            Policy = policy,
            Inputs = inputs,
            OutputColumns = columns,
            GivesAdvice = givesAdvice,
            IsFactList = isFactList,
            IsWhole = isWhole,
            Place = place,
            Document = document,
            Rows = reader.Many(() => ReadRow(columns)),
        };
    }

    private Row ReadRow(ImmutableArray<OutputColumn> columns) => new()
    {
        Id = reader.Text(),
        Address = reader.Text(),
        Place = reader.Place(),
        Conditions = reader.Many(() => new Condition(ReadTerm(), reader.Values()!, reader.Text(), reader.Place())),
        Outputs = reader.Many(() => new Output(columns[reader.Count()], reader.Text(), reader.Place()) { Value = reader.Values(), Number = reader.Number(), PerKilogram = reader.Flag() }),
        Advice = reader.Flag() ? ReadAdvice() : null,
        Strength = reader.Text(),
        Source = reader.Text(),
        Checked = (Checked)reader.Count(),
        Note = reader.Text(),
        Overrides = reader.Texts(),
        Evidence = reader.Texts(),
    };

    private RowAdvice ReadAdvice() => new(
        (AdviceKind)reader.Count(), reader.Text(), (Intensity)reader.Count(), reader.Milestone(), reader.Milestone(), reader.Text(), reader.Text());

    private Term ReadTerm() => reader.Count() is > 0 and var number ? facts[number - 1] : derived[reader.Count()];
}
