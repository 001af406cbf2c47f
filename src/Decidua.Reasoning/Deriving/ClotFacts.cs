using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;

namespace Decidua.Reasoning.Deriving;

/// <summary>Clots of the past, hers and her relatives'.</summary>
internal static class ClotFacts
{
    private const string Recurrent = "recurrent";

    /// <summary>
    /// What the entries about clots leave. Entries of one day are one clot. A later entry may be a second clot or the first
    /// one written down again, unless the first was over before it: then she has had more than one. A cause that was written
    /// down narrows the class of its clot.
    /// </summary>
    public static DerivedValue? Previous(Chart chart, Fact fact)
    {
        var hits =
            (from entry in chart.Listed
             where entry.Ever != Presence.Absent
             let rows = chart.Rows(fact).Where(entry.IsMeantBy).ToList()
             where rows.Count > 0
             select (Entry: entry, Values: ByCause(chart, entry, rows.Select(row => row.Is!).Aggregate((one, other) => one.Intersect(other))))).ToList();
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

    /// <summary>What brought on the clots, as it was written down or as their codes say; open for a clot of which nobody says.</summary>
    public static DerivedValue? Provocation(Chart chart, Fact fact)
    {
        if (chart.Knowledge.Named("previous clot") is not { } clot)
            return null;
        var clots = chart.Listed.Where(entry => entry.Ever != Presence.Absent && chart.Rows(clot).Any(entry.IsMeantBy)).ToList();
        var mask = 0UL;
        var isSaid = false;
        foreach (var entry in clots)
        {
            var coded = chart.Rows(fact).Where(entry.IsMeantBy).Select(row => row.Is!).Aggregate(fact.Type.Everything, Narrow);
            var stated = entry.ProvokedBy.Length == 0 ? fact.Type.Everything : Stated(chart, fact, entry);
            var values = Narrow(stated, coded);
            isSaid |= values != fact.Type.Everything;
            mask |= ((ValueSet.Choices)values).Mask;
        }

        return isSaid ? new(new ValueSet.Choices(mask), DerivedValue.Join(clots.Select(entry => entry.Citation))) : null;
    }

    /// <summary>Clots of relatives. What brought them on is not in such a record, so several answers remain.</summary>
    public static DerivedValue? OfRelatives(Chart chart, Fact fact)
    {
        var mask = 0UL;
        var cited = new List<string>();
        foreach (var relative in chart.Record.Relatives.Where(relative => chart.Knowledge.Has(CodeSetNames.ClotInTheFamily, relative.What)))
        {
            if (chart.Knowledge.Provocations.FamilyHistoryOf.GetValueOrDefault(relative.Kinship) is ValueSet.Choices choices)
            {
                mask |= choices.Mask;
                cited.Add(DerivedValue.Cite($"relative: {relative.What}", relative.Recorded, relative.From));
            }
        }

        return mask == 0 ? CodedFacts.Derive(chart, fact) : new(new ValueSet.Choices(mask), DerivedValue.Join(cited));
    }

    private static ValueSet ByCause(Chart chart, ChartEntry entry, ValueSet values) =>
        chart.Knowledge.Provocations.ClassOf.GetValueOrDefault(entry.ProvokedBy) is { } left ? Narrow(values, left) : values;

    private static ValueSet Stated(Chart chart, Fact fact, ChartEntry entry)
    {
        if (fact.Type.Choice(entry.ProvokedBy) is { } stated)
            return stated;
        chart.Report(new(
            IssueCode.UnknownChoice, Severity.Error, entry.From.Place, $"'{entry.ProvokedBy}' is no cause of a clot that is known here.", fact.Type.ChoiceHint(entry.ProvokedBy)));
        return fact.Type.Everything;
    }

    private static ValueSet Narrow(ValueSet one, ValueSet other) => one.Meets(other) ? one.Intersect(other) : one;

    private static bool AreSeparate(List<ChartEntry> clots) => clots.Exists(first =>
        first.Ended is { } over && clots.Exists(second => second.Date is { } began && over.IsCertainlyBefore(began.Earliest)));
}
