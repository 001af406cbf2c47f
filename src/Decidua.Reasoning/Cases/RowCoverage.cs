using System.Collections.Immutable;
using Decidua.Knowledge;
using Decidua.Knowledge.Cases;
using Decidua.Knowledge.Tables;
using Decidua.Reasoning.Assessing;

namespace Decidua.Reasoning.Cases;

/// <summary>How far the worked cases reach into one guideline.</summary>
/// <param name="Guideline">The guideline.</param>
/// <param name="Cases">The number of cases that expect something of it.</param>
/// <param name="NeverFires">Rows that certainly apply in none of these cases.</param>
/// <param name="AlwaysFires">Rows that certainly apply in all of them.</param>
public sealed record RowCoverage(Guideline Guideline, int Cases, ImmutableArray<Row> NeverFires, ImmutableArray<Row> AlwaysFires)
{
    /// <summary>The number of rows that apply in one of its cases and do not in another.</summary>
    public int Covered => Guideline.Rows.Count() - NeverFires.Union(AlwaysFires).Count();

    /// <summary>
    /// Tries every row of every guideline against the cases that expect something of that guideline: a case about another one
    /// covers nothing here.
    /// </summary>
    /// <param name="assessor">The knowledge.</param>
    /// <param name="cases">The cases.</param>
    public static ImmutableArray<RowCoverage> Of(Assessor assessor, IEnumerable<KnowledgeCase> cases)
    {
        var trial = new CaseTrial(assessor);
        var byGuideline = cases.SelectMany(worked => worked.Expectations.Select(expectation => expectation.Guideline).Distinct().Select(id => (id, worked)))
            .ToLookup(pair => pair.id, pair => pair.worked);
        return [.. assessor.Library.Guidelines.Concat(assessor.Library.Planning).Select(guideline => Of(assessor, trial, guideline, [.. byGuideline[guideline.Id]]))];
    }

    private static RowCoverage Of(Assessor assessor, CaseTrial trial, Guideline guideline, List<KnowledgeCase> cases)
    {
        var never = guideline.Rows.ToHashSet();
        var always = guideline.Rows.ToHashSet();
        foreach (var worked in cases)
        {
            var answer = assessor.Assess(trial.FactsOf(worked), null, guideline.Id).Answers[0];
            never.RemoveWhere(row => answer.StateOf(row) == RowState.Fires);
            always.RemoveWhere(row => answer.StateOf(row) != RowState.Fires);
        }

        return new RowCoverage(guideline, cases.Count, [.. guideline.Rows.Where(never.Contains)], [.. guideline.Rows.Where(always.Contains)]);
    }
}
