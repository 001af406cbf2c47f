using System.Text.Json;
using Decidua.Clinical.Issues;
using Decidua.Exchange.Json;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;

namespace Decidua.Exchange.Facts;

/// <summary>
/// Reads the value of one fact: a value, <c>{"in": [...]}</c>, or <c>{"min": ..., "max": ...}</c> with either end. A value outside the plausible
/// range of its fact is refused.
/// </summary>
internal static class FactValueReader
{
    internal static ValueSet? Read(JsonElement element, Fact fact, string at, IssueList issues)
    {
        var values = element.ValueKind switch
        {
            JsonValueKind.Object => Narrowing(element, fact, at, issues),
            JsonValueKind.Array => Refuse(issues, at, IssueCode.WrongType, $"'{fact.Name}' has one value; found several.",
                "If it is not known which holds, write {\"in\": [...]}; if both were recorded, correct the record."),
            _ => One(element, fact, at, issues),
        };
        return values is { IsEmpty: true }
            ? Refuse(issues, at, IssueCode.EmptyNarrowing, $"No value of '{fact.Name}' is left by {Quoted.Short(element.GetRawText())}.")
            : values;
    }

    private static ValueSet? Narrowing(JsonElement element, Fact fact, string at, IssueList issues)
    {
        var type = fact.Type;
        foreach (var member in element.EnumerateObject().Where(member => member.Name is not ("in" or "min" or "max")))
            return Refuse(issues, at, IssueCode.UnknownMember, $"Expected 'in', 'min' or 'max'; found '{Quoted.Short(member.Name)}'.");
        if (element.Member("in") is { } list)
        {
            if (list.ValueKind != JsonValueKind.Array || element.EnumerateObject().Count() > 1)
                return Refuse(issues, at, IssueCode.WrongType, "Expected {\"in\": [...]} with a list and nothing else.");
            ValueSet union = type.IsNumeric ? new ValueSet.Numbers([]) : new ValueSet.Choices(0);
            foreach (var item in list.EnumerateArray())
            {
                if (One(item, fact, at, issues) is not { } one) return null;
                union = Union(type, union, one);
            }

            return union;
        }

        if (!type.IsNumeric)
            return Refuse(issues, at, IssueCode.WrongType, $"'{fact.Name}' has choices, so it is narrowed by {{\"in\": [...]}}.", type.ChoiceHint(""));
        var low = End(element, "min", type.Range.Low, fact, at, issues);
        var high = End(element, "max", type.Range.High, fact, at, issues);
        return low is null || high is null ? null : type.Numbers(Interval.Closed(low.Value, high.Value));
    }

    private static decimal? End(JsonElement element, string member, decimal otherwise, Fact fact, string at, IssueList issues) =>
        element.Member(member) is not { } end ? otherwise
        : One(end, fact, at, issues) is ValueSet.Numbers { IsSingle: true } number ? number.Single
        : null;

    private static ValueSet Union(FactType type, ValueSet first, ValueSet second) => (first, second) switch
    {
        (ValueSet.Choices a, ValueSet.Choices b) => new ValueSet.Choices(a.Mask | b.Mask),
        (ValueSet.Numbers a, ValueSet.Numbers b) => type.Numbers(a.Intervals.Concat(b.Intervals)),
        _ => throw new InvalidOperationException("Values of one fact are of one kind."),
    };

    private static ValueSet? One(JsonElement element, Fact fact, string at, IssueList issues) =>
        fact.Type.IsNumeric ? Number(element, fact, at, issues) : Choice(element, fact, at, issues);

    private static ValueSet? Choice(JsonElement element, Fact fact, string at, IssueList issues)
    {
        var name = element.ValueKind switch
        {
            JsonValueKind.True when fact.Type.Kind == FactKind.YesNo => "yes",
            JsonValueKind.False when fact.Type.Kind == FactKind.YesNo => "no",
            JsonValueKind.String => element.GetString()!,
            _ => null,
        };
        if (name is null)
            return Refuse(issues, at, IssueCode.WrongType,
                $"Expected {(fact.Type.Kind == FactKind.YesNo ? "true or false" : "one of the choices")} for '{fact.Name}'; found {Quoted.Short(element.GetRawText())}.");
        return fact.Type.Choice(name) ?? Refuse(issues, at, IssueCode.UnknownChoice,
            $"'{fact.Name}' has no choice '{Quoted.Short(name)}'.", fact.Type.ChoiceHint(name));
    }

    private static ValueSet? Number(JsonElement element, Fact fact, string at, IssueList issues)
    {
        var type = fact.Type;
        var written = type.Kind is FactKind.Gestation or FactKind.Duration;
        decimal? number = element.ValueKind switch
        {
            JsonValueKind.String when written => Literal.Number(type, element.GetString()!),
            JsonValueKind.Number when !written && element.TryGetDecimal(out var plain) && (!type.IsWhole || plain == decimal.Truncate(plain)) => plain,
            _ => null,
        };
        if (number is null)
        {
            var looksLikeGestation = type.Kind == FactKind.Gestation && element.ValueKind == JsonValueKind.String && element.GetString()!.Contains('+');
            return Refuse(issues, at, looksLikeGestation ? IssueCode.ImpossibleGestation : IssueCode.WrongType,
                $"Expected {Expectation(type)} for '{fact.Name}'; found {Quoted.Short(element.GetRawText())}.");
        }

        if (!type.Range.Contains(number.Value))
        {
            var unit = type.Unit.Length > 0 ? " " + ValueText.Unit(type.Unit) : "";
            return Refuse(issues, at, type.Kind == FactKind.Gestation ? IssueCode.ImpossibleGestation : IssueCode.OutOfRange,
                $"{fact.Name} {ValueText.Number(type, number.Value)}{unit} is outside the plausible range {ValueText.Number(type, type.Range.Low)} to {ValueText.Number(type, type.Range.High)}{unit}.",
                "Check the entry and its unit.");
        }

        return new ValueSet.Numbers(Interval.Point(number.Value));
    }

    private static string Expectation(FactType type) => type.Kind switch
    {
        FactKind.Gestation => "weeks and days in quotes, such as \"28+0\"",
        FactKind.Duration => "a length of time in quotes, such as \"12 h\" or \"10 d\"",
        FactKind.Count => "a whole number",
        _ => "a number",
    };

    private static ValueSet? Refuse(IssueList issues, string at, string code, string message, string remedy = "")
    {
        issues.Add(new Issue(code, Severity.Error, at, message, remedy));
        return null;
    }
}
