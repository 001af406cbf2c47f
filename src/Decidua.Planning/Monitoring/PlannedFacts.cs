using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using Decidua.Reasoning.Facts;

namespace Decidua.Planning.Monitoring;

/// <summary>Facts of the vocabulary that a plan fills in before it asks a document, by their names.</summary>
public static class PlannedFacts
{
    /// <summary>The heparin that she is given.</summary>
    public const string HeparinInUse = "heparin in use";

    /// <summary>How long she has been on it.</summary>
    public const string TimeOnHeparin = "time on heparin";

    /// <summary>How much of it.</summary>
    public const string HeparinIntensity = "LMWH intensity";

    /// <summary>Weeks and days of gestation.</summary>
    public const string Gestation = "gestation";

    /// <summary>The test that is read.</summary>
    public const string LaboratoryTest = "laboratory test";

    /// <summary>How far platelets fell, in per cent.</summary>
    public const string PlateletFall = "platelet fall";

    /// <summary>The lowest count on heparin.</summary>
    public const string LowestPlatelets = "lowest platelet count on heparin";

    /// <summary>The latest count.</summary>
    public const string Platelets = "platelet count";

    /// <summary>The facts with one choice recorded; unchanged when the vocabulary has no such fact or choice.</summary>
    /// <param name="facts">Her facts.</param>
    /// <param name="name">Name of the fact.</param>
    /// <param name="choice">The choice.</param>
    /// <param name="origin">Where it comes from.</param>
    public static WomanFacts WithChoice(this WomanFacts facts, string name, string choice, string origin) =>
        facts.Vocabulary.Named(name) is { } fact && fact.Type.Choice(choice) is { } value ? facts.With(fact, value, origin) : facts;

    /// <summary>The facts with one number recorded; unchanged when the vocabulary has no such fact or the number lies outside its range.</summary>
    /// <param name="facts">Her facts.</param>
    /// <param name="name">Name of the fact.</param>
    /// <param name="number">The number in the unit of the fact, days of gestation or minutes.</param>
    /// <param name="origin">Where it comes from.</param>
    public static WomanFacts WithNumber(this WomanFacts facts, string name, decimal number, string origin) =>
        facts.Vocabulary.Named(name) is { } fact && fact.Type.IsNumeric && fact.Type.Range.Contains(number)
            ? facts.With(fact, new ValueSet.Numbers(Interval.Point(number)), origin)
            : facts;

    /// <summary>The fact with a name; null when the vocabulary has none.</summary>
    /// <param name="facts">Her facts.</param>
    /// <param name="name">Name of the fact.</param>
    internal static Fact? Named(this WomanFacts facts, string name) => facts.Vocabulary.Named(name);
}
