using System.Collections.Immutable;
using System.Diagnostics;

namespace Decidua.Architecture.Tests.Repository;

/// <summary>The files of the repository, as git knows them, with forward slashes and relative to the root.</summary>
internal static class Tree
{
    private static readonly string[] BuiltOrFetched = ["/bin/", "/obj/", "/node_modules/", "/.git/", "/.decidua/", "/wwwroot/lib/", "/TestResults/"];

    private static readonly string[] TextEndings =
        [".cs", ".razor", ".csproj", ".props", ".slnx", ".json", ".md", ".css", ".js", ".txt", ".yml", ".ndjson", ".editorconfig", ".gitignore"];

    public static string Root { get; } = FindRoot();

    /// <summary>Tracked files and new ones that are not ignored, so that a file is judged before it is committed.</summary>
    public static ImmutableArray<string> Files { get; } = ListFiles();

    /// <summary>Tracked files that are text.</summary>
    public static IEnumerable<string> TextFiles => Files.Where(file => file is "decidua" or "LICENSE" or ".ci/run" || TextEndings.Contains(Path.GetExtension(file)));

    /// <summary>C# files of the product, the benchmarks and the tests.</summary>
    public static IEnumerable<string> CSharp => Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal));

    /// <summary>C# files and Razor components under src.</summary>
    public static IEnumerable<string> ProductSources =>
        Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal) && Path.GetExtension(file) is ".cs" or ".razor");

    public static IEnumerable<string> Markdown => Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal));

    public static IEnumerable<string> Projects => Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal));

    public static string Full(string file) => Path.Combine(Root, file);

    public static string Text(string file) => File.ReadAllText(Full(file));

    public static string[] Lines(string file) => File.ReadAllLines(Full(file));

    /// <summary>Each finding on its own line, so that a failing test says everything at once.</summary>
    public static void ShouldBeNone(this IEnumerable<string> findings, string rule)
    {
        var found = findings.ToList();
        Assert.True(found.Count == 0, $"{rule}\n  {string.Join("\n  ", found.Take(60))}");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Decidua.slnx"))) return folder.FullName;
        throw new InvalidOperationException("Decidua.slnx was not found above the test assembly.");
    }

    private static ImmutableArray<string> ListFiles()
    {
        var listed = Git("ls-files", "-z", "--cached", "--others", "--exclude-standard");
        var files = listed is null ? FromDisk() : listed.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Full(file)));
        return [.. files.Distinct().Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> FromDisk() => Directory
        .EnumerateFiles(Root, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Where(file => !BuiltOrFetched.Any(part => ("/" + file).Contains(part, StringComparison.Ordinal)));

    /// <summary>The output of git, or null where the tree is not a repository or git is not installed.</summary>
    private static string? Git(params string[] arguments)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Root, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
