using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Protocols;
using Decidua.Planning.Asking;
using Decidua.Planning.Calendar;
using Decidua.Planning.Courses;
using Decidua.Planning.Holding;
using Decidua.Reasoning.Facts;
using Decidua.Reasoning.Tests;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static Decidua.Planning.Tests.Holding.HoldWoman;

namespace Decidua.Planning.Tests.Holding;

/// <summary>What holds for every woman, clock and zone; half of the days lie at a change of the clocks.</summary>
public sealed class HoldLawTests
{
    private static readonly string[] Zones = ["Europe/London", "America/New_York", "Europe/Moscow", "Asia/Shanghai", "Australia/Lord_Howe"];
    private static readonly string[] Events = [CareEvent.PlannedCaesarean, CareEvent.PlannedInduction, CareEvent.Needle, CareEvent.EggCollection, CareEvent.Surgery, CareEvent.Amniocentesis];
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(600).WithQuietOnSuccess(true);

    /// <summary>The days on which some of these zones change their clocks, and the days beside them.</summary>
    private static readonly LocalDate[] Changes = [.. Zones.SelectMany(zone => DateTimeZoneProviders.Tzdb[zone].GetZoneIntervals(Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2027, 6, 1, 0, 0)))
        .Where(interval => interval.HasStart && interval.HasEnd && interval.Start > Instant.FromUtc(2026, 2, 1, 0, 0))
        .SelectMany(interval => new[] { -1, 0, 1 }.Select(day => interval.IsoLocalStart.Date.PlusDays(day))).Distinct()];

    /// <summary>The very days on which a zone changes its clocks; any day for a zone that never does.</summary>
    private static LocalDate[] ChangesOf(string zone) =>
        [.. Changes.Where(day => DateTimeZoneProviders.Tzdb[zone] is { } clock && clock.GetZoneIntervals(clock.AtStartOfDay(day).ToInstant(), clock.AtStartOfDay(day.PlusDays(1)).ToInstant()).Count() > 1).DefaultIfEmpty(AsOf)];

    private sealed record Trial(string Zone, string Protocol, string Event, LocalDate Day, LocalTime Time, LocalTime Injection, Intensity Intensity, bool Twice, int Clearance)
    {
        internal DateTimeZone Clock => DateTimeZoneProviders.Tzdb[Zone];

        internal Course Course => Enoxaparin(Intensity, Twice ? 12 : 24);

        internal WomanFacts Facts => HoldWoman.Facts("phase pregnant", $"creatinine clearance {Clearance}");

        internal PlanRequest Request => new()
        {
            AsOf = Day.PlusDays(-6),
            Now = new LocalTime(8, 0),
            Zone = Clock,
            InjectionTimes = [Injection],
            Events = [new CareEvent(Event, Day, Time, "plan.events[0]")],
        };

        /// <summary>Every instant that the clock time of the event may mean, by the offsets before and after.</summary>
        internal Instant[] Readings => [.. new[] { Clock.MapLocal(Day + Time) }.SelectMany(map => new[] { map.EarlyInterval, map.LateInterval }).Select(interval => (Day + Time).WithOffset(interval.WallOffset).ToInstant())];

        internal HoldWindow Window => HoldWoman.Planned.Holds(Facts, Of(Protocol), Request, [Course with { From = new PlanMoment.On(Day.PlusDays(-100)) }]).Items.Single();
    }

    private static Arbitrary<Trial> Trials() => (
        from zone in Gen.Elements(Zones)
        from protocol in Gen.Elements("uk", "us", "international", "china", "russia")
        from name in Gen.Elements(Events)
        from day in Gen.OneOf(Gen.Elements(Changes), Gen.Elements(ChangesOf(zone)), Gen.Choose(0, 400).Select(days => new LocalDate(2026, 3, 1).PlusDays(days)))
        from time in Times()
        from injection in Gen.OneOf(Times(), Gen.Choose(-6, 6).Select(quarter => time.PlusHours(12).PlusMinutes(quarter * 15)))
        from intensity in Gen.Elements(Intensity.Prophylactic, Intensity.HighProphylactic, Intensity.Therapeutic)
        from twice in Gen.Elements(false, true)
        from clearance in Gen.Elements(15, 29, 30, 60, 120)
        select new Trial(zone, protocol, name, day, time, injection, intensity, twice, clearance)).ToArbitrary();

    /// <summary>Half of the times lie in the hours in which clocks change.</summary>
    private static Gen<LocalTime> Times() => Gen.OneOf(
        Gen.Choose(0, 23).Select(hour => new LocalTime(hour, 0)),
        Gen.Choose(0, 15).Select(quarter => new LocalTime(0, 0).PlusMinutes(quarter * 15)));

    [Fact]
    public void No_hold_is_shorter_than_its_hours_across_any_change_of_the_clocks() => Prop.ForAll(Trials(), trial =>
    {
        var window = trial.Window;
        foreach (var reading in trial.Readings) (reading - window.LastDose.ToInstant()).ShouldBeGreaterThanOrEqualTo(window.Hours!.Value);
        foreach (var row in window.Rows.SelectMany(row => row.Outputs).Where(output => output.Column.Name == HoldWords.HoldBefore && output.Text.Length > 0))
            (trial.Readings.Min() - window.LastDose.ToInstant()).ShouldBeGreaterThanOrEqualTo(Hours(row.Text));
    }).Check(Many);

    [Fact]
    public void No_injection_lies_inside_a_hold_and_none_is_missing_outside() => Prop.ForAll(Trials(), trial =>
    {
        var (course, request) = (trial.Course with { From = new PlanMoment.On(trial.Day.PlusDays(-100)) }, trial.Request);
        var hours = InjectionHours.Of(Of(trial.Protocol), request, course)!;
        var window = trial.Window;
        var (first, last) = (trial.Day.PlusDays(-6), trial.Day.PlusDays(4));
        var given = InjectionSchedule.Between(course, [window], hours, first, last).ToList();
        given.ShouldAllBe(one => !(one.At.ToInstant() > window.LastDose.ToInstant() && (window.NextDose == null || one.At.ToInstant() < window.NextDose.Value.ToInstant())));
        given.ShouldContain(one => one.At.ToInstant() == window.LastDose.ToInstant(), "the last dose is one of hers");
        var all = InjectionSchedule.Between(course, [], hours, first, last).ToList();
        all.Count(one => !window.Covers(one.At.ToInstant())).ShouldBe(given.Count);
        all.Count.ShouldBe(11 * (trial.Twice ? 2 : 1));
    }).Check(Many);

    [Fact]
    public void The_next_dose_keeps_its_hours_after_the_event() => Prop.ForAll(Trials(), trial =>
    {
        var window = trial.Window;
        if (window.NextDose is not { } next) return;
        var hours = window.Rows.SelectMany(row => row.Outputs).Where(output => output.Column.Name == HoldWords.DoseAfterProcedure && output.Text.Length > 0).Select(output => Hours(output.Text)).ToList();
        if (hours.Count > 0) (next.ToInstant() - trial.Readings.Max()).ShouldBeGreaterThanOrEqualTo(hours.Max());
        next.ToInstant().ShouldBeGreaterThanOrEqualTo(trial.Readings.Max());
    }).Check(Many);

    [Fact]
    public void Worse_kidneys_never_shorten_a_hold_nor_a_wait() => Prop.ForAll(Trials(), trial =>
    {
        var (good, poor) = (trial with { Clearance = 100 }, trial with { Clearance = 20 });
        poor.Window.LastDose.ToInstant().ShouldBeLessThanOrEqualTo(good.Window.LastDose.ToInstant());
        Wait(poor).ShouldBeGreaterThanOrEqualTo(Wait(good));

        static Duration Wait(Trial trial) => HoldWoman.Wanted.Answer(
            trial.Facts.Given($"LMWH intensity {trial.Intensity.Word()}", "time since last LMWH dose 10 h", "platelet count 200"), Of(trial.Protocol), trial.Request with { Events = [] }).Chosen!.Wait!.Value;
    }).Check(Many);

    [Fact]
    public void A_stronger_dose_never_shortens_a_hold() => Prop.ForAll(Trials(), trial =>
        (trial with { Intensity = Intensity.Therapeutic }).Window.LastDose.ToInstant().ShouldBeLessThanOrEqualTo((trial with { Intensity = Intensity.Prophylactic }).Window.LastDose.ToInstant())).Check(Many);

    [Fact]
    public void SOAP_gives_the_next_dose_at_the_later_of_needle_and_catheter() => Prop.ForAll(
        (from zone in Gen.Elements(Zones)
         from day in Gen.Elements(Changes)
         from needle in Times()
         from minutes in Gen.Choose(0, 2000)
         select (Zone: DateTimeZoneProviders.Tzdb[zone], Needle: day + needle, Out: (day + needle).PlusMinutes(minutes))).ToArbitrary(), trial =>
        {
            var request = new PlanRequest
            {
                AsOf = trial.Out.Date.PlusDays(3),
                Zone = trial.Zone,
                Events = [new(CareEvent.Needle, trial.Needle.Date, trial.Needle.TimeOfDay, "a"), new(CareEvent.CatheterIn, trial.Needle.Date, trial.Needle.TimeOfDay, "b"), new(CareEvent.CatheterOut, trial.Out.Date, trial.Out.TimeOfDay, "c")],
            };
            var next = Restarting.Answer(Facts("phase pregnant"), Of("us"), request, Enoxaparin()).NotBefore!.Value.ToInstant();
            next.ShouldBe(Instant.Max(ClockTime.Latest(trial.Needle, trial.Zone).ToInstant() + Duration.FromHours(12), ClockTime.Latest(trial.Out, trial.Zone).ToInstant() + Duration.FromHours(4)));
        }).Check(Many);

    [Fact]
    public void Hours_since_the_last_dose_are_never_reckoned_too_long() => Prop.ForAll(
        (from zone in Gen.Elements(Zones)
         from day in Gen.Elements(Changes)
         from dose in Times()
         from minutes in Gen.Choose(0, 2000)
         select (Zone: DateTimeZoneProviders.Tzdb[zone], Dose: day + dose, Now: (day + dose).PlusMinutes(minutes))).ToArbitrary(), trial =>
        {
            var request = new PlanRequest { AsOf = trial.Now.Date, Now = trial.Now.TimeOfDay, Zone = trial.Zone, Events = [new(CareEvent.LastDose, trial.Dose.Date, trial.Dose.TimeOfDay, "a")] };
            var answer = HoldWoman.Wanted.Answer(Facts("phase pregnant", "creatinine clearance 100", "platelet count 200", "LMWH intensity prophylactic"), Uk, request);
            var truly = ClockTime.Earliest(trial.Now, trial.Zone).ToInstant() - ClockTime.Latest(trial.Dose, trial.Zone).ToInstant();
            if (truly < Duration.FromHours(12)) answer.Verdict.ShouldBe(NeedleVerdict.Wait);
            else answer.Verdict.ShouldBe(NeedleVerdict.MayProceed);
        }).Check(Many);

    private static Duration Hours(string text) => Duration.FromMinutes((long)Knowledge.Cells.Literal.Minutes(text)!.Value);
}
