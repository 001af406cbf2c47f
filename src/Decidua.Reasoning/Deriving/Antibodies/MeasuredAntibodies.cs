using Decidua.Clinical.Records;

namespace Decidua.Reasoning.Deriving.Antibodies;

/// <summary>Finds antibody results among the measurements of a record, as FHIR holds them.</summary>
internal static class MeasuredAntibodies
{
    private static readonly (string Set, AntibodyTest Test)[] Sets =
    [
        ("lupus-anticoagulant-test", AntibodyTest.LupusAnticoagulant),
        ("anticardiolipin-igg", AntibodyTest.AnticardiolipinIgG),
        ("anticardiolipin-igm", AntibodyTest.AnticardiolipinIgM),
        ("anti-beta2-glycoprotein-i-igg", AntibodyTest.Beta2GlycoproteinIgG),
        ("anti-beta2-glycoprotein-i-igm", AntibodyTest.Beta2GlycoproteinIgM),
    ];

    /// <summary>The value sets of the tests.</summary>
    public static IEnumerable<string> SetNames => Sets.Select(one => one.Set);

    /// <summary>The results; the laboratory's mark, or a coded answer, is its word.</summary>
    public static IEnumerable<AntibodyResult> Of(Chart chart)
    {
        foreach (var measurement in chart.Record.Measurements)
        {
            foreach (var (set, test) in Sets)
            {
                if (chart.Knowledge.Has(set, measurement.What))
                    yield return Read(chart, measurement, test);
            }
        }
    }

    private static AntibodyResult Read(Chart chart, Measurement measurement, AntibodyTest test) => new()
    {
        Test = test,
        From = measurement.From,
        When = measurement.When,
        Verdict = Word(chart, measurement),
        Titre = measurement.Found as Finding.Amount,
    };

    private static AntibodyVerdict Word(Chart chart, Measurement measurement) => measurement.Found switch
    {
        Finding.Coded coded when chart.Knowledge.Has(CodeSetNames.PositiveAnswer, coded.Answer) => AntibodyVerdict.Positive,
        Finding.Coded coded when chart.Knowledge.Has(CodeSetNames.NegativeAnswer, coded.Answer) => AntibodyVerdict.Negative,
        Finding.Truth truth => truth.Value ? AntibodyVerdict.Positive : AntibodyVerdict.Negative,
        _ => measurement.Marked switch
        {
            LaboratoryMark.Normal => AntibodyVerdict.Negative,
            LaboratoryMark.Abnormal => AntibodyVerdict.Positive,
            _ => AntibodyVerdict.Unstated,
        },
    };
}
