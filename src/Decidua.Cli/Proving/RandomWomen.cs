using Decidua.Knowledge;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;

namespace Decidua.Cli.Proving;

/// <summary>Random women who can exist and of whom everything is known; the same seed gives the same women.</summary>
/// <param name="assessor">The knowledge, which says who cannot exist.</param>
/// <param name="seed">The seed.</param>
/// <param name="guideline">Id of a guideline by which presumptions are settled; which one does not matter.</param>
internal sealed class RandomWomen(Assessor assessor, int seed, string guideline)
{
    private const int Attempts = 20;
    private readonly Random random = new(seed);
    private readonly Dictionary<Fact, decimal[]> edges = assessor.Library.Vocabulary.Facts.Where(fact => fact.Type.IsNumeric).ToDictionary(fact => fact, fact => EdgesOf(fact, assessor.Library));

    /// <summary>One woman.</summary>
    /// <param name="presumed">The share of facts with a presumed value of which nothing is recorded; all others are recorded.</param>
    public WomanFacts Next(double presumed)
    {
        while (true)
            if (Try(presumed) is { } facts) return facts;
    }

    private WomanFacts? Try(double presumed)
    {
        var facts = WomanFacts.None(assessor.Library.Vocabulary);
        foreach (var fact in facts.Vocabulary.Facts)
        {
            if (fact.Absent.IsSingle && random.NextDouble() < presumed) continue;
            if (With(facts, fact, fact.Type.Everything) is not { } with) return null;
            facts = with;
        }

        return Settled(facts);
    }

    /// <summary>
    /// Records what gave way: what she has may end a presumption or leave a fact one value only, and nothing of her is to be open.
    /// </summary>
    private WomanFacts? Settled(WomanFacts facts)
    {
        for (var round = 0; round < Attempts; round++)
        {
            var read = assessor.Assess(facts, protocol: null, guideline).Facts;
            if (ReferenceEquals(read, facts)) return facts;
            foreach (var fact in facts.Vocabulary.Facts.Where(fact => read[fact].Values != facts[fact].Values))
            {
                if (With(facts, fact, read[fact].Values) is not { } with) return null;
                facts = with;
            }
        }

        return null;
    }

    /// <summary>The facts with a random value of one more, which contradicts none of them; null when none was found.</summary>
    private WomanFacts? With(WomanFacts facts, Fact fact, ValueSet values) =>
        Enumerable.Range(0, Attempts).Select(_ => One(fact)).Where(one => one.IsWithin(values)).Append(values).Where(one => one.IsSingle)
            .Select(one => facts.With(fact, one)).FirstOrDefault(with => assessor.Contradictions(with).IsEmpty);

    private ValueSet One(Fact fact) => fact.Type.IsNumeric
        ? new ValueSet.Numbers(Interval.Point(edges[fact][random.Next(edges[fact].Length)]))
        : new ValueSet.Choices(1UL << random.Next(fact.Type.Choices.Length));

    /// <summary>The values at which some table cuts, and one to each side: where two programs come apart.</summary>
    private static decimal[] EdgesOf(Fact fact, Library library)
    {
        var step = fact.Type.IsWhole ? 1m : 0.1m;
        var cuts = library.Guidelines.Concat(library.Planning).SelectMany(document => document.Rows).SelectMany(row => row.Conditions)
            .Where(condition => condition.Term.Fact == fact).SelectMany(condition => ((ValueSet.Numbers)condition.Values).Intervals)
            .SelectMany(interval => new[] { interval.Low, interval.High });
        decimal[] ends = [fact.Type.Range.Low, fact.Type.Range.High];
        return [.. cuts.Concat(ends).SelectMany(cut => new[] { cut - step, cut, cut + step }).Where(fact.Type.Range.Contains).Distinct().Order()];
    }
}
