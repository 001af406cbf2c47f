using Decidua.Clinical.Issues;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Values;

namespace Decidua.Knowledge.Tests.Vocabulary;

public class VocabularyReaderTests
{
    private static readonly Decidua.Knowledge.Vocabulary.FactVocabulary Facts = SmallKnowledge.Library.Vocabulary;

    [Fact]
    public void A_fact_keeps_all_that_its_row_says()
    {
        var gestation = Facts.Named("gestation").ShouldNotBeNull();
        (gestation.Id, gestation.DerivedBy, gestation.Question, gestation.Topic).ShouldBe(("gestation", "gestation", "How far is she?", "Pregnancy"));
        gestation.Type.Range.ShouldBe(Interval.Closed(0, 314));
        gestation.IsPresumed.ShouldBeFalse();
        var smoker = Facts.Named("smoker").ShouldNotBeNull();
        (smoker.IsPresumed, smoker.Absent == FactType.YesNo.Choice("no")).ShouldBe((true, true));
        smoker.ValueSets.ShouldBe(["smoking"]);
        Facts.Named("bed rest")!.Absent.ShouldBe(new ValueSet.Numbers(Interval.Point(0)));
        Facts.Named("booking BMI")!.Type.Unit.ShouldBe("kg/m2");
        Facts.Named("phase")!.Type.Choices.ShouldBe(["not pregnant", "pregnant", "postpartum"]);
    }

    [Fact]
    public void Facts_are_numbered_in_the_order_of_the_documents() => Facts.Facts.Select(fact => fact.Index).ShouldBe(Enumerable.Range(0, Facts.Facts.Length));

    [Theory]
    [InlineData("booking-bmi", "booking BMI")]
    [InlineData("booking BMI", "booking BMI")]
    [InlineData("Booking  bmi", "booking BMI")]
    [InlineData("bmi", null)]
    [InlineData("", null)]
    public void Facts_are_found_by_id_or_name(string text, string? name) => (Facts.Find(text)?.Name).ShouldBe(name);

    [Fact]
    public void Equal_facts_stay_equal_when_one_was_used()
    {
        var first = SmallKnowledge.Read().Library!.Vocabulary.Facts[0];
        var second = SmallKnowledge.Read().Library!.Vocabulary.Facts[0];
        var terms = new HashSet<Decidua.Knowledge.Tables.Term> { Decidua.Knowledge.Tables.Term.Of(first) };
        first.Id.ShouldBe(second.Id);
        first.ShouldBe(second);
        terms.ShouldContain(Decidua.Knowledge.Tables.Term.Of(second));
    }

    [Theory]
    [InlineData("| x | y |\n|---|---|\n| 1 | 2 |\n", "x | y", "a table of facts")]
    [InlineData("| fact | type | colour |\n|---|---|---|\n| a | yes/no | red |\n", "colour", "Expected one of the columns")]
    [InlineData("| C | smoker | → contradictoin | source | checked |\n|---|---|---|---|---|\n| A | yes | x | p | primary |\n", "C | smoker", "the one output")]
    [InlineData("| C | smoker | → contradiction | source | checked |\n|---|---|---|---|---|\n| A1 | - | x | p | primary |\n", "A1", "without one of them")]
    [InlineData("| C | smoker | → contradiction | source | checked |\n|---|---|---|---|---|\n| A1 | yes | - | p | primary |\n", "A1", "without one of them")]
    public void Other_tables_are_refused(string table, string at, string says)
    {
        var file = new SourceFile("vocabulary/more.md", "---\nid: more\ntitle: More\n---\n\n## More\n\n" + table);
        var issue = SmallKnowledge.Read(file).Issues.ShouldHaveSingleItem();
        (issue.Code, issue.At).ShouldBe((IssueCode.MalformedTable, SmallKnowledge.PlaceOf(file, at)));
        issue.Message.ShouldContain(says);
    }

    [Fact]
    public void The_widest_types_have_their_natural_ends()
    {
        var file = new SourceFile("vocabulary/more.md",
            "---\nid: more\ntitle: More\n---\n\n## More\n\n| fact | type | range |\n|---|---|---|\n| weeks | gestation | - |\n| births | count | - |\n| wait | duration | - |\n");
        var facts = SmallKnowledge.Read(file).Library!.Vocabulary;
        facts.Named("weeks")!.Type.Range.ShouldBe(Interval.Closed(0, 314));
        facts.Named("births")!.Type.Range.Low.ShouldBe(0);
        facts.Named("wait")!.Type.Range.Low.ShouldBe(0);
    }

    [Fact]
    public void Sixty_four_choices_are_possible_and_sixty_five_are_not()
    {
        static SourceFile File(int choices) => new("vocabulary/more.md",
            $"---\nid: more\ntitle: More\n---\n\n## More\n\n| fact | type |\n|---|---|\n| many | one of: {string.Join(", ", Enumerable.Range(1, choices).Select(number => $"c{number}"))} |\n");
        SmallKnowledge.Read(File(64)).Issues.ShouldBeEmpty();
        SmallKnowledge.Read(File(65)).Issues.ShouldHaveSingleItem().Message.ShouldContain("2 to 64");
    }
}
