using System.Collections.Immutable;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;

namespace Decidua.Reasoning.Facts;

/// <summary>
/// The facts of one woman at one moment, each as the set of values it may still have. Immutable; two women with equal facts
/// get equal answers.
/// </summary>
public sealed class WomanFacts
{
    private const int BitsPerWord = 64;
    private readonly FactState[] states;
    private readonly ulong[] recorded;
    private readonly ulong[] known;

    private WomanFacts(FactVocabulary vocabulary, FactState[] states, ulong[] recorded, ulong[] known)
    {
        Vocabulary = vocabulary;
        this.states = states;
        this.recorded = recorded;
        this.known = known;
    }

    /// <summary>The vocabulary that the facts are of.</summary>
    public FactVocabulary Vocabulary { get; }

    /// <summary>What is held about a fact.</summary>
    /// <param name="fact">A fact of this vocabulary.</param>
    public FactState this[Fact fact] => states[fact.Index];

    /// <summary>The states by the index of their facts, for the evaluator.</summary>
    internal ReadOnlySpan<FactState> States => states;

    /// <summary>One bit per fact: whether it is held otherwise than the vocabulary says for absent facts.</summary>
    internal ReadOnlySpan<ulong> Recorded => recorded;

    /// <summary>One bit per fact: whether one value was recorded.</summary>
    internal ReadOnlySpan<ulong> Known => known;

    /// <summary>Nothing recorded: every fact unknown, or assumed where the vocabulary presumes a value.</summary>
    /// <param name="vocabulary">The vocabulary.</param>
    public static WomanFacts None(FactVocabulary vocabulary)
    {
        var words = (vocabulary.Facts.Length + BitsPerWord - 1) / BitsPerWord;
        return new(vocabulary, [.. vocabulary.Facts.Select(Absent)], new ulong[words], new ulong[words]);
    }

    /// <summary>The same facts with one fact recorded.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="values">The values it may still have; not empty. All values of its type make it unknown, although it may be presumed when absent.</param>
    /// <param name="origin">Where the values come from, for readers.</param>
    /// <exception cref="ArgumentException">The set is empty: readers refuse that before.</exception>
    public WomanFacts With(Fact fact, ValueSet values, string origin = "")
    {
        if (values.IsEmpty) throw new ArgumentException($"No value is left for '{fact.Name}'.", nameof(values));
        var standing = values.IsSingle ? Standing.Known : values == fact.Type.Everything ? Standing.Unknown : Standing.Narrowed;
        return Replace(fact, new FactState(values, standing, origin));
    }

    /// <summary>The same facts with nothing recorded about one fact.</summary>
    /// <param name="fact">The fact.</param>
    public WomanFacts Without(Fact fact) => Replace(fact, Absent(fact));

    /// <summary>The same facts with one presumed fact opened to every value, as if nobody had presumed anything.</summary>
    /// <param name="fact">The fact.</param>
    public WomanFacts Unknown(Fact fact) => Replace(fact, new FactState(fact.Type.Everything, Standing.Unknown));

    /// <summary>The facts that have a standing, in the order of the vocabulary.</summary>
    /// <param name="standing">The standing.</param>
    public ImmutableArray<Fact> Which(Standing standing) => [.. Vocabulary.Facts.Where(fact => this[fact].Standing == standing)];

    private static FactState Absent(Fact fact) =>
        new(fact.Absent, fact.IsPresumed ? Standing.Assumed : Standing.Unknown);

    private WomanFacts Replace(Fact fact, FactState state)
    {
        var copy = (FactState[])states.Clone();
        copy[fact.Index] = state;
        return new WomanFacts(Vocabulary, copy,
            With(recorded, fact.Index, !ReferenceEquals(state.Values, fact.Absent)), With(known, fact.Index, state.Standing == Standing.Known));
    }

    /// <summary>The same bits with one of them set or cleared; the very same array when nothing changes.</summary>
    private static ulong[] With(ulong[] bits, int index, bool value)
    {
        var bit = 1UL << (index % BitsPerWord);
        if ((bits[index / BitsPerWord] & bit) != 0 == value) return bits;
        var copy = (ulong[])bits.Clone();
        copy[index / BitsPerWord] ^= bit;
        return copy;
    }
}
