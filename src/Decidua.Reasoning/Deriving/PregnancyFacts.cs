using Decidua.Clinical.Gestation;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using NodaTime;
using Interval = Decidua.Knowledge.Values.Interval;

namespace Decidua.Reasoning.Deriving;

/// <summary>Where she stands, how far the pregnancy is, and how often she was pregnant.</summary>
internal static class PregnancyFacts
{
    /// <summary>Pregnant, postpartum or not pregnant, as far as the record shows.</summary>
    public static DerivedValue? Phase(Chart chart, Fact fact)
    {
        ValueSet.Choices? values = null;
        foreach (var name in chart.Phase.Names)
        {
            if (fact.Type.Choice(name) is ValueSet.Choices choice)
                values = new((values?.Mask ?? 0) | choice.Mask);
        }

        return values is null ? NotPregnant(chart, fact) : new(values, DerivedValue.Join(chart.Phase.Episode!.Deciding.Select(entry => entry.ToString())));
    }

    // A list of pregnancies holds the present one, too. Where all are over, she is not pregnant; after a birth without a date she may be postpartum.
    private static DerivedValue? NotPregnant(Chart chart, Fact fact)
    {
        if (chart.Record.Pregnancies.Count == 0 || chart.Episodes.Any(episode => !episode.IsOver) || fact.Type.Choice(PhaseReckoning.Pregnant) is not { } pregnant)
            return null;
        var values = fact.Type.Complement(pregnant);
        var mayBePostpartum = chart.Episodes.Any(episode => episode.Ended is null && (episode.End.IsBirth || episode.End == PregnancyEnd.Unstated));
        if (!mayBePostpartum && fact.Type.Choice(PhaseReckoning.Postpartum) is { } postpartum)
            values = values.Intersect(fact.Type.Complement(postpartum));
        return new(values, "pregnancies listed, all of them over");
    }

    /// <summary>Gestation on the date; a span when the record dates the pregnancy only between two days.</summary>
    public static DerivedValue? Gestation(Chart chart, Fact fact)
    {
        if (!chart.Phase.MayBePregnant || chart.Phase.Episode is not { Dating: { } dating } episode)
            return null;
        if (dating.Disagree)
        {
            chart.Issues.Add(new(
                IssueCode.Contradiction, Severity.Warning, dating.Statements[0].From.Place,
                $"The dates of this pregnancy do not agree ({Cite(episode)}). Every gestation between them was kept.", "Decide which dating holds."));
        }

        var (least, greatest) = dating.DaysOn(chart.Date);
        return chart.InRange(fact, Interval.Closed(least, greatest), $"{least} to {greatest} days", dating.Statements[0].From) is { } values
            ? new(values, Cite(episode))
            : null;
    }

    /// <summary>Gestation at the birth just past. A span too wide to say more than the presumption is left to it.</summary>
    public static DerivedValue? GestationAtBirth(Chart chart, Fact fact)
    {
        if (!chart.Phase.IsPostpartum || chart.Phase.Episode is not { Ended: { } end } episode)
            return null;
        if (episode.GestationAtEnd is { } stated)
            return Within(chart, fact, Interval.Closed(stated.Least.TotalDays, stated.Greatest.TotalDays), stated.ToString(), episode);
        if (episode.Dating is not { } dating)
            return null;
        var span = Interval.Closed(dating.DaysOn(end.Earliest).Least, dating.DaysOn(end.Latest).Greatest);
        return episode.IsDatedByRecordOnly && fact.IsPresumed && fact.Absent.IsWithin(fact.Type.Numbers(span))
            ? null
            : Within(chart, fact, span, Shown(span), episode);
    }

    /// <summary>How often she was pregnant, this one counted.</summary>
    public static DerivedValue? Gravidity(Chart chart, Fact fact) =>
        Count(chart, fact, chart.Episodes, episode => episode.FirstSeen);

    /// <summary>How often she gave birth.</summary>
    public static DerivedValue? Parity(Chart chart, Fact fact) =>
        Count(chart, fact, chart.Episodes.Where(episode => episode.End.IsBirth), episode => episode.Ended?.Earliest);

    // A stated number counts with what came after it. Pregnancies listed as such are all of them; those made out from codes are
    // at least so many, since a record may begin in the middle of a life.
    private static DerivedValue? Count(
        Chart chart, Fact fact, IEnumerable<PregnancyEpisode> episodes, Func<PregnancyEpisode, LocalDate?> date)
    {
        var counted = episodes.ToList();
        var origin = DerivedValue.Join(counted.Select(episode => episode.Deciding.First().ToString()));
        if (Measured.SameDay(Enumerable.Reverse(Measured.Of(chart, fact))) is [var stated, ..] && stated.Values.IsPoint)
        {
            var total = stated.Values.Low + counted.Count(episode => date(episode) > stated.When.Latest);
            if (total >= counted.Count)
                return InRange(Interval.Point(total), stated.Citation);
            chart.Issues.Add(new(
                IssueCode.Contradiction, Severity.Warning, stated.From.Place,
                $"{fact.Name}: {stated.Citation}, but the record shows {counted.Count} ({origin}). At least {counted.Count} was taken.", "Correct the number."));
        }

        if (chart.Record.Pregnancies.Count > 0)
            return InRange(Interval.Point(counted.Count), origin.Length == 0 ? "pregnancies listed" : origin);
        return counted.Count == 0 ? null : InRange(new(counted.Count, true, decimal.MaxValue, true), $"at least: {origin}");

        DerivedValue? InRange(Interval values, string from) =>
            chart.InRange(fact, values, ValueText.Number(fact.Type, values.Low), chart.Record.From) is { } possible ? new(possible, from) : null;
    }

    private static DerivedValue? Within(Chart chart, Fact fact, Interval span, string shown, PregnancyEpisode episode) =>
        chart.InRange(fact, span, shown, episode.Evidence[0].From) is { } values ? new(values, Cite(episode)) : null;

    private static string Cite(PregnancyEpisode episode) => episode.IsDatedByRecordOnly
        ? $"estimated: first on record {DerivedValue.Join(episode.Evidence.Take(1).Select(entry => entry.ToString()))}, and not dated"
        : DerivedValue.Join(episode.Dating!.Statements.Select(Cite));

    private static string Cite(DatingStatement statement) => statement.Method switch
    {
        DatingMethod.LastPeriod => $"by last period ({statement.From})",
        DatingMethod.DueDate => $"by due date ({statement.From})",
        DatingMethod.GestationalAge => $"by stated gestation ({statement.From})",
        _ => $"estimated ({statement.From})",
    };

    private static string Shown(Interval span) =>
        GestationalAge.TryFromDays((int)span.Low, out var low) && GestationalAge.TryFromDays((int)span.High, out var high)
            ? low == high ? low.ToString() : $"{low} to {high}"
            : $"{span.Low} to {span.High} days";
}
