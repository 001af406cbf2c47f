using System.Collections.Immutable;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Explaining;

namespace Decidua.Server.Assessing;

/// <summary>Why: the rows that advise, and the derived values that they rest on, each built up row by row.</summary>
/// <param name="Advice">The advice.</param>
/// <param name="Answer">The guideline's answer.</param>
/// <param name="Rows">The rows that advise, with the table of each.</param>
/// <param name="Values">The derived values behind them, the nearest first.</param>
/// <param name="Assumed">The presumed facts that the advice rests on.</param>
/// <param name="Changes">The smallest changes that would take the first row away; empty while the advice is not certain.</param>
public sealed record AdviceReasons(
    SubjectAdvice Advice,
    GuidelineAnswer Answer,
    ImmutableArray<(DecisionTable Table, Row Row)> Rows,
    ImmutableArray<DerivedReason> Values,
    ImmutableArray<Fact> Assumed,
    ImmutableArray<Change> Changes);

/// <summary>A derived value that advice rests on.</summary>
/// <param name="Derived">What it came to.</param>
/// <param name="Sum">It in words: <c>antenatal score 3 = age 38 years (1) + …</c>.</param>
/// <param name="Lines">The rows that make it, each with what it counts.</param>
public sealed record DerivedReason(DerivedAnswer Derived, string Sum, ImmutableArray<ScoreLine> Lines)
{
    /// <summary>Whether the rows add up, so that their points are shown.</summary>
    public bool IsSum => Derived.Value.Type.IsNumeric;
}

/// <summary>Finds the reasons of advice.</summary>
public static class ReasonFindings
{
    /// <summary>The reasons of one subject's advice.</summary>
    /// <param name="consultation">The answer.</param>
    /// <param name="advice">The advice.</param>
    public static AdviceReasons Of(Consultation consultation, SubjectAdvice advice)
    {
        var answer = consultation.Assessment!.Of(advice.Guideline.Id)!;
        var rows = advice.Outcomes.SelectMany(outcome => outcome.Rows).Distinct().ToList();
        var placed = from table in answer.Guideline.Tables from row in table.Rows where rows.Contains(row) select (table, row);
        var derived = Because.Of(answer, rows).Select(reason => reason.Term.Derived).OfType<DerivedValue>()
            .Select(value => answer.DerivedValue(value.Address)).OfType<DerivedAnswer>();
        return new AdviceReasons(advice, answer, [.. placed], [.. derived.Select(one => Reason(answer, one)).Where(one => !one.Lines.IsEmpty || one.IsSum)],
            Because.Assumed(answer, rows, consultation.Facts), Changes(consultation, advice));
    }

    private static DerivedReason Reason(GuidelineAnswer answer, DerivedAnswer derived)
    {
        if (derived.Value.Type.IsNumeric) return new DerivedReason(derived, ScoreLine.Sum(answer, derived), ScoreLine.Of(answer, derived));
        var lines = derived.Rows.Select(row => Line(answer, row, Certainty.Certain)).Concat(derived.PossibleRows.Select(row => Line(answer, row, Certainty.Possible)));
        return new DerivedReason(derived, $"{derived.Value.Name}: {ValueText.Set(derived.Value.Type, derived.Values)}", [.. lines]);
    }

    private static ScoreLine Line(GuidelineAnswer answer, Row row, Certainty certainty) => new(row, 0, certainty,
        row.Conditions.IsEmpty ? "none of the reasons above it"
            : string.Join(" and ", row.Conditions.Select(condition => $"{condition.Term.Name} {ValueText.WithUnit(condition.Term.Type, answer.ValuesOf(condition.Term))}")));

    private static ImmutableArray<Change> Changes(Consultation consultation, SubjectAdvice advice) =>
        advice.IsCertain ? Explainer.Explain(consultation.Assessment!, advice.Outcomes[0].Rows[0].Address)?.Changes ?? [] : [];
}
