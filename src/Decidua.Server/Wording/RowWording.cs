using Decidua.Knowledge;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;

namespace Decidua.Server.Wording;

/// <summary>Reads a row of a decision table aloud, in one sentence made of its cells.</summary>
public static class RowWording
{
    /// <summary>
    /// The sentence: <c>If phase is pregnant and antenatal score is at least 4: consider LMWH, prophylactic dose, from now until
    /// labour, because of an antenatal score of 4 or more.</c>
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="row">One of its rows.</param>
    public static string Sentence(DecisionTable table, Row row) => $"{When(table, row)}: {Then(table, row)}.";

    /// <summary>One condition in words: <c>dosing weight is 50 to 90 kg</c>.</summary>
    /// <param name="condition">The condition.</param>
    public static string Words(Condition condition)
    {
        var type = condition.Term.Type;
        const string opening = "not(";
        if (condition.Text.StartsWith(opening, StringComparison.Ordinal) && condition.Text.EndsWith(')'))
            return $"{condition.Term.Name} is not {string.Join(" nor ", condition.Text[opening.Length..^1].Split(',', StringSplitOptions.TrimEntries))}";
        return $"{condition.Term.Name} is {Bound(condition.Text) ?? ValueText.Set(type, condition.Values)}{Unit(type)}";
    }

    /// <summary>A comparison as it is printed: <c>more than 35</c> for <c>&gt; 35</c>; null for other tests.</summary>
    private static string? Bound(string cell)
    {
        if (cell.Contains(',', StringComparison.Ordinal)) return null;
        foreach (var (sign, words) in new[] { (">=", "at least"), ("<=", "at most"), (">", "more than"), ("<", "less than") })
            if (cell.StartsWith(sign, StringComparison.Ordinal)) return $"{words} {cell[sign.Length..].Trim()}";
        return null;
    }

    private static string Unit(FactType type) => type.Unit is "" or "a" or "1" ? "" : " " + ValueText.Unit(type.Unit);

    /// <summary>One result with its unit: <c>enoxaparin daily 40 mg (prophylactic)</c>.</summary>
    /// <param name="output">An output that is not a dash.</param>
    public static string Words(Output output)
    {
        var unit = output.Column.Unit;
        if (unit.Length == 0) return $"{output.Column.Name} {output.Text}";
        var amount = output.PerKilogram ? output.Text.Replace(" per kg", $" {unit} per kg", StringComparison.Ordinal) : $"{output.Text} {unit}";
        return DoseColumn.Parse(output.Column) is not { } dose ? $"{output.Column.Quantity} {amount}"
            : dose.Intensity == Intensity.None ? $"{dose.Given} {amount}" : $"{dose.Given} {amount} ({dose.Intensity.Word()})";
    }

    /// <summary>How a row was compared with the publisher's text, in words for readers.</summary>
    /// <param name="how">How it was checked.</param>
    public static string Words(Checked how) => how switch
    {
        Checked.Primary => "read in the publisher's own text",
        Checked.Reproduced => "seen in a table or text that reproduces the publisher's",
        Checked.Secondary => "seen only in a text that reports it; not yet checked against the original",
        Checked.Recalled => "written from knowledge; not yet checked against the original",
        _ => throw new ArgumentOutOfRangeException(nameof(how)),
    };

    /// <summary>Whether readers have to be told that a row was not yet checked against the original.</summary>
    /// <param name="how">How it was checked.</param>
    public static bool IsUnchecked(Checked how) => how > Checked.Reproduced;

    /// <summary>A grade with its explanation in the publisher's scale: <c>D, expert opinion</c>; empty when the row has none.</summary>
    /// <param name="guideline">The guideline.</param>
    /// <param name="grade">The grade, or an empty string.</param>
    public static string Grade(Guideline guideline, string grade) => grade.Length == 0 ? ""
        : guideline.Document.Grades.TryGetValue(grade, out var meaning) ? $"{grade}, {meaning}" : grade;

    private static string When(DecisionTable table, Row row)
    {
        var first = table.Policy == HitPolicy.First && table.Rows.IndexOf(row) > 0;
        if (row.Conditions.IsEmpty) return first ? "If no row above applies" : "For every woman";
        return $"If {(first ? "no row above applies and " : "")}{string.Join(" and ", row.Conditions.Select(Words))}";
    }

    private static string Then(DecisionTable table, Row row)
    {
        if (table.GivesAdvice)
        {
            if (row.Advice is not { } advice) return "this table advises nothing";
            var sentence = AdviceWording.Within(AdviceWording.Sentence(advice));
            return advice.Reason.Length > 0 ? $"{sentence} ({advice.Reason})" : sentence;
        }

        if (table.Decides is { } value)
        {
            var text = row.Outputs[0].Text;
            return table.Policy == HitPolicy.Sum ? $"add {text} to the {value.Name}" : $"{value.Name} is {text}";
        }

        var given = row.Outputs.Where(output => output.Text.Length > 0).Select(Words).ToList();
        return given.Count == 0 ? "this table gives nothing" : string.Join(", ", given);
    }
}
