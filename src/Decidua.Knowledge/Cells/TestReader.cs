using Decidua.Clinical.Issues;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Values;

namespace Decidua.Knowledge.Cells;

/// <summary>
/// Reads the test of an input cell (an S-FEEL unary test) into the set of values that pass it:
/// <c>-</c>, <c>yes</c>, <c>low risk, high risk</c>, <c>not(none)</c>, <c>35</c>, <c>&gt; 35</c>, <c>[30..40)</c>, <c>&lt; 37+0</c>, <c>12 h</c>.
/// </summary>
/// <param name="type">The type of what is tested.</param>
/// <param name="issues">Receives what is wrong.</param>
public sealed class TestReader(FactType type, ICollection<Issue> issues)
{
    private static readonly string[] Comparisons = [">=", "<=", ">", "<"];

    /// <summary>Reads a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>The passing values (everything for a dash), or null when the cell is not understood, with an issue.</returns>
    public ValueSet? Read(Cell cell)
    {
        var text = cell.Text;
        if (text.Length == 0) return Malformed(cell, "a test, or - where any value passes");
        if (cell.IsDash) return type.Everything;
        if (!text.StartsWith("not(", StringComparison.Ordinal) || !text.EndsWith(')')) return Listed(cell);
        const int opening = 4;
        var lead = text.Length - text[opening..].TrimStart().Length;
        var inner = new Cell(text[opening..^1].Trim(), cell.Place with { Column = cell.Place.Column + lead });
        if (inner.IsDash) return Malformed(cell, "values between the parentheses of 'not(…)'");
        return Listed(inner) is { } excluded ? NotEmpty(cell, type.Complement(excluded)) : null;
    }

    private ValueSet? Listed(Cell cell) => type.IsNumeric ? Numbers(cell) : Choices(cell);

    private ValueSet? Choices(Cell cell)
    {
        var mask = 0UL;
        foreach (var name in cell.Text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (type.Choice(name) is ValueSet.Choices choice)
            {
                mask |= choice.Mask;
                continue;
            }

            issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.UnknownChoiceInCell,
                $"Expected {string.Join(", ", type.Choices)}; found '{name}'.", type.ChoiceHint(name)));
            return null;
        }

        return new ValueSet.Choices(mask);
    }

    private ValueSet? Numbers(Cell cell)
    {
        for (var at = 1; at < cell.Text.Length - 1; at++)
            if (cell.Text[at] == ',' && char.IsAsciiDigit(cell.Text[at - 1]) && char.IsAsciiDigit(cell.Text[at + 1]))
                return Malformed(cell, "numbers without separators (a list has a blank after each comma)");
        var intervals = new List<Interval>();
        foreach (var part in cell.Text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (Interval(cell, part) is not { } interval || NotEmpty(cell, type.Numbers(interval), part) is null) return null;
            intervals.Add(interval);
        }

        return type.Numbers(intervals);
    }

    private Interval? Interval(Cell cell, string text)
    {
        if (text.Length > 2 && text[0] is '[' or '(' && text[^1] is ']' or ')' && text.IndexOf("..", StringComparison.Ordinal) is > 0 and var dots)
        {
            return Bound(cell, text[1..dots]) is { } low && Bound(cell, text[(dots + 2)..^1]) is { } high
                ? new Interval(low, text[0] == '[', high, text[^1] == ']')
                : null;
        }

        if (Comparisons.FirstOrDefault(sign => text.StartsWith(sign, StringComparison.Ordinal)) is { } comparison)
        {
            if (Bound(cell, text[comparison.Length..]) is not { } bound) return null;
            var closed = comparison.EndsWith('=');
            return comparison[0] == '>'
                ? new Interval(bound, closed, type.Range.High, type.Range.HighClosed)
                : new Interval(type.Range.Low, type.Range.LowClosed, bound, closed);
        }

        return Bound(cell, text) is { } value ? Values.Interval.Point(value) : null;
    }

    private decimal? Bound(Cell cell, string text)
    {
        if (Literal.Number(type, text.Trim()) is not { } number)
        {
            Malformed(cell, Expectation);
            return null;
        }

        if (!type.Range.Contains(number))
        {
            issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.CellOutOfRange,
                $"Expected values within {ValueText.Number(type, type.Range.Low)} to {ValueText.Number(type, type.Range.High)}; found '{text.Trim()}'."));
            return null;
        }

        return number;
    }

    private ValueSet? NotEmpty(Cell cell, ValueSet set, string? part = null)
    {
        if (!set.IsEmpty) return set;
        issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.MalformedCell, $"No value can pass the test '{part ?? cell.Text}'."));
        return null;
    }

    private ValueSet? Malformed(Cell cell, string expectation)
    {
        issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.MalformedCell, $"Expected {expectation}; found '{cell.Text}'."));
        return null;
    }

    private string Expectation => type.Kind switch
    {
        FactKind.Gestation => "a gestational age such as 28+0, < 37+0 or [14+0..28+0)",
        FactKind.Duration => "a length of time such as 12 h, > 24 h or [0 h..12 h)",
        FactKind.Count => "a whole number such as 3, >= 3 or [1..4]",
        _ => "a number such as 30, >= 30 or [30..40)",
    };
}
