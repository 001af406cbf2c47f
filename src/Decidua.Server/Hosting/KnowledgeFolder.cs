using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Storing;
using Decidua.Reasoning.Deriving;

namespace Decidua.Server.Hosting;

/// <summary>Reads a knowledge folder from disk.</summary>
public static class KnowledgeFolder
{
    /// <summary>The most readings that are kept; older ones are removed.</summary>
    private const int MostKept = 8;

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
    /// Reads a folder, or takes what an earlier start kept of exactly the same bytes. What was kept is found by the hash of the files
    /// and the build of the program, so that any change of either means reading and checking the documents.
    /// </summary>
    /// <param name="folder">Path of the folder.</param>
    /// <param name="memory">Folder in which to keep it; it is made when needed, and an unwritable one only costs time.</param>
    /// <returns>The library, without its cases when it was kept, or everything that is wrong.</returns>
    public static LibraryReading ReadRemembered(string folder, string memory)
    {
        try
        {
            if (!Directory.Exists(folder)) return Read(folder);
            var files = Bytes(folder);
            if (files.Count > LibraryReader.MostFiles) return Read(folder);
            var kept = Path.Combine(memory, $"{StoredLibrary.Key(files)}-{StoredLibrary.Version}");
            if (Kept(kept, files) is { } library) return new LibraryReading(library, []);
            var reading = WithDerivations(LibraryReader.Read(files.ConvertAll(Source)));
            if (reading is { Library: not null, Issues.IsEmpty: true }) Keep(kept, StoredLibrary.Write(reading.Library));
            return reading;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Read(folder);
        }
    }

    private static Library? Kept(string path, List<FileBytes> files)
    {
        if (!File.Exists(path)) return null;
        var documents = new List<SourceFile>(files.Count);
        foreach (var file in files)
            if (!StoredLibrary.IsLeftOut(file.Path)) documents.Add(Source(file));
        return StoredLibrary.Read(File.ReadAllBytes(path), documents);
    }

    /// <summary>Writes beside the place and moves into it, so that nobody ever finds half of it.</summary>
    private static void Keep(string path, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var memory = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var draft = $"{path}.{Environment.ProcessId}";
            File.WriteAllBytes(draft, bytes.Span);
            File.Move(draft, path, overwrite: true);
            foreach (var old in memory.EnumerateFiles().OrderByDescending(file => file.LastWriteTimeUtc).Skip(MostKept)) old.Delete();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A read-only place means that the next start reads and checks again; the answer is the same.
            _ = exception;
        }
    }

    /// <summary>Adds what only the derivations know: whether they exist, and whether their documents can be read.</summary>
    private static LibraryReading WithDerivations(LibraryReading reading)
    {
        if (reading.Library is not { } library) return reading;
        var unknown = library.Vocabulary.Facts.Where(fact => fact.DerivedBy.Length > 0 && !Derivation.Names.Contains(fact.DerivedBy))
            .Select(fact => new Issue(IssueCode.UnknownReference, Severity.Error, fact.Place.ToString(),
                $"Expected one of the derivations {string.Join(", ", Derivation.Names)}; found '{fact.DerivedBy}'.", Nearest.Hint(fact.DerivedBy, Derivation.Names)));
        ImmutableArray<Issue> issues = [.. reading.Issues, .. unknown, .. new ReadingKnowledge(library).Issues];
        return new LibraryReading(issues.Any(issue => issue.Severity == Severity.Error) ? null : library, issues);
    }

    private static IEnumerable<SourceFile> Files(string folder) => Bytes(folder).Select(Source);

    private static List<FileBytes> Bytes(string folder)
    {
        var files = new List<FileBytes>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories))
        {
            if (Path.GetFileName(path.AsSpan()).StartsWith('.')) continue;
            files.Add(new FileBytes(Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllBytes(path)));
            if (files.Count > LibraryReader.MostFiles) break;
        }

        return files;
    }

    private static SourceFile Source(FileBytes file)
    {
        using var text = new StreamReader(new MemoryStream(file.Content.ToArray()));
        return new SourceFile(file.Path, text.ReadToEnd());
    }
}
