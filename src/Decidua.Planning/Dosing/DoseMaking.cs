using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Protocols;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using Decidua.Reasoning.Assessing;

namespace Decidua.Planning.Dosing;

/// <summary>Makes the doses that one document gives one woman.</summary>
internal sealed class DoseMaking
{
    private const string Kilogram = "kg";
    private readonly Assessor assessor;
    private readonly Asked asked;
    private readonly SyringeChoice syringes;
    private readonly string document;
    private readonly GuidelineAnswer answer;
    private readonly LabelReading label;
    private readonly ImmutableArray<Issue> warned;
    private readonly Dictionary<(Fact Read, Fact Other), GuidelineAnswer> elsewhere = [];

    internal DoseMaking(Assessor assessor, Asked asked, SyringeChoice syringes, string document)
    {
        (this.assessor, this.asked, this.syringes, this.document) = (assessor, asked, syringes, document);
        var named = asked.Protocol.Planning.GetValueOrDefault(PlanningTopic.Label, "");
        var assessment = named.Length == 0 || named == document
            ? assessor.Assess(asked.Facts, asked.Protocol, document)
            : assessor.Assess(asked.Facts, asked.Protocol, document, named);
        answer = assessment.Of(document)!;
        label = new LabelReading(asked, named.Length == 0 ? null : assessment.Of(named));
        warned = [.. label.Missing(), .. label.Lowered(answer), .. label.Cautions()];
    }

    /// <summary>The doses of the document's columns in their order; the two ends of a span are one answer.</summary>
    internal ImmutableArray<DoseAnswer> Given(ImmutableArray<DoseEntry> entries)
    {
        var given = ImmutableArray.CreateBuilder<DoseAnswer>();
        foreach (var entry in entries.Where(entry => entry.Dose.Bound == DoseBound.Exact)) given.Add(Answer(RuledDose.Read(answer, entry)));
        foreach (var low in entries.Where(entry => entry.Dose.Bound == DoseBound.Lowest))
            if (entries.FirstOrDefault(entry => entry.Dose == low.Dose with { Bound = DoseBound.Highest } && entry.Table == low.Table) is { } high)
                given.AddRange(Span(RuledDose.Read(answer, low), RuledDose.Read(answer, high)));
        return given.Count > 0 ? given.ToImmutable() : [Answer(RuledDose.Read(answer, entries[0]) with { Amount = null, Open = [] })];
    }

    private IEnumerable<DoseAnswer> Span(RuledDose low, RuledDose high)
    {
        if (low.Amount is null || low.Amount == high.Amount) return [Answer(low)];
        var choice = new Issue(IssueCode.NoDosePrinted, Severity.Error, asked.Place,
            $"{document} prints a span: {RuledDose.Text(low.Amount.Value, asked.Unit)} to {RuledDose.Text(high.Amount ?? low.Amount.Value, asked.Unit)}.", "A clinician chooses within it.");
        var open = Empty(low) with { EveryHours = low.Entry.Dose.EveryHours, Issues = [choice] };
        return high.Amount is null ? [open] : [open, Answer(low), Answer(high)];
    }

    private DoseAnswer Answer(RuledDose ruled)
    {
        var issues = new List<Issue>(Unsettled(ruled));
        issues.AddRange(warned);
        if (ruled.Amount is not > 0 || issues.Exists(issue => issue.Severity == Severity.Error))
            return Empty(ruled) with { EveryHours = ruled.IsNone ? null : ruled.Entry.Dose.EveryHours, Issues = [.. issues.Distinct()] };
        var found = syringes.Find(asked.Medicine, ruled.Amount.Value, ruled.IsPerKilogram);
        var daily = Math.Max(ruled.Amount.Value, found.Amount ?? 0) * DoseAnswer.HoursPerDay / ruled.Entry.Dose.EveryHours!.Value;
        issues.AddRange(label.Above(daily));
        if (!issues.Exists(issue => issue.Code == IssueCode.DoseNeedsMeasurement)) issues.AddRange(label.PerhapsAbove(daily));
        issues.AddRange(found.Issues);
        issues.AddRange(Elsewhere(ruled, found.Amount));
        return Empty(ruled) with
        {
            Ruled = ruled.Amount,
            Amount = found.Amount,
            EveryHours = ruled.Entry.Dose.EveryHours,
            Working = ruled.Working,
            Syringes = found.Uses,
            Issues = [.. issues.Distinct()],
        };
    }

    private DoseAnswer Empty(RuledDose ruled) => new()
    {
        Medicine = asked.Medicine, Intensity = asked.Intensity, Document = document, Ruled = null, Amount = null, Unit = asked.Unit, EveryHours = null, Working = "", Syringes = [], Rows = ruled.Rows, Issues = [],
    };

    private IEnumerable<Issue> Unsettled(RuledDose ruled)
    {
        if (ruled.IsNone)
            yield return new Issue(IssueCode.NoDosePrinted, Severity.Error, asked.Place,
                $"{document} prints no {ruled.Entry.Dose.Given} for her{(ruled.Rows is [var row] ? $" ({row.Address})" : "")}.", "The haematologist decides.");
        foreach (var open in ruled.Open)
            yield return new Issue(IssueCode.DoseNeedsMeasurement, Severity.Error, asked.Place,
                $"The {open} is not known well enough for a dose of {asked.Medicine}: {ruled.Rows.Length} rows of '{ruled.Entry.Table.Title}' may apply.", $"Measure or decide the {open}.");
    }

    /// <summary>Puts every other recorded weight of hers in the place of the one that the table reads.</summary>
    private IEnumerable<Issue> Elsewhere(RuledDose ruled, decimal? amount)
    {
        var table = ruled.Entry.Table;
        if (table.Inputs.FirstOrDefault(term => term.Type.Unit == Kilogram)?.Fact is not { } weight || ruled.Rows is not [var row] || !asked.Facts[weight].Values.IsSingle) yield break;
        foreach (var other in asked.Facts.Vocabulary.Facts.Where(fact => fact != weight && fact.Type.Unit == Kilogram && asked.Facts[fact].Values.IsSingle))
        {
            var values = asked.Facts[other].Values.Intersect(weight.Type.Everything);
            if (values.IsEmpty) continue;
            var then = RuledDose.Read(Instead(weight, other, values), ruled.Entry);
            var rounded = then.Amount is > 0 and var ruledThen ? syringes.Find(asked.Medicine, ruledThen, then.IsPerKilogram).Amount ?? ruledThen : then.Amount;
            if (then.Rows.Contains(row) && rounded == (amount ?? ruled.Amount)) continue;
            yield return new Issue(IssueCode.OtherWeightBand, Severity.Warning, asked.Place,
                $"By her {weight.Name}, {Text(weight.Type, asked.Facts[weight].Values)}, the dose is {RuledDose.Text(amount ?? ruled.Amount!.Value, asked.Unit)}; by her {other.Name}, {Text(other.Type, values)}, it would be {(rounded is { } one ? RuledDose.Text(one, asked.Unit) : "none that the table prints")}.",
                "Decide from which weight the dose is reckoned.");
        }
    }

    private GuidelineAnswer Instead(Fact weight, Fact other, ValueSet values)
    {
        if (!elsewhere.TryGetValue((weight, other), out var found))
            elsewhere.Add((weight, other), found = assessor.Assess(asked.Instead(weight, values).Facts, asked.Protocol, document).Of(document)!);
        return found;
    }

    private static string Text(FactType type, ValueSet values) => ValueText.WithUnit(type, values);
}
