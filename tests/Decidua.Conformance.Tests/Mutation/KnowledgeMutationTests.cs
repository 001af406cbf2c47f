using System.Collections.Concurrent;
using Decidua.Knowledge;
using Decidua.Knowledge.Documents;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Cases;

namespace Decidua.Conformance.Tests.Mutation;

/// <summary>Changing one cell of a guideline must be noticed: the checker refuses the document, or a worked case fails.</summary>
public sealed class KnowledgeMutationTests
{
    /// <summary>Every how many-th change is tried; 1 tries all. The environment variable DECIDUA_MUTATION_STEP sets another.</summary>
    private static readonly int Step = int.TryParse(Environment.GetEnvironmentVariable("DECIDUA_MUTATION_STEP"), out var step) && step > 0 ? step : 1;

    /// <summary>Changes after which every woman who can exist still gets the same answer, each with the reason. Nothing can notice them.</summary>
    private static readonly Dictionary<string, string> Equivalent = new()
    {
        ["rcog-37a-2015/stockings/STK-02 [mode of birth] 'elective caesarean, caesarean in labour' -> 'elective caesarean, caesarean in labour, not yet'"] =
            "the row asks for a woman after birth, and after a birth the mode of birth cannot be 'not yet' (consistency PHA-02)",
    };

    [Fact]
    public void Every_change_of_one_cell_is_noticed()
    {
        var library = LibraryReader.Read(Repository.Files()).Library!;
        var survivors = new ConcurrentBag<string>();
        var tried = 0;
        foreach (var guideline in library.Guidelines)
        {
            var source = guideline.Document.Source;
            var mutations = CellMutations.Of(guideline).Where((_, index) => index % Step == 0).ToList();
            tried += mutations.Count;
            Parallel.ForEach(mutations, mutation =>
            {
                var changed = CellMutations.Apply(source.NormalText, mutation);
                if (changed == source.NormalText || !IsNoticed(library, source with { Text = changed })) survivors.Add(mutation.ToString());
            });
        }

        var share = 100.0 * (tried - survivors.Count) / tried;
        TestContext.Current.SendDiagnosticMessage($"{tried - survivors.Count} of {tried} changes were noticed ({share:0.00} %).");
        if (Environment.GetEnvironmentVariable("DECIDUA_MUTATION_REPORT") is { Length: > 0 } report)
            File.WriteAllLines(report, survivors.Order(StringComparer.Ordinal).Prepend($"{tried - survivors.Count} of {tried} noticed ({share:0.00} %)"));
        survivors.Where(survivor => !Equivalent.ContainsKey(survivor)).Order(StringComparer.Ordinal).ShouldBeEmpty();
    }

    private static bool IsNoticed(Library library, SourceFile changed)
    {
        if (LibraryReader.Replace(library, changed).Library is not { } other) return true;
        var trial = new CaseTrial(new Assessor(other));
        return other.Cases.Any(worked => !trial.Run(worked).IsEmpty);
    }
}
