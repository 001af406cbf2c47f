using Decidua.Knowledge;
using Decidua.Knowledge.Protocols;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;

namespace Decidua.Planning.Holding;

/// <summary>Asks the documents on holds: the one that the protocol chooses, and those that apply whichever is chosen.</summary>
internal sealed class HoldLibrary(Assessor assessor, Protocol protocol)
{
    private readonly Dictionary<(string Document, WomanFacts Facts), GuidelineAnswer?> answers = [];

    /// <summary>What the document that the protocol chooses for a topic says in the table with a column; null when it chooses none or the document has no such table.</summary>
    internal HoldRule? Chosen(string topic, string column, WomanFacts facts) =>
        protocol.Planning.TryGetValue(topic, out var id) && Ask(id, facts) is { } answer ? HoldRule.Of(answer, column) : null;

    /// <summary>What every document of a channel says in the table with a column; practice that nobody recommends is left out.</summary>
    internal IEnumerable<HoldRule> Every(string channel, string column, WomanFacts facts) =>
        from document in OfChannel(channel)
        let answer = Ask(document.Id, facts)
        where answer is not null
        let rule = HoldRule.Of(answer, column)
        where rule is not null
        select rule;

    /// <summary>The advice of every document of a channel.</summary>
    internal IEnumerable<Recommendation> Advice(string channel, WomanFacts facts) =>
        OfChannel(channel).SelectMany(document => Ask(document.Id, facts)?.Recommendations ?? []);

    /// <summary>The certain advice of the document that the protocol chooses for a topic.</summary>
    internal IEnumerable<Recommendation> ChosenAdvice(string topic, WomanFacts facts) =>
        protocol.Planning.TryGetValue(topic, out var id) && Ask(id, facts) is { } answer ? answer.Recommendations.Where(advice => advice.Certainty == Certainty.Certain) : [];

    private IEnumerable<Guideline> OfChannel(string channel) =>
        assessor.Library.Planning.Where(document => document.Channel == channel && !document.IsPractice);

    /// <summary>The same document is asked about the same facts for several hours; it answers once.</summary>
    private GuidelineAnswer? Ask(string id, WomanFacts facts)
    {
        if (!answers.TryGetValue((id, facts), out var answer)) answers.Add((id, facts), answer = assessor.Assess(facts, protocol, id).Of(id));
        return answer;
    }
}
