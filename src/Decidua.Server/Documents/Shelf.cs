using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Decidua.Knowledge;
using Decidua.Knowledge.Cases;
using Decidua.Knowledge.Protocols;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Vocabulary;
using Decidua.Planning;
using Decidua.Planning.Dosing;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Cases;
using Decidua.Reasoning.Deriving;
using Decidua.Reasoning.Facts;

namespace Decidua.Server.Documents;

/// <summary>The knowledge that a server answers from and shows, with what pages look up in it again and again. Immutable.</summary>
public sealed class Shelf
{
    private readonly Lazy<DoseFinder> doses;
    private readonly Lazy<Planner> planner;
    private readonly Lazy<FrozenDictionary<string, ImmutableArray<KnowledgeCase>>> cases;
    private readonly ConcurrentDictionary<string, ReadingKnowledge> readings = new(StringComparer.Ordinal);

    /// <summary>Compiles the knowledge.</summary>
    /// <param name="library">Checked knowledge.</param>
    public Shelf(Library library)
    {
        Library = library;
        Assessor = new Assessor(library);
        Topics = InOrder(library);
        doses = new(() => new DoseFinder(Assessor));
        planner = new(() => new Planner(Assessor));
        cases = new(() => CasesByRow(Assessor));
    }

    /// <summary>The knowledge.</summary>
    public Library Library { get; }

    /// <summary>The knowledge, compiled.</summary>
    public Assessor Assessor { get; }

    /// <summary>Every table of doses, found once.</summary>
    public DoseFinder Doses => doses.Value;

    /// <summary>Lays advice on the calendar.</summary>
    public Planner Planner => planner.Value;

    /// <summary>The facts by topic, in the order that the documents of the vocabulary give themselves; those that only planning reads (<c>for: planning</c>) are left out.</summary>
    public ImmutableArray<Topic> Topics { get; }

    /// <summary>What reading dated entries needs of the knowledge, by a protocol.</summary>
    /// <param name="protocol">A protocol of the knowledge; the default one when null.</param>
    public ReadingKnowledge Reading(Protocol? protocol) =>
        readings.GetOrAdd(protocol?.Id ?? "", _ => new ReadingKnowledge(Library, protocol));

    /// <summary>The hash of the knowledge as far as people compare it: <c>sha256:0675ca43</c>.</summary>
    public string ShortHash => Library.Hash[..Math.Min(Library.Hash.Length, "sha256:".Length + 12)];

    /// <summary>The worked cases in which a row applies, or which name it, in the order of their documents.</summary>
    /// <param name="row">The row.</param>
    public ImmutableArray<KnowledgeCase> CasesOf(Row row) => cases.Value.GetValueOrDefault(row.Address, []);

    private static ImmutableArray<Topic> InOrder(Library library)
    {
        var planning = library.Documents.Where(document => document["for"] == "planning").Select(document => document.Source.Path).ToHashSet();
        var order = library.Documents.ToFrozenDictionary(document => document.Source.Path,
            document => int.TryParse(document["order"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue);
        return
        [
            .. library.Vocabulary.Facts.Where(fact => !planning.Contains(fact.Place.File)).GroupBy(fact => (fact.Place.File, fact.Topic))
                .OrderBy(group => order.GetValueOrDefault(group.Key.File, int.MaxValue)).ThenBy(group => group.First().Index)
                .Select(group => new Topic(group.Key.Topic, group.Key.File, [.. group])),
        ];
    }

    private static FrozenDictionary<string, ImmutableArray<KnowledgeCase>> CasesByRow(Assessor assessor)
    {
        var trial = new CaseTrial(assessor);
        var found =
            from worked in assessor.Library.Cases
            let assessment = trial.Assess(worked, trial.FactsOf(worked))
            let firing = assessment.Answers.SelectMany(answer => answer.Guideline.Rows.Where(row => answer.StateOf(row) == RowState.Fires)).Select(row => row.Address)
            let named = worked.Expectations.OfType<Expectation.RowState>().Select(state => state.Address)
            from address in firing.Union(named)
            select (address, worked);
        return found.GroupBy(pair => pair.address).ToFrozenDictionary(group => group.Key, group => group.Select(pair => pair.worked).ToImmutableArray());
    }
}

/// <summary>Facts that belong together: one heading of the vocabulary.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Document">The path of the document that it stands in.</param>
/// <param name="Facts">The facts, in the order of the vocabulary.</param>
public sealed record Topic(string Title, string Document, ImmutableArray<Fact> Facts);
