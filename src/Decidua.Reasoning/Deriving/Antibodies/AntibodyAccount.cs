using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using NodaTime;

namespace Decidua.Reasoning.Deriving.Antibodies;

/// <summary>Her antibody results up to a date, each as it was read.</summary>
internal sealed class AntibodyAccount
{
    private readonly Chart chart;
    private readonly AntibodyTable table;

    /// <summary>Reads every result of a chart; what cannot be used is reported.</summary>
    public AntibodyAccount(Chart chart)
    {
        this.chart = chart;
        table = chart.Knowledge.Antibodies;
        if (table.Limits is null)
            return;
        var lupus = new LupusReader(chart, table);
        var titres = new TitreReader(chart, table);
        Readings =
        [
            .. MeasuredAntibodies.Of(chart).Concat(chart.Record.Antibodies).Where(result => table.Tests.ContainsKey(result.Test))
                .Select(Usable).OfType<AntibodyReading>()
                .Select(reading => reading.Result.Test == AntibodyTest.LupusAnticoagulant ? lupus.Read(reading) : titres.Read(reading))
                .OrderBy(reading => reading.Earliest),
        ];
        foreach (var test in Readings.GroupBy(reading => reading.Result.Test))
            ReportWaiting([.. test]);
    }

    /// <summary>The results in order of date; those that cannot be read are among them.</summary>
    public IReadOnlyList<AntibodyReading> Readings { get; } = [];

    /// <summary>Days between two positive results that confirm one another.</summary>
    public int RepeatFrom => table.Limits!.RepeatFrom;

    /// <summary>The results of one test.</summary>
    public List<AntibodyReading> Of(AntibodyTest test) => [.. Readings.Where(reading => reading.Result.Test == test)];

    /// <summary>What the results of a test come to; open when there are none.</summary>
    public AntibodyStatus Status(AntibodyTest test) => AntibodyStatus.Of(Of(test), RepeatFrom);

    // A date that may lie after the day in question is held to be before it, since the result is known.
    private AntibodyReading? Usable(AntibodyResult result)
    {
        var limits = table.Limits!;
        var slip = Slip("titre", result.Titre?.Value, limits.GreatestTitre) ?? Slip("99th centile", result.Centile99, limits.GreatestTitre)
            ?? Slip("INR", result.Inr, limits.GreatestInr) ?? Slip("anti-Xa", result.AntiXa, limits.GreatestAntiXa);
        if (slip is not null)
        {
            chart.Report(new(IssueCode.OutOfRange, Severity.Error, result.From.Place, $"{result}: {slip}", "Correct it in the source."));
            return null;
        }

        if (result.When is { } when)
            return new(result, when.Earliest, when.Latest < chart.Date ? when.Latest : chart.Date) { Counts = Presence.Possible };
        chart.Report(new(IssueCode.UndatedResult, Severity.Warning, result.From.Place, $"{result}: the result has no date. It was not used.", "Add the day of the sample."));
        return null;
    }

    private static string? Slip(string what, decimal? number, decimal greatest) =>
        number < 0 || number > greatest ? $"the {what} {number} is outside the plausible range 0 to {greatest}." : null;

    // Says from which day a repeat counts, as long as one is missing.
    private void ReportWaiting(List<AntibodyReading> readings)
    {
        if (!AntibodyStatus.Of(readings, RepeatFrom).Allows(AntibodyStatus.NotConfirmed))
            return;
        var found = readings.FindAll(reading => reading.Counts == Presence.Present);
        if (found.Count == 0)
            return;
        var from = found[0].Latest.PlusDays(RepeatFrom);
        var (first, last) = (found[0], found[^1]);
        var message = found.Count == 1
            ? $"{first.Citation}: positive once, so not confirmed."
            : $"{first.Citation} and {last.Citation}: only {Period.DaysBetween(first.Earliest, last.Latest)} days apart, so not confirmed.";
        chart.Report(new(
            IssueCode.NotConfirmed, found.Count == 1 ? Severity.Information : Severity.Warning, last.Result.From.Place, message,
            $"A repeat counts from {PartialDate.On(from)} on."));
    }
}
