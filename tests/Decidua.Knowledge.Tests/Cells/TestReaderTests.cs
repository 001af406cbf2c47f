using Decidua.Clinical.Issues;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Values;

namespace Decidua.Knowledge.Tests.Cells;

/// <summary>Every form of the cell language with values on, below and above each edge.</summary>
public class TestReaderTests
{
    private static readonly FactType Number = FactType.Numeric(FactKind.Number, "kg", Interval.Closed(0, 100));
    private static readonly FactType Count = FactType.Numeric(FactKind.Count, "a", Interval.Closed(0, 20));
    private static readonly FactType Weeks = FactType.Numeric(FactKind.Gestation, "", Interval.Closed(0, 314));
    private static readonly FactType Time = FactType.Numeric(FactKind.Duration, "", Interval.Closed(0, 100_000));
    private static readonly FactType Choice = FactType.OneOf(["none", "low risk", "high risk"]);

    private static (ValueSet? Set, List<Issue> Issues) Read(FactType type, string text)
    {
        var issues = new List<Issue>();
        return (new TestReader(type, issues).Read(new Cell(text, new Place("x.md", 3, 7))), issues);
    }

    private static ValueSet Clean(FactType type, string text)
    {
        var (set, issues) = Read(type, text);
        issues.ShouldBeEmpty();
        return set.ShouldNotBeNull();
    }

    private static bool Passes(FactType type, string text, decimal value) => ((ValueSet.Numbers)Clean(type, text)).Contains(value);

    [Theory]
    [InlineData("35", 34.9, false)]
    [InlineData("35", 35, true)]
    [InlineData("35", 35.1, false)]
    [InlineData("35 kg", 35, true)]
    [InlineData("> 35", 35, false)]
    [InlineData("> 35", 35.0001, true)]
    [InlineData(">35", 35.0001, true)]
    [InlineData("> 35", 100, true)]
    [InlineData(">= 35", 34.9999, false)]
    [InlineData(">= 35", 35, true)]
    [InlineData("< 35", 34.9999, true)]
    [InlineData("< 35", 35, false)]
    [InlineData("< 35", 0, true)]
    [InlineData("<= 35", 35, true)]
    [InlineData("<= 35", 35.0001, false)]
    [InlineData("[30..40]", 29.9, false)]
    [InlineData("[30..40]", 30, true)]
    [InlineData("[30..40]", 40, true)]
    [InlineData("[30..40)", 40, false)]
    [InlineData("[30..40)", 39.9999, true)]
    [InlineData("(30..40]", 30, false)]
    [InlineData("(30..40]", 30.0001, true)]
    [InlineData("(30..40)", 40, false)]
    [InlineData("[30 .. 40]", 40, true)]
    [InlineData("[0.5..1.5]", 0.5, true)]
    [InlineData("not(35)", 35, false)]
    [InlineData("not(35)", 34.9999, true)]
    [InlineData("not(35)", 35.0001, true)]
    [InlineData("not([30..40))", 40, true)]
    [InlineData("not([30..40))", 30, false)]
    [InlineData("not(> 35)", 35, true)]
    [InlineData("not(> 35)", 36, false)]
    [InlineData("[0..3], > 7", 3, true)]
    [InlineData("[0..3], > 7", 3.0001, false)]
    [InlineData("[0..3], > 7", 7, false)]
    [InlineData("[0..3], > 7", 7.0001, true)]
    [InlineData("< 5, 3", 3, true)]
    [InlineData("-", 0, true)]
    [InlineData("–", 100, true)]
    [InlineData("—", 50, true)]
    public void Numbers(string cell, double value, bool passes) => Passes(Number, cell, (decimal)value).ShouldBe(passes);

    [Theory]
    [InlineData("3", 2, false)]
    [InlineData("3", 3, true)]
    [InlineData("3.0", 3, true)]
    [InlineData("> 3", 3, false)]
    [InlineData("> 3", 4, true)]
    [InlineData("(3..5)", 4, true)]
    [InlineData("(3..5)", 3, false)]
    [InlineData("(3..5)", 5, false)]
    [InlineData("not(3)", 3, false)]
    [InlineData("not(3, 4)", 5, true)]
    [InlineData("not(3, 4)", 4, false)]
    [InlineData("1, 2, 4", 3, false)]
    [InlineData("1, 2, 4", 4, true)]
    public void Whole_numbers(string cell, int value, bool passes) => Passes(Count, cell, value).ShouldBe(passes);

    [Theory]
    [InlineData("28+0", 28, 0, true)]
    [InlineData("28+0", 27, 6, false)]
    [InlineData("28+0", 28, 1, false)]
    [InlineData("< 37+0", 36, 6, true)]
    [InlineData("< 37+0", 37, 0, false)]
    [InlineData(">= 14+0", 13, 6, false)]
    [InlineData(">= 14+0", 14, 0, true)]
    [InlineData("[14+0..28+0)", 27, 6, true)]
    [InlineData("[14+0..28+0)", 28, 0, false)]
    [InlineData("not(28+0)", 28, 0, false)]
    public void Gestations(string cell, int weeks, int days, bool passes) => Passes(Weeks, cell, (weeks * 7) + days).ShouldBe(passes);

    [Theory]
    [InlineData("12 h", 720, true)]
    [InlineData("12 h", 719, false)]
    [InlineData("> 24 h", 1440, false)]
    [InlineData("> 24 h", 1441, true)]
    [InlineData(">= 3 d", 4319, false)]
    [InlineData(">= 3 d", 4320, true)]
    [InlineData("<= 6 wk", 60480, true)]
    [InlineData("<= 6 wk", 60481, false)]
    [InlineData("11 h 59 min", 719, true)]
    [InlineData("[0 h..12 h)", 719, true)]
    [InlineData("[0 h..12 h)", 720, false)]
    [InlineData("0.5 h", 30, true)]
    public void Lengths_of_time(string cell, int minutes, bool passes) => Passes(Time, cell, minutes).ShouldBe(passes);

    [Theory]
    [InlineData("none", 0b001)]
    [InlineData("low risk, high risk", 0b110)]
    [InlineData("high risk, low risk, high risk", 0b110)]
    [InlineData("not(none)", 0b110)]
    [InlineData("not(none, high risk)", 0b010)]
    [InlineData("not( none )", 0b110)]
    [InlineData("-", 0b111)]
    public void Choices(string cell, ulong mask) => Clean(Choice, cell).ShouldBe(new ValueSet.Choices(mask));

    [Theory]
    [InlineData("< 5, 3", "< 5")]
    [InlineData("3, 3", "3")]
    [InlineData("[1..2), [2..3]", "[1..3]")]
    [InlineData("[2..3], [1..2)", "[1..3]")]
    [InlineData("< 50, >= 50", "-")]
    [InlineData("not(not)", null)]
    public void Two_ways_to_write_one_set_give_one_set(string one, string? other)
    {
        if (other is null) Read(Number, one).Set.ShouldBeNull();
        else Clean(Number, one).ShouldBe(Clean(Number, other));
    }

    [Theory]
    [InlineData("1, 2, 3", "[1..3]")]
    [InlineData("[1..2], [3..4]", "[1..4]")]
    [InlineData("> 2", ">= 3")]
    [InlineData("not(0)", ">= 1")]
    [InlineData("[0..5], [6..20]", "-")]
    public void Whole_numbers_that_follow_one_another_are_one_interval(string one, string other) => Clean(Count, one).ShouldBe(Clean(Count, other));

    [Theory]
    [InlineData("", IssueCode.MalformedCell)]
    [InlineData("= 5", IssueCode.MalformedCell)]
    [InlineData("!= 5", IssueCode.MalformedCell)]
    [InlineData("=> 5", IssueCode.MalformedCell)]
    [InlineData("5 to 6", IssueCode.MalformedCell)]
    [InlineData("5-6", IssueCode.MalformedCell)]
    [InlineData("1e2", IssueCode.MalformedCell)]
    [InlineData("1,000", IssueCode.MalformedCell)]
    [InlineData("> 1,000", IssueCode.MalformedCell)]
    [InlineData("0x10", IssueCode.MalformedCell)]
    [InlineData(".5", IssueCode.MalformedCell)]
    [InlineData("5.", IssueCode.MalformedCell)]
    [InlineData("+5", IssueCode.MalformedCell)]
    [InlineData("5 mg", IssueCode.MalformedCell)]
    [InlineData("[5..", IssueCode.MalformedCell)]
    [InlineData("[..5]", IssueCode.MalformedCell)]
    [InlineData("[1...5]", IssueCode.MalformedCell)]
    [InlineData("]1..5[", IssueCode.MalformedCell)]
    [InlineData("[5..5)", IssueCode.MalformedCell)]
    [InlineData("[6..5]", IssueCode.MalformedCell)]
    [InlineData("[6..5], 7", IssueCode.MalformedCell)]
    [InlineData("5, ", IssueCode.MalformedCell)]
    [InlineData("> 100", IssueCode.MalformedCell)]
    [InlineData("< 0", IssueCode.MalformedCell)]
    [InlineData("not(>= 0)", IssueCode.MalformedCell)]
    [InlineData("not(-)", IssueCode.MalformedCell)]
    [InlineData("not()", IssueCode.MalformedCell)]
    [InlineData("not(not(5))", IssueCode.MalformedCell)]
    [InlineData("not(5", IssueCode.MalformedCell)]
    [InlineData("null", IssueCode.MalformedCell)]
    [InlineData("79228162514264337593543950336", IssueCode.MalformedCell)]
    [InlineData("101", IssueCode.CellOutOfRange)]
    [InlineData("-1", IssueCode.CellOutOfRange)]
    [InlineData("[90..101]", IssueCode.CellOutOfRange)]
    public void What_is_not_in_the_language_is_refused(string cell, string code)
    {
        var (set, issues) = Read(Number, cell);
        set.ShouldBeNull();
        issues.ShouldHaveSingleItem().Code.ShouldBe(code);
        issues[0].At.ShouldStartWith("x.md:3:");
        if (code == IssueCode.MalformedCell && !cell.StartsWith("not(", StringComparison.Ordinal)) issues[0].Message.ShouldContain($"'{cell.Split(", ")[0]}");
    }

    [Theory]
    [InlineData("28")]
    [InlineData("28+7")]
    [InlineData("28+")]
    [InlineData("+0")]
    [InlineData("28 + 0")]
    [InlineData("28w0d")]
    [InlineData("28+0 wk")]
    [InlineData("-1+0")]
    public void Gestations_are_weeks_and_days(string cell) => Read(Weeks, cell).Issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.MalformedCell);

    [Theory]
    [InlineData("12")]
    [InlineData("12h")]
    [InlineData("12 hours")]
    [InlineData("12 m")]
    [InlineData("h 12")]
    [InlineData("1 d -1 h")]
    [InlineData("0.001 h")]
    [InlineData("79228162514264337593543950335 wk")]
    public void Lengths_of_time_have_a_unit(string cell) => Read(Time, cell).Issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.MalformedCell);

    [Theory]
    [InlineData("medium risk")]
    [InlineData("None")]
    [InlineData("none,")]
    [InlineData("none; low risk")]
    [InlineData("not(none), low risk")]
    [InlineData("not(not(none))")]
    [InlineData("> none")]
    public void Choices_are_those_declared(string cell) => Read(Choice, cell).Issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.UnknownChoiceInCell);

    [Fact]
    public void A_fault_within_not_is_reported_within_it()
    {
        Read(Choice, "not(nnoe)").Issues[0].At.ShouldBe("x.md:3:11");
        Read(Choice, "not(  nnoe )").Issues[0].At.ShouldBe("x.md:3:13");
    }

    [Fact]
    public void Endless_nesting_is_refused_at_once()
    {
        var deep = string.Concat(Enumerable.Repeat("not(", 100_000)) + "5" + new string(')', 100_000);
        Read(Number, deep).Set.ShouldBeNull();
    }

    [Fact]
    public void Open_ends_of_the_range_stay_out()
    {
        var open = FactType.Numeric(FactKind.Number, "", new Interval(0, false, 10, false));
        ((ValueSet.Numbers)Clean(open, "< 5")).Contains(0).ShouldBeFalse();
        ((ValueSet.Numbers)Clean(open, "> 5")).Contains(10).ShouldBeFalse();
        ((ValueSet.Numbers)Clean(open, "-")).Contains(0).ShouldBeFalse();
        Read(open, "0").Issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.CellOutOfRange);
    }
}
