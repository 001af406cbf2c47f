namespace Decidua.Planning.Monitoring;

/// <summary>Facts of the vocabulary that a plan fills in before it asks a document, by their names.</summary>
public static class PlannedFacts
{
    /// <summary>The heparin that she is given.</summary>
    public const string HeparinInUse = "heparin in use";

    /// <summary>How long she has been on it.</summary>
    public const string TimeOnHeparin = "time on heparin";

    /// <summary>How much of it.</summary>
    public const string HeparinIntensity = "LMWH intensity";

    /// <summary>Weeks and days of gestation.</summary>
    public const string Gestation = "gestation";

    /// <summary>The test that is read.</summary>
    public const string LaboratoryTest = "laboratory test";

    /// <summary>How far platelets fell, in per cent.</summary>
    public const string PlateletFall = "platelet fall";

    /// <summary>The lowest count on heparin.</summary>
    public const string LowestPlatelets = "lowest platelet count on heparin";

    /// <summary>The latest count.</summary>
    public const string Platelets = "platelet count";
}
