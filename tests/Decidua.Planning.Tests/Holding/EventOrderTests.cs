using Decidua.Clinical.Issues;
using Decidua.Planning.Asking;
using Decidua.Planning.Holding;
using static Decidua.Planning.Tests.Holding.HoldWoman;

namespace Decidua.Planning.Tests.Holding;

public sealed class EventOrderTests
{
    [Fact]
    public void A_procedure_in_the_past_as_planned_is_refused()
    {
        Codes(Event(CareEvent.PlannedCaesarean, -1, 9)).ShouldBe([IssueCode.PlannedInThePast]);
        Codes(Event(CareEvent.PlannedInduction, 0, 7)).ShouldBe([IssueCode.PlannedInThePast], "one hour ago");
        EventOrder.Check(Request(Event(CareEvent.PlannedInduction, 0, 7)))[0].Severity.ShouldBe(Severity.Warning, "it may only be late");
        EventOrder.Check(Request(Event(CareEvent.PlannedInduction, -1, 7)))[0].Severity.ShouldBe(Severity.Error);
        Codes(Event(CareEvent.PlannedInduction, 0, 8)).ShouldBeEmpty();
        Codes(Event(CareEvent.PlannedCaesarean, -1, 9), Event(CareEvent.Birth, -1, 10)).ShouldBeEmpty("it took place");
    }

    [Fact]
    public void What_has_happened_cannot_lie_in_the_future()
    {
        Codes(Event(CareEvent.LastDose, 0, 8, 1)).ShouldBe([IssueCode.EventsOutOfOrder]);
        Codes(Event(CareEvent.Birth, 1)).ShouldBe([IssueCode.EventsOutOfOrder]);
        Codes(Event(CareEvent.LastDose, 0, 8)).ShouldBeEmpty();
    }

    [Fact]
    public void A_catheter_cannot_come_out_before_it_is_in_nor_a_needle_after_it_is_out()
    {
        Codes(Event(CareEvent.CatheterIn, 0, 5), Event(CareEvent.CatheterOut, 0, 4)).ShouldBe([IssueCode.EventsOutOfOrder]);
        Codes(Event(CareEvent.CatheterOut, 0, 4), Event(CareEvent.Needle, 0, 5)).ShouldBe([IssueCode.EventsOutOfOrder]);
        Codes(Event(CareEvent.Needle, 0, 3), Event(CareEvent.CatheterIn, 0, 3), Event(CareEvent.CatheterOut, 0, 4)).ShouldBeEmpty();
        Codes(Event(CareEvent.CatheterIn, 0, 3), Event(CareEvent.CatheterOut, 0, 4), Event(CareEvent.Needle, 0, 5), Event(CareEvent.CatheterIn, 0, 5)).ShouldBeEmpty("a second catheter");
    }

    [Fact]
    public void A_time_without_a_zone_is_refused() =>
        EventOrder.Check(Request(Event(CareEvent.PlannedCaesarean, 3, 9), Event(CareEvent.PositiveTest, -90)) with { Zone = null })
            .ShouldHaveSingleItem().Code.ShouldBe(IssueCode.NoTimeZone);

    [Fact]
    public void A_time_in_a_clock_change_is_said() =>
        Codes(new CareEvent(CareEvent.PlannedCaesarean, new(2026, 3, 29), new(1, 30), "x")).ShouldBe([IssueCode.ClockChange]);

    private static IEnumerable<string> Codes(params CareEvent[] events) => EventOrder.Check(Request(events)).Select(issue => issue.Code);
}
