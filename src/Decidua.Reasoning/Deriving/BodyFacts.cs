using Decidua.Clinical.Issues;
using Decidua.Clinical.Quantities;
using Decidua.Clinical.Records;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using NodaTime;
using Interval = Decidua.Knowledge.Values.Interval;

namespace Decidua.Reasoning.Deriving;

/// <summary>Weight and body mass index, and other numbers measured in this pregnancy.</summary>
internal static class BodyFacts
{
    private const string Kilogram = "kg";
    private const string Metre = "m";

    /// <summary>The first index of this pregnancy, measured or reckoned from weight and height, or the last before it, or what findings leave.</summary>
    public static DerivedValue? BookingIndex(Chart chart, Fact fact)
    {
        var booking = AtBooking(chart, [.. Measured.Of(chart, fact).Concat(Reckoned(chart)).OrderBy(measured => measured.When.Earliest)]);
        var measured = Measured.Value(chart, fact, booking);
        var coded = CodedFacts.Derive(chart, fact);
        if (measured is null || coded is null || IsOfThisPregnancy(chart, booking))
            return measured ?? coded;
        if (measured.Values.Meets(coded.Values))
            return measured with { Values = measured.Values.Intersect(coded.Values) };
        chart.Issues.Add(new(
            IssueCode.Contradiction, Severity.Warning, booking[0].From.Place,
            $"{fact.Name}: {measured.Origin} does not agree with {coded.Origin}. The measurement lies before this pregnancy, so neither was taken.",
            "Measure weight and height."));
        return new(fact.Type.Everything, DerivedValue.Join([measured.Origin, coded.Origin]));
    }

    /// <summary>The booking weight: the first of this pregnancy, or the last before it.</summary>
    public static DerivedValue? BookingWeight(Chart chart, Fact fact) =>
        Measured.Value(chart, fact, AtBooking(chart, Measured.Of(chart, fact)));

    /// <summary>
    /// The latest number of this pregnancy or since its birth; a number from before says nothing about now. Without a
    /// pregnancy on record only a number of the day itself does.
    /// </summary>
    public static DerivedValue? Latest(Chart chart, Fact fact)
    {
        var from = PregnancySpan.Of(chart)?.LikelyStart ?? chart.Date;
        return Measured.Value(chart, fact, Measured.SameDay(Measured.Of(chart, fact).Where(measured => measured.When.Earliest >= from).Reverse()));
    }

    // Without a pregnancy the latest number is the one.
    private static List<Measured> AtBooking(Chart chart, List<Measured> measured)
    {
        if (PregnancySpan.Of(chart) is not { } span)
            return Measured.SameDay(Enumerable.Reverse(measured));
        var during = measured.Where(one => one.When.Earliest >= span.LikelyStart && (span.End is null || one.When.Earliest <= span.End));
        var first = Measured.SameDay(during);
        return first.Count > 0 ? first : Measured.SameDay(measured.Where(one => one.When.Earliest < span.LikelyStart).Reverse());
    }

    private static bool IsOfThisPregnancy(Chart chart, List<Measured> booking) =>
        PregnancySpan.Of(chart) is { } span && booking[0].When.Earliest >= span.LikelyStart;

    // A weight goes with the last height before it, or the first after it: heights of grown women do not change.
    private static IEnumerable<Measured> Reckoned(Chart chart)
    {
        var heights = Measured.Find(chart, what => chart.Knowledge.Has(CodeSetNames.Height, what), Metre);
        if (heights.Count == 0)
            yield break;
        foreach (var weight in Measured.Find(chart, what => chart.Knowledge.Has(CodeSetNames.Weight, what), Kilogram))
        {
            var height = heights.LastOrDefault(one => one.When.Earliest <= weight.When.Earliest) ?? heights[0];
            if (weight.Values.IsPoint && height.Values.IsPoint && BodyMassIndex.TryReckon(weight.Values.Low, height.Values.Low, out var index))
                yield return new(Interval.Point(index), weight.When, $"from {weight.Shown} and {height.Shown}", weight.From);
        }
    }
}
