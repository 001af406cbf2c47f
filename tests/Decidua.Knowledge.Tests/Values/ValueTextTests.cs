using Decidua.Knowledge.Values;

namespace Decidua.Knowledge.Tests.Values;

public class ValueTextTests
{
    private static readonly FactType Bmi = FactType.Numeric(FactKind.Number, "kg/m2", Interval.Closed(10, 100));
    private static readonly FactType Age = FactType.Numeric(FactKind.Count, "a", Interval.Closed(10, 65));
    private static readonly FactType Weeks = FactType.Numeric(FactKind.Gestation, "", Interval.Closed(0, 314));
    private static readonly FactType Time = FactType.Numeric(FactKind.Duration, "", Interval.Closed(0, 100_000));
    private static readonly FactType Risk = FactType.OneOf(["none", "low risk", "high risk"]);

    [Theory]
    [InlineData(30, true, 40, false, "30 to under 40")]
    [InlineData(30, false, 40, true, "over 30 to 40")]
    [InlineData(30, true, 100, true, "at least 30")]
    [InlineData(30, false, 100, true, "more than 30")]
    [InlineData(10, true, 30, true, "at most 30")]
    [InlineData(10, true, 30, false, "less than 30")]
    [InlineData(33.1, true, 33.1, true, "33.1")]
    [InlineData(10, true, 100, true, "not known")]
    public void Numbers(double low, bool lowClosed, double high, bool highClosed, string text) =>
        ValueText.Set(Bmi, Bmi.Numbers(new Interval((decimal)low, lowClosed, (decimal)high, highClosed))).ShouldBe(text);

    [Fact]
    public void Several_counts_cannot_be_misread() => ValueText.Set(Age, Age.Numbers([Interval.Closed(10, 12), Interval.Point(14), Interval.Closed(60, 65)])).ShouldBe("10 to 12 or 14 or 60 to 65");

    [Theory]
    [InlineData(0b001, "none")]
    [InlineData(0b110, "low risk or high risk")]
    [InlineData(0b111, "not known")]
    [InlineData(0, "impossible")]
    public void Choices(ulong mask, string text) => ValueText.Set(Risk, new ValueSet.Choices(mask)).ShouldBe(text);

    [Fact]
    public void Units_are_written_as_clinicians_write_them()
    {
        ValueText.WithUnit(Bmi, Bmi.Numbers(Interval.Point(33.1m))).ShouldBe("33.1 kg/m²");
        ValueText.WithUnit(Age, Age.Numbers(Interval.Point(36))).ShouldBe("36");
        ValueText.WithUnit(Bmi, Bmi.Everything).ShouldBe("not known");
        ValueText.Unit("10*9/L").ShouldBe("×10⁹/L");
    }

    [Theory]
    [InlineData(0, "0+0")]
    [InlineData(6, "0+6")]
    [InlineData(7, "1+0")]
    [InlineData(87, "12+3")]
    public void Gestations(int days, string text) => ValueText.Number(Weeks, days).ShouldBe(text);

    [Theory]
    [InlineData(0, "0 h")]
    [InlineData(30, "30 min")]
    [InlineData(90, "90 min")]
    [InlineData(720, "12 h")]
    [InlineData(1440, "1 d")]
    [InlineData(10_080, "1 wk")]
    public void Lengths_of_time(int minutes, string text) => ValueText.Number(Time, minutes).ShouldBe(text);

    [Fact]
    public void Digits_that_say_nothing_are_dropped() => ValueText.Number(Bmi, 33.100m).ShouldBe("33.1");
}
