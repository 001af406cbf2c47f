using System.Collections.Immutable;
using System.Numerics;
using Decidua.Clinical.Issues;
using Decidua.Knowledge;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;

namespace Decidua.Reasoning.Facts;

/// <summary>
/// What cannot be together, by the tables of the vocabulary: finds recorded facts that contradict one another, and takes from
/// open facts the values that recorded ones rule out (a woman who is pregnant has not yet given birth to this baby).
/// </summary>
internal sealed class Consistency
{
    private const int BitsPerWord = 64;
    private readonly ImmutableArray<Impossible> rows;
    private readonly ImmutableArray<(Fact Presumed, ImmutableArray<Fact> Ending)> presumptions;

    /// <summary>One bit per fact that ends some presumption.</summary>
    private readonly ulong[] ends;
    private readonly Impossible[] narrowing;

    /// <summary>The facts that some narrowing row tests, one bit each.</summary>
    private readonly ulong[] testedFacts;

    /// <summary>For each narrowing row in turn, 64 to a word: for every fact whether the row tests it.</summary>
    private readonly ulong[][] testing;

    /// <summary>Likewise: whether the row takes nothing from the fact while nothing is recorded: no guideline reads it, or its presumed value fails the condition.</summary>
    private readonly ulong[][] sparing;

    /// <summary>Takes the rows from checked knowledge.</summary>
    /// <param name="library">The knowledge.</param>
    internal Consistency(Library library)
    {
        var read = library.Guidelines.SelectMany(guideline => guideline.Tables).SelectMany(table => table.Inputs)
            .Select(term => term.Fact).OfType<Fact>().ToHashSet();
        rows = [.. library.Consistency.SelectMany(document => document.Rows).Select(row => new Impossible(row, read))];
        narrowing = [.. rows.Where(row => row.MayNarrow)];
        var facts = library.Vocabulary.Facts.Length;
        testedFacts = new ulong[(facts + BitsPerWord - 1) / BitsPerWord];
        testing = new ulong[(narrowing.Length + BitsPerWord - 1) / BitsPerWord][];
        sparing = new ulong[testing.Length][];
        for (var group = 0; group < testing.Length; group++) (testing[group], sparing[group]) = (new ulong[facts], new ulong[facts]);
        presumptions = [.. library.Vocabulary.Facts.Where(fact => !fact.Unless.IsEmpty && read.Contains(fact))
            .Select(fact => (fact, library.Vocabulary.EndingThePresumptionOf(fact)))];
        ends = new ulong[testedFacts.Length];
        foreach (var fact in presumptions.SelectMany(pair => pair.Ending)) ends[fact.Index / BitsPerWord] |= 1UL << (fact.Index % BitsPerWord);
        for (var row = 0; row < narrowing.Length; row++)
        {
            var bit = 1UL << (row % BitsPerWord);
            foreach (var part in narrowing[row].Parts)
            {
                var fact = part.Fact.Index;
                testedFacts[fact / BitsPerWord] |= 1UL << (fact % BitsPerWord);
                testing[row / BitsPerWord][fact] |= bit;
                if (!part.IsRead || (part.Fact.IsPresumed && !part.Fact.Absent.IsWithin(part.Values))) sparing[row / BitsPerWord][fact] |= bit;
            }
        }
    }

    /// <summary>Finds recorded facts that cannot be together. What is only assumed contradicts nothing.</summary>
    /// <param name="facts">The facts.</param>
    /// <returns>One error per row whose conditions all certainly hold.</returns>
    internal ImmutableArray<Issue> Contradictions(WomanFacts facts) =>
    [
        .. rows.Where(row => Array.TrueForAll(row.Parts, part => part.Holds(facts.States[part.Fact.Index])))
            .Select(impossible => impossible.Row)
            .Select(row => new Issue(IssueCode.Contradiction, Severity.Error,
                string.Join(", ", row.Conditions.Select(condition => $"facts/{condition.Term.Fact!.Id}")),
                row.Outputs[0].Text, $"Correct one of: {string.Join(", ", row.Conditions.Select(condition => condition.Term.Name))}.")),
    ];

    /// <summary>
    /// The same facts without the values that recorded facts rule out. A presumption that recorded facts rule out gives way to
    /// the values that are left.
    /// </summary>
    /// <param name="facts">The facts; contradictory ones are left as they are.</param>
    internal WomanFacts Narrow(WomanFacts facts)
    {
        facts = WithoutEndedPresumptions(facts);
        var changed = true;
        while (changed)
        {
            changed = false;
            for (var group = 0; group < testing.Length; group++)
            {
                for (var rest = MayApply(group, facts.Recorded, facts.Known); rest != 0; rest &= rest - 1)
                {
                    var row = narrowing[(group * BitsPerWord) + BitOperations.TrailingZeroCount(rest)];
                    if (row.OnlyOpen(facts.States) is not { } part || Left(facts[part.Fact], part) is not { } left) continue;
                    var because = row.Row.Conditions.Where(other => other.Term.Fact != part.Fact).Select(other => other.Term.Name);
                    facts = facts.With(part.Fact, left, $"follows from {string.Join(" and ", because)}");
                    changed = true;
                }
            }
        }

        return facts;
    }

    /// <summary>Opens what was presumed only as long as nothing of its kind was recorded.</summary>
    private WomanFacts WithoutEndedPresumptions(WomanFacts given)
    {
        var facts = given;
        var ended = false;
        for (var word = 0; word < ends.Length; word++) ended |= (given.Recorded[word] & ends[word]) != 0;
        if (!ended) return facts;
        foreach (var (presumed, ending) in presumptions)
            if (given[presumed].Standing == Standing.Assumed && ending.Any(other => SaysMore(given[other], other))) facts = facts.Unknown(presumed);
        return facts;

        static bool SaysMore(FactState state, Fact fact) => state.Standing is Standing.Known or Standing.Narrowed && state.Values != fact.Absent;
    }

    /// <summary>
    /// The rows of a group of 64 that can take anything from these facts at all: they test some fact that is not known, and at most one of
    /// which nothing is recorded, which they may narrow. Few rows of few women are left, before any state is looked at.
    /// </summary>
    private ulong MayApply(int group, ReadOnlySpan<ulong> recorded, ReadOnlySpan<ulong> known)
    {
        var (tests, spares) = (testing[group], sparing[group]);
        var (open, absentOnce, absentTwice, spared) = (0UL, 0UL, 0UL, 0UL);
        for (var word = 0; word < testedFacts.Length; word++)
        {
            for (var rest = testedFacts[word] & ~known[word]; rest != 0; rest &= rest - 1)
            {
                var bit = BitOperations.TrailingZeroCount(rest);
                var own = tests[(word * BitsPerWord) + bit];
                open |= own;
                if ((recorded[word] >> bit & 1) != 0) continue;
                spared |= spares[(word * BitsPerWord) + bit];
                absentTwice |= absentOnce & own;
                absentOnce |= own;
            }
        }

        return open & ~spared & ~absentTwice;
    }

    /// <summary>What the other conditions of the row leave of an open fact; null when that is nothing, or nothing new.</summary>
    private static ValueSet? Left(FactState state, Part part)
    {
        var isAssumed = state.Standing == Standing.Assumed;
        if (isAssumed && !state.Values.IsWithin(part.Values)) return null;
        var left = (isAssumed ? part.Fact.Type.Everything : state.Values).Intersect(part.Fact.Type.Complement(part.Values));
        return left.IsEmpty || left == state.Values ? null : left;
    }

    /// <summary>One condition, with the choices as a mask so that the common case needs no set arithmetic, and whether some guideline reads the fact.</summary>
    private sealed record Part(Fact Fact, ValueSet Values, ulong Mask, bool IsRead)
    {
        internal bool Holds(FactState state) =>
            state.Standing is Standing.Known or Standing.Narrowed && state.Values switch
            {
                ValueSet.Choices choices => (choices.Mask & ~Mask) == 0,
                ValueSet.Numbers { IsSingle: true } number => ((ValueSet.Numbers)Values).Contains(number.Single),
                _ => state.Values.IsWithin(Values),
            };

        internal bool MayHold(FactState state) =>
            state.Values is ValueSet.Choices choices ? (choices.Mask & Mask) != 0 : state.Values.Meets(Values);
    }

    /// <summary>One row: conditions that cannot all hold.</summary>
    private sealed class Impossible
    {
        internal Impossible(Row row, HashSet<Fact> read)
        {
            Row = row;
            Parts = [.. row.Conditions.Select(condition => new Part(condition.Term.Fact!, condition.Values, condition.Values is ValueSet.Choices choices ? choices.Mask : 0, read.Contains(condition.Term.Fact!)))];
        }

        internal Row Row { get; }

        internal Part[] Parts { get; }

        /// <summary>Whether the row can take values from a fact that some guideline reads; values of other facts change no answer.</summary>
        internal bool MayNarrow => Array.Exists(Parts, part => part.IsRead);

        /// <summary>The one condition that is open while all others certainly hold; null when there is no such one.</summary>
        internal Part? OnlyOpen(ReadOnlySpan<FactState> states)
        {
            Part? open = null;
            foreach (var part in Parts)
            {
                var state = states[part.Fact.Index];
                if (part.Holds(state)) continue;
                if (open is not null || state.Standing == Standing.Known) return null;
                open = part;
            }

            return open is { IsRead: true } && open.MayHold(states[open.Fact.Index]) ? open : null;
        }
    }
}
