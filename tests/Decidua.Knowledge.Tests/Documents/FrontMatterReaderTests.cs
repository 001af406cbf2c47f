using Decidua.Clinical.Issues;
using Decidua.Knowledge.Documents;

namespace Decidua.Knowledge.Tests.Documents;

public class FrontMatterReaderTests
{
    private static (MarkdownDocument? Document, List<Issue> Issues) Read(string yaml)
    {
        var issues = new List<Issue>();
        return (MarkdownReader.Read(new SourceFile("x.md", $"---\n{yaml}---\n\ntext\n"), issues), issues);
    }

    [Fact]
    public void Keys_and_grades_are_read()
    {
        var (document, issues) = Read("id: x-2026\ntitle: 'A: b'\ngrades: { A: randomised, GPP: good practice }\nempty:\n");
        issues.ShouldBeEmpty();
        document!.Id.ShouldBe("x-2026");
        document["title"].ShouldBe("A: b");
        document["empty"].ShouldBe("");
        document["absent"].ShouldBe("");
        document.Grades["GPP"].ShouldBe("good practice");
    }

    [Theory]
    [InlineData("title: [a, b]\n", IssueCode.MissingFrontMatter, "x.md:2:8")]
    [InlineData("id: x\ntitle: *a\n", IssueCode.MissingFrontMatter, "x.md:3:8")]
    [InlineData("id: x\nother: { a: b }\n", IssueCode.MissingFrontMatter, "x.md:3:8")]
    [InlineData("id: x\ngrades: { A: { b: c } }\n", IssueCode.MissingFrontMatter, "x.md:3:14")]
    [InlineData("- a\n", IssueCode.MissingFrontMatter, "x.md:2:1")]
    [InlineData("just text\n", IssueCode.MissingFrontMatter, "x.md:2:1")]
    [InlineData("? [a]\n: b\n", IssueCode.MissingFrontMatter, "x.md:2:3")]
    [InlineData("id: \"x\n", IssueCode.MissingFrontMatter, "x.md:2:5")]
    [InlineData("id: x\nid: y\n", IssueCode.DuplicateId, "x.md:3:1")]
    [InlineData("id: x\ngrades:\n  A: b\n  A: c\n", IssueCode.DuplicateId, "x.md:5:3")]
    public void What_is_not_in_the_language_is_named_with_its_place(string yaml, string code, string at)
    {
        var issue = Read(yaml).Issues.ShouldHaveSingleItem();
        issue.Code.ShouldBe(code);
        issue.At.ShouldBe(at);
    }

    [Fact]
    public void Nesting_and_size_have_a_limit()
    {
        Read($"a: {new string('[', 10_000)}\n").Issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.MissingFrontMatter);
        Read($"a: {new string('x', 20_001)}\n").Issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.TooLargeKnowledge);
        var laughs = "a0: &a0 x\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}]\n"));
        Read(laughs).Issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.MissingFrontMatter);
    }
}
