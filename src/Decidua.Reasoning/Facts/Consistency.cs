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
    private readonly int words;

    /// <summary>For each narrowing row some words with one bit per fact: whether the row tests it.</summary>
    private readonly ulong[] tested;

    /// <summary>Likewise: whether the row takes nothing from the fact while nothing is recorded: no guideline reads it, or its presumed value fails the condition.</summary>
    private readonly ulong[] spared;

    /// <summary>Takes the rows from checked knowledge.</summary>
    /// <param name="library">The knowledge.</param>
    internal Consistency(Library library)
    {
        var read = library.Guidelines.SelectMany(guideline => guideline.Tables).SelectMany(table => table.Inputs)
            .Select(term => term.Fact).OfType<Fact>().ToHashSet();
        rows = [.. library.Consistency.SelectMany(document => document.Rows).Select(row => new Impossible(row, read))];
        narrowing = [.. rows.Where(row => row.MayNarrow)];
        words = (library.Vocabulary.Facts.Length + BitsPerWord - 1) / BitsPerWord;
        presumptions = [.. library.Vocabulary.Facts.Where(fact => !fact.Unless.IsEmpty && read.Contains(fact))
            .Select(fact => (fact, library.Vocabulary.EndingThePresumptionOf(fact)))];
        ends = new ulong[words];
        foreach (var fact in presumptions.SelectMany(pair => pair.Ending)) ends[fact.Index / BitsPerWord] |= 1UL << (fact.Index % BitsPerWord);
        tested = new ulong[narrowing.Length * words];
        spared = new ulong[narrowing.Length * words];
        for (var row = 0; row < narrowing.Length; row++)
        {
            foreach (var part in narrowing[row].Parts)
            {
                var (word, bit) = ((row * words) + (part.Fact.Index / BitsPerWord), 1UL << (part.Fact.Index % BitsPerWord));
                tested[word] |= bit;
                if (!part.IsRead || (part.Fact.IsPresumed && !part.Fact.Absent.IsWithin(part.Values))) spared[word] |= bit;
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
            for (var index = 0; index < narrowing.Length; index++)
            {
                if (!MayApply(index, facts.Recorded, facts.Known)) continue;
                var row = narrowing[index];
                if (row.OnlyOpen(facts.States) is not { } part || Left(facts[part.Fact], part) is not { } left) continue;
                var because = row.Row.Conditions.Where(other => other.Term.Fact != part.Fact).Select(other => other.Term.Name);
                facts = facts.With(part.Fact, left, $"follows from {string.Join(" and ", because)}");
                changed = true;
            }
        }

        return facts;
    }

    /// <summary>Opens what was presumed only as long as nothing of its kind was recorded.</summary>
    private WomanFacts WithoutEndedPresumptions(WomanFacts given)
    {
        var facts = given;
        var ended = false;
        for (var word = 0; word < words; word++) ended |= (given.Recorded[word] & ends[word]) != 0;
        if (!ended) return facts;
        foreach (var (presumed, ending) in presumptions)
            if (given[presumed].Standing == Standing.Assumed && ending.Any(other => SaysMore(given[other], other))) facts = facts.Unknown(presumed);
        return facts;

        static bool SaysMore(FactState state, Fact fact) => state.Standing is Standing.Known or Standing.Narrowed && state.Values != fact.Absent;
    }

    /// <summary>
    /// Whether a row can take anything from these facts at all: it tests some fact that is not known, and at most one of which
    /// nothing is recorded, which it may narrow. A few words decide that for nearly every row of every woman, before any state is looked at.
    /// </summary>
    private bool MayApply(int row, ReadOnlySpan<ulong> recorded, ReadOnlySpan<ulong> known)
    {
        var (absentFacts, open, kept) = (0, 0UL, 0UL);
        for (var word = 0; word < words; word++)
        {
            var uncertain = tested[(row * words) + word] & ~known[word];
            var absent = uncertain & ~recorded[word];
            open |= uncertain;
            kept |= absent & spared[(row * words) + word];
            absentFacts += BitOperations.PopCount(absent);
        }

        return open != 0 && kept == 0 && absentFacts <= 1;
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
