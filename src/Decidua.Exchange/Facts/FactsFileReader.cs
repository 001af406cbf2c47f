using System.Text.Json;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Exchange.Json;
using Decidua.Exchange.Planning;
using Decidua.Exchange.RecordFile;
using Decidua.Knowledge;
using Decidua.Knowledge.Documents;
using Decidua.Planning.Asking;
using Decidua.Reasoning.Facts;
using NodaTime;
using NodaTime.Text;

namespace Decidua.Exchange.Facts;

/// <summary>
/// Reads a facts file: <c>{ "asOf": "2026-03-01", "protocol": "uk", "facts": { "age": 36, "smoker": true } }</c>. Every issue is
/// collected; one error makes the file unusable, because advice on part of what was meant would mislead.
/// </summary>
public static class FactsFileReader
{
    private static readonly string[] Known = ["asOf", "protocol", "facts", "plan"];

    /// <summary>Reads the file.</summary>
    /// <param name="bytes">UTF-8 text, at most <see cref="ReadingLimits.FileBytes"/>.</param>
    /// <param name="name">What to call the input in issues.</param>
    /// <param name="library">The knowledge whose vocabulary the facts are of.</param>
    public static Reading<FactsFile> Read(ReadOnlyMemory<byte> bytes, string name, Library library)
    {
        var issues = new IssueList();
        using var document = JsonInput.Parse(bytes, name, ReadingLimits.FileBytes, issues);
        if (document is null) return new Reading<FactsFile>(null, issues.ToImmutable());
        var root = document.RootElement;
        if (root.Object("facts") is not { } given)
        {
            issues.Add(new Issue(IssueCode.UnknownShape, Severity.Error, name,
                "Expected an object with the member 'facts'; found none.", "See the facts file in the reference."));
            return new Reading<FactsFile>(null, issues.ToImmutable());
        }

        foreach (var member in root.EnumerateObject())
            if (!Known.Contains(member.Name)) Unexpected(member.Name, issues);
        var file = new FactsFile(ReadDate(root, issues), ReadProtocol(root, library, issues), ReadFacts(given, library, issues)) { Plan = ReadPlan(root, library, issues) };
        var found = issues.ToImmutable();
        return new Reading<FactsFile>(found.Any(issue => issue.Severity == Severity.Error) ? null : file, found);
    }

    private static PlanRequest? ReadPlan(JsonElement root, Library library, IssueList issues) =>
        root.Member("plan") is null ? null : PlanRequestReader.Read(new Members(root, "", issues).Object("plan"), library);

    private static void Unexpected(string member, IssueList issues)
    {
        var hint = Nearest.Hint(member, Known);
        issues.Add(new Issue(IssueCode.UnknownMember, hint.Length > 0 ? Severity.Error : Severity.Warning, Quoted.Short(member),
            $"A facts file has the members {string.Join(", ", Known)}; found '{Quoted.Short(member)}'.", hint.Length > 0 ? hint : "It was not read."));
    }

    private static LocalDate? ReadDate(JsonElement root, IssueList issues)
    {
        if (root.Member("asOf") is not { } element) return null;
        if (element.ValueKind == JsonValueKind.String)
        {
            // The pattern of the date library takes long to set up; it is asked only about what is not an ordinary date.
            var text = element.GetString()!;
            if (PartialDate.TryParse(text, out var date) && date.Precision == DatePrecision.Day) return date.Earliest;
            if (LocalDatePattern.Iso.Parse(text) is { Success: true } parsed) return parsed.Value;
        }

        issues.Add(new Issue(IssueCode.UnreadableDate, Severity.Error, "asOf",
            $"Expected a date such as 2026-03-01; found {Quoted.Short(element.GetRawText())}."));
        return null;
    }

    private static string ReadProtocol(JsonElement root, Library library, IssueList issues)
    {
        if (root.Member("protocol") is not { } element) return "";
        var id = element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();
        if (library.Protocol(id) is not null) return id;
        issues.Add(UnknownProtocol(id, library));
        return "";
    }

    /// <summary>The issue for a protocol that the knowledge does not have.</summary>
    internal static Issue UnknownProtocol(string id, Library library) => new(IssueCode.UnknownProtocol, Severity.Error, "protocol",
        $"Expected one of the protocols {string.Join(", ", library.Protocols.Select(protocol => protocol.Id))}; found '{Quoted.Short(id)}'.",
        Nearest.Hint(id, library.Protocols.Select(protocol => protocol.Id)));

    private static WomanFacts ReadFacts(JsonElement given, Library library, IssueList issues)
    {
        var facts = WomanFacts.None(library.Vocabulary);
        var seen = new Dictionary<string, string>();
        foreach (var member in given.EnumerateObject())
        {
            var at = $"facts/{Quoted.Short(member.Name)}";
            if (library.Vocabulary.Find(member.Name) is not { } fact)
            {
                issues.Add(new Issue(IssueCode.UnknownFact, Severity.Error, at,
                    $"The vocabulary has no fact '{Quoted.Short(member.Name)}'.", library.Vocabulary.Hint(member.Name)));
            }
            else if (!seen.TryAdd(fact.Id, member.Name))
            {
                issues.Add(new Issue(IssueCode.Contradiction, Severity.Error, at,
                    $"The fact '{fact.Name}' is given twice, as '{Quoted.Short(seen[fact.Id])}' and '{Quoted.Short(member.Name)}'.", "Keep one."));
            }
            else if (member.Value.ValueKind != JsonValueKind.Null && FactValueReader.Read(member.Value, fact, at, issues) is { } values)
            {
                facts = facts.With(fact, values);
            }
        }

        return facts;
    }
}
