using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Interval = Decidua.Knowledge.Values.Interval;

namespace Decidua.Reasoning.Deriving.Antibodies;

/// <summary>Reads the titre of an anticardiolipin or anti-beta2-glycoprotein I antibody. Anticoagulants do not disturb it.</summary>
/// <param name="chart">Receives the issues.</param>
/// <param name="table">The limits.</param>
internal sealed class TitreReader(Chart chart, AntibodyTable table)
{
    private readonly AntibodyLimits limits = table.Limits!;

    /// <summary>The reading: by the number where unit or centile allow it, or else by the laboratory's word.</summary>
    public AntibodyReading Read(AntibodyReading reading)
    {
        var result = reading.Result;
        var unit = Unit(result);
        var number = result.Titre is { } titre ? Measured.Span(titre.Value, titre.Comparator) : default(Interval?);
        var byNumber = number is { } span ? ByNumber(span, result, unit) : null;
        var byWord = ByWord(result.Verdict);
        var graded = unit is { IsGraded: true } && number is { } value ? Grades(value) : Grades(result.Verdict);
        if (byNumber is null && byWord is null)
            Incomplete(reading, unit);
        else if (byNumber is { } one && byWord is { } other && one != other && one != Presence.Possible && other != Presence.Possible)
            return Contradictory(reading) with { LeastGrade = graded.Least, GreatestGrade = graded.Greatest };
        var counts = byNumber is null or Presence.Possible ? byWord ?? byNumber ?? Presence.Possible : byNumber.Value;
        return reading with
        {
            Counts = counts,
            IsLow = Low(result.Verdict),
            IsReadable = byNumber is not null || byWord is not null,
            LeastGrade = graded.Least,
            GreatestGrade = graded.Greatest,
        };
    }

    private UnitRule? Unit(AntibodyResult result)
    {
        if (result.Titre is not { } titre)
            return null;
        if (table.Units.TryGetValue(titre.Unit, out var unit))
            return unit;
        chart.Report(new(
            IssueCode.WrongUnit, Severity.Warning, result.From.Place,
            titre.Unit.Length == 0 ? $"{result}: a titre without a unit. The number was held against the laboratory's centile only."
                : $"{result}: the unit '{titre.Unit}' is not read. The number was held against the laboratory's centile only.",
            $"Record it in one of: {string.Join(", ", table.Units.Keys.Order(StringComparer.Ordinal))}."));
        return null;
    }

    // Above either limit it counts. In the units of the statement its limit is enough for a no; elsewhere the centile is needed.
    private Presence? ByNumber(Interval titre, AntibodyResult result, UnitRule? unit)
    {
        var limit = unit is { IsStandard: true } ? table.Tests[result.Test].CountsAbove : null;
        if (limit is null && result.Centile99 is null)
            return null;
        var byLimit = limit is { } number ? Above(titre, number) : Presence.Absent;
        var byCentile = result.Centile99 is { } centile ? Above(titre, centile) : Presence.Absent;
        return byLimit > byCentile ? byLimit : byCentile;
    }

    private static Presence Above(Interval titre, decimal limit) =>
        titre.Low > limit || (titre.Low == limit && !titre.LowClosed) ? Presence.Present : titre.High > limit ? Presence.Possible : Presence.Absent;

    private static Presence? ByWord(AntibodyVerdict verdict) => verdict switch
    {
        AntibodyVerdict.Negative or AntibodyVerdict.Low => Presence.Absent,
        AntibodyVerdict.Moderate or AntibodyVerdict.High => Presence.Present,
        AntibodyVerdict.Positive => Presence.Possible,
        _ => null,
    };

    private static Presence Low(AntibodyVerdict verdict) => verdict switch
    {
        AntibodyVerdict.Negative => Presence.Absent,
        AntibodyVerdict.Unstated => Presence.Possible,
        _ => Presence.Present,
    };

    private (TitreGrade Least, TitreGrade Greatest) Grades(Interval titre) => (Grade(titre.Low, true), Grade(titre.High, titre.HighClosed));

    // An open upper end at a limit does not reach it.
    private TitreGrade Grade(decimal titre, bool isReached)
    {
        bool From(decimal limit) => titre > limit || (titre == limit && isReached);
        return From(limits.High) ? TitreGrade.High : From(limits.Moderate) ? TitreGrade.Moderate : TitreGrade.None;
    }

    private static (TitreGrade Least, TitreGrade Greatest) Grades(AntibodyVerdict verdict) => verdict switch
    {
        AntibodyVerdict.Negative or AntibodyVerdict.Low => (TitreGrade.None, TitreGrade.None),
        AntibodyVerdict.Moderate => (TitreGrade.Moderate, TitreGrade.Moderate),
        AntibodyVerdict.High => (TitreGrade.High, TitreGrade.High),
        _ => (TitreGrade.None, TitreGrade.High),
    };

    private AntibodyReading Contradictory(AntibodyReading reading)
    {
        chart.Report(new(
            IssueCode.Contradiction, Severity.Warning, reading.Result.From.Place,
            $"{reading.Citation}: the word does not go with the number. It was read neither as a yes nor as a no.", "Ask the laboratory."));
        return reading with { Counts = Presence.Possible, IsLow = Presence.Possible, IsReadable = false };
    }

    private void Incomplete(AntibodyReading reading, UnitRule? unit) => chart.Report(new(
        IssueCode.IncompleteResult, Severity.Warning, reading.Result.From.Place,
        $"{reading.Citation}: without {(unit is null ? "a unit that is read, or " : "")}the laboratory's 99th centile or its word nobody can say whether this counts. It was left open.",
        "Add the laboratory's word or its 99th centile."));
}
