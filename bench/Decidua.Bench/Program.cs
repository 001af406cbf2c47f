using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Decidua.Bench;
using Decidua.Reasoning.Assessing;

if (args is ["--nothing"]) return 0;

// Prints ratios measured in one run on one machine; see docs/performance.md for what they mean. Of each measurement the best round counts: other
// work on the machine can only make a round slower.
const int Rounds = 15;
var root = Environment.GetEnvironmentVariable("DECIDUA_ROOT") is { Length: > 0 } named ? named : Environment.CurrentDirectory;
Environment.SetEnvironmentVariable("DECIDUA_KNOWLEDGE", Path.Combine(root, "knowledge"));
var config = ManualConfig.CreateEmpty()
    .AddJob(Job.ShortRun.WithIterationCount(Rounds).WithToolchain(InProcessNoEmitToolchain.Instance).WithStrategy(RunStrategy.Throughput))
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddLogger(NullLogger.Instance)
    .WithOptions(ConfigOptions.DisableOptimizationsValidator)
    .WithArtifactsPath(Path.Combine(root, ".decidua", "bench"));
Console.WriteLine("Comparing the answers by hand with those of the engine...");
var women = Agreement.Check(new Assessor(AssessmentBenchmarks.Read()));
Console.WriteLine($"Every row, score, tier and dose is the same for {women:N0} random women at the edges of the tables. Measuring (about three minutes)...");
var summary = BenchmarkRunner.Run<AssessmentBenchmarks>(config);
var times = summary.Reports.Where(report => report.ResultStatistics is not null)
    .ToDictionary(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name, report => report.ResultStatistics!.Min);
if (times.Count < 7)
{
    Console.Error.WriteLine("A benchmark did not finish: " + string.Join("; ", summary.ValidationErrors.Select(error => error.Message)));
    return 1;
}

var hand = times[nameof(AssessmentBenchmarks.ByHand)];
var rows = times[nameof(AssessmentBenchmarks.RowsOfKnownFacts)];
var advice = times[nameof(AssessmentBenchmarks.AdviceOnKnownFacts)];
Console.WriteLine();
Line("whole RCOG 37a with rows, all known / hand-written method", rows / hand, "aim at most 3");
Line("the same with all advice, doses and times / hand-written method", advice / hand, "");
Line("rows, eight facts unknown / all known", times[nameof(AssessmentBenchmarks.RowsOfUnknownFacts)] / rows, "aim at most 3");
Line("all advice, eight facts unknown / all known", times[nameof(AssessmentBenchmarks.AdviceOnUnknownFacts)] / advice, "aim at most 3");
Line("rows, nothing recorded / all known", times[nameof(AssessmentBenchmarks.RowsOfNothing)] / rows, "aim at most 3");
Console.WriteLine($"{1e9 / rows,14:N0}  assessments a second on one core, with rows (aim 500,000)");
Console.WriteLine($"{1e9 / advice,14:N0}  assessments a second on one core, with all advice, doses and times");
Console.WriteLine($"{1e9 / times[nameof(AssessmentBenchmarks.AdviceByAllGuidelines)],14:N0}  women a second against all guidelines on one core, with all advice, doses and times (aim 50,000)");
GuidelineCosts.Print();
await PlanTimes.PrintAsync();
ProcessTimes.Print(root);
return 0;

static void Line(string what, double ratio, string aim) => Console.WriteLine($"{ratio,14:0.00}  {what}{(aim.Length > 0 ? $" ({aim})" : "")}");
