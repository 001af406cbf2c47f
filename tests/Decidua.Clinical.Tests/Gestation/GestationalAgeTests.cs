using Decidua.Clinical.Gestation;

namespace Decidua.Clinical.Tests.Gestation;

public class GestationalAgeTests
{
    [Theory]
    [InlineData("0+0", 0)]
    [InlineData("0+6", 6)]
    [InlineData("1+0", 7)]
    [InlineData("28+0", 196)]
    [InlineData("41+6", 293)]
    [InlineData("99+6", 699)]
    public void Reads_and_writes_weeks_and_days(string text, int days)
    {
        GestationalAge.TryParse(text, out var age).ShouldBeTrue();
        age.TotalDays.ShouldBe(days);
        age.ToString().ShouldBe(text);
        GestationalAge.TryFromDays(days, out var same).ShouldBeTrue();
        same.ShouldBe(age);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("28")]
    [InlineData("28+")]
    [InlineData("+3")]
    [InlineData("28+7")]
    [InlineData("28+10")]
    [InlineData("-1+0")]
    [InlineData("100+0")]
    [InlineData("2 8+0")]
    [InlineData(" 28+0")]
    [InlineData("28+0 ")]
    [InlineData("28,0")]
    [InlineData("٢٨+٠")]
    public void Refuses_what_is_not_weeks_and_days(string? text) =>
        GestationalAge.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Every_day_of_the_notation_survives_writing_and_reading()
    {
        for (var days = 0; days < 700; days++)
        {
            GestationalAge.TryFromDays(days, out var age).ShouldBeTrue();
            GestationalAge.TryParse(age.ToString(), out var read).ShouldBeTrue();
            read.TotalDays.ShouldBe(days);
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(700)]
    public void Refuses_days_that_the_notation_cannot_say(int days) =>
        GestationalAge.TryFromDays(days, out _).ShouldBeFalse();

    [Fact]
    public void Refuses_weeks_and_days_out_of_their_range()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => GestationalAge.FromWeeks(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => GestationalAge.FromWeeks(100));
        Should.Throw<ArgumentOutOfRangeException>(() => GestationalAge.FromWeeks(10, 7));
        Should.Throw<ArgumentOutOfRangeException>(() => GestationalAge.FromWeeks(10, -1));
    }

    [Fact]
    public void Is_ordered_by_age()
    {
        var (younger, older) = (GestationalAge.FromWeeks(13, 6), GestationalAge.FromWeeks(14));
        (younger < older).ShouldBeTrue();
        (older > younger).ShouldBeTrue();
        (younger <= GestationalAge.FromWeeks(13, 6)).ShouldBeTrue();
        (younger >= older).ShouldBeFalse();
        younger.CompareTo(older).ShouldBeNegative();
    }
}
