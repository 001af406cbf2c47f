using System.Collections.Immutable;

namespace Decidua.Reasoning.Deriving;

/// <summary>
/// The value sets of knowledge/terminology that pregnancies, weights and stays are found by. Which codes they hold is the
/// knowledge's affair; that they are there, a test checks.
/// </summary>
public static class CodeSetNames
{
    /// <summary>Conditions that say she is pregnant.</summary>
    public const string CurrentPregnancy = "current-pregnancy";

    /// <summary>Visits and procedures that happen only in pregnancy.</summary>
    public const string PregnancyCare = "pregnancy-care";

    /// <summary>Codes that say a child was born, alive or not.</summary>
    public const string Birth = "birth";

    /// <summary>Codes that say a child was stillborn.</summary>
    public const string Stillbirth = "stillbirth";

    /// <summary>Miscarriages.</summary>
    public const string Miscarriage = "miscarriage";

    /// <summary>Pregnancies that a test alone had shown.</summary>
    public const string Biochemical = "biochemical-pregnancy";

    /// <summary>Molar pregnancies.</summary>
    public const string Molar = "molar-pregnancy";

    /// <summary>Terminations.</summary>
    public const string Termination = "termination";

    /// <summary>Ectopic pregnancies.</summary>
    public const string Ectopic = "ectopic-pregnancy";

    /// <summary>Observations of gestational age.</summary>
    public const string GestationalAge = "gestational-age";

    /// <summary>Observations of the first day of the last period.</summary>
    public const string LastPeriod = "last-period";

    /// <summary>Observations of the estimated date of delivery.</summary>
    public const string DueDate = "estimated-due-date";

    /// <summary>Measurements of weight.</summary>
    public const string Weight = "body-weight";

    /// <summary>Measurements of height.</summary>
    public const string Height = "body-height";

    /// <summary>Low-molecular-weight heparins.</summary>
    public const string LowMolecularWeightHeparin = "low-molecular-weight-heparin";

    /// <summary>Unfractionated heparin.</summary>
    public const string UnfractionatedHeparin = "unfractionated-heparin";

    /// <summary>Warfarin and its like.</summary>
    public const string VitaminKAntagonist = "vitamin-k-antagonist";

    /// <summary>Direct oral anticoagulants.</summary>
    public const string DirectAnticoagulant = "direct-oral-anticoagulant";

    /// <summary>Measurements of the INR.</summary>
    public const string Inr = "inr";

    /// <summary>Measurements of anti-Xa activity.</summary>
    public const string AntiXa = "anti-xa-activity";

    /// <summary>Answers that call a test positive.</summary>
    public const string PositiveAnswer = "positive-answer";

    /// <summary>Answers that call a test negative.</summary>
    public const string NegativeAnswer = "negative-answer";

    /// <summary>Measurements of creatinine in serum or plasma.</summary>
    public const string Creatinine = "creatinine";

    /// <summary>Clots in an artery.</summary>
    public const string ArterialThrombosis = "arterial-thrombosis";

    /// <summary>Clots in a vein, as a relative's record names them.</summary>
    public const string ClotInTheFamily = "venous-thromboembolism-in-the-family";

    /// <summary>Types of contact that mean she lies in a hospital bed.</summary>
    public const string Admission = "admission";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All =>
    [
        CurrentPregnancy, PregnancyCare, Birth, Stillbirth, Miscarriage, Biochemical, Molar, Termination, Ectopic,
        GestationalAge, LastPeriod, DueDate, Weight, Height, Admission,
        LowMolecularWeightHeparin, UnfractionatedHeparin, VitaminKAntagonist, DirectAnticoagulant, Inr, AntiXa,
        PositiveAnswer, NegativeAnswer, Creatinine, ArterialThrombosis, ClotInTheFamily,
    ];
}
