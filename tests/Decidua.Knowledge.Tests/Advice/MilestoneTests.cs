using Decidua.Knowledge.Advice;
using FsCheck;
using FsCheck.Fluent;
using Interval = Decidua.Knowledge.Values.Interval;

namespace Decidua.Knowledge.Tests.Advice;

public class MilestoneTests
{
    private static Interval? At(int? days) => days is { } known ? Interval.Point(known) : null;

    private static Gen<Milestone> Simple =>
        from isEvent in Gen.Elements(true, true, false)
        from name in Gen.Elements(Milestone.EventNames.ToArray())
        from days in Gen.Choose(0, 300)
        from offset in Gen.Elements(0m, 0m, 0m, 60m, -1440m, 10_080m, 90m)
        select isEvent ? (Milestone)new Milestone.Event(name, offset) : new Milestone.Gestation(days, offset);

    private static Gen<Milestone> Nested(int depth) => depth == 0 ? Simple : Gen.OneOf(
        Simple,
        from later in Gen.Elements(true, false)
        from first in Nested(depth - 1)
        from second in Nested(depth - 1)
        select (Milestone)new Milestone.Either(later, first, second));

    private static Arbitrary<Milestone> Any => Arb.From(Nested(2));

    private static Milestone Read(string text) => Milestone.Parse(text).ShouldNotBeNull(text);

    [Fact]
    public void What_is_printed_can_be_read() => Law.Holds(Any, milestone => Read(milestone.ToString()).ShouldBe(milestone));

    [Theory]
    [InlineData("now")]
    [InlineData("28+0")]
    [InlineData("birth + 6 wk")]
    [InlineData("planned birth - 12 h")]
    [InlineData("later of (now, 28+0)")]
    [InlineData("earlier of (labour, later of (now, 28+0))")]
    [InlineData("OHSS resolved")]
    public void Texts_of_the_language_are_kept(string text) => Read(text).ToString().ShouldBe(text);

    [Fact]
    public void Blanks_do_not_matter() => Read("  later of (now,28+0 )").ShouldBe(Read("later of (now, 28+0)"));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("Now")]
    [InlineData("28")]
    [InlineData("28+7")]
    [InlineData("birth + six weeks")]
    [InlineData("birth + 6")]
    [InlineData("birth +6 wk")]
    [InlineData("birth + -6 wk")]
    [InlineData("birth - 1 d + 2 h")]
    [InlineData("later of (now)")]
    [InlineData("later of (now, 28+0, birth)")]
    [InlineData("later of (now, )")]
    [InlineData("later of now, 28+0")]
    [InlineData("latest of (now, 28+0)")]
    [InlineData("birth + 79228162514264337593543950335 wk")]
    public void Anything_else_is_refused(string text) => Milestone.Parse(text).ShouldBeNull();

    [Fact]
    public void Endless_nesting_is_refused_at_once() =>
        Milestone.Parse(string.Concat(Enumerable.Repeat("later of (now, ", 100_000)) + "now" + new string(')', 100_000)).ShouldBeNull();

    [Theory]
    [InlineData("later of (now, 28+0)", 87, "28+0")]
    [InlineData("later of (now, 28+0)", 195, "28+0")]
    [InlineData("later of (now, 28+0)", 196, "now")]
    [InlineData("later of (28+0, now)", 196, "now")]
    [InlineData("later of (now, 28+0)", 197, "now")]
    [InlineData("earlier of (now, 28+0)", 195, "now")]
    [InlineData("earlier of (now, 28+0)", 197, "28+0")]
    [InlineData("later of (now, 28+0 + 1 wk)", 200, "28+0 + 1 wk")]
    [InlineData("later of (now, 28+0 + 1 wk)", 204, "now")]
    [InlineData("later of (now + 1 wk, 28+0)", 190, "now + 1 wk")]
    [InlineData("later of (28+0 + 2 wk, 29+0)", null, "28+0 + 2 wk")]
    [InlineData("earlier of (28+0 + 2 wk, 29+0)", null, "29+0")]
    [InlineData("later of (28+0, labour)", null, "labour")]
    [InlineData("earlier of (28+0, labour)", null, "28+0")]
    [InlineData("later of (positive test, 6+0)", null, "6+0")]
    [InlineData("later of (labour, birth)", null, "birth")]
    [InlineData("later of (birth + 10 d, birth + 6 wk)", null, "birth + 6 wk")]
    [InlineData("earlier of (birth + 10 d, birth + 6 wk)", null, "birth + 10 d")]
    [InlineData("later of (egg collection, birth + 6 wk)", null, "birth + 6 wk")]
    [InlineData("later of (later of (now, 28+0), labour)", 87, "labour")]
    public void What_can_be_decided_is_decided(string text, int? days, string expected) =>
        Read(text).Resolve(At(days)).ToString().ShouldBe(expected);

    [Theory]
    [InlineData("later of (now, 28+0)")]
    [InlineData("later of (egg collection + 3 wk, embryo transfer)")]
    [InlineData("earlier of (labour + 6 wk, birth)")]
    [InlineData("later of (labour, planned birth)")]
    [InlineData("later of (discharge, labour)")]
    [InlineData("earlier of (catheter out, needle)")]
    public void What_cannot_be_decided_stays_open(string text) => Read(text).Resolve(null).ShouldBeOfType<Milestone.Either>();

    [Theory]
    [InlineData("later of (now, 28+0)", 190, 196, "28+0")]
    [InlineData("later of (now, 28+0)", 196, 200, "now")]
    [InlineData("later of (now, 28+0)", 190, 200, "later of (now, 28+0)")]
    [InlineData("earlier of (now, 28+0)", 190, 195, "now")]
    public void A_gestation_that_is_partly_known_decides_what_it_can(string text, int low, int high, string expected) =>
        Read(text).Resolve(Interval.Closed(low, high)).ToString().ShouldBe(expected);

    [Fact]
    public void The_answer_does_not_depend_on_the_order() => Law.Holds(Any, Any, (first, second) =>
    {
        foreach (var gestation in new[] { null, At(84), At(210), Interval.Closed(84, 210) })
        {
            Milestone.Earliest(first, second, gestation).ShouldBe(Milestone.Earliest(second, first, gestation));
            Milestone.Latest(first, second, gestation).ShouldBe(Milestone.Latest(second, first, gestation));
        }
    });

    [Fact]
    public void The_answer_does_not_depend_on_how_they_are_joined() => Law.Holds(Any, Any, Any, (a, b, c) =>
    {
        Milestone.Earliest(Milestone.Earliest(a, b, null), c, null).ShouldBe(Milestone.Earliest(a, Milestone.Earliest(b, c, null), null));
        Milestone.Latest(Milestone.Latest(a, b, null), c, null).ShouldBe(Milestone.Latest(a, Milestone.Latest(b, c, null), null));
    });

    [Fact]
    public void Twice_the_same_is_the_same() => Law.Holds(Any, milestone =>
    {
        Milestone.Earliest(milestone, milestone, null).ShouldBe(milestone);
        Milestone.Latest(milestone, milestone, null).ShouldBe(milestone);
        milestone.Resolve(null).Resolve(null).ShouldBe(milestone.Resolve(null));
        milestone.Resolve(At(200)).Resolve(At(200)).ShouldBe(milestone.Resolve(At(200)));
    });

    [Fact]
    public void Joining_again_changes_nothing() => Law.Holds(Any, Any, (first, second) =>
    {
        var both = Milestone.Latest(first, second, null);
        Milestone.Latest(both, first, null).ShouldBe(both);
        Milestone.Latest(both, second, null).ShouldBe(both);
    });

    [Fact]
    public void Nothing_starts_earlier_than_now() => Milestone.Earliest(Read("28+0"), Milestone.Now, At(200)).ShouldBe(Milestone.Now);
}
