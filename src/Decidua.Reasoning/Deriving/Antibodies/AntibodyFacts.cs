using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;

namespace Decidua.Reasoning.Deriving.Antibodies;

/// <summary>Antiphospholipid antibodies, from dated results.</summary>
internal static class AntibodyFacts
{
    private static readonly (AntibodyTest Test, bool IsOfG)[] Titrated =
    [
        (AntibodyTest.AnticardiolipinIgG, true), (AntibodyTest.Beta2GlycoproteinIgG, true),
        (AntibodyTest.AnticardiolipinIgM, false), (AntibodyTest.Beta2GlycoproteinIgM, false),
    ];

    /// <summary>A fact of the antibodies by its name; null when there are no results that bear on it.</summary>
    public static DerivedValue? Derive(Chart chart, Fact fact)
    {
        if (chart.Knowledge.Antibodies.Limits is null)
            return null;
        return fact.Name switch
        {
            "antiphospholipid antibodies" => Whole(chart, fact),
            "antibody class and titre" => ClassAndTitre(chart, fact),
            "persistently high titre" => PersistentlyHigh(chart, fact),
            "time between antibodies and pregnancy event" => AntibodyTimes.ToPregnancyEvent(chart, fact),
            "time between antibodies and clot" => AntibodyTimes.ToClot(chart, fact),
            "time from loss to antibody test" => AntibodyTimes.FromLoss(chart, fact),
            _ => OneAntibody(chart, fact),
        };
    }

    // The classes of one antibody; a class that was not tested leaves it open upwards.
    private static DerivedValue? OneAntibody(Chart chart, Fact fact)
    {
        var tests = chart.Knowledge.Antibodies.Tests.Where(test => test.Value.Fact == fact).Select(test => test.Key).ToHashSet();
        var readings = chart.Antibodies.Readings.Where(reading => tests.Contains(reading.Result.Test)).ToList();
        return readings.Count == 0 ? null : new(Gravest(chart, tests).In(fact.Type), Cite(readings));
    }

    /// <summary>All antibodies together: none only when every test that is needed for it is negative. Codes may narrow it.</summary>
    private static DerivedValue? Whole(Chart chart, Fact fact)
    {
        var coded = CodedFacts.Derive(chart, fact);
        if (chart.Antibodies.Readings.Count == 0)
            return coded;
        var done = chart.Antibodies.Readings.Select(reading => reading.Result.Test).ToHashSet();
        var counted = chart.Knowledge.Antibodies.Tests.Where(test => test.Value.IsNeededForNone || done.Contains(test.Key)).Select(test => test.Key);
        var found = new DerivedValue(Gravest(chart, counted).In(fact.Type), Cite(chart.Antibodies.Readings));
        if (coded is null)
            return found;
        var origin = DerivedValue.Join([found.Origin, coded.Origin]);
        if (found.Values.Meets(coded.Values))
            return new(found.Values.Intersect(coded.Values), origin);
        chart.Report(new(
            IssueCode.Contradiction, Severity.Warning, chart.Antibodies.Readings[^1].Result.From.Place,
            $"{fact.Name}: the results ({found.Origin}) do not agree with {coded.Origin}. Neither was taken.", "Find out which is right."));
        return new(fact.Type.Everything, origin);
    }

    private static AntibodyStatus Gravest(Chart chart, IEnumerable<AntibodyTest> tests) =>
        tests.Select(chart.Antibodies.Status).Aggregate((one, other) => one.Graver(other));

    private static DerivedValue? ClassAndTitre(Chart chart, Fact fact)
    {
        var readings = TitratedReadings(chart);
        if (readings.Count == 0)
            return null;
        var (cardiolipin, beta) = (Confirmed(chart, AntibodyTest.AnticardiolipinIgG), Confirmed(chart, AntibodyTest.Beta2GlycoproteinIgG));
        var (one, other) = (Confirmed(chart, AntibodyTest.AnticardiolipinIgM), Confirmed(chart, AntibodyTest.Beta2GlycoproteinIgM));
        var mask = 0UL;
        foreach (var first in Grades(cardiolipin))
        {
            foreach (var second in Grades(beta))
            {
                foreach (var third in Grades((Greater(one.Least, other.Least), Greater(one.Greatest, other.Greatest))))
                {
                    if (fact.Type.Choice(Words(first, second, third)) is ValueSet.Choices choice)
                        mask |= choice.Mask;
                }
            }
        }

        return mask == 0 ? null : new(new ValueSet.Choices(mask), Cite(readings));
    }

    private static DerivedValue? PersistentlyHigh(Chart chart, Fact fact)
    {
        var readings = TitratedReadings(chart);
        if (readings.Count == 0)
            return null;
        var confirmed = Titrated.Select(test => Confirmed(chart, test.Test)).ToList();
        var values = confirmed.Exists(one => one.Least == TitreGrade.High) ? fact.Type.Choice("yes")!
            : confirmed.Exists(one => one.Greatest == TitreGrade.High) ? fact.Type.Everything
            : fact.Type.Choice("no")!;
        return new(values, Cite(readings));
    }

    private static List<AntibodyReading> TitratedReadings(Chart chart) =>
        [.. chart.Antibodies.Readings.Where(reading => reading.Result.Test != AntibodyTest.LupusAnticoagulant)];

    // The grade that two results, far enough apart, both reached. A test that was not done may have had any.
    private static (TitreGrade Least, TitreGrade Greatest) Confirmed(Chart chart, AntibodyTest test)
    {
        var readings = chart.Antibodies.Of(test);
        if (readings.Count == 0)
            return (TitreGrade.None, TitreGrade.High);
        var (least, greatest) = (TitreGrade.None, TitreGrade.None);
        foreach (var one in readings)
        {
            foreach (var other in readings.Where(other => other != one))
            {
                var apart = one.IsApart(other, chart.Antibodies.RepeatFrom);
                if (apart == Presence.Present)
                    least = Greater(least, Lesser(one.LeastGrade, other.LeastGrade));
                if (apart != Presence.Absent)
                    greatest = Greater(greatest, Lesser(one.GreatestGrade, other.GreatestGrade));
            }
        }

        return (least, greatest);
    }

    private static string Words(TitreGrade cardiolipin, TitreGrade beta, TitreGrade ofM) => (Greater(cardiolipin, beta), Lesser(cardiolipin, beta)) switch
    {
        (TitreGrade.High, TitreGrade.High) => "high IgG of both kinds",
        (TitreGrade.High, _) => "high IgG",
        (TitreGrade.Moderate, _) => "moderate IgG",
        _ => ofM == TitreGrade.None ? "none" : "IgM only",
    };

    private static IEnumerable<TitreGrade> Grades((TitreGrade Least, TitreGrade Greatest) span) =>
        Enum.GetValues<TitreGrade>().Where(grade => grade >= span.Least && grade <= span.Greatest);

    private static TitreGrade Greater(TitreGrade one, TitreGrade other) => one > other ? one : other;

    private static TitreGrade Lesser(TitreGrade one, TitreGrade other) => one < other ? one : other;

    private static string Cite(IEnumerable<AntibodyReading> readings) => DerivedValue.Join(readings.Select(reading => reading.Citation));
}
