using Decidua.Clinical.Records;
using NodaTime;

namespace Decidua.Clinical.Tests.Records;

public class PartialDateTests
{
    [Theory]
    [InlineData("2024", "2024-01-01", "2024-12-31", DatePrecision.Year)]
    [InlineData("2024-02", "2024-02-01", "2024-02-29", DatePrecision.Month)]
    [InlineData("2023-02", "2023-02-01", "2023-02-28", DatePrecision.Month)]
    [InlineData("2024-02-29", "2024-02-29", "2024-02-29", DatePrecision.Day)]
    public void Keeps_its_precision(string text, string earliest, string latest, DatePrecision precision)
    {
        PartialDate.TryParse(text, out var date).ShouldBeTrue();
        date.Precision.ShouldBe(precision);
        PartialDate.On(date.Earliest).ToString().ShouldBe(earliest);
        PartialDate.On(date.Latest).ToString().ShouldBe(latest);
        date.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2023-13")]
    [InlineData("2023-00-10")]
    [InlineData("2023-1-1")]
    [InlineData("0000")]
    [InlineData("0001-01-01")]
    [InlineData("1799-12-31")]
    [InlineData("3000-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("23")]
    [InlineData("2023/02/01")]
    [InlineData("2023-02-01T00:00:00Z")]
    [InlineData("-2023")]
    [InlineData(" 2023")]
    [InlineData("")]
    [InlineData(null)]
    public void Refuses_what_the_calendar_does_not_have(string? text) =>
        PartialDate.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Is_before_or_after_only_when_every_day_of_it_is()
    {
        PartialDate.TryParse("2024-02", out var february).ShouldBeTrue();
        february.IsCertainlyBefore(new LocalDate(2024, 2, 29)).ShouldBeFalse();
        february.IsCertainlyBefore(new LocalDate(2024, 3, 1)).ShouldBeTrue();
        february.IsCertainlyAfter(new LocalDate(2024, 2, 1)).ShouldBeFalse();
        february.IsCertainlyAfter(new LocalDate(2024, 1, 31)).ShouldBeTrue();
    }
}
