using System.Diagnostics;

namespace Decidua.Proof.Tests;

/// <summary>Runs the solver of the distribution.</summary>
internal static class Solver
{
    private const string Program = "z3";

    public static bool IsThere { get; } = Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, Program)));

    public static string Ask(string script)
    {
        using var process = Process.Start(new ProcessStartInfo(Program, "-in -smt2") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(script);
        process.StandardInput.Close();
        if (process.WaitForExit(TimeSpan.FromMinutes(5))) return output.GetAwaiter().GetResult();
        process.Kill();
        throw new TimeoutException("The solver did not answer.");
    }
}
