using Decidua.Clinical.Gestation;
using Decidua.Clinical.Records;

namespace Decidua.Clinical.Tests.Records;

public class GestationSpanTests
{
    [Theory]
    [InlineData("8+3", "8+3", "8+3")]
    [InlineData("8", "8+0", "8+6")]
    [InlineData("0", "0+0", "0+6")]
    [InlineData("8+0 to 9+6", "8+0", "9+6")]
    [InlineData("8+0 to 8+0", "8+0", "8+0")]
    public void Reads_a_day_a_completed_week_or_a_span(string text, string least, string greatest)
    {
        GestationSpan.TryParse(text, out var span).ShouldBeTrue();
        (span.Least.ToString(), span.Greatest.ToString()).ShouldBe((least, greatest));
        span.IsExact.ShouldBe(least == greatest);
        GestationSpan.TryParse(span.ToString(), out var again).ShouldBeTrue();
        again.ShouldBe(span);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("8+7")]
    [InlineData("100")]
    [InlineData("-8")]
    [InlineData("8.5")]
    [InlineData("9+0 to 8+0")]
    [InlineData("8 to 9")]
    [InlineData("8+0 to 9+0 to 10+0")]
    public void Refuses_anything_else(string? text) => GestationSpan.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void A_day_is_a_span_of_one()
    {
        GestationSpan span = GestationalAge.FromWeeks(39, 4);
        span.IsExact.ShouldBeTrue();
        span.ToString().ShouldBe("39+4");
    }
}
