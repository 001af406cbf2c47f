namespace Decidua.Planning.Monitoring;

/// <summary>
/// The result columns by which planning documents and this program understand one another. A document may have other columns for readers;
/// those named here mean the same in every document that has them.
/// </summary>
public static class WatchColumn
{
    /// <summary>How often a test comes back, as a length of time: <c>2 d</c>.</summary>
    public const string Every = "every";

    /// <summary>How fast something has to happen, in words.</summary>
    public const string HowFast = "how fast";

    /// <summary>What happens to the next dose of heparin, in words.</summary>
    public const string NextDose = "next dose";

    /// <summary>Who decides, in words.</summary>
    public const string WhoDecides = "who decides";

    /// <summary>How many anti-Xa units one milligram of this heparin holds.</summary>
    public const string UnitsInOneMilligram = "units per mg";

    /// <summary>Milligrams of protamine for 100 units of the dose.</summary>
    public const string ProtaminePerHundred = "antidote per hundred units (mg)";

    /// <summary>The upper end where a range is printed.</summary>
    public const string ProtamineAtMostPerHundred = "at most per hundred units (mg)";

    /// <summary>Milligrams of protamine for 100 units in a second dose.</summary>
    public const string SecondDosePerHundred = "second dose per hundred units (mg)";

    /// <summary>Which dose of heparin is counted, in words.</summary>
    public const string OfWhichDose = "of which dose";

    /// <summary>How surely it works, in words.</summary>
    public const string HowSurely = "how surely";

    /// <summary>The most protamine that may be given at once.</summary>
    public const string MostAtOnce = "most at once (mg)";

    /// <summary>Over how many minutes.</summary>
    public const string Over = "over (min)";

    /// <summary>The fastest rate.</summary>
    public const string Fastest = "fastest (mg/min)";

    /// <summary>The total beyond which it may keep the blood from clotting by itself.</summary>
    public const string MayAnticoagulateAbove = "may itself anticoagulate above (mg)";

    /// <summary>The unit of a reference range.</summary>
    public const string Unit = "unit";

    /// <summary>What turns a result in mg/dL into the unit of the range.</summary>
    public const string PerMass = "per mg/dL";

    /// <summary>What a result means for heparin, in words.</summary>
    public const string ForHeparin = "for heparin";

    /// <summary>The derived value of a document of reference ranges that names the column with the range: one column for each of its choices.</summary>
    public const string Trimester = "trimester";

    /// <summary>
    /// The channels of documents that stand beside the guideline of every protocol: a label binds wherever its product is given, and a clot
    /// risk changes wherever she lives.
    /// </summary>
    public static IReadOnlyList<string> EverywhereChannels { get; } = ["monitoring by label", "re-assessment"];
}
