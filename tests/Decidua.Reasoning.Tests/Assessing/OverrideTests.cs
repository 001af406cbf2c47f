using Decidua.Knowledge;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Tests;
using Decidua.Reasoning.Assessing;

namespace Decidua.Reasoning.Tests.Assessing;

/// <summary>Exceptions, exceptions to exceptions, and advice that combines, in guidelines made for the purpose.</summary>
public class OverrideTests
{
    private const string Head = "---\nid: rules-2026\ntitle: Rules\npublisher: Nobody\nedition: first\npublished: 2026-01\njurisdiction: GB\nchannel: rules\n---\n\n";

    private static GuidelineAnswer Answer(string tables, string facts)
    {
        var reading = SmallKnowledge.Read(new SourceFile("guidelines/rules-2026.md", Head + tables));
        reading.Issues.ShouldBeEmpty();
        return new Assessor(reading.Library!).Assess(SmallWoman.Of($"{SmallWoman.Healthy}; {facts}"), null, "rules-2026").Answers.ShouldHaveSingleItem();
    }

    private static string Chain(string first, string second, string third) => $"""
        ## Rules

        | C | smoker | allergy | varicose veins | → advice | → subject | → intensity | source | checked | overrides |
        |---|---|---|---|---|---|---|---|---|---|
        | A | yes | - | - | offer | LMWH | therapeutic | p. 1 | primary | {first} |
        | B | - | yes | - | offer | LMWH | high prophylactic | p. 1 | primary | {second} |
        | C | - | - | yes | offer | LMWH | prophylactic | p. 1 | primary | {third} |
        """;

    private static string States(GuidelineAnswer answer) => string.Join(", ", answer.Guideline.Rows.Select(row => $"{row.Id} {answer.StateOf(row).Word()}"));

    [Theory]
    [InlineData("smoker: yes; allergy: yes; varicose veins: yes", "A fires, B set aside, C fires")]
    [InlineData("smoker: no; allergy: yes; varicose veins: yes", "A does not fire, B fires, C set aside")]
    [InlineData("smoker: unknown; allergy: yes; varicose veins: yes", "A possible, B possible, C possible")]
    [InlineData("smoker: yes; allergy: unknown; varicose veins: yes", "A fires, B set aside, C fires")]
    [InlineData("smoker: no; allergy: unknown; varicose veins: yes", "A does not fire, B possible, C possible")]
    public void An_exception_to_an_exception_restores_the_rule(string facts, string states)
    {
        States(Answer(Chain("B", "C", "-"), facts)).ShouldBe(states);
        States(Answer(Chain("rules/B", "rules-2026/rules/C", "-"), facts)).ShouldBe(states, "addresses may be short or long");
    }

    [Fact]
    public void The_order_of_the_rows_does_not_matter() =>
        States(Answer(Chain("-", "A", "B"), "smoker: yes; allergy: yes; varicose veins: yes")).ShouldBe("A fires, B set aside, C fires");

    [Fact]
    public void One_row_may_set_several_aside() =>
        States(Answer(Chain("B, C", "-", "-"), "smoker: yes; allergy: yes; varicose veins: yes")).ShouldBe("A fires, B set aside, C set aside");

    /// <summary>The table is silent for the women of the row that is set aside, so its other rows do not make the advice certain.</summary>
    [Fact]
    public void Advice_is_not_certain_where_another_row_of_the_table_is_set_aside()
    {
        const string tables = """
            ## Choice

            | U | clot | → advice | → subject | source | checked |
            |---|---|---|---|---|---|
            | U-1 | none | offer | LMWH | p. 1 | primary |
            | U-2 | one | offer | LMWH | p. 1 | primary |
            | U-3 | several | offer | aspirin | p. 1 | primary |

            ## Exception

            | C | smoker | → advice | → subject | source | checked | overrides |
            |---|---|---|---|---|---|---|
            | E-1 | yes | offer | stockings | p. 1 | primary | choice/U-3 |
            """;
        Answer(tables, "clot: unknown; smoker: yes").Advice().ShouldBe(["offer LMWH ?", "offer stockings"], ignoreOrder: true);
        Answer(tables, "clot: none, one; smoker: yes").Advice().ShouldBe(["offer LMWH", "offer stockings"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("smoker: yes", "consider LMWH, high prophylactic, from 14+0 until discharge")]
    [InlineData("allergy: yes", "offer LMWH, prophylactic, from 28+0 until birth")]
    [InlineData("varicose veins: yes", "no need LMWH")]
    [InlineData("smoker: yes; allergy: yes", "offer LMWH, high prophylactic, from 14+0 until later of (birth, discharge)")]
    [InlineData("smoker: yes; varicose veins: yes", "consider LMWH, high prophylactic, from 14+0 until discharge")]
    [InlineData("clot: one; allergy: yes", "offer LMWH, prophylactic, from 28+0 until birth + 6 wk")]
    [InlineData("clot: one; varicose veins: yes", "consider LMWH until birth + 6 wk")]
    public void Together_the_stronger_advice_the_earlier_start_and_the_later_end(string facts, string advice)
    {
        const string tables = """
            ## Rules

            | C | fact | is | → advice | → subject | → intensity | → from | → until | source | checked |
            |---|---|---|---|---|---|---|---|---|---|
            | A | smoker | yes | consider | LMWH | high prophylactic | 14+0 | discharge | p. 1 | primary |
            | B | allergy | yes | offer | LMWH | prophylactic | 28+0 | birth | p. 1 | primary |
            | C | varicose veins | yes | no need | LMWH | - | - | - | p. 1 | primary |
            | D | clot | one | consider | LMWH | - | - | birth + 6 wk | p. 1 | primary |
            """;
        Answer(tables, facts).Advice().ShouldBe([advice]);
    }

    [Fact]
    public void Subjects_and_channels_are_kept_apart()
    {
        const string tables = """
            ## Rules

            | C | smoker | → advice | → subject | → channel | source | checked |
            |---|---|---|---|---|---|---|
            | A | yes | offer | LMWH | - | p. 1 | primary |
            | B | yes | no need | LMWH | keeping the pregnancy | p. 1 | primary |
            | C | yes | consider | aspirin | - | p. 1 | primary |
            """;
        Answer(tables, "smoker: yes").Recommendations.Select(one => $"{one.Channel}: {one}")
            .ShouldBe(["rules: offer LMWH", "rules: consider aspirin", "keeping the pregnancy: no need LMWH"]);
    }

    [Fact]
    public void Two_guidelines_that_differ_are_shown_as_differing()
    {
        var other = SmallGuideline.Text.Replace("id: small-2026", "id: other-2026").Replace("| PR-3 | pregnant | < 3 | no need | LMWH | - | - | - |", "| PR-3 | pregnant | < 3 | offer | LMWH | - | - | - |");
        var library = SmallKnowledge.Read(new SourceFile("guidelines/other-2026.md", other)).Library!;
        var assessment = new Assessor(library).Assess(SmallWoman.Of(SmallWoman.Healthy));
        var difference = Disagreement.Of(assessment).ShouldHaveSingleItem();
        (difference.Channel, difference.Subject).ShouldBe(("clot prevention", "LMWH"));
        difference.Positions.Select(one => $"{one.Guideline} {one}").ShouldBe(["small-2026 no need LMWH", "other-2026 offer LMWH"]);
        Disagreement.Of(new Assessor(library).Assess(SmallWoman.Of(SmallWoman.Healthy + "; clot: several"))).ShouldBeEmpty();
    }
}
