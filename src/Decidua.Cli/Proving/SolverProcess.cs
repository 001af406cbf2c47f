using System.ComponentModel;
using System.Diagnostics;

namespace Decidua.Cli.Proving;

/// <summary>The solver as a program of its own: text in, text out. Any solver of SMT-LIB 2 that reads from its standard input will do.</summary>
/// <param name="command">The program with its arguments: <c>z3 -in -smt2</c>.</param>
/// <param name="patience">How long one sheet of questions may take.</param>
internal sealed class SolverProcess(string command, TimeSpan patience)
{
    /// <summary>What the solver calls itself; null when it cannot be started.</summary>
    internal string? Version => field ??= Run(Program, "--version", "")?.Split('\n')[0].Trim();

    private string Program => command.Split(' ')[0];

    /// <summary>Asks the solver.</summary>
    /// <param name="script">SMT-LIB text.</param>
    /// <returns>What it printed; null when it could not be started or was too slow, and was stopped.</returns>
    internal string? Ask(string script) => Run(Program, string.Join(' ', command.Split(' ').Skip(1)), script);

    private string? Run(string program, string arguments, string input)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            });
            if (process is null) return null;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            if (!process.WaitForExit(patience))
            {
                process.Kill(entireProcessTree: true);
                return null;
            }

            errors.GetAwaiter().GetResult();
            return output.GetAwaiter().GetResult();
        }
        catch (Exception fault) when (fault is Win32Exception or IOException)
        {
            return null;
        }
    }
}
