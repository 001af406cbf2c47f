using Decidua.Knowledge.Values;
using Decidua.Reasoning.Facts;

namespace Decidua.Cli.Answers;

/// <summary>Lists what was found in a record, with where it comes from.</summary>
internal static class FactsText
{
    internal static void Write(TextWriter output, WomanFacts facts)
    {
        foreach (var fact in facts.Vocabulary.Facts.Where(fact => facts[fact].Standing is Standing.Known or Standing.Narrowed))
        {
            var state = facts[fact];
            output.WriteLine($"   found {fact.Name}: {ValueText.WithUnit(fact.Type, state.Values)}{(state.Origin.Length > 0 ? $" ({state.Origin})" : "")}");
        }
    }
}
