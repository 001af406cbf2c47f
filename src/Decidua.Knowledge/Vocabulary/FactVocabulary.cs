using System.Collections.Immutable;
using Decidua.Knowledge.Documents;

namespace Decidua.Knowledge.Vocabulary;

/// <summary>All facts that tables may read, in the order of the vocabulary documents.</summary>
public sealed class FactVocabulary
{
    private readonly Dictionary<string, Fact> byName = [];
    private readonly Dictionary<string, Fact> byId = [];

    /// <summary>Makes the vocabulary.</summary>
    /// <param name="facts">Facts with different names and ids; the index of each is its position.</param>
    public FactVocabulary(ImmutableArray<Fact> facts)
    {
        Facts = facts;
        foreach (var fact in facts)
        {
            byName.Add(fact.Name, fact);
            byId.Add(fact.Id, fact);
        }
    }

    /// <summary>The facts; <c>Facts[i].Index == i</c>.</summary>
    public ImmutableArray<Fact> Facts { get; }

    /// <summary>The facts that end the presumption of a fact: those that its <see cref="Fact.Unless"/> names, itself left out.</summary>
    /// <param name="fact">A fact of this vocabulary.</param>
    public ImmutableArray<Fact> EndingThePresumptionOf(Fact fact) =>
        [.. Facts.Where(other => other != fact && fact.Unless.Any(name => other.Name == name || Slug.Of(other.Topic) == Slug.Of(name)))];

    /// <summary>The fact with a name, as tables write it; null when there is none.</summary>
    /// <param name="name">For example <c>booking BMI</c>.</param>
    public Fact? Named(string name) => byName.GetValueOrDefault(name);

    /// <summary>The fact with an id, as JSON writes it; null when there is none.</summary>
    /// <param name="id">For example <c>booking-bmi</c>.</param>
    public Fact? WithId(string id) => byId.GetValueOrDefault(id);

    /// <summary>The fact that somebody means by an id or a name, forgiving case and spaces; null when there is none.</summary>
    /// <param name="text">An id or a name.</param>
    public Fact? Find(string text) => WithId(text) ?? Named(text) ?? WithId(Slug.Of(text));

    /// <summary>A hint at the fact that was probably meant, or an empty string.</summary>
    /// <param name="text">An id or name that names no fact.</param>
    public string Hint(string text) => Nearest.Hint(text, byId.Keys.Concat(byName.Keys));
}
