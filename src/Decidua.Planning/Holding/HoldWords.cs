using System.Collections.Frozen;

namespace Decidua.Planning.Holding;

/// <summary>
/// The words that planning shares with the documents on holds: their channels, the columns of their results, the facts that planning
/// sets before it asks. A test fails when a document lacks one of the columns or has one that planning does not know.
/// </summary>
public static class HoldWords
{
    /// <summary>Channel of documents with hours between heparin and a needle or catheter.</summary>
    public const string BlockChannel = "neuraxial block";

    /// <summary>Channel of documents with the least hours of a woman with poor kidneys, whichever other document is chosen.</summary>
    public const string KidneyChannel = "kidney and a block";

    /// <summary>Channel of documents on what is asked beside the hours: platelets, checks, who decides.</summary>
    public const string SafetyChannel = "safety around a block";

    /// <summary>Channel of documents on birth.</summary>
    public const string BirthChannel = "heparin around birth";

    /// <summary>Channel of documents on procedures that are no birth.</summary>
    public const string ProcedureChannel = "heparin around procedures";

    /// <summary>Channel of documents on who should not be long without heparin.</summary>
    public const string GapChannel = "gap without heparin";

    /// <summary>Parameter of a protocol: a longer gap is warned of in a woman at high risk of clots, <c>36 h</c>.</summary>
    public const string ClotGap = "clot gap warning";

    /// <summary>Column: hours from the last dose to a needle or catheter.</summary>
    public const string BlockAfterLastDose = "block after last dose";

    /// <summary>Column: the shorter end of a printed span, or the shorter of two readings.</summary>
    public const string ShorterReading = "shorter reading";

    /// <summary>Column: whether a coagulation test is asked for as well, or may take the place of the hours.</summary>
    public const string CoagulationCheck = "coagulation check";

    /// <summary>Column: hours from the needle to the next dose.</summary>
    public const string DoseAfterNeedle = "dose after needle";

    /// <summary>Column: hours from the removal of the catheter to the next dose.</summary>
    public const string DoseAfterCatheterOut = "dose after catheter out";

    /// <summary>Column: hours from the last dose to the removal of the catheter.</summary>
    public const string CatheterOutAfterLastDose = "catheter out after last dose";

    /// <summary>Column: whether a dose may be given while the catheter is in place, <c>allowed</c> or <c>no dose</c>.</summary>
    public const string WithCatheter = "with catheter in place";

    /// <summary>Column: <c>avoid</c> where the medicine forbids a block.</summary>
    public const string RegionalBlock = "regional block";

    /// <summary>Column: hours from the last dose to a birth or procedure.</summary>
    public const string HoldBefore = "hold before";

    /// <summary>Column: the clock time on the day before, at the latest, <c>20:00</c>.</summary>
    public const string LastDoseBy = "last dose by";

    /// <summary>Column: the dose of the day before.</summary>
    public const string DayBefore = "day before";

    /// <summary>Column: the dose of the morning.</summary>
    public const string ThatMorning = "that morning";

    /// <summary>Column: what to do at once.</summary>
    public const string AtOnce = "at once";

    /// <summary>Column: hours from the birth to the first dose.</summary>
    public const string FirstDoseAfterBirth = "first dose after birth";

    /// <summary>Column: hours from the birth to the first dose that treats a clot; a preventive dose comes before it.</summary>
    public const string TreatmentDoseAfterBirth = "treatment dose after birth";

    /// <summary>Column: hours from a procedure to the next dose.</summary>
    public const string DoseAfterProcedure = "dose after procedure";

    /// <summary>Column: what the next dose waits for beside the hours, or in their place where no hours stand.</summary>
    public const string WaitsFor = "waits for";

    /// <summary>Column: a condition of the next dose that no clock shows: a straight leg that can be raised.</summary>
    public const string Gate = "gate";

    /// <summary>Column: what she goes home with.</summary>
    public const string Supply = "supply";

    /// <summary>Channel of documents on tablets and breastfeeding after birth.</summary>
    public const string AfterBirthChannel = "after birth";

    /// <summary>Column: from when after the birth warfarin may take the place of the injections.</summary>
    public const string WarfarinAfterBirth = "warfarin after birth";

    /// <summary>Column: for which women.</summary>
    public const string ForWhom = "for whom";

    /// <summary>Column: the INR that is aimed at.</summary>
    public const string TargetInr = "target INR";

    /// <summary>Column: until when heparin goes on beside warfarin.</summary>
    public const string HeparinUntil = "heparin goes on until";

    /// <summary>Heading of the table of medicines while breastfeeding; its first column is <c>LMWH</c>.</summary>
    public const string Breastfeeding = "While breastfeeding";

    /// <summary>Column: what the platelets say about a block, <c>reasonable</c>, <c>case by case</c> or <c>avoid</c>.</summary>
    public const string Platelets = "platelets";

    /// <summary>Column: the reason in words.</summary>
    public const string ReasonInWords = "reason in words";

    /// <summary>Column: who decides.</summary>
    public const string WhoDecides = "who decides";

    /// <summary>Column: the checks that stay whatever the hours say.</summary>
    public const string Afterwards = "afterwards";

    /// <summary>Column: <c>high</c> or <c>ordinary</c>.</summary>
    public const string ClotRisk = "clot risk in a gap";

    /// <summary>The columns of a table of holds by channel and heading: what such a table must have, no more and no less.</summary>
    public static FrozenDictionary<(string Channel, string Heading), string[]> Columns { get; } = new Dictionary<(string, string), string[]>
    {
        [(BlockChannel, "Hold")] = [BlockAfterLastDose, ShorterReading, CoagulationCheck, DoseAfterNeedle, DoseAfterCatheterOut, CatheterOutAfterLastDose, WithCatheter, RegionalBlock],
        [(KidneyChannel, "Hold")] = [BlockAfterLastDose],
        [(BirthChannel, "Before birth")] = [HoldBefore, LastDoseBy, DayBefore, ThatMorning, AtOnce],
        [(BirthChannel, "First dose after birth")] = [FirstDoseAfterBirth, TreatmentDoseAfterBirth, WaitsFor, Gate],
        [(BirthChannel, "Home with")] = [Supply],
        [(ProcedureChannel, "Hold")] = [HoldBefore, ShorterReading, DoseAfterProcedure, WaitsFor],
        [(AfterBirthChannel, "Warfarin")] = [WarfarinAfterBirth, ForWhom, TargetInr, HeparinUntil],
        [(AfterBirthChannel, Breastfeeding)] = ["LMWH", "UFH", "warfarin", "direct oral anticoagulant", "fondaparinux", "danaparoid"],
        [(SafetyChannel, "Platelets")] = [Platelets, ReasonInWords],
        [(SafetyChannel, "Who decides")] = [WhoDecides, Afterwards],
        [(GapChannel, "Clot risk")] = [ClotRisk, ReasonInWords],
    }.ToFrozenDictionary();

    internal const string Avoid = "avoid";
    internal const string Allowed = "allowed";
    internal const string Required = "required";
    internal const string MayReplace = "may replace the wait";
    internal const string CaseByCase = "case by case";
    internal const string High = "high";
}
