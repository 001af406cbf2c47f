using Decidua.Knowledge.Values;
using FsCheck;
using FsCheck.Fluent;
using Interval = Decidua.Knowledge.Values.Interval;

namespace Decidua.Knowledge.Tests.Values;

/// <summary>The laws of partitions, on random types (with open and closed ranges) cut by random sets.</summary>
public class PartitionTests
{
    private sealed record Cuts(FactType Type, ValueSet.Numbers[] Sets)
    {
        public override string ToString() => $"{Type.Kind} {Type.Range}: {string.Join(" / ", Sets.Select(set => string.Join(" ", set.Intervals)))}";
    }

    private static Gen<Interval> Within(int low, int high) =>
        from first in Gen.Choose(low, high)
        from second in Gen.Choose(low, high)
        from lowClosed in Gen.Elements(true, false)
        from highClosed in Gen.Elements(true, false)
        select new Interval(Math.Min(first, second), lowClosed, Math.Max(first, second), highClosed);

    private static Arbitrary<Cuts> Any => Arb.From(
        from kind in Gen.Elements(FactKind.Number, FactKind.Count, FactKind.Gestation)
        from range in Gen.Elements(Interval.Closed(0, 12), new Interval(0, false, 12, true), new Interval(0, true, 12, false), new Interval(0, false, 12, false))
        let type = FactType.Numeric(kind, "", range)
        from count in Gen.Choose(0, 5)
        from sets in (from parts in Gen.Choose(1, 3) from set in Within(0, 12).ArrayOf(parts) select set).ArrayOf(count)
        select new Cuts(type, [.. sets.Select(set => (ValueSet.Numbers)type.Numbers(set).Intersect(type.Everything))]));

    private static IEnumerable<decimal> Probes(FactType type) =>
        Enumerable.Range(0, 49).Select(quarter => quarter / 4m).Where(type.Range.Contains).Where(value => !type.IsWhole || value == decimal.Truncate(value));

    [Fact]
    public void Every_value_is_in_exactly_one_class() => Law.Holds(Any, cuts =>
    {
        var partition = Partition.Of(cuts.Type, cuts.Sets);
        foreach (var value in Probes(cuts.Type))
        {
            var classes = Enumerable.Range(0, partition.Count).Where(index => ((ValueSet.Numbers)partition.ClassAt(index)).Contains(value)).ToList();
            classes.ShouldHaveSingleItem().ShouldBe(partition.ClassOf(value));
        }
    });

    [Fact]
    public void No_class_is_empty() => Law.Holds(Any, cuts =>
    {
        var partition = Partition.Of(cuts.Type, cuts.Sets);
        for (var index = 0; index < partition.Count; index++) partition.ClassAt(index).IsEmpty.ShouldBeFalse($"class {index} of {cuts}");
    });

    [Fact]
    public void The_mask_of_a_set_that_cuts_is_exact() => Law.Holds(Any, cuts =>
    {
        var partition = Partition.Of(cuts.Type, cuts.Sets);
        foreach (var set in cuts.Sets)
        {
            var mask = partition.MaskOf(set);
            foreach (var value in Probes(cuts.Type)) ((mask >> partition.ClassOf(value) & 1) != 0).ShouldBe(set.Contains(value), $"{value} in {cuts}");
            partition.SetOf(mask).ShouldBe(set);
        }
    });

    [Fact]
    public void The_mask_of_any_set_is_the_classes_that_it_meets() => Law.Holds(Any, Arb.From(Within(0, 12)), (cuts, interval) =>
    {
        var partition = Partition.Of(cuts.Type, cuts.Sets);
        var set = (ValueSet.Numbers)cuts.Type.Numbers(interval).Intersect(cuts.Type.Everything);
        var expected = Enumerable.Range(0, partition.Count).Where(index => partition.ClassAt(index).Meets(set)).Aggregate(0UL, (mask, index) => mask | (1UL << index));
        partition.MaskOf(set).ShouldBe(expected);
        if (cuts.Type.IsWhole) partition.MaskOf(new ValueSet.Numbers(interval)).ShouldBe(partition.MaskOf(cuts.Type.Numbers(interval)), "an open end of whole numbers");
    });

    [Fact]
    public void All_classes_together_are_everything() => Law.Holds(Any, cuts =>
    {
        var partition = Partition.Of(cuts.Type, cuts.Sets);
        partition.SetOf(partition.Full).ShouldBe(cuts.Type.Everything);
        partition.MaskOf(cuts.Type.Everything).ShouldBe(partition.Full);
        partition.SetOf(0).IsEmpty.ShouldBeTrue();
    });

    [Fact]
    public void It_is_the_coarsest_one() => Law.Holds(Any, cuts =>
    {
        var partition = Partition.Of(cuts.Type, cuts.Sets);
        for (var index = 1; index < partition.Count; index++)
            cuts.Sets.ShouldContain(set => (partition.MaskOf(set) >> index & 1) != (partition.MaskOf(set) >> (index - 1) & 1), $"no set tells class {index} of {cuts} from the one before");
    });

    [Fact]
    public void A_summed_value_has_a_class_of_its_own_for_every_number()
    {
        var partition = Partition.Of(FactType.Numeric(FactKind.Count, "", Interval.Closed(0, 63)), [], everyValue: true);
        partition.Count.ShouldBe(64);
        for (var value = 0; value <= 63; value++) partition.ClassOf(value).ShouldBe(value);
        partition.Full.ShouldBe(ulong.MaxValue);
    }

    [Fact]
    public void A_sample_belongs_to_its_class() => Law.Holds(Any, cuts =>
    {
        var partition = Partition.Of(cuts.Type, cuts.Sets);
        for (var index = 0; index < partition.Count; index++)
        {
            var sample = Sample.Of(cuts.Type, partition.ClassAt(index));
            sample.IsSingle.ShouldBeTrue();
            sample.IsWithin(partition.ClassAt(index)).ShouldBeTrue();
        }
    });
}
