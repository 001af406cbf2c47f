using System.Collections.Frozen;

namespace Decidua.Knowledge.Protocols;

/// <summary>What a protocol chooses documents for when advice becomes a plan: the words of its table <c>plan | document</c>.</summary>
public static class PlanningTopic
{
    /// <summary>Doses of the ordinary preventive intensity.</summary>
    public const string ProphylacticDose = "prophylactic dose";

    /// <summary>Doses of the raised preventive intensity.</summary>
    public const string HighProphylacticDose = "high prophylactic dose";

    /// <summary>Doses that treat a clot.</summary>
    public const string TherapeuticDose = "therapeutic dose";

    /// <summary>Doses of medicines other than heparin: aspirin, progesterone.</summary>
    public const string OtherDose = "other dose";

    /// <summary>What the product labels say: lowered doses, highest doses, what is not to be given.</summary>
    public const string Label = "label";

    /// <summary>Hours between heparin and a needle or catheter in the back.</summary>
    public const string NeuraxialBlock = "neuraxial block";

    /// <summary>Holds and restarts around birth.</summary>
    public const string Birth = "birth";

    /// <summary>Holds and restarts around procedures that are no birth.</summary>
    public const string Procedure = "procedure";

    /// <summary>Which tests are due and when.</summary>
    public const string Monitoring = "monitoring";

    /// <summary>What a test result means.</summary>
    public const string Result = "result";

    /// <summary>What to do when she bleeds.</summary>
    public const string Bleeding = "bleeding";

    /// <summary>Antidotes.</summary>
    public const string Reversal = "reversal";

    /// <summary>Symptoms, missed and doubled doses, allergy.</summary>
    public const string Event = "event";

    /// <summary>Other medicines.</summary>
    public const string Interaction = "interaction";

    /// <summary>All topics.</summary>
    public static IReadOnlySet<string> All { get; } = new[]
    {
        ProphylacticDose, HighProphylacticDose, TherapeuticDose, OtherDose, Label, NeuraxialBlock, Birth, Procedure, Monitoring, Result, Bleeding, Reversal, Event, Interaction,
    }.ToFrozenSet();
}
