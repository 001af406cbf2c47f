using Decidua.Exchange.ICalendar;
using Decidua.Exchange.Planning;
using Decidua.Planning.Asking;
using Decidua.Planning.Calendar;
using Decidua.Planning.Dosing;
using NodaTime;

namespace Decidua.Exchange.Tests.Planning;

/// <summary>What a plan says in words, and how far its calendar is written.</summary>
public class PlanWordingTests
{
    private static readonly LocalDate Birth = new(2026, 8, 30);

    [Theory]
    [InlineData(0, "birth (expected Sun 30 August 2026)")]
    [InlineData(42, "6 weeks after birth (expected Sun 11 October 2026)")]
    [InlineData(7, "7 days after birth (expected Sun 6 September 2026)")]
    [InlineData(-1, "1 day before birth (expected Sat 29 August 2026)")]
    public void A_moment_names_the_event_and_the_day(int days, string words) => PlanWording.Moment(new PlanMoment.Awaited("birth", days, Birth)).ShouldBe(words);

    [Fact]
    public void What_nobody_can_date_is_awaited() => PlanWording.Moment(new PlanMoment.Awaited("admission", 0, null)).ShouldBe("admission (awaited)");

    [Theory]
    [InlineData(24, "once daily")]
    [InlineData(12, "twice daily")]
    [InlineData(8, "three times daily")]
    [InlineData(6, "every 6 h")]
    [InlineData(36, "every 36 h")]
    public void Hours_become_words(int hours, string words) => PlanWording.Often(hours).ShouldBe(words);

    [Fact]
    public void A_part_of_a_syringe_says_how_much_goes_in_and_what_is_discarded()
    {
        var dose = SmallPlan.Make().Courses[0].Dose! with { Syringes = [new SyringeUse("x", "enoxaparin 100 mg in 1 mL", 1, 75, 0.75m, true), new SyringeUse("y", "enoxaparin 20 mg in 0.2 mL", 2, 20, 0.2m, false)] };
        PlanWording.Syringes(dose).ShouldBe("1 × enoxaparin 100 mg in 1 mL, inject 0.75 mL (75 mg, up to the mark; discard the rest) and 2 × enoxaparin 20 mg in 0.2 mL, inject 0.2 mL from each");
    }

    [Fact]
    public void Another_dose_than_the_planned_one_is_pointed_out_and_the_same_is_not()
    {
        var course = SmallPlan.Make().Courses[0];
        RunningCourse Running(decimal amount, int? hours) => new("enoxaparin", new LocalDate(2026, 2, 1), amount, "mg", hours, "plan.running[0]");
        PlanWording.Differs(course).ShouldBe("");
        PlanWording.Differs(course with { Running = Running(60, 24) }).ShouldBe("");
        PlanWording.Differs(course with { Running = Running(40, null) }).ShouldBe("She takes 40 mg; the plan says 60 mg once daily. Decide which, and from when.");
        PlanWording.Differs(course with { Running = Running(60, 12) }).ShouldBe("She takes 60 mg twice daily; the plan says 60 mg once daily. Decide which, and from when.");
        PlanWording.Differs(course with { Running = Running(40, 24), Against = [course.Reasons[0].Recommendation] })
            .ShouldBe("She takes enoxaparin 40 mg since Sun 1 February 2026. Whether the next dose is given must be decided before it.");
    }

    [Fact]
    public void What_is_forbidden_has_no_dose_in_the_calendar()
    {
        var plan = SmallPlan.Make();
        var forbidden = plan with { Courses = [.. plan.Courses.Select(course => course with { Against = [course.Reasons[0].Recommendation] })] };
        PlanCalendar.Entries(forbidden).ShouldNotContain(entry => entry.Kind == CalendarEntryKind.Dose);
    }

    [Fact]
    public void A_course_that_no_rule_ends_is_written_for_four_weeks()
    {
        var plan = SmallPlan.Make();
        foreach (var zone in new[] { plan.Request.Zone, null })
        {
            var endless = plan with { Holds = [], Request = plan.Request with { Zone = zone }, Courses = [plan.Courses[0] with { Until = null }] };
            PlannedDoses.Of(endless).Select(dose => dose.Day).ShouldBe(Enumerable.Range(0, 28).Select(new LocalDate(2026, 3, 1).PlusDays));
        }
    }

    [Fact]
    public void Without_a_clock_a_held_day_has_no_dose()
    {
        var plan = SmallPlan.Make();
        var hold = plan.Holds[0] with { NextDose = null, NextDoseAwaits = "the birth" };
        var days = PlannedDoses.Of(plan with { Holds = [hold], Request = plan.Request with { Zone = null } });
        days.ShouldAllBe(dose => dose.At == null);
        days[^1].Day.ShouldBe(new LocalDate(2026, 8, 29));
    }
}
