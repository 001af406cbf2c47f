using System.Diagnostics;
using Decidua.Exchange.Facts;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;
using Decidua.Server.Hosting;

var lib = KnowledgeFolder.Read(args[0]).Library!;
var assessor = new Assessor(lib);
var f = FactsFileReader.Read(File.ReadAllBytes(args[1]), "x", lib).Value!.Facts;
foreach (var fact in lib.Vocabulary.Facts) if (f[fact].Standing == Standing.Unknown) Console.WriteLine("unknown " + fact.Name);
WomanFacts known = f;
foreach (var (n, v) in new[] { ("platelet count", 200m), ("glomerular filtration rate", 100m), ("systolic blood pressure", 120m), ("diastolic blood pressure", 80m), ("creatinine clearance", 120m) })
    known = known.With(lib.Vocabulary.Named(n)!, new ValueSet.Numbers(Interval.Point(v)));
var none = WomanFacts.None(lib.Vocabulary);
var open = none; foreach (var fact in lib.Vocabulary.Facts) open = open.Unknown(fact);
var n2 = typeof(Assessor).GetField("consistency", System.Reflection.BindingFlags.NonPublic|System.Reflection.BindingFlags.Instance)!.GetValue(assessor)!;
var m = n2.GetType().GetMethod("Narrow", System.Reflection.BindingFlags.NonPublic|System.Reflection.BindingFlags.Instance)!.CreateDelegate<Func<WomanFacts, WomanFacts>>(n2);
Time("narrow known", () => m(known)); Time("narrow none", () => m(none)); var nk = m(known); Console.WriteLine(ReferenceEquals(nk, known)); Time("narrow narrowed", () => m(nk));
Time("known run only", () => assessor.Assess(known));
Time("known + rows", () => assessor.Assess(known).Answers[0].CertainRowCount);
Time("known + recs", () => assessor.Assess(known).Answers[0].Recommendations);
Time("known + recs+results", () => (assessor.Assess(known).Answers[0].Recommendations, assessor.Assess(known).Answers[0].Results));
Time("half known run", () => assessor.Assess(f));
Time("half known recs", () => assessor.Assess(f).Answers[0].Recommendations);
Time("none recs", () => assessor.Assess(none).Answers[0].Recommendations);
Time("open run", () => assessor.Assess(open));
Time("open recs", () => assessor.Assess(open).Answers[0].Recommendations);
Time("read knowledge", () => KnowledgeFolder.Read(args[0]));
static void Time(string name, Func<object> act)
{
    for (var r = 0; r < 3; r++)
    {
        var sw = Stopwatch.StartNew(); var n = 0; var c = Environment.CpuUsage.TotalTime;
        while (sw.ElapsedMilliseconds < 600) { act(); n++; }
        if (r == 2) Console.WriteLine($"{name}: {(Environment.CpuUsage.TotalTime - c).TotalMicroseconds / n:0.00} us");
    }
}
