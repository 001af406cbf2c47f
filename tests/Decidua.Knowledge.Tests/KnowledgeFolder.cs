using Decidua.Knowledge.Documents;

namespace Decidua.Knowledge.Tests;

/// <summary>The knowledge of the repository.</summary>
internal static class KnowledgeFolder
{
    public static IReadOnlyList<SourceFile> Files()
    {
        var root = Find();
        return
        [
            .. Directory.EnumerateFiles(root, "*.md", SearchOption.AllDirectories)
                .Select(path => new SourceFile(Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText(path))),
        ];
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Decidua.slnx"))) return Path.Combine(folder.FullName, "knowledge");
        throw new InvalidOperationException("The tests run inside the repository.");
    }
}
