using System.Collections.Immutable;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Assessing;

namespace Decidua.Reasoning.Comparing;

/// <summary>
/// One thing that several documents read each in its own way: <c>repeated loss (ESHRE)</c> and <c>repeated loss (RCOG)</c> are the
/// same name with another source in parentheses. What a document of the channel <c>classification</c> concludes stands here as well.
/// </summary>
/// <param name="Name">The name without the source: <c>repeated loss</c>.</param>
/// <param name="Readings">What each document makes of it, recommending ones first.</param>
public sealed record ComparedValue(string Name, ImmutableArray<Reading> Readings)
{
    private static readonly string[] Nothing = ["no", "none", "0"];

    /// <summary>Whether two documents certainly read it differently.</summary>
    public bool IsDisagreement { get; } = Differ(Readings);

    /// <summary>Whether some document makes more of it than no, none or nothing.</summary>
    public bool IsTelling => Readings.Any(reading => !Nothing.Contains(reading.Text));

    internal static ImmutableArray<ComparedValue> Of(Comparison comparison)
    {
        var readings =
            from guideline in comparison.Guidelines
            from value in guideline.Guideline.Derived
            let isConclusion = guideline.Guideline.Channel == ClinicalQuestion.ClassificationChannel && IsConclusion(guideline, value)
            where isConclusion || Source(value.Name).Length > 0
            select (isConclusion, reading: new Reading(guideline, guideline.Answer.DerivedValue(value.Address)!));
        return
        [
            .. readings.GroupBy(pair => Stem(pair.reading.Derived.Value.Name))
                .Where(same => same.Any(pair => pair.isConclusion) || same.Select(pair => pair.reading.Guideline.Guideline.Id).Distinct().Count() > 1)
                .Select(same => new ComparedValue(same.Key, [.. same.Select(pair => pair.reading)]))
                .OrderBy(value => value.IsDisagreement ? 0 : 1).ThenBy(value => value.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether no other table of the document reads the value, so that it is where the document ends.</summary>
    private static bool IsConclusion(ComparedGuideline guideline, DerivedValue value) =>
        !guideline.Guideline.Tables.Any(table => table.Inputs.Contains(Term.Of(value)));

    private static string Stem(string name) => Source(name) is { Length: > 0 } source ? name[..^(source.Length + 3)] : name;

    private static string Source(string name) => name.EndsWith(')') && name.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var open ? name[(open + 2)..^1] : "";

    /// <summary>Whether both choose among the same words, so that other words are another answer. Points of two scores cannot be compared.</summary>
    private static bool IsOfOneKind(Reading first, Reading second) => !first.Derived.Value.Type.IsNumeric && first.Derived.Value.Type.Choices.SequenceEqual(second.Derived.Value.Type.Choices);

    private static bool Differ(ImmutableArray<Reading> readings)
    {
        var counted = readings.Where(reading => !reading.Guideline.IsPractice).ToList();
        return counted.Exists(first => counted.Exists(second => IsOfOneKind(first, second) && Array.TrueForAll([.. first.Values], value => !second.Values.Contains(value))));
    }
}

/// <summary>What one document makes of a value.</summary>
/// <param name="Guideline">The document.</param>
/// <param name="Derived">The value, with the rows that make it.</param>
public sealed record Reading(ComparedGuideline Guideline, DerivedAnswer Derived)
{
    /// <summary>The value in words; several while facts are open.</summary>
    public string Text => ValueText.Set(Derived.Value.Type, Derived.Values);

    /// <summary>The choices that are left; for a number the text.</summary>
    internal IEnumerable<string> Values => Derived.Values is ValueSet.Choices choices ? ValueText.Names(Derived.Value.Type, choices) : [Text];
}
