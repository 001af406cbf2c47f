using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Values;

namespace Decidua.Knowledge.Tests.Cells;

public class LiteralTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("35", 35)]
    [InlineData("33.10", 33.1)]
    [InlineData("-2.5", -2.5)]
    [InlineData("1000000000000", 1e12)]
    public void Plain_numbers(string text, double value) => Literal.Plain(text).ShouldBe((decimal)value);

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("--1")]
    [InlineData("1 000")]
    [InlineData("1.2.3")]
    [InlineData("٣")]
    [InlineData("1000000000001")]
    public void Not_plain(string text) => Literal.Plain(text).ShouldBeNull();

    [Fact]
    public void Every_gestation_that_is_printed_can_be_read()
    {
        for (var days = 0m; days < 45 * 7; days++) Literal.Gestation(ValueText.Gestation(days)).ShouldBe(days);
    }

    [Fact]
    public void Every_length_of_time_that_is_printed_can_be_read()
    {
        for (var minutes = 0m; minutes < 30_000; minutes += 7) Literal.Minutes(ValueText.Duration(minutes)).ShouldBe(minutes);
        foreach (var minutes in new decimal[] { 60, 1440, 10_080, 60_480, 4320 }) Literal.Minutes(ValueText.Duration(minutes)).ShouldBe(minutes);
    }
}
