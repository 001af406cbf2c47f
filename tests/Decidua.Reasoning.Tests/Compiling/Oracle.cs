using System.Runtime.CompilerServices;
using Decidua.Knowledge;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Tests.Compiling;

/// <summary>
/// A second evaluator for women of whom every fact is known: plain loops over the rows as the document prints them, without
/// classes, bit sets, order of evaluation or any other part of the engine.
/// </summary>
internal sealed class Oracle(Guideline guideline, ILookup<string, (DecisionTable Table, Row Row)> exceptions, WomanFacts facts)
{
    private static readonly ConditionalWeakTable<Guideline, ILookup<string, (DecisionTable, Row)>> Exceptions = [];
    private readonly Dictionary<string, ValueSet> derived = [];
    private readonly Dictionary<Row, bool> applies = [];
    private readonly Dictionary<Row, bool> counts = [];

    public static Oracle Of(Guideline guideline, WomanFacts facts) => new(guideline, Exceptions.GetValue(guideline, ExceptionsOf), facts);

    private static ILookup<string, (DecisionTable, Row)> ExceptionsOf(Guideline guideline) =>
        (from table in guideline.Tables from row in table.Rows from address in row.Overrides select (address, table, row)).ToLookup(one => one.address, one => (one.table, one.row));

    /// <summary>The value of a derived value.</summary>
    public ValueSet Value(DerivedValue value)
    {
        if (derived.TryGetValue(value.Name, out var known)) return known;
        var tables = guideline.Uses.SelectMany(used => used.Evaluated).Concat(guideline.Tables).Distinct().Where(table => table.OutputColumns.Any(column => column.Derived == value)).ToList();
        var outputs = tables.SelectMany(table => table.Rows.Where(row => Applies(table, row))).Select(row => row.Outputs[0].Value!).ToList();
        return derived[value.Name] = tables[0].Policy switch
        {
            HitPolicy.Sum => Number(outputs.Sum(Number)),
            HitPolicy.Greatest when value.Type.IsNumeric => Number(outputs.Select(Number).Prepend(0).Max()),
            HitPolicy.Greatest => outputs.OrderBy(output => ((ValueSet.Choices)output).Index).First(),
            _ => outputs.ShouldHaveSingleItem(),
        };
    }

    /// <summary>Whether a row applies, is set aside by an exception that counts itself, or does not apply.</summary>
    public RowState State(DecisionTable table, Row row) =>
        !Applies(table, row) ? RowState.DoesNotFire : Counts(table, row) ? RowState.Fires : RowState.SetAside;

    /// <summary>What the document advises, in words, with the rows behind it.</summary>
    public IEnumerable<string> Advice(Interval? gestation)
    {
        var firing = from table in guideline.Tables from row in table.Rows where row.Advice is not null && Counts(table, row) select row;
        foreach (var subject in firing.GroupBy(row => (row.Advice!.Channel, row.Advice.Subject)))
        {
            var indications = subject.Where(row => row.Advice!.Kind is AdviceKind.NoNeed or AdviceKind.Avoid or AdviceKind.Consider or AdviceKind.Offer).ToList();
            if (indications.Count > 0) yield return Together(indications, gestation);
            foreach (var kind in subject.Except(indications).GroupBy(row => row.Advice!.Kind)) yield return Together([.. kind], gestation);
        }
    }

    /// <summary>Doses and times, in words.</summary>
    public IEnumerable<string> Results()
    {
        foreach (var table in guideline.Tables.Where(table => table.OutputColumns.Any(column => column.Derived is null)))
        {
            foreach (var row in table.Rows.Where(row => Counts(table, row)))
            {
                foreach (var output in row.Outputs.Where(output => output.Text.Length > 0))
                {
                    var shown = output.Text;
                    if (shown.EndsWith(" per kg", StringComparison.Ordinal))
                    {
                        var weight = table.Inputs.Single(term => term.Type.Unit == "kg");
                        shown = (decimal.Parse(shown[..^7]) * Number(facts[weight.Fact!].Values)).ToString("0.####");
                    }

                    yield return $"{row.Address} {output.Column.Name}: {shown}";
                }
            }
        }
    }

    /// <summary>A recommendation of the engine in the same words as <see cref="Advice"/>.</summary>
    public static string Show(Recommendation one) => $"{one.Channel}: {one} [{string.Join(" ", one.Rows.Select(row => row.Address).Order(StringComparer.Ordinal))}]";

    private string Together(List<Row> rows, Interval? gestation)
    {
        var counted = rows.Where(row => row.Advice!.Kind is not (AdviceKind.NoNeed or AdviceKind.Avoid)).ToList();
        if (counted.Count == 0) counted = rows;
        var kind = counted.Max(row => row.Advice!.Kind);
        var intensity = counted.Max(row => row.Advice!.Intensity);
        var starts = counted.Select(row => row.Advice!.From).OfType<Milestone>().ToList();
        var ends = counted.Select(row => row.Advice!.Until).OfType<Milestone>().ToList();
        var from = starts.Contains(Milestone.Now) ? Milestone.Now : All(false, starts)?.Resolve(gestation);
        var until = All(true, ends)?.Resolve(gestation);
        var first = rows[0].Advice!;
        return $"{first.Channel}: {kind.Word()} {first.Subject}"
            + (intensity == Intensity.None ? "" : $", {intensity.Word()}") + (from is null ? "" : $", from {from}") + (until is null ? "" : $" until {until}")
            + $" [{string.Join(" ", rows.Select(row => row.Address).Order(StringComparer.Ordinal))}]";
    }

    private static Milestone? All(bool later, List<Milestone> milestones) =>
        milestones.Count == 0 ? null : milestones.Aggregate((first, second) => new Milestone.Either(later, first, second));

    private bool Counts(DecisionTable table, Row row)
    {
        if (counts.TryGetValue(row, out var known)) return known;
        return counts[row] = Applies(table, row) && !exceptions[row.Address].Any(exception => Counts(exception.Table, exception.Row));
    }

    private bool Applies(DecisionTable table, Row row)
    {
        if (applies.TryGetValue(row, out var known)) return known;
        return applies[row] = row.Conditions.All(Holds)
            && (table.Policy != HitPolicy.First || table.Rows.TakeWhile(other => other != row).All(other => !other.Conditions.All(Holds)));
    }

    private bool Holds(Condition condition)
    {
        var value = condition.Term.Derived is { } one ? Value(one) : facts[condition.Term.Fact!].Values;
        return !value.Intersect(condition.Values).IsEmpty;
    }

    private static decimal Number(ValueSet value) => ((ValueSet.Numbers)value).Intervals.ShouldHaveSingleItem().Low;

    private static ValueSet.Numbers Number(decimal value) => new(Interval.Point(value));
}
