using Decidua.Clinical.Issues;
using Decidua.Knowledge;
using Decidua.Server.Hosting;

namespace Decidua.Cli;

/// <summary>Where the command runs: the folder of the project, and the knowledge that it uses.</summary>
internal static class Workplace
{
    /// <summary>The root of the project: named by the script, else the nearest folder upwards that holds <c>knowledge</c>.</summary>
    internal static string Root { get; } = Environment.GetEnvironmentVariable("DECIDUA_ROOT") is { Length: > 0 } named ? named : Search();

    /// <summary>The knowledge folder that is read when none is named.</summary>
    internal static string Knowledge => Path.Combine(Root, "knowledge");

    /// <summary>Where the command remembers which knowledge it has checked.</summary>
    private static string Memory => Path.Combine(Root, ".decidua", "checked");

    /// <summary>Reads the knowledge; its issues go to the standard error stream.</summary>
    /// <param name="folder">A folder, or null for the project's own.</param>
    /// <param name="withCases">Whether the worked cases are needed; without them, knowledge that was checked before loads faster.</param>
    internal static Library? ReadKnowledge(string? folder, bool withCases = false)
    {
        var reading = withCases ? KnowledgeFolder.Read(folder ?? Knowledge) : KnowledgeFolder.ReadRemembered(folder ?? Knowledge, Memory);
        Report(reading.Issues);
        return reading.Library;
    }

    /// <summary>Writes issues to the standard error stream, one line each.</summary>
    internal static void Report(IEnumerable<Issue> issues)
    {
        foreach (var issue in issues) Console.Error.WriteLine(issue.ToString());
    }

    private static string Search()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "knowledge"))) return folder.FullName;
        return Environment.CurrentDirectory;
    }
}
