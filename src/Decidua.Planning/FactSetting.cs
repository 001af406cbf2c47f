using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using Decidua.Reasoning.Facts;

namespace Decidua.Planning;

/// <summary>How planning puts what it decides itself among her facts: the medicine, its strength, the day.</summary>
internal static class FactSetting
{
    /// <summary>The facts with one choice recorded; unchanged when the vocabulary has no such fact or choice.</summary>
    /// <param name="facts">Her facts.</param>
    /// <param name="name">Name of the fact.</param>
    /// <param name="choice">The choice.</param>
    /// <param name="origin">Where it comes from.</param>
    internal static WomanFacts WithChoice(this WomanFacts facts, string name, string choice, string origin) =>
        facts.Vocabulary.Named(name) is { } fact && fact.Type.Choice(choice) is { } value ? facts.With(fact, value, origin) : facts;

    /// <summary>The facts with one number recorded; unchanged when the vocabulary has no such fact or the number lies outside its range.</summary>
    /// <param name="facts">Her facts.</param>
    /// <param name="name">Name of the fact.</param>
    /// <param name="number">The number in the unit of the fact, days of gestation or minutes.</param>
    /// <param name="origin">Where it comes from.</param>
    internal static WomanFacts WithNumber(this WomanFacts facts, string name, decimal number, string origin) =>
        facts.Vocabulary.Named(name) is { } fact && fact.Type.IsNumeric && fact.Type.Range.Contains(number)
            ? facts.With(fact, new ValueSet.Numbers(Interval.Point(number)), origin)
            : facts;

    /// <summary>The fact with a name; null when the vocabulary has none.</summary>
    /// <param name="facts">Her facts.</param>
    /// <param name="name">Name of the fact.</param>
    internal static Fact? Named(this WomanFacts facts, string name) => facts.Vocabulary.Named(name);
}
