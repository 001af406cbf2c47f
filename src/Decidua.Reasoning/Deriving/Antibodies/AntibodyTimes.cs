using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Knowledge.Vocabulary;
using Decidua.Reasoning.Deriving.Losses;
using NodaTime;
using Interval = Decidua.Knowledge.Values.Interval;

namespace Decidua.Reasoning.Deriving.Antibodies;

/// <summary>How long before or after an event the antibodies were found.</summary>
internal static class AntibodyTimes
{
    private const int MinutesPerDay = 24 * 60;

    /// <summary>To the pregnancies that fulfil a criterion; those that only may fulfil one widen the answer.</summary>
    public static DerivedValue? ToPregnancyEvent(Chart chart, Fact fact)
    {
        var events = LossFacts.Events(chart).ToList();
        return ToEvents(
            chart, fact,
            [.. events.Where(one => one.IsCertain).Select(one => Event(one.Pregnancy)).Distinct()],
            [.. events.Select(one => Event(one.Pregnancy)).Distinct()]);
    }

    /// <summary>To the clots on record, in veins and arteries.</summary>
    public static DerivedValue? ToClot(Chart chart, Fact fact)
    {
        var venous = chart.Knowledge.Named("previous clot") is { } clot ? chart.Rows(clot).ToList() : [];
        var clots = chart.Listed
            .Where(entry => entry.Ever != Presence.Absent && (venous.Exists(entry.IsMeantBy) || chart.Knowledge.Has(CodeSetNames.ArterialThrombosis, entry.What)))
            .Select(entry => new DatedEvent(
                entry.Date?.Earliest ?? chart.Record.BirthDate?.Earliest ?? LocalDate.MinIsoValue, entry.Date?.Latest ?? chart.Date, entry.Citation))
            .ToList();
        return ToEvents(chart, fact, clots, clots);
    }

    /// <summary>
    /// From a miscarriage to the sample after it: the shortest time among the positive results that are needed. A sample that
    /// came too soon is reported, and passed over when the antibodies stand without it.
    /// </summary>
    public static DerivedValue? FromLoss(Chart chart, Fact fact)
    {
        var limit = chart.Knowledge.Antibodies.Limits!.AfterALoss;
        var losses = chart.History.Where(past => past.End is PregnancyEnd.Miscarriage or PregnancyEnd.Biochemical).Select(Event).ToList();
        var times = (from reading in chart.Antibodies.Readings
                     where reading.Counts == Presence.Present
                     let before = losses.Where(loss => loss.Earliest <= reading.Latest).ToList()
                     where before.Count > 0
                     let last = before.MaxBy(loss => loss.Latest)!
                     select (Reading: reading, Loss: last, Time: DaysAfter(last, reading))).ToList();
        if (times.Count == 0)
            return null;
        var early = times.FindAll(one => one.Time.Low < limit);
        foreach (var (reading, loss, time) in early)
        {
            chart.Report(new(
                IssueCode.SampleTooSoon, Severity.Warning, reading.Result.From.Place,
                $"{reading.Citation}: taken {time.Low} days after a loss ({loss.Citation}). Green-top 17 does not take a sample within {limit} days.",
                $"A sample counts there from {PartialDate.On(loss.Latest.PlusDays(limit))} on."));
        }

        var passedOver = early.ConvertAll(one => one.Reading);
        var needed = StandsWithout(chart, passedOver) ? times.FindAll(one => one.Time.Low >= limit) : times;
        if (needed.Count == 0)
            return null;
        var shortest = Interval.Closed(needed.Min(one => one.Time.Low), needed.Min(one => one.Time.High));
        return InMinutes(chart, fact, shortest, DerivedValue.Join(needed.Select(one => one.Reading.Citation)));
    }

    private static bool StandsWithout(Chart chart, List<AntibodyReading> passedOver)
    {
        var account = chart.Antibodies;
        return account.Readings.GroupBy(reading => reading.Result.Test).Any(test =>
            AntibodyStatus.Of([.. test.Where(reading => !passedOver.Contains(reading))], account.RepeatFrom) == AntibodyStatus.Persistent);
    }

    private static DerivedValue? ToEvents(Chart chart, Fact fact, List<DatedEvent> certain, List<DatedEvent> all)
    {
        var found = chart.Antibodies.Readings.Where(reading => reading.Counts == Presence.Present).ToList();
        if (found.Count == 0 || all.Count == 0)
            return null;
        var days = Chosen(chart, certain.Count == 0 ? all : certain, found);
        if (certain.Count > 0 && all.Count > certain.Count)
        {
            var other = Chosen(chart, all, found);
            days = Interval.Closed(Math.Min(days.Low, other.Low), Math.Max(days.High, other.High));
        }

        return InMinutes(chart, fact, days, DerivedValue.Join(all.Select(one => one.Citation).Concat(found.Select(reading => reading.Citation))));
    }

    // Of all distances the shortest that reaches the time between two tests; the longest when none does.
    private static Interval Chosen(Chart chart, List<DatedEvent> events, List<AntibodyReading> found)
    {
        var least = chart.Antibodies.RepeatFrom;
        var spans = (from one in events from reading in found select Distance(one, reading)).ToList();
        var reaching = spans.FindAll(span => span.Low >= least);
        return reaching.Count > 0
            ? Interval.Closed(spans.Where(span => span.High >= least).Min(span => Math.Max(span.Low, least)), reaching.Min(span => span.High))
            : Interval.Closed(spans.Max(span => span.Low), spans.Max(span => span.High));
    }

    private static Interval Distance(DatedEvent one, AntibodyReading reading)
    {
        var (before, after) = (Period.DaysBetween(one.Latest, reading.Earliest), Period.DaysBetween(reading.Latest, one.Earliest));
        var least = Math.Max(0, Math.Max(before, after));
        return Interval.Closed(least, Math.Max(Math.Abs(Period.DaysBetween(one.Earliest, reading.Latest)), Math.Abs(Period.DaysBetween(reading.Earliest, one.Latest))));
    }

    private static Interval DaysAfter(DatedEvent loss, AntibodyReading reading) =>
        Interval.Closed(Math.Max(0, Period.DaysBetween(loss.Latest, reading.Earliest)), Math.Max(0, Period.DaysBetween(loss.Earliest, reading.Latest)));

    private static DerivedValue? InMinutes(Chart chart, Fact fact, Interval days, string origin) =>
        chart.InRange(fact, Interval.Closed(days.Low * MinutesPerDay, days.High * MinutesPerDay), $"{days.Low} to {days.High} days", chart.Record.From) is { } values
            ? new(values, origin)
            : null;

    private static DatedEvent Event(PastPregnancy pregnancy) => new(pregnancy.Earliest, pregnancy.Latest, pregnancy.Citation);

    private sealed record DatedEvent(LocalDate Earliest, LocalDate Latest, string Citation);
}
