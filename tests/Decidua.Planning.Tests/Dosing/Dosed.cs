using Decidua.Clinical.Issues;
using Decidua.Knowledge;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Protocols;
using Decidua.Planning.Dosing;
using Decidua.Reasoning.Facts;
using Decidua.Reasoning.Tests;

namespace Decidua.Planning.Tests.Dosing;

/// <summary>Women and protocols for the tests of doses.</summary>
internal static class Dosed
{
    public static Library Library => KnowledgeOnDisk.Library;

    public static DoseFinder Finder { get; } = new(KnowledgeOnDisk.Assessor);

    public static Protocol Uk { get; } = Library.Protocol("uk")!;

    /// <summary>Facts written as a name and a value: <c>dosing weight 72</c>.</summary>
    public static WomanFacts Facts(params string[] facts) => facts.Aggregate(WomanFacts.None(Library.Vocabulary), (known, text) =>
    {
        var fact = Library.Vocabulary.Facts.Where(fact => text.StartsWith(fact.Name + " ", StringComparison.Ordinal)).MaxBy(fact => fact.Name.Length)!;
        return known.With(fact, new TestReader(fact.Type, []).Read(new Cell(text[(fact.Name.Length + 1)..], fact.Place))!);
    });

    /// <summary>A pregnant woman of a weight whose kidneys and platelets are well.</summary>
    public static WomanFacts Well(decimal weight) => Well($"dosing weight {weight.ToString(System.Globalization.CultureInfo.InvariantCulture)}");

    /// <summary>A pregnant woman whose kidneys and platelets are well.</summary>
    public static WomanFacts Well(params string[] facts) => Facts(["phase pregnant", "gestation 20+0", "creatinine clearance 120", "platelet count 250", .. facts]);

    /// <summary>The dose by a protocol.</summary>
    public static DoseAnswer Find(WomanFacts facts, string medicine, Intensity intensity, Protocol? protocol = null, string? guideline = null) =>
        Finder.Find(facts, protocol ?? Uk, medicine, intensity, guideline);

    /// <summary>A protocol with other parameters.</summary>
    public static Protocol With(this Protocol protocol, params (string Name, string Value)[] parameters) => new()
    {
        Id = protocol.Id,
        Title = protocol.Title,
        IsDefault = protocol.IsDefault,
        Channels = protocol.Channels,
        Planning = protocol.Planning,
        Parameters = protocol.Parameters.SetItems(parameters.Select(one => KeyValuePair.Create(one.Name, new ProtocolParameter(one.Value, "test", "test")))),
    };

    /// <summary>A protocol whose planning names another document.</summary>
    public static Protocol Naming(this Protocol protocol, string topic, string document) => new()
    {
        Id = protocol.Id,
        Title = protocol.Title,
        IsDefault = protocol.IsDefault,
        Channels = protocol.Channels,
        Planning = protocol.Planning.SetItem(topic, document),
        Parameters = protocol.Parameters,
    };

    /// <summary>The codes of the issues.</summary>
    public static IEnumerable<string> Codes(this DoseAnswer dose, Severity least = Severity.Information) => dose.Issues.Where(issue => issue.Severity >= least).Select(issue => issue.Code);
}
