using BenchmarkDotNet.Attributes;
using Decidua.Knowledge;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;
using Decidua.Server.Hosting;

namespace Decidua.Bench;

/// <summary>Assessments of random women: by hand, by the engine when all is known, and when much or everything is unknown.</summary>
public class AssessmentBenchmarks
{
    private const int Count = 256;
    private static readonly string[] Basics = ["smoker", "parity", "previous clot", "age", "booking BMI", "platelet count", "multiple pregnancy", "thrombophilia class (RCOG)"];
    private Woman[] women = [];
    private WomanFacts[] known = [];
    private WomanFacts[] open = [];
    private WomanFacts empty = null!;
    private Assessor assessor = null!;

    /// <summary>Reads the knowledge and makes the women; checks that both ways of answering agree.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var library = Read();
        assessor = new Assessor(library);
        women = Woman.Random(seed: 37, Count);
        known = [.. women.Select(woman => woman.ToFacts(library))];
        open = [.. known.Select(facts => Basics.Select(name => library.Vocabulary.Named(name)!).Aggregate(facts, (now, fact) => now.Unknown(fact)))];
        empty = WomanFacts.None(library.Vocabulary);
        foreach (var (woman, facts) in women.Zip(known)) Agreement.Check(HandWritten.Assess(woman), assessor.Assess(facts).Answers[0], woman);
    }

    /// <summary>The hand-written method.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public int ByHand()
    {
        var sum = 0;
        foreach (var woman in women) sum += HandWritten.Assess(woman).Rows.Count;
        return sum;
    }

    /// <summary>The whole guideline with the rows that fired, every fact known.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int RowsOfKnownFacts()
    {
        var sum = 0;
        foreach (var facts in known) sum += assessor.Assess(facts).Answers[0].CertainRowCount;
        return sum;
    }

    /// <summary>The same with all recommendations, doses and times made out.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int AdviceOnKnownFacts() => Advise(known);

    /// <summary>The whole guideline with the rows that may fire, eight facts unknown.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int RowsOfUnknownFacts()
    {
        var sum = 0;
        foreach (var facts in open) sum += assessor.Assess(facts).Answers[0].CertainRowCount;
        return sum;
    }

    /// <summary>The same with every possible recommendation made out.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int AdviceOnUnknownFacts() => Advise(open);

    /// <summary>Nothing recorded at all.</summary>
    [Benchmark]
    public int RowsOfNothing() => assessor.Assess(empty).Answers[0].CertainRowCount;

    internal static Library Read() =>
        KnowledgeFolder.Read(Environment.GetEnvironmentVariable("DECIDUA_KNOWLEDGE")!).Library ?? throw new InvalidOperationException("The knowledge does not check clean.");

    private int Advise(WomanFacts[] all)
    {
        var sum = 0;
        foreach (var facts in all)
        {
            var answer = assessor.Assess(facts).Answers[0];
            sum += answer.Recommendations.Length + answer.Results.Length;
        }

        return sum;
    }
}
