namespace Decidua.Clinical.Records;

/// <summary>The tests for antiphospholipid antibodies. Each class of each antibody is a test of its own.</summary>
public enum AntibodyTest
{
    /// <summary>Lupus anticoagulant, by clotting tests.</summary>
    LupusAnticoagulant,

    /// <summary>Anticardiolipin antibodies of class IgG.</summary>
    AnticardiolipinIgG,

    /// <summary>Anticardiolipin antibodies of class IgM.</summary>
    AnticardiolipinIgM,

    /// <summary>Antibodies to beta2-glycoprotein I of class IgG.</summary>
    Beta2GlycoproteinIgG,

    /// <summary>Antibodies to beta2-glycoprotein I of class IgM.</summary>
    Beta2GlycoproteinIgM,
}

/// <summary>What the laboratory called the result in words.</summary>
public enum AntibodyVerdict
{
    /// <summary>No word was given.</summary>
    Unstated,

    /// <summary>Negative.</summary>
    Negative,

    /// <summary>Positive in a low titre.</summary>
    Low,

    /// <summary>Positive, the height not said.</summary>
    Positive,

    /// <summary>Positive in a moderate titre.</summary>
    Moderate,

    /// <summary>Positive in a high titre.</summary>
    High,
}

/// <summary>What she was given against clotting when the blood was taken.</summary>
public enum SampleAnticoagulant
{
    /// <summary>Not stated; her medicines on that day are looked up.</summary>
    Unstated,

    /// <summary>Nothing.</summary>
    None,

    /// <summary>Low-molecular-weight heparin in a preventive dose.</summary>
    ProphylacticLmwh,

    /// <summary>Low-molecular-weight heparin in a treatment dose.</summary>
    TherapeuticLmwh,

    /// <summary>Unfractionated heparin in a preventive dose.</summary>
    ProphylacticUfh,

    /// <summary>Unfractionated heparin in a treatment dose.</summary>
    TherapeuticUfh,

    /// <summary>Warfarin or another vitamin K antagonist.</summary>
    Warfarin,

    /// <summary>A direct oral anticoagulant.</summary>
    DirectOral,
}

/// <summary>
/// One result of one test for antiphospholipid antibodies, with what may have disturbed it. What is not stated is not
/// taken as absent.
/// </summary>
public sealed record AntibodyResult
{
    /// <summary>Which test.</summary>
    public required AntibodyTest Test { get; init; }

    /// <summary>Where it came from.</summary>
    public required Origin From { get; init; }

    /// <summary>The day of the sample; null when not stated, and then the result cannot be used.</summary>
    public PartialDate? When { get; init; }

    /// <summary>The laboratory's word.</summary>
    public AntibodyVerdict Verdict { get; init; }

    /// <summary>The titre, or the ratio of a lupus anticoagulant, with its unit; null when only the word was given.</summary>
    public Finding.Amount? Titre { get; init; }

    /// <summary>The laboratory's 99th centile in the unit of the titre; null when not stated.</summary>
    public decimal? Centile99 { get; init; }

    /// <summary>What she was given against clotting when the blood was taken.</summary>
    public SampleAnticoagulant Anticoagulant { get; init; }

    /// <summary>The INR of the same sample; null when not stated.</summary>
    public decimal? Inr { get; init; }

    /// <summary>The anti-Xa activity of the same sample in U/mL; null when not stated.</summary>
    public decimal? AntiXa { get; init; }

    /// <summary>Whether the reagent neutralises heparin; null when not stated.</summary>
    public bool? Neutraliser { get; init; }

    /// <summary>Whether she was acutely ill, or had a fresh clot; null when not stated.</summary>
    public bool? AcuteIllness { get; init; }

    /// <summary>Whether she was pregnant; null when not stated, and then her pregnancies are looked up.</summary>
    public bool? Pregnant { get; init; }

    /// <summary><c>anticardiolipin IgG: 52 GPL</c>, as a reader of the record sees it.</summary>
    public override string ToString() => $"{Test.InWords}: {Shown}";

    private string Shown => (Titre, Verdict) switch
    {
        (null, AntibodyVerdict.Unstated) => "no result",
        (null, _) => Word,
        (_, AntibodyVerdict.Unstated) => Titre.ToString(),
        _ => $"{Titre} ({Word})",
    };

    private string Word => Verdict.ToString().ToLowerInvariant();
}

/// <summary>The tests in words.</summary>
public static class AntibodyTests
{
    extension(AntibodyTest test)
    {
        /// <summary>The name as laboratories and the knowledge write it.</summary>
        public string InWords => test switch
        {
            AntibodyTest.LupusAnticoagulant => "lupus anticoagulant",
            AntibodyTest.AnticardiolipinIgG => "anticardiolipin IgG",
            AntibodyTest.AnticardiolipinIgM => "anticardiolipin IgM",
            AntibodyTest.Beta2GlycoproteinIgG => "anti-beta2-glycoprotein I IgG",
            AntibodyTest.Beta2GlycoproteinIgM => "anti-beta2-glycoprotein I IgM",
            _ => throw new InvalidOperationException($"The test {test} is not handled."),
        };
    }
}
