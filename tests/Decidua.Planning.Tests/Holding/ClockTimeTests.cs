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

    [Fact]
    public void An_hour_that_comes_twice_never_shortens_a_wait()
    {
        NeedleAnswer Ask(LocalDateTime dose, LocalDateTime now) => Wanted.Answer(
            Facts("phase pregnant", "creatinine clearance 110", "platelet count 200", "LMWH intensity prophylactic"), Uk,
            Request(new Asking.CareEvent(Asking.CareEvent.LastDose, dose.Date, dose.TimeOfDay, "x")) with { AsOf = now.Date, Now = now.TimeOfDay });
        Ask(new(2026, 10, 24, 14, 0), Twice).Verdict.ShouldBe(NeedleVerdict.Wait, "now may be the first 01:30, eleven and a half hours after");
        Ask(new(2026, 10, 24, 13, 30), Twice).Verdict.ShouldBe(NeedleVerdict.MayProceed);
        Ask(Twice, new(2026, 10, 25, 13, 0)).Verdict.ShouldBe(NeedleVerdict.Wait, "the dose may have been at the second 01:30");
        Ask(Twice, new(2026, 10, 25, 13, 30)).Verdict.ShouldBe(NeedleVerdict.MayProceed);
        Ask(new(2026, 3, 28, 18, 0), new(2026, 3, 29, 6, 30)).Verdict.ShouldBe(NeedleVerdict.Wait, "the night in March has an hour less");
    }

    [Fact]
    public void A_caesarean_in_the_hour_that_comes_twice_is_held_before_the_first()
    {
        var request = Request(new Asking.CareEvent(Asking.CareEvent.PlannedCaesarean, Twice.Date, Twice.TimeOfDay, "x")) with { AsOf = new(2026, 10, 20), InjectionTimes = [new LocalTime(14, 0)] };
        Clock(Planned.Holds(Facts("phase pregnant", "creatinine clearance 110"), Uk, request, [Enoxaparin()]).Items[0].LastDose).ShouldBe("2026-10-23 14:00");
    }

    [Theory]
    [InlineData(0, "0 min")]
    [InlineData(1, "1 min")]
    [InlineData(3600, "1 h")]
    [InlineData(3601, "1 h 1 min")]
    [InlineData(90000, "25 h")]
    public void A_length_is_rounded_up_to_minutes(int seconds, string text) => ClockTime.Text(Duration.FromSeconds(seconds)).ShouldBe(text);
}
