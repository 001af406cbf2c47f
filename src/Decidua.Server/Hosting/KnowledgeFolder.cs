using Decidua.Clinical.Issues;
using Decidua.Knowledge;
using Decidua.Knowledge.Documents;

namespace Decidua.Server.Hosting;

/// <summary>Reads a knowledge folder from disk.</summary>
public static class KnowledgeFolder
{
    /// <summary>Reads and checks every Markdown file of a folder and of the folders in it.</summary>
    /// <param name="folder">Path of the folder.</param>
    /// <returns>The library, or everything that is wrong.</returns>
    public static LibraryReading Read(string folder)
    {
        if (!Directory.Exists(folder))
            return new LibraryReading(null, [new Issue(IssueCode.CannotOpen, Severity.Error, folder,
                "Expected a folder with knowledge; there is none.", "Give the folder that holds vocabulary/ and guidelines/.")]);
        try
        {
            return LibraryReader.Read([.. Files(folder)]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new LibraryReading(null, [new Issue(IssueCode.CannotOpen, Severity.Error, folder, $"The folder cannot be read: {exception.Message}")]);
        }
    }

    private static IEnumerable<SourceFile> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
            .Where(path => !Path.GetFileName(path).StartsWith('.'))
            .Take(LibraryReader.MostFiles + 1)
            .Select(path => new SourceFile(Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllText(path)));
}
