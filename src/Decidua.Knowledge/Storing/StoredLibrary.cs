using System.Collections.Immutable;
using System.Security.Cryptography;
using Decidua.Knowledge.Catalogues;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Protocols;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Terminology;
using Decidua.Knowledge.Vocabulary;

namespace Decidua.Knowledge.Storing;

/// <summary>
/// Checked knowledge as bytes, so that the next start need not read and prove the same documents again. Whoever keeps the bytes
/// keeps them under the <see cref="Key"/> of the files and the <see cref="Version"/> of the program, which together decide what is in them.
/// </summary>
public static class StoredLibrary
{
    /// <summary>Names the program that wrote the bytes: another build may write and read them differently.</summary>
    public static string Version { get; } = typeof(StoredLibrary).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    /// <summary>Names the exact content of a folder: SHA-256 over path, length and bytes of every file in the order of the paths.</summary>
    /// <param name="files">Path below the knowledge folder and bytes of every file, cases too, in any order.</param>
    /// <returns>64 hexadecimal digits.</returns>
    public static string Key(IReadOnlyList<FileBytes> files)
    {
        var ordered = files.ToArray();
        Array.Sort(ordered, static (first, second) => string.CompareOrdinal(first.Path, second.Path));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in ordered)
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{file.Path}\n{file.Content.Length}\n"));
            hash.AppendData(file.Content.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Whether a file is left out of what is stored: one with worked cases or claims, which answer no question about a woman.</summary>
    /// <param name="path">Path below the knowledge folder.</param>
    public static bool IsLeftOut(string path) => path.StartsWith(LibraryReader.CasesFolder + "/", StringComparison.Ordinal)
        || path.StartsWith(LibraryReader.ClaimsFolder + "/", StringComparison.Ordinal);

    /// <summary>Writes a library; its worked cases and claims are left out.</summary>
    /// <param name="library">Checked knowledge.</param>
    public static ReadOnlyMemory<byte> Write(Library library)
    {
        using var memory = new MemoryStream();
        using var output = new BinaryWriter(memory);
        output.Write(new byte[SHA256.HashSizeInBytes]);
        Write(new StoreWriter(output), library);
        output.Flush();
        var bytes = memory.ToArray();
        SHA256.HashData(bytes.AsSpan(SHA256.HashSizeInBytes), bytes);
        return bytes;
    }

    /// <summary>Reads a library back.</summary>
    /// <param name="stored">What <see cref="Write(Library)"/> gave, stored under the key of these files and this version.</param>
    /// <param name="files">The files of the folder; those with cases may be missing.</param>
    /// <returns>The library without its cases and claims; null when the bytes are damaged or belong to other files.</returns>
    public static Library? Read(ReadOnlyMemory<byte> stored, IReadOnlyCollection<SourceFile> files)
    {
        if (stored.Length <= SHA256.HashSizeInBytes) return null;
        var bytes = stored.ToArray();
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.AsSpan(SHA256.HashSizeInBytes), digest);
        if (!digest.SequenceEqual(bytes.AsSpan(0, SHA256.HashSizeInBytes))) return null;
        // Not closed: the planning documents are read from it when somebody plans.
        var input = new BinaryReader(new MemoryStream(bytes, SHA256.HashSizeInBytes, bytes.Length - SHA256.HashSizeInBytes));
        return Read(new StoreReader(input), files);
    }

    private static void Write(StoreWriter writer, Library library)
    {
        ImmutableArray<MarkdownDocument> documents = [.. library.Documents.Where(document => !IsLeftOut(document.Source.Path))];
        writer.Text(library.Hash);
        writer.Count(documents.Length);
        foreach (var document in documents)
        {
            writer.Text(document.Source.Path);
            writer.Map(document.FrontMatter);
            writer.Map(document.Grades);
        }

        writer.Count(library.Vocabulary.Facts.Length);
        foreach (var fact in library.Vocabulary.Facts) Write(writer, fact);
        Write(writer, documents, library.Consistency);
        Write(writer, documents, UsedFirst(library.Guidelines));
        writer.Count(library.Protocols.Length);
        foreach (var protocol in library.Protocols) Write(writer, protocol);
        writer.Count(library.CodeSets.Count);
        foreach (var set in library.CodeSets.Values) Write(writer, set);
        writer.Count(library.Trials.Length);
        foreach (var trial in library.Trials) Write(writer, trial);
        InvariantStore.Write(writer, library.Invariants);

        // Planning documents stand last, so that whoever does not plan need not read them.
        Write(writer, documents, UsedFirst([.. library.Guidelines, .. library.Planning]).RemoveRange(library.Guidelines));
    }

    private static void Write(StoreWriter writer, ImmutableArray<MarkdownDocument> documents, ImmutableArray<Guideline> guidelines)
    {
        writer.Count(guidelines.Length);
        foreach (var guideline in guidelines)
        {
            writer.Count(documents.IndexOf(guideline.Document));
            new TableWriter(writer, guideline).Write();
        }
    }

    /// <summary>The guidelines in such an order that each stands after those that it uses.</summary>
    private static ImmutableArray<Guideline> UsedFirst(ImmutableArray<Guideline> guidelines)
    {
        var ordered = new List<Guideline>();
        foreach (var guideline in guidelines) Visit(guideline);
        return [.. ordered];

        void Visit(Guideline guideline)
        {
            if (ordered.Contains(guideline)) return;
            foreach (var used in guideline.Uses) Visit(used);
            ordered.Add(guideline);
        }
    }

    private static Library? Read(StoreReader reader, IReadOnlyCollection<SourceFile> files)
    {
        var byPath = new Dictionary<string, SourceFile>();
        foreach (var file in files) byPath.Add(file.Path, file);
        var hash = reader.Text();
        var documents = new MarkdownDocument[reader.Count()];
        for (var index = 0; index < documents.Length; index++)
        {
            if (!byPath.TryGetValue(reader.Text(), out var source)) return null;
            documents[index] = new MarkdownDocument { Source = source, FrontMatter = reader.Map(), Grades = reader.Map() };
        }

        var facts = new Fact[reader.Count()];
        for (var index = 0; index < facts.Length; index++) facts[index] = ReadFact(reader, index);
        var terms = Array.ConvertAll(facts, Term.Of);
        var guidelines = new Dictionary<string, Guideline>();
        var vocabulary = new FactVocabulary([.. facts]);
        ImmutableArray<Guideline> consistency = reader.Many(() => new TableReader(reader, documents[reader.Count()], terms).Read([]));
        var read = reader.Many(ReadGuideline);
        return new Library
        {
            Hash = hash,
            Vocabulary = vocabulary,
            Consistency = consistency,
            Guidelines = [.. read.OrderBy(guideline => guideline.Id, StringComparer.Ordinal)],
            LatePlanning = () => [.. reader.Many(ReadGuideline).OrderBy(guideline => guideline.Id, StringComparer.Ordinal)],
            Protocols = reader.Many(() => ReadProtocol(reader)),
            CodeSets = ReadCodeSets(reader),
            Trials = reader.Many(() => ReadTrial(reader)),
            Invariants = InvariantStore.Read(reader, facts),
            Claims = [],
            Cases = [],
            Documents = [.. documents],
        };

        Guideline ReadGuideline()
        {
            var guideline = new TableReader(reader, documents[reader.Count()], terms).Read(guidelines);
            return guidelines[guideline.Id] = guideline;
        }
    }

    private static void Write(StoreWriter writer, Fact fact)
    {
        writer.Text(fact.Name);
        writer.Type(fact.Type);
        writer.Values(fact.Absent);
        writer.Texts(fact.Unless);
        writer.Text(fact.Question);
        writer.Text(fact.DerivedBy);
        writer.Texts(fact.ValueSets);
        writer.Text(fact.Topic);
        writer.Place(fact.Place);
    }

    private static Fact ReadFact(StoreReader reader, int index) => new()
    {
        Name = reader.Text(),
        Index = index,
        Type = reader.Type(),
        Absent = reader.Values()!,
        Unless = reader.Texts(),
        Question = reader.Text(),
        DerivedBy = reader.Text(),
        ValueSets = reader.Texts(),
        Topic = reader.Text(),
        Place = reader.Place(),
    };

    private static void Write(StoreWriter writer, Trial trial)
    {
        foreach (var text in new[]
                 {
                     trial.Id, trial.Name, trial.Topic, trial.Source, trial.Design, trial.Population, trial.Arms, trial.Shows, trial.DoesNotShow, trial.Caution,
                 }) writer.Text(text);
        writer.Number(trial.Year);
        writer.Count((int)trial.Status);
        writer.Count((int)trial.Checked);
        writer.Count(trial.Figures.Length);
        foreach (var figure in trial.Figures)
        {
            writer.Text(figure.Outcome);
            writer.Text(figure.Result);
            writer.Text(figure.Source);
            writer.Count((int)figure.Checked);
        }

        writer.Place(trial.Place);
    }

    private static Trial ReadTrial(StoreReader reader) => new()
    {
        Id = reader.Text(),
        Name = reader.Text(),
        Topic = reader.Text(),
        Source = reader.Text(),
        Design = reader.Text(),
        Population = reader.Text(),
        Arms = reader.Text(),
        Shows = reader.Text(),
        DoesNotShow = reader.Text(),
        Caution = reader.Text(),
        Year = (int?)reader.Number(),
        Status = (TrialStatus)reader.Count(),
        Checked = (Checked)reader.Count(),
        Figures = reader.Many(() => new TrialFigure(reader.Text(), reader.Text(), reader.Text(), (Checked)reader.Count())),
        Place = reader.Place(),
    };

    private static void Write(StoreWriter writer, Protocol protocol)
    {
        writer.Text(protocol.Id);
        writer.Text(protocol.Title);
        writer.Flag(protocol.IsDefault);
        writer.Map(protocol.Channels);
        writer.Map(protocol.Planning);
        writer.Count(protocol.Parameters.Count);
        foreach (var (name, parameter) in protocol.Parameters)
        {
            writer.Text(name);
            writer.Text(parameter.Value);
            writer.Text(parameter.Meaning);
            writer.Text(parameter.Source);
        }
    }

    private static Protocol ReadProtocol(StoreReader reader)
    {
        var (id, title, isDefault, channels, planning) = (reader.Text(), reader.Text(), reader.Flag(), reader.Map(), reader.Map());
        var parameters = ImmutableSortedDictionary.CreateBuilder<string, ProtocolParameter>();
        for (var rest = reader.Count(); rest > 0; rest--) parameters.Add(reader.Text(), new ProtocolParameter(reader.Text(), reader.Text(), reader.Text()));
        return new Protocol { Id = id, Title = title, IsDefault = isDefault, Channels = channels, Planning = planning, Parameters = parameters.ToImmutable() };
    }

    private static void Write(StoreWriter writer, CodeSet set)
    {
        writer.Text(set.Id);
        writer.Text(set.Title);
        writer.Count(set.Codes.Length);
        foreach (var code in set.Codes)
        {
            writer.Text(code.System);
            writer.Text(code.Value);
            writer.Flag(code.IsPrefix);
            writer.Text(code.Display);
        }
    }

    private static ImmutableSortedDictionary<string, CodeSet> ReadCodeSets(StoreReader reader)
    {
        var sets = ImmutableSortedDictionary.CreateBuilder<string, CodeSet>(StringComparer.Ordinal);
        for (var rest = reader.Count(); rest > 0; rest--)
        {
            var set = new CodeSet(reader.Text(), reader.Text(), reader.Many(() => new SetCode(reader.Text(), reader.Text(), reader.Flag(), reader.Text())));
            sets.Add(set.Id, set);
        }

        return sets.ToImmutable();
    }
}

/// <summary>One knowledge file as it stands on disk.</summary>
/// <param name="Path">Path below the knowledge folder, with forward slashes.</param>
/// <param name="Content">Its bytes.</param>
public sealed record FileBytes(string Path, ReadOnlyMemory<byte> Content);
