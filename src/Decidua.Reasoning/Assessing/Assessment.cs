using System.Collections.Immutable;
using Decidua.Knowledge;
using Decidua.Knowledge.Protocols;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Assessing;

/// <summary>
/// The answer about one woman at one moment: a pure function of knowledge, facts and protocol. Equal input gives equal answers.
/// </summary>
public sealed class Assessment
{
    /// <summary>The knowledge that was used.</summary>
    public required Library Library { get; init; }

    /// <summary>The facts as they were given, without the values that other recorded facts rule out.</summary>
    public required WomanFacts Facts { get; init; }

    /// <summary>The facts as they were given.</summary>
    public required WomanFacts Given { get; init; }

    /// <summary>The protocol, which says whose answer is chosen; null when the knowledge has none.</summary>
    public required Protocol? Protocol { get; init; }

    /// <summary>What each guideline answers, in the order of their ids.</summary>
    public required ImmutableArray<GuidelineAnswer> Answers { get; init; }

    /// <summary>Advice of the chosen documents that breaks an invariant for her; it is shown as withheld and never chosen. Empty for proved knowledge.</summary>
    public ImmutableArray<WithheldAdvice> Withheld => field.IsDefault ? field = Guard.Of(this) : field;

    /// <summary>Whether the protocol chooses a recommendation: its guideline answers its channel, and no invariant withholds it.</summary>
    /// <param name="recommendation">A recommendation of this assessment.</param>
    public bool IsChosen(Recommendation recommendation) => AnswersItsChannel(recommendation) && !IsWithheld(recommendation);

    /// <summary>Whether an invariant withholds a recommendation.</summary>
    /// <param name="recommendation">A recommendation of this assessment.</param>
    public bool IsWithheld(Recommendation recommendation)
    {
        foreach (var withheld in Withheld)
            if (withheld.Advice == recommendation) return true;
        return false;
    }

    /// <summary>Whether its guideline answers its channel, withheld or not.</summary>
    internal bool AnswersItsChannel(Recommendation recommendation) =>
        Protocol is not null && Protocol.Channels.TryGetValue(recommendation.Channel, out var guideline) && guideline == recommendation.Guideline;

    /// <summary>Whether the protocol chooses a guideline for some channel.</summary>
    /// <param name="guideline">A guideline.</param>
    public bool IsChosen(Guideline guideline) => Protocol is not null && Protocol.Channels.ContainsValue(guideline.Id);

    /// <summary>All recommendations, those that the protocol chooses first.</summary>
    public IEnumerable<Recommendation> Recommendations =>
        Answers.SelectMany(answer => answer.Recommendations).OrderBy(recommendation => IsChosen(recommendation) ? 0 : 1);

    /// <summary>The answer of a guideline; null when it was not asked.</summary>
    /// <param name="guideline">Its id.</param>
    public GuidelineAnswer? Of(string guideline) => Answers.FirstOrDefault(answer => answer.Guideline.Id == guideline);
}
