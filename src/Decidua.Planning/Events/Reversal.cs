using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Protocols;
using Decidua.Planning.Monitoring;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;

namespace Decidua.Planning.Events;

/// <summary>
/// Works out protamine from the last dose by the rows of the document that the protocol names. Every row that may apply is an option of
/// its own, so an unknown hour shows all amounts instead of guessing one.
/// </summary>
/// <param name="assessor">The knowledge.</param>
public sealed class Reversal(Assessor assessor)
{
    private const decimal Hundred = 100;
    private const string Milligram = "mg";

    /// <summary>The options for one woman.</summary>
    /// <param name="facts">Her facts: heparin in use, and the time since its last dose.</param>
    /// <param name="protocol">The protocol.</param>
    /// <param name="amount">The last dose; null when nobody knows it.</param>
    /// <param name="unit"><c>mg</c>, <c>IU</c> or <c>U</c>. Milligrams are taken only where the document says how many units one holds.</param>
    public Planned<ReversalOption> Find(WomanFacts facts, Protocol protocol, decimal? amount, string unit)
    {
        if (!protocol.Planning.TryGetValue(PlanningTopic.Reversal, out var id))
            return new([], [new Issue(IssueCode.NoDocumentForTopic, Severity.Warning, $"protocols/{protocol.Id}", "This protocol names no document for antidotes.")]);
        var answer = assessor.Assess(facts, protocol, id).Of(id)!;
        var limit = answer.Results.FirstOrDefault(one => Number(one, WatchColumn.MostAtOnce) is not null);
        var issues = new List<Issue>();
        var options = answer.Results.Where(one => Text(one, WatchColumn.HowSurely).Length > 0).Select(one => Option(one, limit, amount, unit, issues)).ToImmutableArray();
        if (options.Length > 1)
            issues.Add(new Issue(IssueCode.DoseToReverseUnclear, Severity.Warning, "plan.events", "The heparin, or the hour of its last dose, is not known; every amount that may be right is shown.", "Find out which heparin it was, and when."));
        return new Planned<ReversalOption>(options, [.. issues.Distinct()]);
    }

    private static ReversalOption Option(ResultAnswer row, ResultAnswer? limit, decimal? amount, string unit, List<Issue> issues)
    {
        var most = limit is null ? null : Number(limit, WatchColumn.MostAtOnce);
        var perHundred = Number(row, WatchColumn.ProtaminePerHundred);
        var units = perHundred is null ? null : Units(row, amount, unit, issues);
        var least = Amount(perHundred, units);
        var highest = Amount(Number(row, WatchColumn.ProtamineAtMostPerHundred) ?? perHundred, units);
        if (least is null && perHundred is not null && amount is null)
            issues.Add(new Issue(IssueCode.DoseToReverseUnclear, Severity.Warning, "plan.running", "The amount of the last dose is not known, so only the amount for each hundred units is shown.", "Give the last dose with its unit."));
        var capped = most is { } cap && highest > cap;
        if (capped)
            issues.Add(new Issue(IssueCode.AmountCapped, Severity.Warning, row.Row.Address, $"By the dose it would be {highest:0.##} mg of protamine; no more than {most:0.##} mg are given at once.", "Then measure, and decide on the rest."));
        return new ReversalOption
        {
            Row = row.Row,
            Certainty = row.Certainty,
            PerHundredUnits = perHundred,
            Least = Lower(least, most),
            Most = Lower(highest, most),
            Uncapped = highest,
            IsCapped = capped,
            Second = Lower(Amount(Number(row, WatchColumn.SecondDosePerHundred), units), most),
            Minutes = limit is null ? null : Number(limit, WatchColumn.Over),
            Fastest = limit is null ? null : Number(limit, WatchColumn.Fastest),
            MayAnticoagulateAbove = limit is null ? null : Number(limit, WatchColumn.MayAnticoagulateAbove),
            OfWhichDose = Text(row, WatchColumn.OfWhichDose),
            HowSurely = Text(row, WatchColumn.HowSurely),
        };
    }

    private static decimal? Units(ResultAnswer row, decimal? amount, string unit, List<Issue> issues)
    {
        if (amount is not { } given) return null;
        if (unit != Milligram) return given;
        if (Number(row, WatchColumn.UnitsInOneMilligram) is { } perMilligram) return given * perMilligram;
        issues.Add(new Issue(IssueCode.DoseToReverseUnclear, Severity.Error, row.Row.Address, "This heparin is counted in units, and the dose was given in mg; the two are never mixed.", "Give the last dose in units."));
        return null;
    }

    private static decimal? Amount(decimal? perHundred, decimal? units) => perHundred * units / Hundred;

    private static decimal? Lower(decimal? amount, decimal? most) => amount is { } one && most is { } cap ? Math.Min(one, cap) : amount;

    private static decimal? Number(ResultAnswer answer, string column) => answer.Values.FirstOrDefault(value => value.Column.Name == column)?.Number
        ?? (answer.Values.FirstOrDefault(value => value.Column.Name == column) is { Text.Length: > 0 } text ? Literal.Plain(text.Text) : null);

    private static string Text(ResultAnswer answer, string column) => answer.Values.FirstOrDefault(value => value.Column.Name == column)?.Text ?? "";
}
