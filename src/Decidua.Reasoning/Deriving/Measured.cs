using Decidua.Clinical.Issues;
using Decidua.Clinical.Quantities;
using Decidua.Clinical.Records;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using NodaTime;
using Interval = Decidua.Knowledge.Values.Interval;

namespace Decidua.Reasoning.Deriving;

/// <summary>A measured number in the unit that is wanted, with its day.</summary>
/// <param name="Values">The number, or the span that a comparator leaves.</param>
/// <param name="When">Its day.</param>
/// <param name="Shown">As it was recorded.</param>
/// <param name="From">Where it came from.</param>
internal sealed record Measured(Interval Values, PartialDate When, string Shown, Origin From)
{
    /// <summary>The measurement as readers see it.</summary>
    public string Citation => DerivedValue.Cite(Shown, When, From);

    /// <summary>The dated measurements whose code belongs to a set, in a unit, in order of date. What cannot be used is reported.</summary>
    public static List<Measured> Find(Chart chart, Func<Concept, bool> isMeant, string unit)
    {
        var found = new List<Measured>();
        foreach (var entry in chart.Record.Measurements.Where(entry => isMeant(entry.What)))
        {
            if (entry.Found is not Finding.Amount amount)
            {
                Report(chart, entry, $"'{entry.Found}' is not a number");
            }
            else if (entry.When is not { } when)
            {
                Report(chart, entry, "the measurement has no date");
            }
            else if (!UnitConversion.TryConvert(amount.Value, unit.Length == 0 ? unit : amount.Unit, unit, out var number))
            {
                Add(chart, UnitConversion.Refusal(entry.From.Place, amount.Unit, unit));
            }
            else
            {
                found.Add(new(Span(number, amount.Comparator), when, amount + (entry.Preliminary ? " (preliminary)" : ""), entry.From));
            }
        }

        return [.. found.OrderBy(measured => measured.When.Earliest)];
    }

    /// <summary>The measurements of a fact, by its rows <c>measured</c>, in the unit of the fact.</summary>
    public static List<Measured> Of(Chart chart, Fact fact)
    {
        var rows = chart.Rows(fact).Where(row => row.Counts == FindingCounts.Measured).ToList();
        return rows.Count == 0 ? [] : Find(chart, what => rows.Exists(row => Chart.Has(row, what)), Unit(fact));
    }

    /// <summary>The first of a list, and every other of the same day.</summary>
    public static List<Measured> SameDay(IEnumerable<Measured> measured)
    {
        var all = measured.ToList();
        return all.Count == 0 ? all : all.FindAll(other => other.When == all[0].When);
    }

    /// <summary>What measurements of one day say of a fact: each of them, or the span from least to greatest.</summary>
    public static DerivedValue? Value(Chart chart, Fact fact, List<Measured> measured)
    {
        if (measured.Count == 0)
            return null;
        var low = measured.MinBy(one => one.Values.Low)!;
        var high = measured.MaxBy(one => one.Values.High)!;
        var hull = new Interval(low.Values.Low, low.Values.LowClosed, high.Values.High, high.Values.HighClosed);
        return chart.InRange(fact, hull, string.Join(", ", measured.Select(one => one.Shown)), measured[0].From) is { } values
            ? new(values, DerivedValue.Join(measured.Select(one => one.Citation)))
            : null;
    }

    private static string Unit(Fact fact) => fact.Type.Unit is "a" or "1" ? "" : fact.Type.Unit;

    /// <summary>The numbers that a recorded number and its comparator leave.</summary>
    public static Interval Span(decimal number, string comparator) => comparator switch
    {
        "<" => new(decimal.MinValue, true, number, false),
        "<=" => new(decimal.MinValue, true, number, true),
        ">" => new(number, false, decimal.MaxValue, true),
        ">=" => new(number, true, decimal.MaxValue, true),
        _ => Interval.Point(number),
    };

    private static void Report(Chart chart, Measurement entry, string why) => Add(chart, new(
        IssueCode.UnusableResource, Severity.Warning, entry.From.Place, $"{entry.What}: {why}. It was not used.", "Complete it in the source."));

    // The same entry may be asked for by several facts.
    private static void Add(Chart chart, Issue issue)
    {
        if (!chart.Issues.Contains(issue))
            chart.Issues.Add(issue);
    }
}
