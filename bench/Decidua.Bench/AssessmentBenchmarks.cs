using BenchmarkDotNet.Attributes;
using Decidua.Bench.ByHand;
using Decidua.Cli.Proving;
using Decidua.Knowledge;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;
using Decidua.Server.Hosting;

namespace Decidua.Bench;

/// <summary>Assessments of random women: by hand, by the engine when all is known, and when much or everything is unknown.</summary>
public class AssessmentBenchmarks
{
    private const int Count = 256;

    /// <summary>Of an ordinary record: everything that must be asked is recorded, and every third of what is presumed otherwise.</summary>
    private const double Presumed = 2d / 3;

    private static readonly string[] Basics = ["smoker", "parity", "previous clot", "age", "booking BMI", "platelet count", "multiple pregnancy", "thrombophilia class (RCOG)"];
    private Woman[] women = [];
    private WomanFacts[] known = [];
    private WomanFacts[] open = [];
    private WomanFacts empty = null!;
    private Assessor assessor = null!;
    private Assessor all = null!;

    /// <summary>Reads the knowledge and makes the women.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var library = Read();
        all = new Assessor(library);
        assessor = new Assessor(Only(library, [Agreement.Guideline]));
        var random = new RandomWomen(all, seed: 37, Agreement.Guideline);
        known = [.. Enumerable.Range(0, Count).Select(_ => random.Next(Presumed))];
        women = [.. known.Select(Woman.Of)];
        open = [.. known.Select(facts => Basics.Select(name => library.Vocabulary.Named(name)!).Aggregate(facts, (now, fact) => now.Unknown(fact)))];
        empty = WomanFacts.None(library.Vocabulary);
        foreach (var facts in known) Agreement.Check(all, facts);
    }

    /// <summary>The hand-written method.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public int ByHand()
    {
        var sum = 0;
        foreach (var woman in women) sum += (int)new HandAssessment(woman).Fired[0];
        return sum;
    }

    /// <summary>The whole guideline with the rows that fired, every fact known.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int RowsOfKnownFacts() => Rows(known);

    /// <summary>The same with all recommendations, doses and times made out.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int AdviceOnKnownFacts() => Advise(assessor, known);

    /// <summary>The whole guideline with the rows that may fire, eight facts unknown.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int RowsOfUnknownFacts() => Rows(open);

    /// <summary>The same with every possible recommendation made out.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int AdviceOnUnknownFacts() => Advise(assessor, open);

    /// <summary>Nothing recorded at all.</summary>
    [Benchmark]
    public int RowsOfNothing() => assessor.Assess(empty).Answers[0].CertainRowCount;

    /// <summary>One woman against every guideline there is, with all recommendations and the rows behind them.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public int AdviceByAllGuidelines() => Advise(all, known);

    internal static Library Read() =>
        KnowledgeFolder.Read(Environment.GetEnvironmentVariable("DECIDUA_KNOWLEDGE")!).Library ?? throw new InvalidOperationException("The knowledge does not check clean.");

    /// <summary>The same knowledge with some of its guidelines only.</summary>
    internal static Library Only(Library library, IReadOnlyCollection<string> guidelines) => new()
    {
        Hash = library.Hash,
        Vocabulary = library.Vocabulary,
        Consistency = library.Consistency,
        Guidelines = [.. library.Guidelines.Where(guideline => guidelines.Contains(guideline.Id))],
        Planning = [],
        Protocols = library.Protocols,
        Trials = library.Trials,
        Claims = library.Claims,
        CodeSets = library.CodeSets,
        Cases = [],
        Documents = library.Documents,
    };

    internal static int Advise(Assessor assessor, WomanFacts[] women)
    {
        var sum = 0;
        foreach (var facts in women)
            foreach (var answer in assessor.Assess(facts).Answers) sum += answer.Recommendations.Length + answer.Results.Length;
        return sum;
    }

    private int Rows(WomanFacts[] all)
    {
        var sum = 0;
        foreach (var facts in all) sum += assessor.Assess(facts).Answers[0].CertainRowCount;
        return sum;
    }
}
