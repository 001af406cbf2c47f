using System.Diagnostics;
using Decidua.Cli.Proving;
using Decidua.Reasoning.Assessing;

namespace Decidua.Bench;

/// <summary>What each further guideline costs: the same women by the first one, two, four ... guidelines, and by all.</summary>
internal static class GuidelineCosts
{
    private const int Women = 256;
    private const int Rounds = 15;
    private const double Presumed = 2d / 3;

    public static void Print()
    {
        var library = AssessmentBenchmarks.Read();
        var ids = library.Guidelines.Select(guideline => guideline.Id).OrderBy(id => id == Agreement.Guideline ? 0 : 1).ThenBy(id => id, StringComparer.Ordinal).ToList();
        var random = new RandomWomen(new Assessor(library), seed: 37, Agreement.Guideline);
        var women = Enumerable.Range(0, Women).Select(_ => random.Next(Presumed)).ToArray();
        var first = 0d;
        for (var count = 1; ; count = Math.Min(count * 2, ids.Count))
        {
            var assessor = new Assessor(AssessmentBenchmarks.Only(library, ids[..count]));
            var rows = assessor.Library.Guidelines.Sum(guideline => guideline.Rows.Count());
            var time = Enumerable.Range(0, Rounds).Min(_ => Time(assessor, women));
            if (count == 1) first = time;
            Console.WriteLine($"{1 / time,14:N0}  women a second by {count} guideline{(count == 1 ? "" : "s")} ({rows:N0} rows), with all advice, doses and times; {time / first:0.00} times the first alone{(count == ids.Count ? " (aim at least 50,000)" : "")}");
            if (count == ids.Count) return;
        }
    }

    /// <summary>Seconds for one woman.</summary>
    private static double Time(Assessor assessor, Reasoning.Facts.WomanFacts[] women)
    {
        var watch = Stopwatch.StartNew();
        AssessmentBenchmarks.Advise(assessor, women);
        return watch.Elapsed.TotalSeconds / women.Length;
    }
}
