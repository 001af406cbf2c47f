using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Protocols;
using Decidua.Knowledge.Values;
using Decidua.Planning.Monitoring;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;

namespace Decidua.Planning.Events;

/// <summary>
/// What an amount adds to the answer of a document: protamine for a dose, or the place of a result in its range. Other documents take no
/// amount.
/// </summary>
public sealed record Reckoning
{
    private const int LongestShown = 60;

    /// <summary>The amounts of protamine; empty when the document is not the one for antidotes.</summary>
    public required ImmutableArray<ReversalOption> Antidotes { get; init; }

    /// <summary>The result as it was read; null when the document is not the one for results.</summary>
    public required ResultReading? Reading { get; init; }

    /// <summary>What kept it from being reckoned, and what was lowered.</summary>
    public required ImmutableArray<Issue> Issues { get; init; }

    /// <summary>What an amount would be for a document: <c>last dose</c> or <c>result</c>; empty when it takes none.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <param name="document">Id of the document.</param>
    public static string Takes(Protocol? protocol, string document) =>
        protocol?.Planning.GetValueOrDefault(PlanningTopic.Reversal) == document ? "last dose"
        : protocol?.Planning.GetValueOrDefault(PlanningTopic.Result) == document ? "result" : "";

    /// <summary>Reckons with an amount; null when nothing was given or the document takes none.</summary>
    /// <param name="assessor">The knowledge.</param>
    /// <param name="facts">Her facts.</param>
    /// <param name="protocol">The protocol.</param>
    /// <param name="document">Id of the document.</param>
    /// <param name="text">The amount as it was written.</param>
    public static Reckoning? Of(Assessor assessor, WomanFacts facts, Protocol? protocol, string document, string text)
    {
        if (text.Length == 0 || Takes(protocol, document) is not { Length: > 0 } what) return null;
        if (!MeasuredAmount.TryParse(text, out var amount))
            return new Reckoning { Antidotes = [], Reading = null, Issues = [new Issue(IssueCode.WrongUnit, Severity.Error, what, $"Expected a number with its unit, such as a dose in mg or IU or a result in mg/dL; found '{text[..Math.Min(text.Length, LongestShown)]}'.")] };
        if (what == "last dose")
        {
            var found = new Reversal(assessor).Find(facts, protocol!, amount.Number, amount.Unit);
            return new Reckoning { Antidotes = found.Items, Reading = null, Issues = found.Issues };
        }

        if (Test(facts).Length == 0)
            return new Reckoning { Antidotes = [], Reading = null, Issues = [new Issue(IssueCode.UnknownTest, Severity.Warning, what, "A number alone cannot be read.", "Say which laboratory test it is.")] };
        var reading = new ResultReader(assessor).Read(facts, protocol!, new LabResult(Test(facts), amount.Number, amount.Unit, null, what));
        return new Reckoning { Antidotes = [], Reading = reading, Issues = reading.Issues };
    }

    private static string Test(WomanFacts facts) =>
        facts.Named(PlannedFacts.LaboratoryTest) is { } fact && facts[fact] is { Standing: Standing.Known, Values: ValueSet.Choices one } ? fact.Type.Choices[one.Index] : "";

    /// <summary>Protamine in words: <c>50 mg now (by the dose 60 mg)</c>.</summary>
    /// <param name="option">One option.</param>
    public static string Words(ReversalOption option) => option.Most is not { } most
        ? option.PerHundredUnits is { } perHundred ? $"{perHundred:0.###} mg for each hundred units of the dose" : "no amount in mg"
        : (option.Least == most ? $"{most:0.##} mg" : $"{option.Least:0.##} to {most:0.##} mg") + (option.IsCapped ? $", the most at once; by the dose alone {option.Uncapped:0.##} mg" : "");
}
