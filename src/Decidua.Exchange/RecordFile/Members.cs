using System.Text.Json;
using Decidua.Clinical.Gestation;
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

    /// <summary>A gestational age, or null.</summary>
    public GestationalAge? Gestation(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (GestationalAge.TryParse(text, out var age))
            return age;
        issues.Error(
            IssueCode.ImpossibleGestation, At(name), $"'{Quoted.Short(text)}' is not a gestational age.", "Write completed weeks and days, such as 28+0.");
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
                IssueCode.UnknownMember, At(Quoted.Short(member.Name)), "A record file has no such member here.",
                $"It has: {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
        }
    }
}
