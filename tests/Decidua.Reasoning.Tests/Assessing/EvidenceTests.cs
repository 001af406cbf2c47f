using Decidua.Knowledge;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Tests;
using Decidua.Reasoning.Assessing;

namespace Decidua.Reasoning.Tests.Assessing;

/// <summary>Advice names the studies of the rows that carry it.</summary>
public class EvidenceTests
{
    private const string Cards = """
        ---
        id: cards
        title: Invented
        catalogue: trial
        ---

        """;

    private static string Card(string id) => $"""


        ## {id}

        | item | value |
        |---|---|
        | id | {id} |
        | year | - |
        | source | nowhere |
        | status | published |
        | design | invented |
        | population | nobody |
        | arms | - |
        | shows | Nothing. |
        | does not show | Anything. |
        | caution | - |
        | checked | recalled |

        | outcome | result | source | checked |
        |---|---|---|---|
        | birth | 1 of 1 | nowhere | recalled |
        """;

    private const string Guideline = """
        ---
        id: citing-2026
        title: A guideline that names studies
        publisher: Nobody
        edition: first
        published: 2026-01
        jurisdiction: GB
        channel: pregnancy
        ---

        ## Advice

        | C | smoker | allergy | → advice | → subject | source | checked | evidence |
        |---|---|---|---|---|---|---|---|
        | CI-1 | yes | - | offer | aspirin | p. 1 | primary | first, second |
        | CI-2 | - | yes | offer | aspirin | p. 1 | primary | second, third |
        | CI-3 | - | - | no need | aspirin | p. 1 | primary | fourth |
        """;

    private static Library Library { get; } = SmallKnowledge.Read(
        new SourceFile("evidence/cards.md", Cards + string.Concat(new[] { "first", "second", "third", "fourth" }.Select(Card))),
        new SourceFile("guidelines/citing-2026.md", Guideline)).Library.ShouldNotBeNull();

    [Theory]
    [InlineData("smoker: yes; allergy: no", "offer aspirin", "first, second")]
    [InlineData("smoker: yes; allergy: yes", "offer aspirin", "first, second, third")]
    [InlineData("smoker: no; allergy: no", "no need aspirin", "fourth")]
    public void Studies_of_outweighed_rows_are_left_out(string facts, string advice, string evidence)
    {
        var one = new Assessor(Library).Assess(SmallWoman.Of(facts, Library), null, "citing-2026").Recommendations.ShouldHaveSingleItem();
        one.ToString().ShouldBe(advice);
        string.Join(", ", one.Evidence).ShouldBe(evidence);
    }
}
