using Decidua.Planning.Holding;
using NodaTime;
using static Decidua.Planning.Tests.Holding.HoldWoman;

namespace Decidua.Planning.Tests.Holding;

public sealed class ClockTimeTests
{
    private static readonly LocalDateTime Twice = new(2026, 10, 25, 1, 30);
    private static readonly LocalDateTime Never = new(2026, 3, 29, 1, 30);

    [Fact]
    public void A_time_that_comes_twice_has_two_readings()
    {
        ClockTime.Earliest(Twice, London).ToInstant().ShouldBe(Instant.FromUtc(2026, 10, 25, 0, 30));
        ClockTime.Latest(Twice, London).ToInstant().ShouldBe(Instant.FromUtc(2026, 10, 25, 1, 30));
        ClockTime.IsPlain(Twice, London).ShouldBeFalse();
    }

    [Fact]
    public void A_time_that_is_skipped_has_two_readings()
    {
        ClockTime.Earliest(Never, London).ToInstant().ShouldBe(Instant.FromUtc(2026, 3, 29, 0, 30));
        ClockTime.Latest(Never, London).ToInstant().ShouldBe(Instant.FromUtc(2026, 3, 29, 1, 30));
    }

    [Fact]
    public void Any_other_time_has_one()
    {
        var plain = new LocalDateTime(2026, 7, 1, 18, 0);
        ClockTime.Earliest(plain, London).ShouldBe(ClockTime.Latest(plain, London));
        ClockTime.Text(ClockTime.Latest(plain, London)).ShouldBe("2026-07-01 18:00");
    }

    [Theory]
    [InlineData(0, "0 min")]
    [InlineData(1, "1 min")]
    [InlineData(3600, "1 h")]
    [InlineData(3601, "1 h 1 min")]
    [InlineData(90000, "25 h")]
    public void A_length_is_rounded_up_to_minutes(int seconds, string text) => ClockTime.Text(Duration.FromSeconds(seconds)).ShouldBe(text);
}
