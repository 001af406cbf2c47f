using Decidua.Knowledge;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Tests;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Comparing;

namespace Decidua.Reasoning.Tests.Comparing;

/// <summary>Invented guidelines that answer the same questions: alpha, which the protocol uk chooses, and others made for each test.</summary>
internal static class SideBySide
{
    public const string Alpha = "alpha-2026";
    public const string Beta = "beta-2026";

    /// <summary>What alpha says to smokers and to others, before birth and after it.</summary>
    public const string AlphaTables = """
        ## Clots

        | U | phase | smoker | → advice | → subject | → intensity | → from | → until | → reason | source | checked | evidence |
        |---|---|---|---|---|---|---|---|---|---|---|---|
        | A-1 | pregnant | yes | offer | LMWH | prophylactic | now | labour | she smokes | p. 1 | primary | trial-1, trial-2 |
        | A-2 | pregnant | no | no need | LMWH | - | - | - | she does not smoke | p. 1 | primary | - |
        | A-3 | postpartum | - | offer | LMWH | prophylactic | birth | birth + 10 d | birth | p. 1 | primary | - |
        | A-0 | not pregnant | - | - | - | - | - | - | - | p. 1 | primary | - |
        """;

    /// <summary>The protocols: uk chooses alpha, other chooses beta.</summary>
    private static readonly SourceFile[] Protocols =
    [
        new(SmallKnowledge.ProtocolPath, ProtocolText("uk", Alpha, "default: true\n")), new("protocols/other.md", ProtocolText("other", Beta, "")),
    ];

    private static readonly SourceFile Trials = new("evidence/trials.md", "---\nid: trials\ntitle: Trials\ncatalogue: trial\n---\n\n# Trials\n" + string.Concat(new[] { 1, 2, 3 }.Select(Trial)));

    /// <summary>A guideline of one document channel.</summary>
    public static SourceFile Document(string id, string tables, string channel = "clot prevention", bool practice = false) => new($"guidelines/{id}.md",
        $"---\nid: {id}\ntitle: {id}\npublisher: Nobody\nedition: first\npublished: 2026-01\njurisdiction: GB\nchannel: {channel}\n{(practice ? "practice: true\n" : "")}---\n\n{tables}\n");

    /// <summary>A beta that gives smokers and others one row each: advice, intensity, from, until.</summary>
    public static string Beta2(string smokers, string others) => $"""
        ## Clots

        | U | phase | smoker | → advice | → subject | → intensity | → from | → until | source | checked |
        |---|---|---|---|---|---|---|---|---|---|
        | B-1 | pregnant | yes | {smokers} | p. 2 | primary |
        | B-2 | pregnant | no | {others} | p. 2 | primary |
        | B-0 | not pregnant, postpartum | - | - | - | - | - | - | p. 2 | primary |
        """;

    /// <summary>The cells of one row: advice on LMWH with its course.</summary>
    public static string Cells(string advice, string intensity = "-", string from = "-", string until = "-") => $"{advice} | LMWH | {intensity} | {from} | {until}";

    /// <summary>The small vocabulary with alpha, beta and any further documents in place of the small guideline.</summary>
    public static Library Library(string beta, params SourceFile[] more)
    {
        SourceFile[] files = [.. Protocols, Trials, Document(Alpha, AlphaTables), Document(Beta, beta), .. more];
        var reading = LibraryReader.Read(SmallKnowledge.Files
            .Where(file => file.Path is SmallKnowledge.VocabularyPath or SmallKnowledge.ConsistencyPath or SmallKnowledge.CodesPath).Concat(files));
        reading.Issues.ShouldBeEmpty();
        return reading.Library!;
    }

    /// <summary>Compares them for the healthy woman with some facts changed.</summary>
    public static Comparison Compare(Library library, string facts, string protocol = "uk") =>
        Comparison.Of(new Assessor(library).Assess(SmallWoman.Of($"{SmallWoman.Healthy}; {facts}", library), library.Protocol(protocol)));

    /// <summary>The question with an id.</summary>
    public static ClinicalQuestion Question(string id) => ClinicalQuestion.All.Single(question => question.Id == id);

    /// <summary>A guideline's position on LMWH.</summary>
    public static Position? Lmwh(this Comparison comparison, string guideline, string question = "clots-before-birth") =>
        comparison.Guidelines.Single(one => one.Guideline.Id == guideline).On(Question(question), "LMWH");

    private static string Trial(int number) => $"""

        ## Trial {number}

        | item | value |
        |---|---|
        | id | trial-{number} |
        | year | 2020 |
        | source | invented |
        | status | published |
        | design | invented |
        | population | nobody |
        | arms | two |
        | shows | nothing |
        | does not show | anything |
        | caution | invented |
        | checked | recalled |

        | outcome | result | source | checked |
        |---|---|---|---|
        | any | none | invented | recalled |

        """;

    private static string ProtocolText(string id, string guideline, string rest) => $"""
        ---
        id: {id}
        title: {id}
        {rest}---

        ## Channels

        | channel | guideline |
        |---|---|
        | clot prevention | {guideline} |

        ## Parameters

        | parameter | value | meaning | source | checked |
        |---|---|---|---|---|
        | weight rounding | exact | weights are read as they are | own choice | primary |
        """;
}
