using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Tests;

/// <summary>Random women over the whole vocabulary; the same seed gives the same women.</summary>
internal sealed class RandomWomen(int seed)
{
    private const int Attempts = 20;
    private readonly Random random = new(seed);

    /// <summary>The values at which tables cut, per fact, and one to each side: where mistakes live.</summary>
    private static readonly Dictionary<Fact, decimal[]> Edges = KnowledgeOnDisk.Library.Vocabulary.Facts
        .Where(fact => fact.Type.IsNumeric).ToDictionary(fact => fact, EdgesOf);

    /// <summary>A woman who can exist and of whom every fact is known, or as many as wanted.</summary>
    public WomanFacts Known(int atMost = int.MaxValue)
    {
        while (true)
            if (Try(atMost) is { } facts) return facts;
    }

    private WomanFacts? Try(int atMost)
    {
        var vocabulary = KnowledgeOnDisk.Library.Vocabulary;
        var facts = WomanFacts.None(vocabulary);
        foreach (var fact in Shuffled(vocabulary.Facts).Take(atMost))
        {
            var with = Enumerable.Range(0, Attempts).Select(_ => facts.With(fact, One(fact)))
                .FirstOrDefault(with => KnowledgeOnDisk.Assessor.Contradictions(with).IsEmpty);
            if (with is null) return null;
            facts = with;
        }

        return facts;
    }

    /// <summary>The same woman of whom less is known: some facts are widened, some opened entirely.</summary>
    public WomanFacts Widened(WomanFacts facts, double share)
    {
        foreach (var fact in facts.Vocabulary.Facts)
        {
            if (random.NextDouble() > share) continue;
            facts = random.Next(2) == 0 ? facts.Unknown(fact) : facts.With(fact, Wider(fact, facts[fact].Values));
        }

        return facts;
    }

    /// <summary>One value: often the presumed one, so that women with few risk factors occur as well as women with many.</summary>
    public ValueSet One(Fact fact) => fact.Absent.IsSingle && random.NextDouble() < 0.6 ? fact.Absent
        : fact.Type.IsNumeric
        ? new ValueSet.Numbers(Interval.Point(Number(fact)))
        : new ValueSet.Choices(1UL << random.Next(fact.Type.Choices.Length));

    private ValueSet Wider(Fact fact, ValueSet values) => values switch
    {
        ValueSet.Choices choices => new ValueSet.Choices(choices.Mask | (1UL << random.Next(fact.Type.Choices.Length))),
        ValueSet.Numbers numbers => fact.Type.Numbers(Interval.Closed(Math.Min(numbers.Minimum, Number(fact)), Math.Max(numbers.Maximum, Number(fact)))),
        _ => throw new InvalidOperationException(),
    };

    private decimal Number(Fact fact) => Edges[fact][random.Next(Edges[fact].Length)];

    private IEnumerable<Fact> Shuffled(IEnumerable<Fact> facts) => facts.OrderBy(_ => random.Next());

    private static decimal[] EdgesOf(Fact fact)
    {
        var step = fact.Type.IsWhole ? 1m : 0.1m;
        var cuts = KnowledgeOnDisk.Library.Guidelines.SelectMany(guideline => guideline.Rows).SelectMany(row => row.Conditions)
            .Where(condition => condition.Term.Fact == fact).SelectMany(condition => ((ValueSet.Numbers)condition.Values).Intervals)
            .SelectMany(interval => new[] { interval.Low, interval.High });
        decimal[] ends = [fact.Type.Range.Low, fact.Type.Range.High];
        return [.. cuts.Concat(ends).SelectMany(cut => new[] { cut - step, cut, cut + step }).Where(fact.Type.Range.Contains).Distinct().Order()];
    }
}
