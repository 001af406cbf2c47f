using System.Diagnostics;
using Decidua.Reasoning.Assessing;
using Decidua.Server.Hosting;

namespace Decidua.Bench;

/// <summary>Times whole processes and the loading of the knowledge, alternately, and prints medians.</summary>
internal static class ProcessTimes
{
    private const int Rounds = 15;

    public static void Print(string root)
    {
        var folder = Directory.CreateTempSubdirectory("decidua-bench-").FullName;
        var facts = Path.Combine(folder, "facts.json");
        File.WriteAllText(facts, """{ "facts": { "phase": "pregnant", "gestation": "12+3", "age": 36, "booking-bmi": 33.1, "parity": 3, "smoker": true, "previous-clot": "none", "dosing-weight": 91.0 } }""");
        try
        {
            var knowledge = Path.Combine(root, "knowledge");
            var program = Path.Combine(root, "src", "Decidua.Cli", "bin", "Ready", "Decidua.Cli.dll");
            _ = KnowledgeFolder.ReadRemembered(knowledge, folder);
            Run(root, "dotnet", program, "assess", facts);
            var (empty, alone, script, load, kept) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                empty.Add(Run(root, "dotnet", typeof(ProcessTimes).Assembly.Location, "--nothing"));
                alone.Add(Run(root, "dotnet", program, "assess", facts));
                script.Add(Run(root, Path.Combine(root, "decidua"), "assess", facts));
                load.Add(Time(() => KnowledgeFolder.Read(knowledge)));
                kept.Add(Time(() => new Assessor(KnowledgeFolder.ReadRemembered(knowledge, folder).Library!)));
            }

            Console.WriteLine($"{Median(script) / Median(empty),14:0.00}  ./decidua assess, whole process / an empty .NET program (aim at most 3)");
            Console.WriteLine($"{Median(alone) / Median(empty),14:0.00}  the same without the script around it");
            Console.WriteLine($"{Median(alone) - Median(empty),14:0}  ms from an empty program to the answer: read the kept knowledge, compile it, assess, print (aim at most 150)");
            Console.WriteLine($"{Median(load),14:0}  ms to read and check the knowledge in a warm process (aim at most 300)");
            Console.WriteLine($"{Median(kept),14:0.0}  ms to read the kept knowledge and compile it in a warm process");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Time(Func<object> work)
    {
        var watch = Stopwatch.StartNew();
        GC.KeepAlive(work());
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double Run(string root, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["DECIDUA_ROOT"] = root;
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {process.StandardError.ReadToEnd()}");
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
