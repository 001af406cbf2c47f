using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Exchange.RecordFile;
using Decidua.Knowledge.Vocabulary;
using Decidua.Reasoning.Deriving;
using Decidua.Reasoning.Facts;
using NodaTime;

namespace Decidua.Server.Entering;

/// <summary>
/// The dated entries of the page and the facts that follow from them. They are read as the record file that they would be, so that
/// the page refuses what the command line refuses, in the same words.
/// </summary>
public sealed class History
{
    private const string NewField = "_add";
    private const string RemoveField = "_remove";

    private History(ImmutableArray<HistoryEntry> entries, ImmutableDictionary<Fact, FactState> derived, ImmutableArray<Fact> unusable)
    {
        Entries = entries;
        Derived = derived;
        Unusable = unusable;
    }

    /// <summary>The entries in the order of the form, a blank one among them when somebody asked for one.</summary>
    public ImmutableArray<HistoryEntry> Entries { get; }

    /// <summary>The facts that follow from the entries.</summary>
    public ImmutableDictionary<Fact, FactState> Derived { get; }

    /// <summary>The facts that would follow if the entries could be used; they are left open, not presumed.</summary>
    public ImmutableArray<Fact> Unusable { get; }

    /// <summary>Whether something is wrong, so that no fact follows.</summary>
    public bool HasErrors => Entries.Any(entry => entry.Issues.Any(issue => issue.Severity == Severity.Error));

    /// <summary>Whether nothing was entered.</summary>
    public bool IsEmpty => Entries.All(entry => entry.IsBlank);

    /// <summary>The entries of one kind.</summary>
    /// <param name="kind">The kind.</param>
    public IEnumerable<HistoryEntry> Of(HistoryKind kind) => Entries.Where(entry => entry.Kind == kind);

    /// <summary>Whether a field of the form belongs to the dated entries.</summary>
    /// <param name="name">The name of the field.</param>
    public static bool IsField(string name) =>
        name is NewField or RemoveField || HistoryKind.All.Any(kind => name.StartsWith($"_{kind.Id}-", StringComparison.Ordinal));

    /// <summary>Reads the fields of the form.</summary>
    /// <param name="fields">All fields with what was written.</param>
    /// <param name="knowledge">What deriving needs of the knowledge.</param>
    /// <param name="asOf">The day of the answer.</param>
    public static History Read(IReadOnlyDictionary<string, string[]> fields, ReadingKnowledge knowledge, LocalDate asOf)
    {
        var entries = HistoryKind.All.SelectMany(kind => EntriesOf(kind, fields)).ToImmutableArray();
        var used = HistoryKind.All.Where(kind => entries.Any(entry => entry.Kind == kind && !entry.IsBlank)).Select(kind => kind.Derivation).ToHashSet();
        var concerned = knowledge.Library.Vocabulary.Facts.Where(fact => used.Contains(fact.DerivedBy)).ToImmutableArray();
        if (used.Count == 0) return new History(entries, ImmutableDictionary<Fact, FactState>.Empty, []);
        var file = HistoryFile.Write([.. entries.Where(entry => !entry.IsBlank)]);
        var reading = RecordFileReader.Read(file.Bytes, "entries");
        IEnumerable<Issue> issues = [.. file.Issues, .. reading.Issues];
        if (file.Issues.IsEmpty && reading.Value is { } content)
        {
            var derived = Derivation.Derive(content.Record, asOf, knowledge);
            issues = [.. issues, .. derived.Issues.Where(issue => issue.Code != IssueCode.UnrecognisedCode)];
            if (derived.Value is { } facts)
                return new History(WithIssues(entries, issues), Follow(concerned, facts), []);
        }

        return new History(WithIssues(entries, issues), ImmutableDictionary<Fact, FactState>.Empty, concerned);
    }

    private static ImmutableDictionary<Fact, FactState> Follow(ImmutableArray<Fact> concerned, WomanFacts facts) =>
        concerned.Where(fact => facts[fact].Standing != Standing.Assumed).ToImmutableDictionary(fact => fact, fact => facts[fact]);

    private static IEnumerable<HistoryEntry> EntriesOf(HistoryKind kind, IReadOnlyDictionary<string, string[]> fields)
    {
        const int mostEntries = 40;
        var prefix = $"_{kind.Id}-";
        var removed = fields.GetValueOrDefault(RemoveField, []).FirstOrDefault("");
        var numbers = fields.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => int.TryParse(name[prefix.Length..].Split('-')[0], out var number) ? number : 0).Where(number => number > 0).Distinct().Order();
        var entries = numbers.Select(number => new HistoryEntry(kind, number, Texts(kind, number, fields)))
            .Where(entry => !entry.IsBlank && entry.Id != removed).Take(mostEntries).ToList();
        var wanted = fields.GetValueOrDefault(NewField, []).Contains(kind.Id) && entries.Count < mostEntries;
        return wanted
            ? entries.Append(new HistoryEntry(kind, entries.Count == 0 ? 1 : entries.Max(entry => entry.Number) + 1, ImmutableDictionary<string, string>.Empty))
            : entries;
    }

    private static ImmutableDictionary<string, string> Texts(HistoryKind kind, int number, IReadOnlyDictionary<string, string[]> fields) => kind.Fields
        .Select(field => (field.Member, Text: fields.GetValueOrDefault($"_{kind.Id}-{number}-{field.Member}", []).FirstOrDefault("")))
        .Where(pair => pair.Text.Length > 0).ToImmutableDictionary(pair => pair.Member, pair => pair.Text);

    /// <summary>Puts every issue beside the entry whose place it names; what names none stands beside the last entry.</summary>
    private static ImmutableArray<HistoryEntry> WithIssues(ImmutableArray<HistoryEntry> entries, IEnumerable<Issue> issues)
    {
        var places = new Dictionary<HistoryEntry, string>();
        foreach (var kind in HistoryKind.All)
            foreach (var (entry, index) in entries.Where(entry => entry.Kind == kind && !entry.IsBlank).Select((entry, index) => (entry, index)))
                places[entry] = $"record.{kind.List}[{index}]";
        var last = places.Keys.Last();
        var found = issues.ToLookup(issue => places.FirstOrDefault(place => issue.At.Contains(place.Value, StringComparison.Ordinal)).Key ?? last);
        return [.. entries.Select(entry => entry with { Issues = [.. found[entry].Distinct()] })];
    }
}
