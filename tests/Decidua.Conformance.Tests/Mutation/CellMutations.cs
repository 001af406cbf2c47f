using System.Globalization;
using System.Text.RegularExpressions;
using Decidua.Knowledge;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;

namespace Decidua.Conformance.Tests.Mutation;

/// <summary>One change of one cell, or the removal of one row.</summary>
/// <param name="Row">Address of the row.</param>
/// <param name="Column">The heading of the cell's column; empty when the row is removed.</param>
/// <param name="Cell">The cell; for a removed row its id.</param>
/// <param name="With">What stands there instead.</param>
internal sealed record CellMutation(string Row, string Column, Cell Cell, string With)
{
    public override string ToString() => Column.Length == 0 ? $"{Row} removed" : $"{Row} [{Column}] '{Cell.Text}' -> '{With}'";
}

/// <summary>Makes every small change of the cells that decide something: not of source, note and the like.</summary>
internal static partial class CellMutations
{
    private static readonly string[] NotMutated = ["source", "checked", "note", "strength", "overrides", "evidence", "→ reason", "fact"];

    public static IEnumerable<CellMutation> Of(Guideline guideline)
    {
        foreach (var table in guideline.Tables)
        {
            foreach (var row in table.Rows)
            {
                var cells = table.Layout.Rows.First(cells => cells[0].Place == row.Place);
                yield return new CellMutation(row.Address, "", cells[0], "");
                for (var column = 1; column < cells.Length; column++)
                {
                    var heading = table.Layout.Header[column].Text;
                    if (NotMutated.Contains(heading)) continue;
                    foreach (var other in Others(table, row, heading, cells[column].Text).Where(other => other != cells[column].Text).Distinct())
                        yield return new CellMutation(row.Address, heading, cells[column], other);
                }
            }
        }
    }

    /// <summary>The file with the change made.</summary>
    public static string Apply(string text, CellMutation mutation)
    {
        var lines = text.Split('\n');
        var index = mutation.Cell.Place.Line - 1;
        if (mutation.Column.Length == 0) return string.Join('\n', lines.Where((_, line) => line != index));
        var at = mutation.Cell.Place.Column - 1;
        lines[index] = lines[index][..at] + mutation.With + lines[index][(at + mutation.Cell.Text.Length)..];
        return string.Join('\n', lines);
    }

    private static IEnumerable<string> Others(DecisionTable table, Row row, string heading, string text) => heading switch
    {
        "→ advice" => text == "-" ? [] : [text == "offer" ? "consider" : "offer", text == "refer" ? "test" : "refer"],
        "→ channel" => text == "-" ? [] : ["another channel"],
        "→ subject" => text == "-" ? [] : [text + " of another kind"],
        "→ intensity" => text == "-" ? table.Rows.Any(other => other.Advice == row.Advice && row.Advice is not null) && row.Advice is not null ? ["therapeutic"] : [] : IntensityWords.All.Where(word => word != text).Take(1),
        "→ from" or "→ until" => text == "-" ? [] : [text == "now" ? "embryo transfer" : "now"],
        _ when heading.StartsWith('→') => Outputs(table, heading[1..].Trim(), text),
        _ => Tests(TermOf(table, row, heading), text),
    };

    private static Term? TermOf(DecisionTable table, Row row, string heading) => heading == "is"
        ? row.Conditions.Select(condition => condition.Term).FirstOrDefault()
        : table.Inputs.FirstOrDefault(term => heading == term.Name || heading.StartsWith(term.Name + " (", StringComparison.Ordinal));

    private static IEnumerable<string> Outputs(DecisionTable table, string name, string text)
    {
        if (text == "-") return [];
        var column = table.OutputColumns.First(column => column.Name == name);
        return column.Derived is { } derived ? Tests(Term.Of(derived), text)
            : Number().IsMatch(text) ? [Number().Replace(text, match => (Parse(match.Value) + 1).ToString(CultureInfo.InvariantCulture), 1)]
            : [text + " changed"];
    }

    private static IEnumerable<string> Tests(Term? term, string text)
    {
        if (term is null || text == "-") return [];
        var type = term.Type;
        if (!type.IsNumeric) return Choices(type, text);
        return type.Kind switch
        {
            FactKind.Gestation => Steps(text, Weeks(), match => Days(match, 1), match => Days(match, -1)).Concat(Signs(text)),
            FactKind.Count => Steps(text, Number(), match => Plus(match, 1), match => Plus(match, -1)),
            FactKind.Duration => Steps(text, Number(), match => Plus(match, 1), match => Plus(match, -1)).Concat(Signs(text)),
            _ => Steps(text, Number(), match => Plus(match, 1), match => Plus(match, -1)).Concat(Signs(text)),
        };
    }

    private static IEnumerable<string> Choices(FactType type, string text)
    {
        var inner = text.StartsWith("not(", StringComparison.Ordinal) ? text[4..^1] : text;
        var names = inner.Split(", ");
        if (names.Length > 1) foreach (var name in names) yield return text.Replace(inner, string.Join(", ", names.Where(other => other != name)));
        var missing = type.Choices.Except(names).FirstOrDefault();
        if (missing is null) yield break;
        if (names.Length == 1) yield return text.Replace(inner, missing);
        else yield return text.Replace(inner, inner + ", " + missing);
    }

    private static IEnumerable<string> Steps(string text, Regex number, params MatchEvaluator[] steps) =>
        from match in number.Matches(text)
        from step in steps
        select text[..match.Index] + step(match) + text[(match.Index + match.Length)..];

    /// <summary>The same with an end that belongs to the interval taken out, or the other way round.</summary>
    private static IEnumerable<string> Signs(string text)
    {
        if (text.StartsWith(">=", StringComparison.Ordinal) || text.StartsWith("<=", StringComparison.Ordinal)) yield return text[..1] + text[2..];
        else if (text[0] is '>' or '<') yield return text[..1] + "=" + text[1..];
        if (text.Contains("..", StringComparison.Ordinal))
        {
            yield return (text[0] == '[' ? '(' : '[') + text[1..];
            yield return text[..^1] + (text[^1] == ']' ? ')' : ']');
        }
    }

    private static decimal Parse(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Plus(Match match, decimal step) => Math.Max(0, Parse(match.Value) + step).ToString(CultureInfo.InvariantCulture);

    private static string Days(Match match, int step)
    {
        var days = Math.Max(0, (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) * 7) + int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) + step);
        return $"{days / 7}+{days % 7}";
    }

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"(\d+)\+(\d)")]
    private static partial Regex Weeks();
}
