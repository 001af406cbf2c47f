using Decidua.Knowledge.Values;
using FsCheck;
using FsCheck.Fluent;
using Interval = Decidua.Knowledge.Values.Interval;

namespace Decidua.Knowledge.Tests.Values;

/// <summary>Sets of numbers as sets: every operation is compared with membership, value by value.</summary>
public class ValueSetTests
{
    private static readonly FactType Number = FactType.Numeric(FactKind.Number, "", Interval.Closed(0, 12));
    private static readonly FactType Count = FactType.Numeric(FactKind.Count, "", Interval.Closed(0, 12));

    /// <summary>Values on, between and beside every end that the random intervals can have.</summary>
    private static readonly decimal[] Probes = [.. Enumerable.Range(0, 25).Select(half => half / 2m)];

    private static Gen<Interval> AnyInterval =>
        from low in Gen.Choose(0, 12)
        from high in Gen.Choose(0, 12)
        from lowClosed in Gen.Elements(true, false)
        from highClosed in Gen.Elements(true, false)
        select new Interval(low, lowClosed, high, highClosed);

    private static Arbitrary<Interval[]> Lists => Arb.From(from count in Gen.Choose(0, 4) from list in AnyInterval.ArrayOf(count) select list);

    private static bool Holds(IEnumerable<Interval> intervals, decimal value) => intervals.Any(interval => interval.Contains(value));

    [Fact]
    public void A_set_holds_what_its_intervals_hold_in_one_way_of_writing() => Law.Holds(Lists, intervals =>
    {
        var set = new ValueSet.Numbers(intervals.AsEnumerable());
        foreach (var value in Probes) set.Contains(value).ShouldBe(Holds(intervals, value));
        for (var i = 1; i < set.Intervals.Length; i++) set.Intervals[i - 1].Touches(set.Intervals[i]).ShouldBeFalse();
        set.IsEmpty.ShouldBe(intervals.All(interval => interval.IsEmpty));
        set.ShouldBe(new ValueSet.Numbers(intervals.Reverse()));
        set.GetHashCode().ShouldBe(new ValueSet.Numbers(intervals.Reverse()).GetHashCode());
    });

    [Fact]
    public void Intersection_meeting_and_inclusion_agree_with_membership() => Law.Holds(Lists, Lists, (first, second) =>
    {
        var (a, b) = (new ValueSet.Numbers(first.AsEnumerable()), new ValueSet.Numbers(second.AsEnumerable()));
        var both = (ValueSet.Numbers)a.Intersect(b);
        foreach (var value in Probes) both.Contains(value).ShouldBe(a.Contains(value) && b.Contains(value));
        a.Meets(b).ShouldBe(!both.IsEmpty);
        a.IsWithin(b).ShouldBe(both == a);
        a.IsWithin(b).ShouldBe(Probes.Where(a.Contains).All(b.Contains));
    });

    [Fact]
    public void The_complement_holds_exactly_the_rest() => Law.Holds(Lists, intervals =>
    {
        foreach (var type in new[] { Number, Count })
        {
            var set = type.Numbers(intervals);
            var rest = (ValueSet.Numbers)type.Complement(set);
            foreach (var value in Probes.Where(value => !type.IsWhole || value == decimal.Truncate(value))) rest.Contains(value).ShouldBe(!set.Contains(value));
            type.Complement(rest).ShouldBe(set);
        }
    });

    [Fact]
    public void Whole_numbers_are_closed_intervals_with_a_gap_of_a_whole_number() => Law.Holds(Lists, intervals =>
    {
        var set = Count.Numbers(intervals);
        for (var value = 0; value <= 12; value++) set.Contains(value).ShouldBe(Holds(intervals, value));
        set.Intervals.ShouldAllBe(interval => interval.LowClosed && interval.HighClosed);
        for (var i = 1; i < set.Intervals.Length; i++) (set.Intervals[i].Low - set.Intervals[i - 1].High).ShouldBeGreaterThan(1);
    });

    [Fact]
    public void A_single_value_is_known()
    {
        new ValueSet.Numbers(Interval.Point(5)).IsSingle.ShouldBeTrue();
        new ValueSet.Numbers([Interval.Point(5), Interval.Point(5)]).IsSingle.ShouldBeTrue();
        new ValueSet.Numbers([Interval.Point(5), Interval.Point(6)]).IsSingle.ShouldBeFalse();
        new ValueSet.Choices(0b100).IsSingle.ShouldBeTrue();
        new ValueSet.Choices(1UL << 63).Index.ShouldBe(63);
        new ValueSet.Choices(0).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Sixty_four_choices_fill_the_mask()
    {
        var type = FactType.OneOf([.. Enumerable.Range(0, 64).Select(number => $"choice {number}")]);
        type.Everything.ShouldBe(new ValueSet.Choices(ulong.MaxValue));
        type.Complement(type.Choice("choice 63")!).ShouldBe(new ValueSet.Choices(ulong.MaxValue >> 1));
        Partition.Of(type, []).Full.ShouldBe(ulong.MaxValue);
    }

    [Fact]
    public void Numbers_and_choices_do_not_mix() =>
        Should.Throw<InvalidOperationException>(() => new ValueSet.Choices(1).Intersect(new ValueSet.Numbers(Interval.Point(1))));
}
