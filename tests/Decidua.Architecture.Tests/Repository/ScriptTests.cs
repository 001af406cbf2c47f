using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Decidua.Architecture.Tests.Repository;

/// <summary>The script at the root: what it knows, and what it says before anything is built.</summary>
public sealed partial class ScriptTests
{
    /// <summary>The commands that the script passes on, as it lists them itself.</summary>
    internal static string[] Commands { get; } = CommandList().Match(Tree.Text("decidua")).Groups[1].Value.Split(' ');

    private static bool IsUnix => !OperatingSystem.IsWindows();

    [Fact]
    public void The_script_can_be_run()
    {
        Assert.SkipUnless(IsUnix, "The script is for bash.");
#pragma warning disable CA1416 // the line above
        File.GetUnixFileMode(Tree.Full("decidua")).HasFlag(UnixFileMode.UserExecute).ShouldBeTrue();
#pragma warning restore CA1416
    }

    [Fact]
    public void Help_explains_every_command_and_says_what_this_is_not()
    {
        Assert.SkipUnless(IsUnix, "The script is for bash.");
        var (code, output, _) = Run(Tree.Full("decidua"), "--help");
        code.ShouldBe(0);
        foreach (var command in Commands) output.ShouldContain($"decidua {command}");
        output.ShouldContain("not a certified device");
    }

    [Fact]
    public void An_unknown_command_is_bad_input_and_the_commands_are_named()
    {
        Assert.SkipUnless(IsUnix, "The script is for bash.");
        var (code, output, errors) = Run(Tree.Full("decidua"), "asess");
        code.ShouldBe(2);
        output.ShouldBeEmpty();
        errors.ShouldContain("'asess' is not a command");
        errors.ShouldContain("assess");
    }

    [Fact]
    public void An_unknown_test_project_is_bad_input_and_the_projects_are_named()
    {
        Assert.SkipUnless(IsUnix, "The script is for bash.");
        var (code, _, errors) = Run(Tree.Full("decidua"), "test", "Nowhere");
        code.ShouldBe(2);
        errors.ShouldContain("Decidua.Clinical.Tests");
    }

    [Fact]
    public void It_works_through_a_link_and_from_another_folder()
    {
        Assert.SkipUnless(IsUnix, "The script is for bash.");
        var folder = Directory.CreateTempSubdirectory("decidua-link-");
        try
        {
            var link = Path.Combine(folder.FullName, "d");
            File.CreateSymbolicLink(link, Tree.Full("decidua"));
            var (code, _, errors) = Run(link, "test", "Nowhere");
            code.ShouldBe(2);
            errors.ShouldContain("Decidua.Clinical.Tests");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Continuous_integration_runs_the_same_tests() => Tree.Text(".ci/run").ShouldContain("./decidua test");

    private static (int Code, string Output, string Errors) Run(string script, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", [script, .. arguments])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var output = process.StandardOutput.ReadToEnd();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors);
    }

    [GeneratedRegex("COMMANDS=\"([a-z ]+)\"")]
    private static partial Regex CommandList();
}
