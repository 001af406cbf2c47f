using Decidua.Clinical.Issues;
using Decidua.Knowledge.Documents;

namespace Decidua.Knowledge.Tests.Documents;

public class MarkdownReaderTests
{
    private const string Head = "---\nid: x\ntitle: X\n---\n";

    private static (MarkdownDocument? Document, List<Issue> Issues) Read(string text)
    {
        var issues = new List<Issue>();
        return (MarkdownReader.Read(new SourceFile("guidelines/x.md", text), issues), issues);
    }

    private static MarkdownDocument Clean(string body)
    {
        var (document, issues) = Read(Head + body);
        issues.ShouldBeEmpty();
        return document.ShouldNotBeNull();
    }

    private static string Cells(MarkdownTable table) => string.Join(" / ", table.Rows.Select(row => string.Join("|", row.Select(cell => cell.Text))));

    [Fact]
    public void Every_cell_keeps_its_line_and_column()
    {
        var table = Clean("\n## A table\n\n| one |  two|three |\n|---|:---:|---:|\n|  a | `b` | c \\| d |\n").Sections.Single().Tables.Single();
        table.Place.ShouldBe(new Place("guidelines/x.md", 8, 3));
        table.Header.Select(cell => (cell.Text, cell.Place.Column)).ShouldBe([("one", 3), ("two", 10), ("three", 14)]);
        table.Rows.Single().Select(cell => (cell.Text, cell.Place.Line, cell.Place.Column)).ShouldBe([("a", 10, 4), ("b", 10, 8), ("c | d", 10, 14)]);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_endings_do_not_matter(string newline)
    {
        var text = (Head + "\n## A\n\n| a | b |\n|---|---|\n| 1 | 2 |\n").Replace("\n", newline);
        var (document, issues) = Read("\uFEFF" + text);
        issues.ShouldBeEmpty();
        document!.Sections.Single().Tables.Single().Rows[0][1].Place.ShouldBe(new Place("guidelines/x.md", 10, 7));
    }

    [Fact]
    public void Sections_hold_prose_and_tables_in_order()
    {
        var sections = Clean("\nBefore.\n\n## First *one*\n\nText.\n\n| a |\n|---|\n| 1 |\n\nMore.\n\n## Second `two`\n").Sections;
        sections.Select(section => section.Title).ShouldBe(["", "First one", "Second two"]);
        sections[1].Parts.Select(part => part.GetType().Name).ShouldBe(["Prose", "MarkdownTable", "Prose"]);
        sections[1].Id.ShouldBe("first-one");
        sections[1].Place.ShouldBe(new Place("guidelines/x.md", 8, 1));
        sections[0].Prose.Single().Markdown.ShouldBe("Before.");
    }

    [Fact]
    public void A_table_may_follow_a_line_of_text()
    {
        var section = Clean("\n## A\n\nText here\n| a | b |\n|---|---|\n| 1 | 2 |\n").Sections.Single();
        section.Prose.Single().Markdown.ShouldBe("Text here");
        Cells(section.Tables.Single()).ShouldBe("1|2");
        section.Tables.Single().Place.Line.ShouldBe(9);
    }

    [Fact]
    public void A_heading_may_follow_a_table_at_once()
    {
        var sections = Clean("\n## A\n\n| a | b |\n|---|---|\n| 1 | 2 |\n## B or C\n\n| a | b |\n|---|---|\n| 3 | 4 |\n").Sections;
        Cells(sections[0].Tables.Single()).ShouldBe("1|2");
        Cells(sections[1].Tables.Single()).ShouldBe("3|4");
    }

    [Fact]
    public void Tables_without_outer_pipes_are_tables() => Cells(Clean("\na | b\n---|---\n1 | 2\n").Sections.Single().Tables.Single()).ShouldBe("1|2");

    [Fact]
    public void Brackets_and_marks_in_cells_are_only_text() =>
        Cells(Clean("\n| a | b |\n|---|---|\n| [30..40) | *x |\n| (90..130] | y_ |\n").Sections.Single().Tables.Single()).ShouldBe("[30..40)|*x / (90..130]|y_");

    [Fact]
    public void Examples_between_fences_are_not_tables() => Clean("\n## A\n\n```\n| a | b |\n| 1 |\n```\n").Sections.Single().Tables.ShouldBeEmpty();

    /// <summary>A rule must never become prose without a word.</summary>
    [Theory]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |\ngarbage\n| 3 | 4 |\n", 8)]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |\ngarbage\n", 8)]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |\n", 12)]
    [InlineData("| a | b |\n| 1 | 2 |\n", 8)]
    [InlineData("|---|---|\n| 1 | 2 |\n", 8)]
    [InlineData("    | a | b |\n    |---|---|\n    | 1 | 2 |\n", 8)]
    [InlineData("> | a | b |\n> |---|---|\n> | 1 | 2 |\n", 8)]
    [InlineData("- x\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n", 10)]
    [InlineData("<!--\n| a | b |\n|---|---|\n| 1 | 2 |\n-->\n", 9)]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |\n---\n", 8)]
    [InlineData("```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", 10)]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |\n```\n| 3 | 4 |\n", 12)]
    public void A_table_that_is_not_read_is_an_issue(string body, int line)
    {
        var (_, issues) = Read(Head + "\n## A\n\n" + body);
        issues.ShouldNotBeEmpty();
        issues.ShouldAllBe(issue => issue.Code == IssueCode.MalformedTable);
        issues[0].At.ShouldStartWith($"guidelines/x.md:{line}:");
    }

    [Fact]
    public void Rows_of_another_length_are_named()
    {
        var (document, issues) = Read(Head + "\n| a | b |\n|---|---|\n| 1 |\n| 2 | 3 |\n| 3 | 4 | 5 |\n");
        issues.Select(issue => issue.At).ShouldBe(["guidelines/x.md:8:3", "guidelines/x.md:10:3"]);
        var table = document!.Sections.Single().Tables.Single();
        Cells(table).ShouldBe("2|3");
        table.IsWhole.ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("text")]
    [InlineData("---\nid: x\n")]
    [InlineData("--\nid: x\n--\n")]
    [InlineData(" ---\nid: x\n ---\n")]
    public void A_file_without_front_matter_is_refused(string text)
    {
        var (document, issues) = Read(text);
        document.ShouldBeNull();
        issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.MissingFrontMatter);
    }

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        foreach (var deep in new[] { new string('>', 20_000), string.Concat(Enumerable.Repeat("- ", 5_000)), new string('[', 60_000) })
        {
            var (document, issues) = Read(Head + "\n" + deep + " x\n");
            document.ShouldBeNull();
            issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.TooLargeKnowledge);
        }
    }

    [Theory]
    [InlineData("booking BMI", "booking-bmi")]
    [InlineData("thrombophilia class (RCOG)", "thrombophilia-class-rcog")]
    [InlineData("  A -- b  ", "a-b")]
    [InlineData("Éé 4+", "4")]
    [InlineData("???", "")]
    public void Slugs(string name, string slug) => Slug.Of(name).ShouldBe(slug);

    [Fact]
    public void The_nearest_name_is_one_that_could_be_meant()
    {
        string[] names = ["smoker", "parity", "gravidity", "booking BMI"];
        Nearest.To("smokre", names).ShouldBe("smoker");
        Nearest.To("Booking bmi", names).ShouldBe("booking BMI");
        Nearest.To("platelet count", names).ShouldBeNull();
        Nearest.Hint("smoker!", names).ShouldBe("Did you mean 'smoker'?");
        Nearest.Hint("", []).ShouldBe("");
        Nearest.To(new string('x', 100_000), names).ShouldBeNull();
    }
}
