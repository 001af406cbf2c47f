using Decidua.Clinical.Issues;
using Decidua.Knowledge;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Tests;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Explaining;

namespace Decidua.Reasoning.Tests.Assessing;

/// <summary>Documents that read the derived values of others.</summary>
public class UsedDocumentTests
{
    private const string Path = "guidelines/second-2026.md";

    private static SourceFile Second(string uses = "small-2026", string derived = "", string id = "second-2026") => new($"guidelines/{id}.md", $"""
        ---
        id: {id}
        title: Second
        publisher: Nobody
        edition: first
        published: 2026-01
        jurisdiction: GB
        channel: pregnancy
        uses: {uses}
        ---

        # Second

        {derived}

        ## Advice on aspirin

        | F | at risk | → advice | → subject | source | checked |
        |---|---|---|---|---|---|
        | AS-1 | yes | offer | aspirin | p. 1 | primary |
        | AS-2 | - | no need | aspirin | p. 1 | primary |
        """);

    private static Library Read(params SourceFile[] files)
    {
        var reading = SmallKnowledge.Read(files);
        reading.Issues.ShouldBeEmpty();
        return reading.Library!;
    }

    [Theory]
    [InlineData("clot: several; phase: pregnant; birth: not yet; smoker: yes; age: 40")]
    [InlineData("clot: none; phase: pregnant; smoker: no; age: 30")]
    [InlineData("clot: one; age: 20")]
    [InlineData("")]
    public void A_borrowed_value_is_the_value_that_its_own_document_computes(string facts)
    {
        var library = Read(Second());
        var answers = new Assessor(library).Assess(SmallWoman.Of(facts, library)).Answers;
        var own = answers.Single(answer => answer.Guideline.Id == "small-2026").DerivedValue("at risk")!;
        var borrowing = answers.Single(answer => answer.Guideline.Id == "second-2026");
        borrowing.DerivedValue("at risk")!.Values.ShouldBe(own.Values);
        borrowing.DerivedValue("small-2026/at-risk")!.Rows.ShouldBe(own.Rows);
        borrowing.Derived.ShouldBeEmpty("what is borrowed is shown where it is at home");
        var offered = borrowing.StateOf(borrowing.Guideline.Tables[0].Rows[0]);
        offered.ShouldBe(own.Values == own.Value.Type.Choice("yes") ? RowState.Fires : own.Values.IsSingle ? RowState.DoesNotFire : RowState.Possible);
    }

    [Fact]
    public void Advice_of_a_used_document_is_not_taken_over()
    {
        var library = Read(Second());
        library.Guideline("second-2026")!.Evaluated.Length.ShouldBeGreaterThan(1);
        new Assessor(library).Assess(SmallWoman.Of("", library)).Answers.Single(answer => answer.Guideline.Id == "second-2026")
            .Recommendations.ShouldAllBe(advice => advice.Subject == "aspirin");
    }

    [Fact]
    public void Reasons_reach_through_to_the_facts_of_the_used_document()
    {
        var library = Read(Second());
        var answer = new Assessor(library).Assess(SmallWoman.Of("clot: several; smoker: yes; age: 40", library), null, "second-2026").Answers.Single();
        Because.Of(answer, answer.Recommendations[0].Rows).Select(reason => reason.Term.Name).ShouldContain("clot");
    }

    [Fact]
    public void Only_the_tables_that_are_needed_are_borrowed()
    {
        var library = Read(Second());
        var evaluated = library.Guideline("second-2026")!.Evaluated.Select(table => table.Address).ToList();
        evaluated.ShouldAllBe(address => address.StartsWith("second-2026/") || library.Find(address + "/x") == null);
        evaluated.Count.ShouldBeLessThan(library.Guideline("small-2026")!.Tables.Length);
    }

    [Fact]
    public void Uses_may_reach_over_several_documents()
    {
        var third = Second("second-2026, small-2026", id: "third-2026");
        var library = Read(Second(), third);
        library.Guideline("third-2026")!.Uses.Select(used => used.Id).ShouldBe(["second-2026", "small-2026"]);
        var answers = new Assessor(library).Assess(SmallWoman.Of("clot: several", library)).Answers;
        answers.Single(answer => answer.Guideline.Id == "third-2026").DerivedValue("at risk")!.Values
            .ShouldBe(answers.Single(answer => answer.Guideline.Id == "small-2026").DerivedValue("at risk")!.Values);
    }

    [Fact]
    public void An_unknown_document_is_named_with_the_nearest() =>
        SmallKnowledge.Read(Second("smal-2026")).Issues.ShouldContain(issue => issue.Code == IssueCode.UnknownReference && issue.Remedy.Contains("small-2026"));

    [Fact]
    public void A_circle_of_documents_is_printed()
    {
        var issues = SmallKnowledge.Read(Second("third-2026"), Second("second-2026", id: "third-2026")).Issues;
        issues.ShouldContain(issue => issue.Code == IssueCode.Cycle && issue.Message.Contains("second-2026 → third-2026 → second-2026"));
    }

    [Fact]
    public void A_name_stands_for_one_value_only()
    {
        const string derived = """
            ## Derived

            | fact | type | range | meaning |
            |---|---|---|---|
            | at risk | yes/no | | twice |

            ## Twice

            | F | smoker | → at risk | source | checked |
            |---|---|---|---|---|
            | TW-1 | - | no | p. 1 | primary |
            """;
        SmallKnowledge.Read(Second(derived: derived)).Issues.ShouldContain(issue => issue.Code == IssueCode.DuplicateId && issue.At.StartsWith(Path));
    }

    [Fact]
    public void A_change_of_a_used_document_reaches_those_that_use_it()
    {
        var library = Read(Second());
        var small = SmallKnowledge.Files.Single(file => file.Path == SmallKnowledge.GuidelinePath);
        var changed = LibraryReader.Replace(library, small).Library.ShouldNotBeNull();
        changed.Guideline("second-2026").ShouldNotBeSameAs(library.Guideline("second-2026"));
        changed.Guideline("second-2026")!.Uses.Single().ShouldBeSameAs(changed.Guideline("small-2026"));
    }
}
