using Decidua.Knowledge.Documents;

namespace Decidua.Conformance.Tests;

/// <summary>Finds the repository that the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Knowledge => Path.Combine(Root, "knowledge");

    /// <summary>Real inputs that may be absent; tests that need them skip.</summary>
    public static string Data => Path.Combine(Root, "..", "shared", "data");

    public static IReadOnlyList<SourceFile> Files() =>
    [
        .. Directory.EnumerateFiles(Knowledge, "*.md", SearchOption.AllDirectories)
            .Select(path => new SourceFile(Path.GetRelativePath(Knowledge, path).Replace('\\', '/'), File.ReadAllText(path))),
    ];

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Decidua.slnx"))) return folder.FullName;
        throw new InvalidOperationException("The tests run inside the repository.");
    }
}
