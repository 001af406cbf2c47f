using Decidua.Knowledge;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Tests.Compiling;

/// <summary>The engine against the oracle on random documents: for known women, and for sets of women one by one.</summary>
public class RandomDocumentTests
{
    private const int Documents = 120;
    private const int WomenPerDocument = 40;
    private const int SetsPerDocument = 6;
    private const int MostConcrete = 700;

    private static IEnumerable<(RandomDocument Document, Library Library, Assessor Assessor)> All(int first)
    {
        for (var seed = first; seed < first + Documents; seed++)
        {
            var document = new RandomDocument(seed);
            if (document.Read() is { } library) yield return (document, library, new Assessor(library));
        }
    }

    [Fact]
    public void Known_women_get_the_answer_of_the_oracle()
    {
        var compared = 0;
        foreach (var (document, library, assessor) in All(1))
        {
            for (var i = 0; i < WomenPerDocument; i++, compared++)
            {
                var facts = document.Woman(library.Vocabulary, open: 0);
                Comparison.ShouldAgree(assessor.Assess(facts).Answers[0], facts);
            }
        }

        compared.ShouldBeGreaterThan(Documents * WomenPerDocument / 2, "most documents must pass the checker");
    }

    [Fact]
    public void A_set_of_women_gets_an_answer_that_holds_for_each_of_them()
    {
        var (sets, certain) = (0, 0);
        foreach (var (document, library, assessor) in All(1001))
        {
            for (var i = 0; i < SetsPerDocument; i++)
            {
                var facts = document.Woman(library.Vocabulary, open: 0.5);
                var women = RandomDocument.Concrete(facts).Take(MostConcrete + 1).ToList();
                if (women.Count > MostConcrete) continue;
                var answer = assessor.Assess(facts).Answers[0];
                ShouldHold(answer, women, document);
                sets++;
                certain += answer.Recommendations.Count(one => one.Certainty == Certainty.Certain);
            }
        }

        sets.ShouldBeGreaterThan(Documents);
        certain.ShouldBeGreaterThan(sets / 2, "some advice must be certain, or the test shows nothing");
    }

    private static void ShouldHold(GuidelineAnswer answer, List<WomanFacts> women, RandomDocument document)
    {
        var oracles = women.Select(woman => Oracle.Of(answer.Guideline, woman)).ToList();
        foreach (var derived in answer.Derived)
            Check(oracles.TrueForAll(oracle => oracle.Value(derived.Value).IsWithin(derived.Values)), () => $"a value of {derived.Value.Name} is missing");
        foreach (var table in answer.Guideline.Tables)
            foreach (var row in table.Rows) Check(StateHolds(answer.StateOf(row), oracles.Select(oracle => oracle.State(table, row)).ToHashSet()), () => $"{row.Address} is not {answer.StateOf(row)}");
        var said = oracles.Select((oracle, index) => oracle.Advice(Comparison.Gestation(women[index])).Select(WithoutRows).ToHashSet()).ToList();
        var possible = answer.Recommendations.Select(one => WithoutRows(Oracle.Show(one))).ToHashSet();
        foreach (var one in said) Check(one.IsSubsetOf(possible), () => $"{string.Join(" | ", one.Except(possible))} is missing from {string.Join(" | ", possible)}");
        foreach (var one in answer.Recommendations.Where(one => one.Certainty == Certainty.Certain).Select(one => WithoutRows(Oracle.Show(one))))
            Check(said.TrueForAll(advice => advice.Contains(one)), () => $"'{one}' is called certain and is not");
        var results = oracles.Select(oracle => oracle.Results().Select(line => line[..line.IndexOf(' ')]).ToHashSet()).ToList();
        foreach (var result in answer.Results)
            Check(result.Certainty != Certainty.Certain || results.TrueForAll(one => one.Contains(result.Row.Address)), () => $"{result.Row} is called certain and is not");
        var mayResult = answer.Results.Select(result => result.Row.Address).ToHashSet();
        Check(results.TrueForAll(one => one.IsSubsetOf(mayResult)), () => "a result is missing");

        void Check(bool holds, Func<string> finding) => Assert.True(holds, holds ? "" : $"{finding()}\n{document.Text}");
    }

    private static bool StateHolds(RowState state, HashSet<RowState> concrete) => state switch
    {
        RowState.Fires => concrete.SetEquals([RowState.Fires]),
        RowState.DoesNotFire => concrete.SetEquals([RowState.DoesNotFire]),
        RowState.SetAside => !concrete.Contains(RowState.Fires),
        _ => true,
    };

    private static string WithoutRows(string advice) => advice[..advice.IndexOf(" [", StringComparison.Ordinal)];
}
