using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Tables;
using Decidua.Reasoning.Assessing;

namespace Decidua.Planning.Dosing;

/// <summary>The result columns of labels that are words and no doses.</summary>
public static class LabelColumns
{
    /// <summary>Names of facts, joined by commas, without which no amount is given.</summary>
    public const string KnownFirst = "known before the dose";

    /// <summary>A medicine's column of care: <c>enoxaparin caution</c>.</summary>
    /// <param name="medicine">Id of the medicine.</param>
    public static string Caution(string medicine) => $"{medicine} caution";

    /// <summary>A guideline's column that says whether its own dose stands: <c>enoxaparin dose</c>.</summary>
    /// <param name="medicine">Id of the medicine.</param>
    public static string Stands(string medicine) => $"{medicine} dose";

    /// <summary>The same for every medicine of a guideline.</summary>
    public const string StandsForAll = "dose for the kidneys";

    /// <summary>What these columns say where the dose stands.</summary>
    public const string AsInTheTable = "as in the table";
}

/// <summary>What the label and the guideline's own cautions say about a dose for one woman.</summary>
internal sealed class LabelReading(Asked asked, GuidelineAnswer? label)
{
    private ImmutableArray<(decimal Most, Row Row)> highest;

    /// <summary>What must be measured first, in the words of the label document.</summary>
    internal IEnumerable<Issue> Missing()
    {
        if (label is null) yield break;
        var needed = Texts(label, LabelColumns.KnownFirst).SelectMany(found => found.Text.Split(',', StringSplitOptions.TrimEntries)).Distinct();
        foreach (var fact in needed.Where(fact => !asked.Knows(fact)))
            yield return Error(IssueCode.DoseNeedsMeasurement, $"The {fact} is not known, and this dose needs it.", $"Measure the {fact}; until then no amount is given.");
    }

    /// <summary>A dose that the guideline lowers without a figure, or may.</summary>
    /// <param name="guideline">The answer of the document that gives the dose.</param>
    internal IEnumerable<Issue> Lowered(GuidelineAnswer guideline)
    {
        var found = Texts(guideline, LabelColumns.Stands(asked.Medicine)).Concat(Texts(guideline, LabelColumns.StandsForAll)).Where(one => one.Text != LabelColumns.AsInTheTable).ToList();
        foreach (var one in found.Where(one => one.Certainty == Certainty.Certain))
            yield return Error(IssueCode.DoseToBeLowered, $"{guideline.Guideline.Id} says of the dose of {asked.Medicine}: {one.Text}. It prints no figure.{Ceilings()}", "Ask the haematologist or the pharmacist.");
        var open = found.Where(one => one.Certainty == Certainty.Possible).SelectMany(one => one.Unknown).Distinct().ToList();
        if (open.Count > 0 && found.TrueForAll(one => one.Certainty == Certainty.Possible))
            yield return new Issue(IssueCode.DoseNeedsMeasurement, Severity.Warning, asked.Place, $"The {string.Join(" and the ", open)} is not known; where it is low, {guideline.Guideline.Id} asks for a lower dose.", $"Measure the {string.Join(" and the ", open)} if there is any doubt.");
    }

    /// <summary>A dose above what the label certainly allows.</summary>
    /// <param name="daily">The amount of a day.</param>
    internal IEnumerable<Issue> Above(decimal daily) =>
        from one in Highest()
        where daily > one.Most
        select new Issue(IssueCode.AboveLabel, Severity.Warning, asked.Place,
            $"The dose is {RuledDose.Text(daily, asked.Unit)} a day; the label allows at most {RuledDose.Text(one.Most, asked.Unit)} a day ({one.Row.Address}). The dose was not lowered.", "Decide, and write down why.");

    /// <summary>What the label says in words, and what it forbids.</summary>
    internal IEnumerable<Issue> Cautions()
    {
        if (label is null) yield break;
        foreach (var caution in Texts(label, LabelColumns.Caution(asked.Medicine)).Where(one => one.Certainty == Certainty.Certain))
            yield return new Issue(IssueCode.LabelCaution, Severity.Information, asked.Place, $"The label: {caution.Text} ({caution.Row.Address}).");
        foreach (var advice in label.Recommendations.Where(one => one.Subject == asked.Medicine && one is { Certainty: Certainty.Certain, Advice: AdviceKind.Avoid or AdviceKind.Contraindicated }))
            yield return new Issue(IssueCode.LabelCaution, advice.Advice == AdviceKind.Contraindicated ? Severity.Error : Severity.Warning, asked.Place,
                $"The label of {asked.Medicine}: {advice.Advice.Word()}, {string.Join("; ", advice.Rows.Select(row => $"{row.Advice!.Reason} ({row.Address})"))}.", "Ask for another medicine.");
    }

    /// <summary>What is not known and could put the dose above the label.</summary>
    /// <param name="daily">The amount of a day.</param>
    internal IEnumerable<Issue> PerhapsAbove(decimal daily)
    {
        foreach (var one in Highest(Certainty.Possible).Where(one => daily > one.Most))
        {
            var open = one.Row.Conditions.Select(condition => condition.Term).Where(term => !label!.ValuesOf(term).IsSingle).Select(term => term.Name).ToList();
            yield return new Issue(IssueCode.DoseNeedsMeasurement, Severity.Warning, asked.Place,
                $"The {string.Join(" and the ", open)} is not known; where it is low, the label allows at most {RuledDose.Text(one.Most, asked.Unit)} a day ({one.Row.Address}).", $"Measure the {string.Join(" and the ", open)} if there is any doubt.");
        }
    }

    private ImmutableArray<(decimal Most, Row Row)> Highest() => highest.IsDefault ? highest = [.. Highest(Certainty.Certain)] : highest;

    /// <summary>The most of a day that the label allows at this intensity; a raised preventive dose is compared with the label's preventive one, which knows no other.</summary>
    private IEnumerable<(decimal Most, Row Row)> Highest(Certainty certainty) =>
        from result in label?.Results ?? []
        where result.Certainty == certainty
        from value in result.Values
        where value.Column.Name.Contains(asked.Medicine, StringComparison.Ordinal)
        let dose = DoseColumn.Parse(value.Column)
        where dose is { Bound: DoseBound.Highest } && dose.Medicine == asked.Medicine && (dose.Intensity == asked.Intensity || (dose.Intensity, asked.Intensity) == (Intensity.Prophylactic, Intensity.HighProphylactic))
        let most = value.Number * DoseAnswer.HoursPerDay / dose.EveryHours
        where most is not null
        select (most.Value, result.Row);

    private string Ceilings() => string.Concat(Highest().Select(one => $" The label allows at most {RuledDose.Text(one.Most, asked.Unit)} a day ({one.Row.Address})."));

    private IEnumerable<Said> Texts(GuidelineAnswer answer, string column) =>
        from result in answer.Results
        from value in result.Values
        where value.Column.Name == column && value.Text.Length > 0
        select new Said(value.Text, result.Row, result.Certainty,
            [.. result.Row.Conditions.Select(condition => condition.Term).Where(term => !answer.ValuesOf(term).IsSingle).Select(term => term.Name)]);

    private Issue Error(string code, string message, string remedy) => new(code, Severity.Error, asked.Place, message, remedy);

    /// <summary>A sentence of a document about the dose.</summary>
    private sealed record Said(string Text, Row Row, Certainty Certainty, ImmutableArray<string> Unknown);
}
