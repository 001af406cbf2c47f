namespace Decidua.Clinical.Records;

/// <summary>By what a pregnancy was ever shown.</summary>
public enum PregnancyConfirmation
{
    /// <summary>Not stated.</summary>
    Unstated,

    /// <summary>A test of urine or blood alone: no scan and no tissue ever showed it.</summary>
    TestOnly,

    /// <summary>A scan.</summary>
    Ultrasound,

    /// <summary>The tissue, under the microscope.</summary>
    Tissue,
}

/// <summary>The chromosomes of a lost pregnancy.</summary>
public enum ChromosomeFinding
{
    /// <summary>Not stated, or not known.</summary>
    Unstated,

    /// <summary>Examined and normal.</summary>
    Normal,

    /// <summary>Examined and abnormal: that explains the loss.</summary>
    Abnormal,
}

/// <summary>How a pregnancy came about.</summary>
public enum Conception
{
    /// <summary>Not stated.</summary>
    Unstated,

    /// <summary>Without help.</summary>
    Natural,

    /// <summary>By IVF or another assisted technique.</summary>
    Assisted,
}

/// <summary>Why a baby was born early, or died in the womb. Several may hold.</summary>
public enum EarlyBirthReason
{
    /// <summary>Eclampsia or severe pre-eclampsia.</summary>
    PreEclampsia,

    /// <summary>The placenta failed.</summary>
    PlacentalInsufficiency,

    /// <summary>Something else.</summary>
    Other,
}
