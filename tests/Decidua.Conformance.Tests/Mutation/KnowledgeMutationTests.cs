using System.Collections.Concurrent;
using System.Collections.Immutable;
using Decidua.Knowledge;
using Decidua.Knowledge.Cases;
using Decidua.Knowledge.Documents;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Cases;

namespace Decidua.Conformance.Tests.Mutation;

/// <summary>Changing one cell of a guideline must be noticed: the checker refuses the document, or a worked case fails.</summary>
public sealed class KnowledgeMutationTests
{
    private const string Whole = "rcog-37a-2015";

    /// <summary>The share of changes that must be noticed in a document that is not tried whole, and has not been worked through survivor by survivor.</summary>
    private const double LeastShare = 0.95;

    /// <summary>
    /// Every how many-th change of the other documents is tried; of RCOG 37a every one is. The environment variable
    /// DECIDUA_MUTATION_STEP sets another step for all, 1 tries all.
    /// </summary>
    private static readonly int? Step = int.TryParse(Environment.GetEnvironmentVariable("DECIDUA_MUTATION_STEP"), out var step) && step > 0 ? step : null;

    /// <summary>Changes after which every woman who can exist still gets the same answer, each with the reason. Nothing can notice them.</summary>
    private static readonly Dictionary<string, string> Equivalent = new()
    {
        ["rcog-37a-2015/stockings/STK-02 [mode of birth] 'elective caesarean, caesarean in labour' -> 'elective caesarean, caesarean in labour, not yet'"] =
            "the row asks for a woman after birth, and after a birth the mode of birth cannot be 'not yet' (consistency PHA-02)",
    };

    private static readonly Lazy<Library> Everything = new(() => LibraryReader.Read(Repository.Files()).Library!);

    [Fact]
    public void Every_change_of_one_cell_of_the_whole_guideline_is_noticed()
    {
        var (tried, survivors) = Try(Everything.Value.Guideline(Whole)!, Step ?? 1);
        Report(Whole, tried, survivors);
        survivors.Where(survivor => !Equivalent.ContainsKey(survivor)).ShouldBeEmpty();
    }

    [Fact]
    public void Nearly_every_change_of_one_cell_of_the_others_is_noticed()
    {
        const int sample = 11;
        foreach (var guideline in Everything.Value.Guidelines.Concat(Everything.Value.Planning).Where(guideline => guideline.Id != Whole))
        {
            var (tried, survivors) = Try(guideline, Step ?? sample);
            Report(guideline.Id, tried, survivors);
            if (tried > 1 / (1 - LeastShare)) (tried - survivors.Count).ShouldBeGreaterThanOrEqualTo((int)(tried * LeastShare), $"{guideline.Id}: {string.Join("; ", survivors)}");
        }
    }

    private static (int Tried, List<string> Survivors) Try(Guideline guideline, int step)
    {
        var part = PartFor(Everything.Value, guideline);
        var source = guideline.Document.Source;
        var mutations = CellMutations.Of(guideline).Where((_, index) => index % step == 0).ToList();
        var survivors = new ConcurrentBag<string>();
        Parallel.ForEach(mutations, mutation =>
        {
            var changed = CellMutations.Apply(source.NormalText, mutation);
            if (changed == source.NormalText || !IsNoticed(part, source with { Text = changed })) survivors.Add(mutation.ToString());
        });
        return (mutations.Count, [.. survivors.Order(StringComparer.Ordinal)]);
    }

    private static void Report(string guideline, int tried, List<string> survivors)
    {
        var share = tried == 0 ? 100 : 100.0 * (tried - survivors.Count) / tried;
        TestContext.Current.SendDiagnosticMessage($"{guideline}: {tried - survivors.Count} of {tried} changes were noticed ({share:0.00} %).");
        if (Environment.GetEnvironmentVariable("DECIDUA_MUTATION_REPORT") is { Length: > 0 } report)
            File.AppendAllLines(report, survivors.Prepend($"{guideline}: {tried - survivors.Count} of {tried} noticed ({share:0.00} %)"));
    }

    /// <summary>The knowledge without the guidelines that a change of one cannot reach, and without what cases expect of those.</summary>
    private static Library PartFor(Library library, Guideline changed)
    {
        var reached = library.Guidelines.Concat(library.Planning).Where(guideline => guideline == changed || Uses(guideline, changed)).ToList();
        var kept = reached.Concat(reached.SelectMany(Used)).Distinct().OrderBy(guideline => guideline.Id, StringComparer.Ordinal).ToImmutableArray();
        var ids = reached.Select(guideline => guideline.Id).ToHashSet();
        return new Library
        {
            Hash = library.Hash,
            Vocabulary = library.Vocabulary,
            Consistency = library.Consistency,
            Guidelines = [.. kept.Where(library.Guidelines.Contains)],
            Planning = [.. kept.Where(library.Planning.Contains)],
            Protocols = library.Protocols,
            CodeSets = library.CodeSets,
            Trials = library.Trials,
            Claims = library.Claims,
            Cases = [.. library.Cases.Select(worked => About(worked, ids)).OfType<KnowledgeCase>()],
            Documents = [.. library.Documents.Where(document => document.Source.Folder is not ("guidelines" or "planning") || kept.Any(guideline => guideline.Document == document))],
        };

        static bool Uses(Guideline guideline, Guideline other) => guideline.Uses.Any(used => used == other || Uses(used, other));

        static IEnumerable<Guideline> Used(Guideline guideline) => guideline.Uses.Concat(guideline.Uses.SelectMany(Used));
    }

    private static KnowledgeCase? About(KnowledgeCase worked, HashSet<string> guidelines)
    {
        var kept = worked.Expectations.Where(expectation => guidelines.Contains(expectation.Guideline)).ToImmutableArray();
        return kept.IsEmpty ? null : new KnowledgeCase { Title = worked.Title, Place = worked.Place, Story = worked.Story, Facts = worked.Facts, Expectations = kept };
    }

    private static bool IsNoticed(Library library, SourceFile changed)
    {
        if (LibraryReader.Replace(library, changed).Library is not { } other) return true;
        var trial = new CaseTrial(new Assessor(other));
        return other.Cases.Any(worked => !trial.Run(worked).IsEmpty);
    }
}
