using System.Diagnostics;
using Decidua.Server.Hosting;

namespace Decidua.Bench;

/// <summary>Times whole processes and the loading of the knowledge, alternately, and prints medians.</summary>
internal static class ProcessTimes
{
    private const int Rounds = 11;

    public static void Print(string root)
    {
        var facts = Path.Combine(Path.GetTempPath(), $"decidua-bench-{Environment.ProcessId}.json");
        File.WriteAllText(facts, """{ "facts": { "phase": "pregnant", "gestation": "12+3", "age": 36, "booking-bmi": 33.1, "parity": 3, "smoker": true, "previous-clot": "none", "dosing-weight": 91.0 } }""");
        try
        {
            var cli = Path.Combine(root, "src", "Decidua.Cli", "bin", "Release", "net10.0", "Decidua.Cli.dll");
            var (empty, assess, load) = (new List<double>(), new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                empty.Add(Run(root, typeof(ProcessTimes).Assembly.Location, "--nothing"));
                assess.Add(Run(root, cli, "assess", facts));
                var watch = Stopwatch.StartNew();
                _ = KnowledgeFolder.Read(Path.Combine(root, "knowledge"));
                load.Add(watch.Elapsed.TotalMilliseconds);
            }

            Console.WriteLine($"{Median(assess) / Median(empty),14:0.00}  ./decidua assess, whole process / an empty .NET program (aim at most 3)");
            Console.WriteLine($"{Median(load),14:0}  ms to read and check the knowledge in a warm process (aim at most 300)");
        }
        finally
        {
            File.Delete(facts);
        }
    }

    private static double Run(string root, string assembly, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["DECIDUA_ROOT"] = root;
        start.ArgumentList.Add(assembly);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{assembly} ended with {process.ExitCode}: {process.StandardError.ReadToEnd()}");
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
