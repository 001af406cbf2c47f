using System.Text.RegularExpressions;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;

namespace Decidua.Server.Entering;

/// <summary>
/// Reads what somebody typed or chose for one fact. It forgives what cannot be misunderstood (case, blanks, a repeated unit,
/// <c>12h</c> or <c>12 hours</c>) and refuses the rest with an issue that names the remedy.
/// </summary>
public static partial class EntryReader
{
    /// <summary>The value by which a form says that a presumed fact is to be left open.</summary>
    public const string NotKnown = "unknown";

    private const int LongestEntry = 200;

    /// <summary>Reads one entry.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="text">The text, not empty.</param>
    /// <returns>The values (everything for <c>not known</c>), or the issue.</returns>
    public static (ValueSet? Values, Issue? Issue) Read(Fact fact, string text)
    {
        text = Blanks().Replace(text, " ").Trim();
        if (text.Length > LongestEntry) return (null, Problem(fact, IssueCode.WrongType, $"Expected at most {LongestEntry} characters.", "Shorten the entry."));
        if (text.ToLowerInvariant() is NotKnown or "not known" or "?") return (fact.Type.Everything, null);
        if (!fact.Type.IsNumeric) return ReadChoice(fact, text);
        return text[0] is '<' or '>' or '[' or '(' ? ReadTest(fact, text) : ReadNumber(fact, text);
    }

    /// <summary>What a reader expects for a fact, as a hint beside its field: <c>weeks and days, such as 12+3</c>.</summary>
    /// <param name="type">A numeric type.</param>
    public static string Notation(FactType type) => type.Kind switch
    {
        FactKind.Gestation => "weeks+days",
        FactKind.Duration => "h, d or wk",
        _ => ValueText.Unit(type.Unit),
    };

    private static (ValueSet?, Issue?) ReadChoice(Fact fact, string text)
    {
        var name = fact.Type.Choices.FirstOrDefault(choice => string.Equals(choice, text, StringComparison.OrdinalIgnoreCase));
        return name is not null
            ? (fact.Type.Choice(name), null)
            : (null, Problem(fact, IssueCode.UnknownChoice, $"'{text}' is none of the choices.", fact.Type.ChoiceHint(text)));
    }

    /// <summary>A bound such as <c>&gt;= 30</c> narrows the fact without naming its value.</summary>
    private static (ValueSet?, Issue?) ReadTest(Fact fact, string text)
    {
        var issues = new List<Issue>();
        var values = new TestReader(fact.Type, issues).Read(new Cell(text, default));
        if (values is not null) return (values, null);
        var code = issues[0].Code == IssueCode.CellOutOfRange ? IssueCode.OutOfRange : IssueCode.WrongType;
        return (null, Problem(fact, code, issues[0].Message, issues[0].Remedy));
    }

    private static (ValueSet?, Issue?) ReadNumber(Fact fact, string text)
    {
        var type = fact.Type;
        if (Literal.Number(type, Plain(type, text)) is not { } number)
        {
            return type.Kind == FactKind.Gestation && WeeksAndDays().IsMatch(text)
                ? (null, Problem(fact, IssueCode.ImpossibleGestation, $"'{text}' is no gestation.", $"Days run from 0 to 6. {Example(type)}"))
                : (null, Problem(fact, IssueCode.WrongType, $"'{text}' cannot be read.", Example(type)));
        }

        if (type.Range.Contains(number)) return (new ValueSet.Numbers(Interval.Point(number)), null);
        var code = type.Kind == FactKind.Gestation ? IssueCode.ImpossibleGestation : IssueCode.OutOfRange;
        return (null, Problem(fact, code, $"'{text}' lies outside what is plausible: {Range(type)}.", Remedy(type)));
    }

    /// <summary>The entry without a unit and with the words for lengths of time shortened.</summary>
    private static string Plain(FactType type, string text)
    {
        if (type.Kind == FactKind.Gestation) return text.Replace(" ", "");
        if (type.Kind == FactKind.Duration)
            return TimeUnit().Replace(text, match => $" {ShortUnit(match.Groups[1].Value)} ").Trim();
        foreach (var unit in new[] { type.Unit, ValueText.Unit(type.Unit) })
            if (unit.Length > 0 && text.EndsWith(unit, StringComparison.OrdinalIgnoreCase)) return text[..^unit.Length].Trim();
        return text;
    }

    private static string ShortUnit(string unit) => unit.ToLowerInvariant() switch
    {
        "m" or "min" or "mins" or "minute" or "minutes" => "min",
        "h" or "hr" or "hrs" or "hour" or "hours" => "h",
        "d" or "day" or "days" => "d",
        "w" or "wk" or "wks" or "week" or "weeks" => "wk",
        _ => unit,
    };

    private static string Range(FactType type) =>
        $"{ValueText.Number(type, type.Range.Low)} to {ValueText.Number(type, type.Range.High)}"
        + (type.Unit.Length > 0 && type.Kind is FactKind.Number or FactKind.Count ? $" {ValueText.Unit(type.Unit)}".TrimEnd() : "");

    private static string Remedy(FactType type) => type.Kind switch
    {
        FactKind.Gestation => "Check the dates.",
        FactKind.Number => "Check the decimal point and the unit.",
        _ => "Check the entry.",
    };

    private static string Example(FactType type) => type.Kind switch
    {
        FactKind.Gestation => "Write weeks and days, such as 12+3.",
        FactKind.Duration => "Write a number and h, d or wk, such as 12 h.",
        FactKind.Count => "Write a whole number.",
        _ => "Write a number with a decimal point.",
    };

    private static Issue Problem(Fact fact, string code, string message, string remedy) =>
        new(code, Severity.Error, $"facts/{fact.Id}", message, remedy);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^\d{1,3}\s?\+\s?\d{1,3}$")]
    private static partial Regex WeeksAndDays();

    [GeneratedRegex(@"\s*([A-Za-z]+)\s*")]
    private static partial Regex TimeUnit();
}
