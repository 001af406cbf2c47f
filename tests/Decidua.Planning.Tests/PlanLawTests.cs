using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Documents;
using Decidua.Planning.Asking;
using Decidua.Planning.Calendar;
using Decidua.Planning.Holding;
using Decidua.Reasoning.Facts;
using Decidua.Reasoning.Tests;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Decidua.Planning.Tests;

/// <summary>What holds of every plan, on random women with random births, zones and hours.</summary>
public sealed class PlanLawTests
{
    private static readonly string[] Zones = ["Europe/London", "America/New_York", "Europe/Moscow", "Asia/Shanghai", "Australia/Lord_Howe"];
    private static readonly string[] Heparins = ["enoxaparin", "dalteparin", "tinzaparin"];
    private static readonly LocalDate LastPeriod = new(2025, 12, 4);
    private static readonly Lazy<Planner> Planner = new(() => new Planner(KnowledgeOnDisk.Assessor));

    private sealed record Woman(decimal Weight, int Age, decimal Bmi, int Day, decimal Platelets, string Clot, string Zone, string Heparin, int Hour, int Birth, int BirthMinute, string Protocol);

    [Fact]
    public void No_injection_lies_in_a_hold_and_none_is_missing_outside() => Check(woman =>
    {
        var (plan, protocol) = Make(woman);
        foreach (var course in plan.Courses.Where(course => course.Subject == "LMWH" && course.From is PlanMoment.On))
        {
            if (InjectionHours.Of(protocol, plan.Request, course) is not { Times.Length: > 0 } hours) return true;
            var first = ((PlanMoment.On)course.From).Date;
            var last = (course.Until?.Expected ?? first.PlusDays(60)).PlusDays(-1);
            var given = InjectionSchedule.Between(course, plan.Holds, hours, first, last).ToList();
            if (!course.Against.IsEmpty) return given.Count == 0;
            if (given.Exists(one => plan.Holds.Any(hold => hold.Medicine == course.Medicine && hold.Covers(one.At.ToInstant())))) return false;
            var held = Days(first, last).SelectMany(hours.On).Count(at => plan.Holds.Any(hold => hold.Medicine == course.Medicine && hold.Covers(at.ToInstant())));
            if (given.Count + held != Days(first, last).Count() * hours.Times.Length) return false;
        }

        return true;
    });

    [Fact]
    public void A_planned_birth_always_has_a_hold_while_heparin_runs_up_to_it() => Check(woman =>
    {
        var (plan, _) = Make(woman);
        var runs = plan.Courses.Any(course => course is { Subject: "LMWH", Foreseen: false } && course.Until is PlanMoment.Awaited);
        return !runs || plan.Holds.Any(hold => hold.Event == CareEvent.PlannedCaesarean) || plan.Issues.Any(issue => issue.Code.StartsWith("D204", StringComparison.Ordinal));
    });

    [Fact]
    public void Nothing_that_is_forbidden_has_a_dose_and_syringes_give_exactly_the_amount() => Check(woman =>
    {
        var (plan, _) = Make(woman);
        foreach (var course in plan.Courses)
        {
            if (!course.Against.IsEmpty && course.Dose is not null) return false;
            if (course.Dose is not { Amount: { } amount } dose || dose.Syringes.IsEmpty) continue;
            if (dose.Syringes.Sum(use => use.Count * use.Amount) != amount) return false;
        }

        return true;
    });

    [Fact]
    public void The_order_of_events_and_datings_does_not_matter() => Check(woman =>
    {
        var (plan, protocol) = Make(woman);
        var other = Planner.Value.Make(Facts(woman), protocol, plan.Request with { Events = [.. plan.Request.Events.Reverse()], Datings = [.. plan.Request.Datings.Reverse()] });
        return Shown(plan) == Shown(other);
    });

    private static string Shown(Plan plan) => string.Join('|',
        plan.Courses.Select(course => $"{course.Medicine} {course.From} {course.Until} {course.Dose?.Amount}")
            .Concat(plan.Holds.Select(hold => $"{hold.Event} {hold.LastDose} {hold.NextDose}")).Concat(plan.Due.Select(item => $"{item.What} {item.When}")));

    private static IEnumerable<LocalDate> Days(LocalDate first, LocalDate last) => Enumerable.Range(0, Math.Max(0, Period.DaysBetween(first, last) + 1)).Select(first.PlusDays);

    private static (Plan Plan, Knowledge.Protocols.Protocol Protocol) Make(Woman woman)
    {
        var protocol = KnowledgeOnDisk.Library.Protocol(woman.Protocol)!;
        var request = new PlanRequest
        {
            AsOf = LastPeriod.PlusDays(woman.Day),
            Now = new LocalTime(9, 0),
            Zone = DateTimeZoneProviders.Tzdb[woman.Zone],
            Heparin = woman.Heparin,
            InjectionTimes = [new LocalTime(woman.Hour, 0)],
            Datings = [new Dating(DatingKind.LastPeriod, LastPeriod, null, null, "plan.dating[0]"), new Dating(DatingKind.DueDate, LastPeriod.PlusDays(280), null, null, "plan.dating[1]")],
            Events = [new CareEvent(CareEvent.PlannedCaesarean, LastPeriod.PlusDays(woman.Birth), LocalTime.FromMinutesSinceMidnight(woman.BirthMinute), "plan.events[0]")],
        };
        return (Planner.Value.Make(Facts(woman), protocol, request), protocol);
    }

    private static WomanFacts Facts(Woman woman)
    {
        FormattableString[] texts = [$"phase=pregnant", $"age={woman.Age}", $"booking BMI={woman.Bmi}", $"parity=1", $"smoker=yes", $"previous clot={woman.Clot}", $"dosing weight={woman.Weight}", $"platelet count={woman.Platelets}"];
        var vocabulary = KnowledgeOnDisk.Library.Vocabulary;
        return texts.Select(text => FormattableString.Invariant(text).Split('=')).Aggregate(WomanFacts.None(vocabulary), (known, pair) =>
        {
            var fact = vocabulary.Named(pair[0])!;
            return known.With(fact, new TestReader(fact.Type, new List<Issue>()).Read(new Cell(pair[1], fact.Place))!);
        });
    }

    private static void Check(Func<Woman, bool> law) => Prop.ForAll(Women().ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static Gen<Woman> Women() =>
        from weight in Gen.Elements(49.9m, 50m, 72m, 90m, 90.1m, 91m, 128m, 130.5m, 171m)
        from age in Gen.Choose(20, 44)
        from bmi in Gen.Elements(20m, 31m, 41m)
        from day in Gen.Choose(40, 240)
        from platelets in Gen.Elements(60m, 74m, 75m, 210m)
        from clot in Gen.Elements("none", "single unprovoked or minor", "recurrent")
        from zone in Gen.Elements(Zones)
        from heparin in Gen.Elements(Heparins)
        from hour in Gen.Choose(0, 23)
        from birth in Gen.Choose(255, 285)
        from minute in Gen.Choose(0, 1439)
        from protocol in Gen.Elements("uk", "us", "international")
        select new Woman(weight, age, bmi, day, platelets, clot, zone, heparin, hour, birth, minute, protocol);
}
