using Decidua.Clinical.Issues;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Documents;
using Decidua.Reasoning.Facts;
using Decidua.Reasoning.Tests;

namespace Decidua.Planning.Tests.Monitoring;

/// <summary>Women of the real vocabulary, written as a name and a value.</summary>
internal static class WatchedWoman
{
    /// <summary>Facts such as <c>age 36</c> or <c>phase pregnant</c>.</summary>
    internal static WomanFacts With(params string[] facts)
    {
        var vocabulary = KnowledgeOnDisk.Library.Vocabulary;
        return facts.Aggregate(WomanFacts.None(vocabulary), (known, text) =>
        {
            var fact = vocabulary.Facts.Where(fact => text.StartsWith(fact.Name + " ", StringComparison.Ordinal)).MaxBy(fact => fact.Name.Length)!;
            return known.With(fact, new TestReader(fact.Type, new List<Issue>()).Read(new Cell(text[(fact.Name.Length + 1)..], fact.Place))!);
        });
    }
}
