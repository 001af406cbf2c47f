using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;

namespace Decidua.Reasoning.Deriving;

/// <summary>Facts found by codes alone: an entry in a value set narrows the fact to what its row says.</summary>
internal static class CodedFacts
{
    /// <summary>
    /// What the coded entries leave of a fact; null when none bears on it. Entries that exclude one another leave everything
    /// open, with an issue; an entry that the record leaves open does so without.
    /// </summary>
    public static DerivedValue? Derive(Chart chart, Fact fact)
    {
        var hits = Hits(chart, fact).ToList();
        if (hits.Count == 0)
            return null;
        var values = fact.Type.Everything;
        foreach (var (set, _) in hits.Where(hit => hit.Presence == Presence.Present).Select(hit => (hit.Row.Is!, hit.Citation)))
            values = values.Intersect(set);
        var origin = DerivedValue.Join(hits.Select(hit => hit.Citation));
        if (!values.IsEmpty)
            return new(values, origin);
        chart.Issues.Add(new(
            IssueCode.Contradiction, Severity.Warning, hits[0].From.Place,
            $"{fact.Name}: these entries exclude one another, so nothing was taken from them: {origin}.", "Find out which holds."));
        return new(fact.Type.Everything, origin);
    }

    private static IEnumerable<Hit> Hits(Chart chart, Fact fact)
    {
        var rows = chart.Rows(fact).ToList();
        if (rows.Count == 0)
            return [];
        var byEntries =
            from entry in chart.Listed
            from row in rows
            where entry.IsMeantBy(row) && Counts(entry, row)
            let presence = row.Counts == FindingCounts.Ever ? entry.Ever : entry.Now
            where presence != Presence.Absent
            select new Hit(row, presence, entry.Citation, entry.From);
        return byEntries.Concat(Answers(chart, rows));
    }

    // An act done once is not a state that lasts: it counts where the fact asks whether it was ever done, and for yes/no facts.
    private static bool Counts(ChartEntry entry, FindingRow row) =>
        !entry.IsAct || row.Counts == FindingCounts.Ever || row.Fact.Type.Kind == FactKind.YesNo;

    // An answer counts only under a question of the fact, and of answers only those of the latest day.
    private static IEnumerable<Hit> Answers(Chart chart, List<FindingRow> rows)
    {
        var answers =
            (from measurement in chart.Record.Measurements
             where measurement.Found is Finding.Coded
                 && rows.Exists(row => row.Counts == FindingCounts.Asked && Chart.Has(row, measurement.What))
             from row in rows
             where row.Is is not null && Chart.Has(row, ((Finding.Coded)measurement.Found).Answer)
             select (Row: row, Entry: measurement)).ToList();
        var latest = answers.Select(answer => answer.Entry.When?.Earliest).Max();
        return answers.Where(answer => answer.Entry.When?.Earliest == latest)
            .Select(answer => new Hit(
                answer.Row,
                answer.Entry.When is { } when && when.Latest > chart.Date ? Presence.Possible : Presence.Present,
                DerivedValue.Cite(answer.Entry.Found.ToString()!, answer.Entry.When, answer.Entry.From),
                answer.Entry.From));
    }

    private sealed record Hit(FindingRow Row, Presence Presence, string Citation, Origin From);
}
