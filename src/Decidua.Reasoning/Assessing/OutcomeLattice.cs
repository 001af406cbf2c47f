using System.Numerics;
using Decidua.Knowledge.Advice;

namespace Decidua.Reasoning.Assessing;

/// <summary>
/// Everything that the rows of one group can combine to, worked out when the document is compiled: the outcomes are numbered, and
/// a table says what any two come to. A set of outcomes is then a bit set, and combining needs no comparison of milestones.
/// </summary>
internal sealed class OutcomeLattice
{
    private const int BitsPerWord = 64;

    /// <summary>The most outcomes of one group. Real documents have some dozens.</summary>
    private const int MostOutcomes = 4096;

    private readonly List<Outcome> outcomes = [];
    private readonly Dictionary<Outcome, int> numbers = [];
    private readonly int[] joins;

    /// <summary>Closes the outcomes of single rows under combination.</summary>
    /// <param name="advice">What the rows of the group advise.</param>
    /// <exception cref="InvalidOperationException">A document with more outcomes than the limit.</exception>
    internal OutcomeLattice(IEnumerable<RowAdvice> advice)
    {
        foreach (var row in advice) Number(new Outcome(row.Kind, row.Intensity, row.From, row.Until));
        var found = new List<int[]>();
        for (var later = 0; later < outcomes.Count; later++)
        {
            var row = new int[later + 1];
            for (var earlier = 0; earlier <= later; earlier++) row[earlier] = Number(outcomes[later].With(outcomes[earlier]));
            found.Add(row);
        }

        joins = new int[outcomes.Count * outcomes.Count];
        for (var later = 0; later < found.Count; later++)
            for (var earlier = 0; earlier <= later; earlier++) joins[(later * outcomes.Count) + earlier] = joins[(earlier * outcomes.Count) + later] = found[later][earlier];
    }

    /// <summary>The outcomes by number.</summary>
    internal List<Outcome> Outcomes => outcomes;

    /// <summary>The number of what a row advises.</summary>
    internal int NumberOf(RowAdvice row) => numbers[new Outcome(row.Kind, row.Intensity, row.From, row.Until)];

    /// <summary>What two outcomes come to.</summary>
    internal int Join(int first, int second) => joins[(first * outcomes.Count) + second];

    /// <summary>An empty set of outcomes.</summary>
    internal ulong[] None() => new ulong[(outcomes.Count + BitsPerWord - 1) / BitsPerWord];

    internal static void Add(ulong[] set, int outcome) => set[outcome / BitsPerWord] |= 1UL << (outcome % BitsPerWord);

    /// <summary>The numbers in a set, in ascending order.</summary>
    internal static List<int> In(ulong[] set)
    {
        var members = new List<int>();
        for (var word = 0; word < set.Length; word++)
            for (var rest = set[word]; rest != 0; rest &= rest - 1) members.Add((word * BitsPerWord) + BitOperations.TrailingZeroCount(rest));
        return members;
    }

    /// <summary>What the outcomes of a set come to when one more row fires.</summary>
    internal void JoinInto(ulong[] next, ulong[] set, int row)
    {
        for (var word = 0; word < set.Length; word++)
            for (var rest = set[word]; rest != 0; rest &= rest - 1) Add(next, Join((word * BitsPerWord) + BitOperations.TrailingZeroCount(rest), row));
    }

    private int Number(Outcome outcome)
    {
        if (numbers.TryGetValue(outcome, out var number)) return number;
        number = outcomes.Count;
        numbers.Add(outcome, number);
        outcomes.Add(outcome);
        if (outcomes.Count > MostOutcomes) throw new InvalidOperationException($"The advice of one document on one subject combines to more than {MostOutcomes} outcomes.");
        return number;
    }
}
