using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using Interval = Decidua.Knowledge.Values.Interval;

namespace Decidua.Reasoning.Deriving.Antibodies;

/// <summary>What may disturb a lupus anticoagulant.</summary>
internal enum Circumstance
{
    /// <summary>A direct oral anticoagulant.</summary>
    DirectOral,

    /// <summary>Warfarin, and no INR of the sample.</summary>
    WarfarinWithoutInr,

    /// <summary>The INR of the sample.</summary>
    Inr,

    /// <summary>Unfractionated heparin in a treatment dose.</summary>
    TreatmentUfh,

    /// <summary>The anti-Xa activity of the sample.</summary>
    AntiXa,

    /// <summary>Low-molecular-weight heparin in a treatment dose, and no anti-Xa of the sample.</summary>
    TreatmentLmwhWithoutAntiXa,

    /// <summary>A heparin of unknown dose, and no anti-Xa of the sample.</summary>
    HeparinOfUnknownDose,

    /// <summary>A heparin, and a reagent that does not neutralise it.</summary>
    HeparinNotNeutralised,

    /// <summary>Acute illness.</summary>
    AcuteIllness,

    /// <summary>Pregnancy.</summary>
    Pregnancy,
}

/// <summary>What a circumstance does to a lupus anticoagulant: a row of knowledge/derivation.</summary>
/// <param name="Name">The circumstance in words.</param>
/// <param name="Limit">The numbers for which it holds; everything when it has none.</param>
/// <param name="OpensPositive">Whether a positive result is then open.</param>
/// <param name="OpensNegative">Whether a negative result is then open.</param>
internal sealed record CircumstanceRule(string Name, Interval Limit, bool OpensPositive, bool OpensNegative);

/// <summary>How one test is read.</summary>
/// <param name="Fact">The fact that it answers.</param>
/// <param name="CountsAbove">The titre above which it counts, in standard units; null when only the centile counts.</param>
/// <param name="IsNeededForNone">Whether the antibodies as a whole are not absent before this test is negative.</param>
internal sealed record TestRule(Fact Fact, decimal? CountsAbove, bool IsNeededForNone);

/// <summary>How numbers in a unit are read.</summary>
/// <param name="IsStandard">Whether the limit of the Sydney statement holds in it.</param>
/// <param name="IsGraded">Whether the limits of 2023 hold in it.</param>
internal sealed record UnitRule(bool IsStandard, bool IsGraded);

/// <summary>The limits that every result is held against.</summary>
internal sealed record AntibodyLimits
{
    /// <summary>Days between two positive results that confirm one another.</summary>
    public required int RepeatFrom { get; init; }

    /// <summary>Days after a miscarriage before which a sample is too soon.</summary>
    public required int AfterALoss { get; init; }

    /// <summary>The titre from which it is moderate, in units of an ELISA.</summary>
    public required decimal Moderate { get; init; }

    /// <summary>The titre from which it is high, in units of an ELISA.</summary>
    public required decimal High { get; init; }

    /// <summary>The greatest titre that is no slip.</summary>
    public required decimal GreatestTitre { get; init; }

    /// <summary>The greatest INR that is no slip.</summary>
    public required decimal GreatestInr { get; init; }

    /// <summary>The greatest anti-Xa activity that is no slip, in U/mL.</summary>
    public required decimal GreatestAntiXa { get; init; }
}
