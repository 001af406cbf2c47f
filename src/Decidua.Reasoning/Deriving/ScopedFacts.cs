using Decidua.Clinical.Records;
using Decidua.Knowledge.Vocabulary;
using Decidua.Reasoning.Deriving.Losses;

namespace Decidua.Reasoning.Deriving;

/// <summary>Facts that belong to one pregnancy: an entry counts only when it lies within it, or after its birth.</summary>
internal static class ScopedFacts
{
    /// <summary>
    /// Yes when an entry in the value sets of the fact lies within this pregnancy and still holds. After the birth it holds
    /// too when it was closed on the very day of the birth; what is asked for <c>now</c> is left to be asked again.
    /// </summary>
    public static DerivedValue? InThisPregnancy(Chart chart, Fact fact)
    {
        if (PregnancySpan.Of(chart) is not { } span || (span.End is not null && fact.Name.EndsWith(" now", StringComparison.Ordinal)))
            return null;
        return FromEntries(chart, fact, entry =>
        {
            var holds = entry.Now != Presence.Absent ? entry.Now
                : span.End is { } end && entry.Ended is { } closed && closed.Earliest == end ? entry.Ever
                : Presence.Absent;
            if (holds == Presence.Absent || (entry.Date is { } date && date.IsCertainlyBefore(span.EarliestStart)))
                return Presence.Absent;
            return entry.Date is { } began && began.Earliest >= (entry.IsAct ? span.CertainStart : span.EarliestStart) ? holds : Presence.Possible;
        });
    }

    /// <summary>Yes when an entry in the value sets of the fact lies after the birth. Whether one of the same day came before or after, stays open.</summary>
    public static DerivedValue? SinceTheBirth(Chart chart, Fact fact)
    {
        if (!chart.Phase.IsPostpartum || chart.Phase.Episode is not { Ended: { } birth } episode)
            return null;
        if (chart.Rows(fact).Any(row => row.Codes.Id == CodeSetNames.Stillbirth))
        {
            var answer = episode.End switch { PregnancyEnd.Stillbirth => "yes", PregnancyEnd.LiveBirth => "no", _ => null };
            return answer is null ? null : new(fact.Type.Choice(answer)!, DerivedValue.Join(episode.Deciding.Select(entry => entry.ToString())));
        }

        return FromEntries(chart, fact, entry =>
            entry.Date is not { } date || entry.Now == Presence.Absent || date.IsCertainlyBefore(birth.Earliest) || chart.Knowledge.IsBirth(entry.What)
                ? Presence.Absent
                : date.Earliest > birth.Latest ? entry.Now : Presence.Possible);
    }

    /// <summary>Whether this pregnancy came about with help: as stated with it, or by codes.</summary>
    public static DerivedValue? AssistedConception(Chart chart, Fact fact)
    {
        var answer = PregnancySpan.Of(chart)?.Episode.Stated?.Conception switch { Conception.Assisted => "yes", Conception.Natural => "no", _ => null };
        return answer is null ? InThisPregnancy(chart, fact)
            : new(fact.Type.Choice(answer)!, DerivedValue.Join(chart.Phase.Episode!.Deciding.Select(entry => entry.ToString())));
    }

    /// <summary>Yes when an entry in the value sets of the fact lies before this pregnancy, or when an earlier pregnancy was stated to have ended for it.</summary>
    public static DerivedValue? BeforeThisPregnancy(Chart chart, Fact fact)
    {
        if (LossFacts.Derive(chart, fact) is { Values: var values } stated && values == fact.Type.Choice("yes"))
            return stated;
        var span = chart.Phase.MayBePregnant || chart.Phase.IsPostpartum ? PregnancySpan.Of(chart) : null;
        return FromEntries(chart, fact, entry =>
            span is null ? entry.Ever
            : entry.Date is not { } date ? Presence.Possible
            : date.IsCertainlyBefore(span.EarliestStart) ? entry.Ever
            : date.IsCertainlyBefore(span.CertainStart) ? Presence.Possible
            : Presence.Absent);
    }

    private static DerivedValue? FromEntries(Chart chart, Fact fact, Func<ChartEntry, Presence> counts)
    {
        var hits =
            (from entry in chart.Listed
             where chart.Rows(fact).Any(entry.IsMeantBy)
             let presence = counts(entry)
             where presence != Presence.Absent
             select (Entry: entry, Presence: presence)).ToList();
        if (hits.Count == 0)
            return null;
        var certain = hits.Exists(hit => hit.Presence == Presence.Present);
        return new(certain ? fact.Type.Choice("yes")! : fact.Type.Everything, DerivedValue.Join(hits.Select(hit => hit.Entry.Citation)));
    }
}
