using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge;
using Decidua.Knowledge.Documents;
using Decidua.Reasoning.Deriving;

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
            return WithDerivations(LibraryReader.Read([.. Files(folder)]));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new LibraryReading(null, [new Issue(IssueCode.CannotOpen, Severity.Error, folder, $"The folder cannot be read: {exception.Message}")]);
        }
    }

    /// <summary>
    /// Reads a folder whose knowledge was checked before without proving it again. What was checked is remembered by the hash of the
    /// knowledge and the build of the program, so that any change of either means a full check.
    /// </summary>
    /// <param name="folder">Path of the folder.</param>
    /// <param name="memory">Folder in which to remember; it is made when needed, and an unwritable one only costs time.</param>
    /// <returns>The library without its cases, or everything that is wrong.</returns>
    public static LibraryReading ReadRemembered(string folder, string memory)
    {
        try
        {
            if (!Directory.Exists(folder)) return Read(folder);
            var files = Files(folder).ToList();
            var build = typeof(LibraryReader).Assembly.ManifestModule.ModuleVersionId;
            var mark = Path.Combine(memory, $"{LibraryReader.Hash(files).Replace(':', '-')}-{build:N}");
            if (File.Exists(mark)) return LibraryReader.ReadCheckedBefore(files);
            var reading = WithDerivations(LibraryReader.Read(files));
            if (reading.Library is not null) Remember(mark);
            return reading;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Read(folder);
        }
    }

    private static void Remember(string mark)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(mark)!);
            File.WriteAllText(mark, "checked clean\n");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A read-only place means that the next start checks again; the answer is the same.
            _ = exception;
        }
    }

    /// <summary>Adds what only the derivations know: whether they exist, and whether the findings can be read.</summary>
    private static LibraryReading WithDerivations(LibraryReading reading)
    {
        if (reading.Library is not { } library) return reading;
        var unknown = library.Vocabulary.Facts.Where(fact => fact.DerivedBy.Length > 0 && !Derivation.Names.Contains(fact.DerivedBy))
            .Select(fact => new Issue(IssueCode.UnknownReference, Severity.Error, fact.Place.ToString(),
                $"Expected one of the derivations {string.Join(", ", Derivation.Names)}; found '{fact.DerivedBy}'.", Nearest.Hint(fact.DerivedBy, Derivation.Names)));
        ImmutableArray<Issue> issues = [.. reading.Issues, .. unknown, .. FindingTable.Read(library).Issues];
        return new LibraryReading(issues.Any(issue => issue.Severity == Severity.Error) ? null : library, issues);
    }

    private static IEnumerable<SourceFile> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
            .Where(path => !Path.GetFileName(path).StartsWith('.'))
            .Take(LibraryReader.MostFiles + 1)
            .Select(path => new SourceFile(Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllText(path)));
}
