using System.Collections;
using System.Reflection;
using System.Text;
using Decidua.Knowledge.Cases;
using Decidua.Knowledge.Catalogues;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Storing;

namespace Decidua.Knowledge.Tests.Storing;

/// <summary>Stored knowledge must be the knowledge that was stored: whole, or not at all.</summary>
public sealed class StoredLibraryTests
{
    private static readonly Lazy<(IReadOnlyList<SourceFile> Files, Library Library)> Real = new(() =>
    {
        var files = KnowledgeFolder.Files();
        return (files, LibraryReader.Read(files).Library!);
    });

    public static TheoryData<bool> Both => [false, true];

    [Theory]
    [MemberData(nameof(Both))]
    public void Nothing_is_lost_and_nothing_is_added(bool real)
    {
        var (files, library) = real ? Real.Value : (SmallKnowledge.Files, SmallKnowledge.Library);
        var again = StoredLibrary.Read(StoredLibrary.Write(library), files).ShouldNotBeNull();
        var (before, after) = (Everything.Of(library), Everything.Of(again));
        before.Count.ShouldBeGreaterThan(1000);
        for (var line = 0; line < Math.Min(before.Count, after.Count); line++) after[line].ShouldBe(before[line]);
        after.Count.ShouldBe(before.Count);
    }

    [Fact]
    public void Storing_what_was_read_back_gives_the_same_bytes()
    {
        var stored = StoredLibrary.Write(Real.Value.Library);
        StoredLibrary.Write(StoredLibrary.Read(stored, Real.Value.Files)!).Span.SequenceEqual(stored.Span).ShouldBeTrue();
    }

    [Fact]
    public void The_files_of_the_cases_are_not_needed()
    {
        var documents = SmallKnowledge.Files.Where(file => !StoredLibrary.IsLeftOut(file.Path)).ToList();
        documents.Count.ShouldBeLessThan(SmallKnowledge.Files.Count);
        StoredLibrary.Read(StoredLibrary.Write(SmallKnowledge.Library), documents).ShouldNotBeNull().Cases.ShouldBeEmpty();
    }

    [Fact]
    public void Any_damaged_byte_is_noticed()
    {
        var stored = StoredLibrary.Write(SmallKnowledge.Library).ToArray();
        for (var at = 0; at < stored.Length; at += 7)
        {
            var damaged = stored.ToArray();
            damaged[at] ^= 1;
            StoredLibrary.Read(damaged, SmallKnowledge.Files).ShouldBeNull($"byte {at}");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(1000)]
    public void What_was_cut_short_is_refused(int length) =>
        StoredLibrary.Read(StoredLibrary.Write(SmallKnowledge.Library)[..length], SmallKnowledge.Files).ShouldBeNull();

    [Fact]
    public void Without_one_of_its_documents_it_is_refused() =>
        StoredLibrary.Read(StoredLibrary.Write(SmallKnowledge.Library), [.. SmallKnowledge.Files.Where(file => file.Path != SmallKnowledge.GuidelinePath)]).ShouldBeNull();

    [Fact]
    public void The_key_changes_with_any_byte_or_name_and_not_with_the_order()
    {
        List<FileBytes> files = [.. SmallKnowledge.Files.Select(file => new FileBytes(file.Path, Encoding.UTF8.GetBytes(file.Text)))];
        var key = StoredLibrary.Key(files);
        key.ShouldMatch("^[0-9a-f]{64}$");
        StoredLibrary.Key([.. Enumerable.Reverse(files)]).ShouldBe(key);
        for (var index = 0; index < files.Count; index++)
        {
            var bytes = files[index].Content.ToArray();
            bytes[^1] ^= 1;
            StoredLibrary.Key(With(index, files[index] with { Content = bytes })).ShouldNotBe(key);
            StoredLibrary.Key(With(index, files[index] with { Path = files[index].Path + "x" })).ShouldNotBe(key);
            StoredLibrary.Key([.. files.Where((_, other) => other != index)]).ShouldNotBe(key);
        }

        List<FileBytes> With(int index, FileBytes changed) => [.. files.Select((file, other) => other == index ? changed : file)];
    }

    /// <summary>Every public value that can be reached from a library, as lines of text. Cases and claims are left out, as they are from what is stored.</summary>
    private sealed class Everything
    {
        private readonly List<string> lines = [];
        internal static List<string> Of(Library library)
        {
            var all = new Everything();
            all.Add("library", library);
            return all.lines;
        }

        private void Add(string at, object? value)
        {
            switch (value)
            {
                case null or string or decimal or bool or Enum or int or ulong or Place:
                    lines.Add($"{at} = {value}");
                    break;
                case KnowledgeCase or Claim or Type:
                    break;
                case IEnumerable many:
                    var index = 0;
                    foreach (var one in many)
                        if (one is not (KnowledgeCase or Claim) && !(one is MarkdownDocument document && StoredLibrary.IsLeftOut(document.Source.Path))) Add($"{at}[{index++}]", one);
                    lines.Add($"{at}: {index}");
                    break;
                case var thing:
                    lines.Add($"{at} is {thing.GetType().Name}");
                    foreach (var property in thing.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0 && Applies(property, thing)))
                        Add($"{at}.{property.Name}", property.GetValue(thing));
                    break;
            }
        }

        /// <summary>An empty set of numbers has no ends, and a set of several no single value.</summary>
        private static bool Applies(PropertyInfo property, object thing) =>
            thing is not Knowledge.Values.ValueSet || property.Name is "Intervals" or "Mask" or "IsSingle" or "IsEmpty";
    }
}
