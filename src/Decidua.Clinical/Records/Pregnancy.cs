using Decidua.Clinical.Gestation;

namespace Decidua.Clinical.Records;

/// <summary>How a pregnancy ended, when the record says so in a word of its own rather than by codes.</summary>
public enum PregnancyEnd
{
    /// <summary>Not stated, or not over.</summary>
    Unstated,

    /// <summary>A birth, of which it is not said whether the child lived.</summary>
    Birth,

    /// <summary>A live birth.</summary>
    LiveBirth,

    /// <summary>A stillbirth.</summary>
    Stillbirth,

    /// <summary>A miscarriage.</summary>
    Miscarriage,

    /// <summary>An ectopic pregnancy.</summary>
    Ectopic,

    /// <summary>A molar pregnancy.</summary>
    Molar,

    /// <summary>A termination.</summary>
    Termination,
}

/// <summary>What follows from how a pregnancy ended.</summary>
public static class PregnancyEnds
{
    extension(PregnancyEnd end)
    {
        /// <summary>Whether a child was born, alive or not.</summary>
        public bool IsBirth => end is PregnancyEnd.Birth or PregnancyEnd.LiveBirth or PregnancyEnd.Stillbirth;
    }
}

/// <summary>A pregnancy stated as such, as a record file does. From FHIR they are found by codes instead.</summary>
public sealed record Pregnancy
{
    /// <summary>Where it came from.</summary>
    public required Origin From { get; init; }

    /// <summary>First day of the last period, if stated.</summary>
    public PartialDate? LastPeriod { get; init; }

    /// <summary>Estimated date of delivery, if stated.</summary>
    public PartialDate? DueDate { get; init; }

    /// <summary>The day it ended, if it has.</summary>
    public PartialDate? Ended { get; init; }

    /// <summary>How it ended.</summary>
    public PregnancyEnd End { get; init; }

    /// <summary>Gestation when it ended, if stated.</summary>
    public GestationalAge? GestationAtEnd { get; init; }
}
