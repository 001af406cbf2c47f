using System.Collections.Immutable;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Assessing;

namespace Decidua.Reasoning.Explaining;

/// <summary>One row that adds to a score, in words: <c>age 38 (1)</c>.</summary>
/// <param name="Row">The row.</param>
/// <param name="Points">What it adds.</param>
/// <param name="Certainty">Whether it certainly applies.</param>
/// <param name="Text">The facts it counts, with her values.</param>
public sealed record ScoreLine(Row Row, decimal Points, Certainty Certainty, string Text)
{
    /// <summary>The rows that make or may make a sum, certain ones first. Empty for a derived value that is not a sum.</summary>
    /// <param name="answer">The guideline's answer.</param>
    /// <param name="derived">One of its derived values.</param>
    public static ImmutableArray<ScoreLine> Of(GuidelineAnswer answer, DerivedAnswer derived)
    {
        if (!derived.Value.Type.IsNumeric) return [];
        return
        [
            .. derived.Rows.Select(row => Line(answer, row, Certainty.Certain)),
            .. derived.PossibleRows.Select(row => Line(answer, row, Certainty.Possible)),
        ];
    }

    /// <summary>The whole sum in words: <c>antenatal score 3 = age 38 (1) + booking BMI 33 kg/m² (1) + parity 3 (1)</c>.</summary>
    /// <param name="answer">The guideline's answer.</param>
    /// <param name="derived">One of its derived values.</param>
    public static string Sum(GuidelineAnswer answer, DerivedAnswer derived)
    {
        var text = $"{derived.Value.Name} {ValueText.Set(derived.Value.Type, derived.Values)}";
        var lines = Of(answer, derived);
        return lines.IsEmpty ? text
            : $"{text} = {string.Join(" + ", lines.Select(line => $"{line.Text} ({(line.Certainty == Certainty.Certain ? "" : "perhaps ")}{line.Points:0})"))}";
    }

    private static ScoreLine Line(GuidelineAnswer answer, Row row, Certainty certainty)
    {
        var facts = row.Conditions.Select(condition => Fact(condition, answer.ValuesOf(condition.Term)));
        var points = row.Outputs is [{ Value: ValueSet.Numbers { IsSingle: true } number }] ? number.Single : 0;
        return new ScoreLine(row, points, certainty, row.Conditions.IsEmpty ? "every woman" : string.Join(" and ", facts));
    }

    private static string Fact(Condition condition, ValueSet values)
    {
        var type = condition.Term.Type;
        if (type.Kind == FactKind.YesNo && type.Choice("yes") == values) return condition.Term.Name;
        return values.IsSingle ? $"{condition.Term.Name} {ValueText.WithUnit(type, values)}" : $"{condition.Term.Name} {ValueText.Set(type, condition.Values)}";
    }
}
