using Decidua.Clinical.Records;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;

namespace Decidua.Reasoning.Deriving;

/// <summary>Clots of the past.</summary>
internal static class ClotFacts
{
    private const string Recurrent = "recurrent";

    /// <summary>
    /// What the entries about clots leave. Entries of one day are one clot. A later entry may be a second clot or the first
    /// one written down again, unless the first was over before it: then she has had more than one.
    /// </summary>
    public static DerivedValue? Previous(Chart chart, Fact fact)
    {
        var hits =
            (from entry in chart.Listed
             where entry.Ever != Presence.Absent
             let rows = chart.Rows(fact).Where(entry.IsMeantBy).ToList()
             where rows.Count > 0
             select (Entry: entry, Values: rows.Select(row => row.Is!).Aggregate((one, other) => one.Intersect(other)))).ToList();
        if (hits.Count == 0)
            return null;
        var origin = DerivedValue.Join(hits.Select(hit => hit.Entry.Citation));
        var certain = hits.FindAll(hit => hit.Entry.Ever == Presence.Present);
        if (certain.Count == 0)
            return new(fact.Type.Everything, origin);
        var days = certain.GroupBy(hit => hit.Entry.Date).ToList();
        var mask = 0UL;
        foreach (var day in days)
            mask |= ((ValueSet.Choices)day.Select(hit => hit.Values).Aggregate(Narrow)).Mask;
        if (days.Count > 1 && fact.Type.Choice(Recurrent) is ValueSet.Choices recurrent)
            mask = AreSeparate(certain.ConvertAll(hit => hit.Entry)) ? recurrent.Mask : mask | recurrent.Mask;
        return mask == 0 ? new(fact.Type.Everything, origin) : new(new ValueSet.Choices(mask), origin);
    }

    private static ValueSet Narrow(ValueSet one, ValueSet other) => one.Meets(other) ? one.Intersect(other) : one;

    private static bool AreSeparate(List<ChartEntry> clots) => clots.Exists(first =>
        first.Ended is { } over && clots.Exists(second => second.Date is { } began && over.IsCertainlyBefore(began.Earliest)));
}
