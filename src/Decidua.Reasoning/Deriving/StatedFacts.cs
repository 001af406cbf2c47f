using Decidua.Clinical.Issues;
using Decidua.Clinical.Quantities;
using Decidua.Clinical.Records;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;

namespace Decidua.Reasoning.Deriving;

/// <summary>Entries of a record file that name a fact of the vocabulary outright.</summary>
internal static class StatedFacts
{
    /// <summary>Adds to the derived values what is stated; a statement stands above a derived value that it agrees with, and contradicts any other.</summary>
    public static void Add(Chart chart, DerivedValue?[] derived)
    {
        foreach (var group in chart.Record.Measurements.Where(entry => Slug(entry) is not null).GroupBy(entry => Slug(entry)!))
        {
            if (chart.Knowledge.Library.Vocabulary.WithId(group.Key) is not { } fact)
            {
                chart.Issues.Add(new(
                    IssueCode.UnknownFact, Severity.Error, group.First().From.Place, $"The vocabulary has no fact '{group.Key}'.",
                    chart.Knowledge.Library.Vocabulary.Hint(group.Key)));
                continue;
            }

            var latest = group.OrderBy(entry => entry.When?.Earliest).Last();

            // A gestation grows from the day on which it was stated, and was read as a dating of the pregnancy.
            if (fact.Type.Kind == FactKind.Gestation && latest.When is not null && fact.DerivedBy == "gestation")
                continue;
            if (Read(chart, fact, latest) is { } stated)
                Merge(chart, fact, stated, latest, derived);
        }
    }

    private static void Merge(Chart chart, Fact fact, DerivedValue stated, Measurement entry, DerivedValue?[] derived)
    {
        if (derived[fact.Index] is { } other && !other.Values.Meets(stated.Values))
        {
            chart.Issues.Add(new(
                IssueCode.Contradiction, Severity.Error, entry.From.Place,
                $"{fact.Name}: '{entry.Found}' is stated, but the record says {ValueText.WithUnit(fact.Type, other.Values)} ({other.Origin}).",
                "Find out which is right."));
            return;
        }

        derived[fact.Index] = stated;
    }

    private static DerivedValue? Read(Chart chart, Fact fact, Measurement entry)
    {
        var origin = DerivedValue.Cite("stated", entry.When, entry.From);
        switch (entry.Found)
        {
            case Finding.Truth truth when fact.Type.Kind == FactKind.YesNo:
                return new(fact.Type.Choice(truth.Value ? "yes" : "no")!, origin);
            case Finding.Words words:
                return ReadWords(chart, fact, words.Text, entry) is { } values ? new(values, origin) : null;
            case Finding.Amount amount when fact.Type.Kind is FactKind.Number or FactKind.Count:
                var unit = fact.Type.Unit is "a" or "1" ? "" : fact.Type.Unit;
                var from = amount.Unit.Length == 0 ? unit : amount.Unit;
                if (UnitConversion.TryConvert(amount.Value, from, unit, out var number))
                    return chart.InRange(fact, Interval.Point(number), amount.ToString(), entry.From) is { } known ? new(known, origin) : null;
                chart.Issues.Add(UnitConversion.Refusal(entry.From.Place, amount.Unit, unit) with { Severity = Severity.Error });
                return null;
            default:
                WrongType(chart, fact, entry);
                return null;
        }
    }

    private static ValueSet? ReadWords(Chart chart, Fact fact, string text, Measurement entry)
    {
        var faults = new List<Issue>();
        if (new TestReader(fact.Type, faults).Read(new Cell(text, new Place(entry.From.Place, 1, 1))) is { } values)
            return values;
        chart.Issues.AddRange(faults.Select(fault => fault with
        {
            At = entry.From.Place,
            Code = fault.Code == IssueCode.UnknownChoiceInCell ? IssueCode.UnknownChoice
                : fault.Code != IssueCode.CellOutOfRange ? IssueCode.WrongType
                : fact.Type.Kind == FactKind.Gestation ? IssueCode.ImpossibleGestation : IssueCode.OutOfRange,
        }));
        return null;
    }

    private static void WrongType(Chart chart, Fact fact, Measurement entry) => chart.Issues.Add(new(
        IssueCode.WrongType, Severity.Error, entry.From.Place, $"'{entry.Found}' is not a value of '{fact.Name}'.", fact.Question));

    private static string? Slug(Measurement entry) =>
        entry.What.Codes.Count == 1 && entry.What.Codes[0].System == CodeSystem.Fact ? entry.What.Codes[0].Value : null;
}
