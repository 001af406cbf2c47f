using System.Text.Json;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Exchange.Json;

namespace Decidua.Exchange.RecordFile;

/// <summary>
/// The members of one object of a record file. It remembers what was asked for, so that what nobody asked for can be
/// refused; a wrong type is an error, an absent member is not.
/// </summary>
internal sealed class Members(JsonElement element, string path, IssueList issues)
{
    private static readonly JsonElement Empty = JsonDocument.Parse("{}").RootElement;

    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <summary>The path of the object: <c>record.conditions[2]</c>.</summary>
    public string Path => path;

    /// <summary>Whether the object has the member, and it is not null.</summary>
    public bool Has(string name) => element.Member(name) is not null;

    /// <summary>The path of a member.</summary>
    public string At(string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <summary>The object under a name; an empty one when it is absent.</summary>
    public Members Object(string name)
    {
        var found = Ask(name);
        if (found is { ValueKind: not JsonValueKind.Object })
            WrongType(name, "an object");
        return new(found is { ValueKind: JsonValueKind.Object } ? found.Value : Empty, At(name), issues);
    }

    /// <summary>The objects of a list; none when it is absent.</summary>
    public IEnumerable<Members> Objects(string name)
    {
        var found = Ask(name);
        if (found is null)
            yield break;
        if (found.Value.ValueKind != JsonValueKind.Array)
        {
            WrongType(name, "a list of objects");
            yield break;
        }

        var index = 0;
        foreach (var item in found.Value.EnumerateArray())
        {
            if (index == ReadingLimits.Entries)
            {
                issues.Error(IssueCode.TooMany, At(name), $"More than {ReadingLimits.Entries:N0} entries.", "Leave out what is not needed.");
                yield break;
            }

            var at = $"{At(name)}[{index++}]";
            if (item.ValueKind == JsonValueKind.Object)
                yield return new(item, at, issues);
            else
                issues.Error(IssueCode.WrongType, at, "An object was expected.");
        }
    }

    /// <summary>A text, or null.</summary>
    public string? Text(string name)
    {
        var found = Ask(name);
        if (found is { ValueKind: not JsonValueKind.String })
            WrongType(name, "a text");
        return found is { ValueKind: JsonValueKind.String } ? found.Value.GetString() : null;
    }

    /// <summary>True or false; false when it is absent.</summary>
    public bool Truth(string name)
    {
        var found = Ask(name);
        if (found is not null and not { ValueKind: JsonValueKind.True or JsonValueKind.False })
            WrongType(name, "true or false");
        return found is { ValueKind: JsonValueKind.True };
    }

    /// <summary>A date, or null.</summary>
    public PartialDate? Date(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (PartialDate.TryParse(text, out var date))
            return date;
        issues.Error(
            IssueCode.UnreadableDate, At(name), $"'{Quoted.Short(text)}' is not a date of the calendar.", "Write 2026, 2026-03 or 2026-03-01.");
        return null;
    }

    /// <summary>A gestational age as precisely as it is known, or null.</summary>
    public GestationSpan? Gestation(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (GestationSpan.TryParse(text, out var age))
            return age;
        issues.Error(
            IssueCode.ImpossibleGestation, At(name), $"'{Quoted.Short(text)}' is not a gestational age.",
            "Write completed weeks and days, such as 28+0; completed weeks alone, such as 28; or a span, such as 8+0 to 9+6.");
        return null;
    }

    /// <summary>The texts of a list with the name of each, <c>injectionTimes[0]</c>; none when it is absent.</summary>
    public IReadOnlyList<(string Name, string Text)> Texts(string name)
    {
        if (Ask(name) is not { } list)
            return [];
        if (list.ValueKind == JsonValueKind.Array && list.GetArrayLength() <= ReadingLimits.CodesPerConcept && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String))
            return [.. list.EnumerateArray().Select((item, index) => ($"{name}[{index}]", item.GetString()!))];
        WrongType(name, $"a list of at most {ReadingLimits.CodesPerConcept} texts");
        return [];
    }

    /// <summary>Issues that another reader found about members.</summary>
    public void Report(IEnumerable<Issue> found) => issues.AddAll(found);

    /// <summary>An error about a member.</summary>
    public void Refuse(string name, string code, string message, string remedy = "") => issues.Error(code, At(name), message, remedy);

    /// <summary>True, false, or null when it is absent.</summary>
    public bool? TruthOrNothing(string name) => Has(name) ? Truth(name) : Nothing(name);

    /// <summary>A number, or null.</summary>
    public decimal? Number(string name)
    {
        var found = Ask(name);
        if (found is null)
            return null;
        if (found.Value.ValueKind == JsonValueKind.Number && found.Value.TryGetDecimal(out var number))
            return number;
        WrongType(name, "a number");
        return null;
    }

    /// <summary>One of a closed list of words, as what it stands for; the default when it is absent or not in the list.</summary>
    public T Choice<T>(string name, params ReadOnlySpan<(string Word, T Value)> choices)
        where T : struct
    {
        if (Text(name) is not { } text)
            return default;
        var words = new List<string>();
        foreach (var (word, value) in choices)
        {
            if (word == text)
                return value;
            words.Add(word);
        }

        UnknownChoice(name, text, string.Join(", ", words));
        return default;
    }

    /// <summary>A list of words of a closed list, or null when it is absent.</summary>
    public Entries<T>? Choices<T>(string name, params (string Word, T Value)[] choices)
    {
        if (Ask(name) is not { } list)
            return null;
        if (list.ValueKind != JsonValueKind.Array)
        {
            WrongType(name, "a list of texts");
            return null;
        }

        var values = new List<T>();
        var index = 0;
        foreach (var item in list.EnumerateArray().Take(ReadingLimits.Entries))
        {
            var word = item.ValueKind == JsonValueKind.String ? item.GetString()! : item.ToString();
            var found = Array.FindIndex(choices, choice => choice.Word == word);
            if (found >= 0)
                values.Add(choices[found].Value);
            else
                UnknownChoice($"{name}[{index}]", word, string.Join(", ", choices.Select(choice => choice.Word)));
            index++;
        }

        return Entries.From(values);
    }

    private bool? Nothing(string name)
    {
        known.Add(name);
        return null;
    }

    /// <summary>The member as it stands, or null.</summary>
    public JsonElement? Ask(string name)
    {
        known.Add(name);
        return element.Member(name);
    }

    /// <summary>An error for a required member that is absent.</summary>
    public void Missing(string name) =>
        issues.Error(IssueCode.MissingMember, path, $"'{name}' is missing here.", $"Add '{name}'.");

    /// <summary>An error for a member of a wrong type.</summary>
    public void WrongType(string name, string expected) =>
        issues.Error(IssueCode.WrongType, At(name), $"{char.ToUpperInvariant(expected[0])}{expected[1..]} was expected.");

    /// <summary>An error for a value that is not one of a closed list.</summary>
    public void UnknownChoice(string name, string found, string choices) =>
        issues.Error(IssueCode.UnknownChoice, At(name), $"'{Quoted.Short(found)}' is not one of: {choices}.");

    /// <summary>An error for each member that was never asked for.</summary>
    public void RefuseOthers()
    {
        if (element.ValueKind != JsonValueKind.Object)
            return;
        foreach (var member in element.EnumerateObject().Where(member => !known.Contains(member.Name)))
        {
            issues.Error(
                IssueCode.UnknownMember, At(Quoted.Short(member.Name)), "There is no such member here.",
                $"It has: {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
        }
    }
}
