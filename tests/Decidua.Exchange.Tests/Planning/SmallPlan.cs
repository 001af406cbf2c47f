using System.Collections.Immutable;
using System.Text;
using Decidua.Exchange.Inputs;
using Decidua.Knowledge.Advice;
using Decidua.Planning;
using Decidua.Planning.Calendar;
using Decidua.Planning.Dosing;
using Decidua.Planning.Holding;
using Decidua.Planning.Monitoring;
using Decidua.Planning.Supply;
using NodaTime;

namespace Decidua.Exchange.Tests.Planning;

/// <summary>
/// A plan with something in every part. What it would take several documents to say is put in by hand; the numbers are invented for the test
/// and mean nothing.
/// </summary>
internal static class SmallPlan
{
    private const string File = """
        { "asOf": "2026-03-01", "protocol": "uk",
          "facts": { "phase": "pregnant", "age": 36, "booking-bmi": 33.1, "parity": 3, "smoker": true, "previous-clot": "none", "dosing-weight": 91.0, "platelet-count": 210 },
          "plan": { "timeZone": "Europe/London", "now": "09:30", "heparin": "enoxaparin", "injectionTimes": ["20:00"], "dating": [ { "by": "last period", "date": "2025-12-03" } ],
            "events": [ { "event": "planned caesarean", "on": "2026-08-30T09:00" } ] } }
        """;

    /// <summary>The plan.</summary>
    public static Plan Make() => Make(RealKnowledge.Assessor);

    /// <summary>The plan over other knowledge.</summary>
    public static Plan Make(Decidua.Reasoning.Assessing.Assessor assessor)
    {
        var reader = new WomanReader(assessor);
        var woman = reader.Read(Encoding.UTF8.GetBytes(File), "woman").Value.ShouldNotBeNull();
        var request = reader.RequestFor(woman).Value.ShouldNotBeNull();
        var plan = new Planner(assessor).Make(woman.Facts, assessor.Library.Protocol("uk"), request);
        var row = assessor.Library.Find("rcog-37a-2015/antenatal-prophylaxis/MGT-01").ShouldNotBeNull().Row;
        var zone = request.Zone.ShouldNotBeNull();
        ZonedDateTime At(int month, int day, int hour) => zone.AtStrictly(new LocalDateTime(2026, month, day, hour, 0));
        var dose = new DoseAnswer
        {
            Medicine = "enoxaparin", Intensity = Intensity.Prophylactic, Document = "rcog-37a-2015", Ruled = 60, Amount = 60, Unit = "mg", EveryHours = 24, Working = "",
            Syringes = [new SyringeUse("enoxaparin-60", "enoxaparin 60 mg in 0.6 mL", 1, 60, 0.6m, false)], Rows = [row], Issues = [],
        };
        return plan with
        {
            Courses = [.. plan.Courses.Select(course => course with { Dose = dose })],
            Holds =
            [
                new HoldWindow
                {
                    Event = "planned caesarean", Medicine = "enoxaparin", Place = "plan.events[0]", Document = "rcog-37a-2015", LastDose = At(8, 29, 20), EventAt = At(8, 30, 9), BlockNotBefore = At(8, 30, 8), NextDose = At(8, 30, 14), NextDoseAwaits = "",
                    Rows = [row], Warnings = ["A warning; with a semicolon, a comma and a backslash \\."],
                },
            ],
            Due =
            [
                new DueItem { What = "re-assess clot risk", When = new PlanMoment.On(new LocalDate(2026, 6, 17)), EveryDays = null, Until = null, Reason = "28 weeks", Document = "rcog-37a-2015", Row = row },
                new DueItem { What = "platelet count", When = new PlanMoment.On(new LocalDate(2026, 3, 8)), EveryDays = 28, Until = new PlanMoment.Awaited("birth", 0, new LocalDate(2026, 8, 30)), Reason = "a test with a very long reason, so that the line has to be folded because it is longer than seventy-five octets – with a dash", Document = "rcog-37a-2015", Row = row },
                new DueItem { What = "re-assess after birth", When = new PlanMoment.Awaited("birth", 0, null), EveryDays = null, Until = null, Reason = "", Document = "rcog-37a-2015", Row = row },
            ],
            Supplies =
            [
                new SupplyEstimate
                {
                    Medicine = "enoxaparin", From = new LocalDate(2026, 3, 1), Until = new LocalDate(2026, 8, 30), Lines = [new SupplyLine("enoxaparin-60", "enoxaparin 60 mg in 0.6 mL", 182, 10, 19, 123.45m, 123.45m)],
                    RunsOut = new LocalDate(2026, 7, 1), Refill = new LocalDate(2026, 6, 24), Cost = 123.45m, Currency = "GBP", PriceList = "invented",
                },
            ],
        };
    }
}
