using Decidua.Knowledge;
using Decidua.Knowledge.Documents;
using Decidua.Reasoning.Assessing;

namespace Decidua.Reasoning.Tests;

/// <summary>The knowledge of the repository, read once for all tests.</summary>
internal static class KnowledgeOnDisk
{
    private static readonly Lazy<LibraryReading> Reading = new(() => LibraryReader.Read(Files()));
    private static readonly Lazy<Assessor> Shared = new(() => new Assessor(Library));

    public static string Folder { get; } = Find();

    public static Library Library => Reading.Value.Library ?? throw new InvalidOperationException(string.Join('\n', Reading.Value.Issues));

    public static Assessor Assessor => Shared.Value;

    public static IReadOnlyList<SourceFile> Files() =>
    [
        .. Directory.EnumerateFiles(Folder, "*.md", SearchOption.AllDirectories)
            .Select(path => new SourceFile(Path.GetRelativePath(Folder, path).Replace('\\', '/'), File.ReadAllText(path))),
    ];

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Decidua.slnx"))) return Path.Combine(folder.FullName, "knowledge");
        throw new InvalidOperationException("The tests run inside the repository.");
    }
}
