using Decidua.Clinical.Issues;
using Decidua.Knowledge.Documents;

namespace Decidua.Knowledge.Tests.Checking;

/// <summary>Documents made to be expensive: each is refused (or read) within seconds, with an issue that says what is too large.</summary>
public class LimitsTests
{
    private const string Head = """
        ---
        id: hostile-2026
        title: Hostile
        publisher: Nobody
        edition: first
        published: 2026-01
        jurisdiction: GB
        channel: clot prevention
        ---


        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static LibraryReading Read(string body)
    {
        LibraryReading? reading = null;
        var worker = new Thread(() => reading = SmallKnowledge.Read(new SourceFile("guidelines/hostile-2026.md", Head + body)));
        worker.Start();
        worker.Join(Patience).ShouldBeTrue("reading must end");
        return reading.ShouldNotBeNull("reading must not throw");
    }

    private static string Table(string header, int columns, IEnumerable<string> rows) =>
        $"## Table\n\n| {header} |\n|{string.Concat(Enumerable.Repeat("---|", columns))}\n{string.Concat(rows.Select(row => $"| {row} |\n"))}";

    private static void ShouldBeTooLarge(LibraryReading reading, string says)
    {
        reading.Library.ShouldBeNull();
        reading.Issues.ShouldContain(issue => issue.Code == IssueCode.TooLargeKnowledge && issue.Message.Contains(says), string.Join('\n', reading.Issues.Take(5)));
    }

    [Fact]
    public void Too_many_rows() =>
        ShouldBeTooLarge(Read(Table("U | age | → x | source | checked", 5, Enumerable.Range(1, 1001).Select(row => $"R{row} | - | 1 | p | primary"))), "1000 rows");

    [Fact]
    public void Too_many_rows_in_all_tables()
    {
        var tables = Enumerable.Range(1, 5).Select(table => Table("C | age | → x | source | checked", 5,
            Enumerable.Range(1, 900).Select(row => $"R{row} | - | 1 | p | primary")).Replace("## Table", $"## Table {table}"));
        ShouldBeTooLarge(Read(string.Join('\n', tables)), "4000 rows");
    }

    [Fact]
    public void Too_many_columns() =>
        ShouldBeTooLarge(Read(Table("U | age | " + string.Concat(Enumerable.Range(1, 60).Select(x => $"→ x{x} | ")) + "source | checked", 64,
            ["R1 | - | " + string.Concat(Enumerable.Repeat("1 | ", 60)) + "p | primary"])), "60 columns");

    [Fact]
    public void Too_many_derived_values() =>
        ShouldBeTooLarge(Read("## Derived\n\n| fact | type | range | meaning |\n|---|---|---|---|\n"
            + string.Concat(Enumerable.Range(1, 301).Select(value => $"| value {value} | yes/no | - | x |\n"))), "300 derived values");

    [Fact]
    public void Too_many_classes_of_one_fact() =>
        ShouldBeTooLarge(Read(Table("C | booking BMI | → x | source | checked", 5, Enumerable.Range(11, 70).Select(bmi => $"R{bmi} | > {bmi} | 1 | p | primary"))), "'booking BMI'");

    [Fact]
    public void Classes_of_one_fact_are_counted_over_the_whole_document()
    {
        var tables = Enumerable.Range(0, 2).Select(table => Table("C | booking BMI | → x | source | checked", 5,
            Enumerable.Range(11, 40).Select(bmi => $"R{bmi} | > {bmi}.{(table == 0 ? 1 : 5)} | 1 | p | primary")).Replace("## Table", $"## Table {table}"));
        ShouldBeTooLarge(Read(string.Join('\n', tables)), "'booking BMI' into 81 classes");
    }

    [Fact]
    public void Boxes_without_end()
    {
        // Points on the diagonal of many facts: every subtraction multiplies the boxes.
        string[] facts = ["phase", "birth", "clot", "bleeding", "smoker", "varicose veins", "allergy", "age", "booking BMI", "platelet count", "dosing weight"];
        var random = new Random(5);
        var rows = Enumerable.Range(1, 600).Select(row => $"R{row} | " + string.Join(" | ",
            facts.Select((_, index) => random.Next(3) == 0 ? "-" : index switch
            {
                0 => "pregnant", 1 => "vaginal", 2 => "one", 3 => "spotting", < 7 => "yes", _ => $"{random.Next(30, 60)}",
            })) + " | 1 | p | primary");
        var reading = Read(Table($"F | {string.Join(" | ", facts)} | → x | source | checked", facts.Length + 4, rows));
        reading.Library.ShouldBeNull();
        reading.Issues.ShouldAllBe(issue => issue.Code == IssueCode.TooLargeKnowledge || issue.Code == IssueCode.Gap || issue.Code == IssueCode.Unreachable);
    }

    [Fact]
    public void Rows_that_all_overlap_are_reported_once_each()
    {
        var reading = Read(Table("U | age | → x | source | checked", 5, Enumerable.Range(1, 400).Select(row => $"R{row} | - | 1 | p | primary")));
        reading.Issues.Count(issue => issue.Code == IssueCode.Overlap).ShouldBe(399);
    }

    [Fact]
    public void A_flood_of_problems_is_cut_off_and_counted()
    {
        var reading = Read(Table("C | fact | is | → x | source | checked", 6, Enumerable.Range(1, 900).Select(row => $"R{row} | smokre{row} | yes | 1 | p | primry")));
        reading.Library.ShouldBeNull();
        reading.Issues.Length.ShouldBeLessThanOrEqualTo(501);
        reading.Issues.ShouldContain(issue => issue.Code == IssueCode.TooLargeKnowledge && issue.Message.Contains("more problems"));
    }

    [Fact]
    public void Advice_against_and_for_on_every_row()
    {
        var rows = Enumerable.Range(1, 1000).Select(row => $"R{row} | - | {(row % 2 == 0 ? "avoid" : "offer")} | LMWH | p | primary");
        var reading = Read(Table("C | age | → advice | → subject | source | checked", 6, rows));
        reading.Library.ShouldBeNull();
        reading.Issues.Length.ShouldBeLessThanOrEqualTo(501);
    }

    [Fact]
    public void Starts_whose_order_nobody_knows()
    {
        string[] events = ["needle", "catheter out", "admission", "discharge", "OHSS resolved", "labour", "planned birth"];
        var rows = events.Select((start, row) => $"R{row} | - | offer | LMWH | {start} | {start} | p | primary");
        ShouldBeTooLarge(Read(Table("C | age | → advice | → subject | → from | → until | source | checked", 8, rows)), "combine to more than 100 courses");
    }

    [Fact]
    public void Chains_of_derived_values_are_followed_to_the_end()
    {
        var declared = string.Concat(Enumerable.Range(1, 300).Select(value => $"| value {value} | yes/no | - | x |\n"));
        var tables = Enumerable.Range(1, 300).Select(value =>
            $"## Value {value}\n\n| U | {(value == 300 ? "smoker" : $"value {value + 1}")} | → value {value} | source | checked |\n|---|---|---|---|---|\n| A | yes | yes | p | primary |\n| B | no | no | p | primary |\n\n");
        var reading = Read($"## Derived\n\n| fact | type | range | meaning |\n|---|---|---|---|\n{declared}\n{string.Concat(tables)}");
        reading.Issues.ShouldBeEmpty();
        reading.Library!.Guideline("hostile-2026")!.Derived.Select(value => value.Name).ShouldBe(Enumerable.Range(1, 300).Reverse().Select(value => $"value {value}"));
    }

    [Theory]
    [InlineData("| x\n")]
    [InlineData("[a]: b\n")]
    [InlineData("## a\n")]
    [InlineData("*a_ **b `c <d &e [f](g ![h")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |\n\n")]
    [InlineData("| C | age | → x | source | checked |\n|---|---|---|---|---|\n| R | smokre | 1 | p | primary |\n\n")]
    [InlineData("not(")]
    [InlineData("\\|")]
    [InlineData("\u0000\uFFFF\uD800\t\u2028")]
    public void Any_piece_repeated_to_the_limit_is_survived(string piece) =>
        Read(string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length))).ShouldNotBeNull();
}
