using Decidua.Clinical.Records;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using Interval = Decidua.Knowledge.Values.Interval;

namespace Decidua.Reasoning.Deriving.Losses;

/// <summary>Earlier losses and births, counted by each definition.</summary>
internal static class LossFacts
{
    /// <summary>
    /// The count, or yes/no, of a fact by its definition. Pregnancies listed as such are all of them; those found by codes are
    /// at least so many. Null when the record says nothing.
    /// </summary>
    public static DerivedValue? Derive(Chart chart, Fact fact)
    {
        if (!chart.Knowledge.Losses.ByFact.TryGetValue(fact.Index, out var definition))
            return null;
        var judged = Judge(chart, definition);
        return fact.Type.Kind == FactKind.YesNo ? YesNo(chart, definition, judged) : Count(chart, definition, judged);
    }

    /// <summary>The pregnancies that antibodies are dated against, and whether each certainly is one.</summary>
    public static IEnumerable<(PastPregnancy Pregnancy, bool IsCertain)> Events(Chart chart)
    {
        foreach (var definition in chart.Knowledge.Losses.ByFact.Values.Where(definition => definition.Event is not null).OrderBy(definition => definition.Fact.Index))
        {
            var judged = Judge(chart, definition);
            var (least, greatest) = Number(definition, judged);
            if (greatest < definition.Event)
                continue;
            foreach (var (pregnancy, counts) in judged.Where(one => one.Counts != Presence.Absent && !IsWithoutHint(definition, one.Pregnancy)))
                yield return (pregnancy, counts == Presence.Present && least >= definition.Event);
        }
    }

    /// <summary>Whole and part years from the end of the last pregnancy before the present one.</summary>
    public static DerivedValue? YearsSinceLast(Chart chart, Fact fact)
    {
        var span = chart.Phase.MayBePregnant || chart.Phase.IsPostpartum ? PregnancySpan.Of(chart) : null;
        if (chart.History.Where(past => past.Episode != span?.Episode).MaxBy(past => past.Latest) is not { Episode.Ended: { } ended } last)
            return null;
        var (from, until) = (span?.LikelyStart ?? chart.Date, span?.CertainStart ?? chart.Date);
        if (from < ended.Latest)
            return null;
        var years = Interval.Closed(Anniversary.Years(ended.Latest, from), Anniversary.Years(ended.Earliest, until));
        return chart.InRange(fact, years, $"{years}", last.Episode.Evidence[0].From) is { } values ? new(values, last.Citation) : null;
    }

    private static List<(PastPregnancy Pregnancy, Presence Counts)> Judge(Chart chart, LossDefinition definition) =>
        [.. chart.History.Select(pregnancy => (pregnancy, Fit.Counts(definition, pregnancy, chart.Knowledge.Losses.Seen)))];

    private static (int Least, int Greatest) Number(LossDefinition definition, List<(PastPregnancy Pregnancy, Presence Counts)> judged)
    {
        if (!definition.InARow)
            return (judged.Count(one => one.Counts == Presence.Present), judged.Count(one => one.Counts != Presence.Absent));
        var entries = judged.ConvertAll(one => new RunEntry(
            one.Pregnancy.Earliest, one.Pregnancy.Latest, one.Counts, Fit.EndsARun(definition, one.Pregnancy), one.Pregnancy.Stated?.Partner ?? ""));
        return LongestRun.Of(entries, definition.SamePartner);
    }

    private static DerivedValue? Count(Chart chart, LossDefinition definition, List<(PastPregnancy Pregnancy, Presence Counts)> judged)
    {
        var (least, greatest) = Number(definition, judged);
        var isListed = chart.Record.Pregnancies.Count > 0;
        if (greatest == 0 && !isListed)
            return null;
        var values = isListed ? Interval.Closed(least, greatest) : new(least, true, decimal.MaxValue, true);
        var origin = Cite(judged);
        return chart.InRange(definition.Fact, values, $"{least}", chart.Record.From) is { } possible
            ? new(possible, origin.Length == 0 ? "pregnancies listed" : isListed ? origin : $"at least: {origin}")
            : null;
    }

    private static DerivedValue? YesNo(Chart chart, LossDefinition definition, List<(PastPregnancy Pregnancy, Presence Counts)> judged)
    {
        var type = definition.Fact.Type;
        var hinted = judged.FindAll(one => one.Counts != Presence.Absent && !IsWithoutHint(definition, one.Pregnancy));
        if (hinted.Exists(one => one.Counts == Presence.Present))
            return new(type.Choice("yes")!, Cite(hinted.FindAll(one => one.Counts == Presence.Present)));
        if (hinted.Count > 0)
            return new(type.Everything, Cite(hinted));
        return chart.Record.Pregnancies.Count > 0 && judged.TrueForAll(one => one.Counts == Presence.Absent) ? new(type.Choice("no")!, "pregnancies listed") : null;
    }

    // Of most births neither weeks nor a reason are written down, because there was nothing to write.
    private static bool IsWithoutHint(LossDefinition definition, PastPregnancy pregnancy) =>
        definition.AsksForAReason && !pregnancy.HasRecordedWeeks && pregnancy.Stated?.EarlyBirthReasons is null;

    private static string Cite(List<(PastPregnancy Pregnancy, Presence Counts)> judged) =>
        DerivedValue.Join(judged.Where(one => one.Counts != Presence.Absent).Select(one => one.Pregnancy.Citation));
}
