using System.Collections.Immutable;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Assessing;

namespace Decidua.Reasoning.Explaining;

/// <summary>Explains a row for one woman.</summary>
public static class Explainer
{
    /// <summary>Explains why a row applies or not.</summary>
    /// <param name="assessment">The answer.</param>
    /// <param name="address">Address of the row.</param>
    /// <returns>The explanation; null when no guideline of the assessment has the row.</returns>
    public static Explanation? Explain(Assessment assessment, string address)
    {
        if (assessment.Library.Find(address) is not { } found || assessment.Of(found.Guideline.Id) is not { } answer) return null;
        return new Explanation
        {
            Row = found.Row,
            Table = found.Table,
            State = answer.StateOf(found.Row),
            Conditions = [.. found.Row.Conditions.Select(condition => Find(answer, condition))],
            KeptBackBy = KeptBackBy(answer, found.Table, found.Row),
            Changes = FlipSearch.Find(assessment, answer, found.Row),
        };
    }

    /// <summary>The conditions of a row with what was found for each.</summary>
    /// <param name="answer">The guideline's answer.</param>
    /// <param name="condition">A condition of one of its rows.</param>
    public static ConditionFinding Find(GuidelineAnswer answer, Condition condition)
    {
        var values = answer.ValuesOf(condition.Term);
        var holding = values.IsWithin(condition.Values) ? Holding.Yes : values.Meets(condition.Values) ? Holding.Possibly : Holding.No;
        var derived = condition.Term.Derived is { } value ? answer.DerivedValue(value.Address) : null;
        return new ConditionFinding(condition, values, holding, derived is null ? [] : [.. derived.Rows, .. derived.PossibleRows]);
    }

    private static ImmutableArray<Row> KeptBackBy(GuidelineAnswer answer, DecisionTable table, Row row)
    {
        var earlier = table.Policy == HitPolicy.First
            ? table.Rows.TakeWhile(other => other != row).Where(other => answer.StateOf(other) is RowState.Fires or RowState.SetAside)
            : [];
        var exceptions = answer.Guideline.Rows.Where(other => other.Overrides.Contains(row.Address) && answer.StateOf(other) is RowState.Fires or RowState.Possible);
        return [.. earlier, .. exceptions];
    }
}
