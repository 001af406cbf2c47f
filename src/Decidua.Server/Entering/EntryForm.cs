using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Protocols;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;
using Decidua.Server.Documents;
using Decidua.Server.Planning;
using Microsoft.Extensions.Primitives;
using NodaTime;

namespace Decidua.Server.Entering;

/// <summary>
/// The form of the assessment page as somebody sent it: every entry as it was written, the facts that came of it, and everything
/// that is wrong. An entry that cannot be used leaves its fact open, never presumed.
/// </summary>
public sealed class EntryForm
{
    /// <summary>Name of the field with the protocol. No fact can have it, because ids of facts hold no underscore.</summary>
    public const string ProtocolField = "_protocol";

    /// <summary>Name of the field that says which fact the leading question asked for.</summary>
    public const string AskedField = "_asked";

    /// <summary>Name of the field with the answer to the leading question.</summary>
    public const string AnswerField = "_answer";

    /// <summary>Name of the field with which a fact is looked for.</summary>
    public const string FindField = "_find";

    private static readonly string[] OwnFields = [ProtocolField, AskedField, AnswerField, FindField];

    /// <summary>What was entered, by the id of the fact, without blank entries.</summary>
    public required ImmutableDictionary<string, string> Entries { get; init; }

    /// <summary>The dated entries and what follows from them.</summary>
    public required History History { get; init; }

    /// <summary>The facts, without the entries that cannot be used.</summary>
    public required WomanFacts Facts { get; init; }

    /// <summary>What is wrong with single entries, in the order of the vocabulary.</summary>
    public required ImmutableArray<EntryProblem> Problems { get; init; }

    /// <summary>The recorded facts that cannot be together; while there are any, there is no answer.</summary>
    public required ImmutableArray<Issue> Contradictions { get; init; }

    /// <summary>The protocol that was chosen, else the default one; null when the knowledge has none.</summary>
    public required Protocol? Protocol { get; init; }

    /// <summary>What was entered for a plan, by the name of the field. It travels along and is read on the plan page.</summary>
    public ImmutableDictionary<string, string> PlanEntries { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>A word of the name of a fact that is looked for; empty when none is.</summary>
    public string Find { get; init; } = "";

    /// <summary>Whether nothing has been entered yet.</summary>
    public bool IsBlank => Entries.IsEmpty && Problems.IsEmpty && History.IsEmpty;

    /// <summary>Whether anything has to be corrected.</summary>
    public bool HasErrors => !Problems.IsEmpty || !Contradictions.IsEmpty || History.HasErrors;

    /// <summary>What was written in the field of a fact; empty when nothing was.</summary>
    /// <param name="fact">The fact.</param>
    public string Entry(Fact fact) => Entries.GetValueOrDefault(fact.Id, "");

    /// <summary>What is wrong with the entry of a fact; null when nothing is.</summary>
    /// <param name="fact">The fact.</param>
    public EntryProblem? ProblemOf(Fact fact) => Problems.FirstOrDefault(problem => problem.Fact == fact);

    /// <summary>An empty form.</summary>
    /// <param name="shelf">The knowledge.</param>
    /// <param name="asOf">The day of the answer.</param>
    public static EntryForm Blank(Shelf shelf, DateOnly asOf) => Read([], shelf, asOf);

    /// <summary>Reads a form that was sent.</summary>
    /// <param name="fields">The fields with their values.</param>
    /// <param name="shelf">The knowledge.</param>
    /// <param name="asOf">The day of the answer.</param>
    public static EntryForm Read(IEnumerable<KeyValuePair<string, StringValues>> fields, Shelf shelf, DateOnly asOf)
    {
        var assessor = shelf.Assessor;
        var library = assessor.Library;
        var given = fields.DistinctBy(field => field.Key).ToDictionary(field => field.Key, field => Texts(field.Value));
        var problems = new List<EntryProblem>();
        var protocol = ReadProtocol(One(given, ProtocolField), assessor, problems);
        TakeAnswer(given);
        foreach (var name in given.Keys.Where(name => !OwnFields.Contains(name) && !History.IsField(name) && !PlanForm.IsField(name) && library.Vocabulary.WithId(name) is null))
            problems.Add(new EntryProblem(null, Short(name), new Issue(IssueCode.UnknownFact, Severity.Error, $"facts/{Short(name)}",
                $"The vocabulary has no fact '{Short(name)}'.", library.Vocabulary.Hint(Short(name)))));
        var history = History.Read(given, shelf.Reading(protocol), LocalDate.FromDateOnly(asOf));
        var facts = history.Derived.Aggregate(WomanFacts.None(library.Vocabulary), (facts, pair) => facts.With(pair.Key, pair.Value.Values, pair.Value.Origin));
        facts = history.Unusable.Aggregate(facts, (facts, fact) => facts.Unknown(fact));
        var entries = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var fact in library.Vocabulary.Facts)
        {
            if (!given.TryGetValue(fact.Id, out var texts) || texts.Length == 0) continue;
            entries[fact.Id] = texts[0];
            facts = Take(fact, texts, facts, problems);
        }

        return new EntryForm
        {
            Entries = entries.ToImmutable(),
            History = history,
            PlanEntries = given.Where(pair => PlanForm.IsField(pair.Key) && pair.Key != PlanForm.NeedleField && pair.Value.Length > 0).ToImmutableDictionary(pair => pair.Key, pair => pair.Value[0]),
            Find = Short(One(given, FindField)),
            Facts = facts,
            Problems = [.. problems],
            Contradictions = assessor.Contradictions(facts),
            Protocol = protocol,
        };
    }

    /// <summary>Puts the answer to the leading question beside what the list of facts says about the same fact.</summary>
    private static void TakeAnswer(Dictionary<string, string[]> given)
    {
        if (One(given, AskedField) is not { Length: > 0 } asked || One(given, AnswerField) is not { Length: > 0 } answer) return;
        given[asked] = [.. given.GetValueOrDefault(asked, []).Append(answer).Distinct()];
    }

    private static WomanFacts Take(Fact fact, string[] texts, WomanFacts facts, List<EntryProblem> problems)
    {
        if (texts.Length > 1)
        {
            problems.Add(new EntryProblem(fact, texts[0], new Issue(IssueCode.Contradiction, Severity.Error, $"facts/{fact.Id}",
                $"'{fact.Name}' was entered as '{Short(texts[0])}' and as '{Short(texts[1])}'.", "Keep one of the two.")));
            return facts.Unknown(fact);
        }

        var (values, issue) = EntryReader.Read(fact, texts[0]);
        if (values is not null && facts[fact].Standing is Standing.Known or Standing.Narrowed && values != fact.Type.Everything && !values.Meets(facts[fact].Values))
        {
            problems.Add(new EntryProblem(fact, Short(texts[0]), new Issue(IssueCode.Contradiction, Severity.Error, $"facts/{fact.Id}",
                $"'{fact.Name}' was entered as '{Short(texts[0])}', but the dated entries make it {ValueText.Set(fact.Type, facts[fact].Values)}.", "Correct the one or the other.")));
            return facts.Unknown(fact);
        }

        if (values is not null) return values == fact.Type.Everything ? facts.Unknown(fact) : facts.With(fact, values, "entered");
        problems.Add(new EntryProblem(fact, Short(texts[0]), issue!));
        return facts.Unknown(fact);
    }

    private static Protocol? ReadProtocol(string id, Assessor assessor, List<EntryProblem> problems)
    {
        var library = assessor.Library;
        if (id.Length == 0) return library.DefaultProtocol;
        if (library.Protocol(id) is { } protocol) return protocol;
        problems.Add(new EntryProblem(null, Short(id), new Issue(IssueCode.UnknownProtocol, Severity.Error, "protocol",
            $"There is no protocol '{Short(id)}'; '{library.DefaultProtocol?.Id}' was used.", Nearest.Hint(Short(id), library.Protocols.Select(one => one.Id)))));
        return library.DefaultProtocol;
    }

    private static string One(Dictionary<string, string[]> given, string field) => given.GetValueOrDefault(field, []).FirstOrDefault("");

    private static string[] Texts(StringValues values) => [.. values.OfType<string>().Select(text => text.Trim()).Where(text => text.Length > 0).Distinct()];

    private static string Short(string text)
    {
        const int longestShown = 60;
        return text.Length <= longestShown ? text : text[..longestShown] + "…";
    }
}

/// <summary>An entry that cannot be used.</summary>
/// <param name="Fact">The fact; null when the field belongs to none.</param>
/// <param name="Entered">What was entered, shortened.</param>
/// <param name="Issue">What is wrong, and the remedy.</param>
public sealed record EntryProblem(Fact? Fact, string Entered, Issue Issue);
