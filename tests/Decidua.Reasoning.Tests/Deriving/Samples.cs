using Decidua.Clinical.Records;

namespace Decidua.Reasoning.Tests.Deriving;

/// <summary>Writes antibody results in a line.</summary>
internal static class Samples
{
    /// <summary>A lupus anticoagulant; nothing in the blood unless said.</summary>
    public static AntibodyResult Lupus(string? on, AntibodyVerdict verdict = AntibodyVerdict.Positive) =>
        Result(AntibodyTest.LupusAnticoagulant, on) with { Verdict = verdict };

    /// <summary>Anticardiolipin IgG in GPL.</summary>
    public static AntibodyResult Cardiolipin(string? on, decimal titre, string unit = "GPL") =>
        Result(AntibodyTest.AnticardiolipinIgG, on) with { Titre = new(titre, unit) };

    /// <summary>Anticardiolipin IgM, which the laboratory called so.</summary>
    public static AntibodyResult CardiolipinM(string? on, AntibodyVerdict verdict) => Result(AntibodyTest.AnticardiolipinIgM, on) with { Verdict = verdict };

    /// <summary>Anti-beta2-glycoprotein I IgG with the laboratory's 99th centile.</summary>
    public static AntibodyResult Beta(string? on, decimal titre, decimal? centile = 20) =>
        Result(AntibodyTest.Beta2GlycoproteinIgG, on) with { Titre = new(titre, "U/mL"), Centile99 = centile };

    /// <summary>Anti-beta2-glycoprotein I IgM, which the laboratory called so.</summary>
    public static AntibodyResult BetaM(string? on, AntibodyVerdict verdict) => Result(AntibodyTest.Beta2GlycoproteinIgM, on) with { Verdict = verdict };

    /// <summary>The other class of each antibody, negative on one day, so that only the class in question matters.</summary>
    public static object[] OthersNegative(string on = "2020-01-01") =>
        [CardiolipinM(on, AntibodyVerdict.Negative), BetaM(on, AntibodyVerdict.Negative)];

    private static AntibodyResult Result(AntibodyTest test, string? on) => new()
    {
        Test = test, From = new("record file", "", $"{test} {on}"), When = Charts.Date(on), Anticoagulant = SampleAnticoagulant.None, Pregnant = false,
    };
}
