using Decidua.Clinical.Records;

namespace Decidua.Exchange.RecordFile;

/// <summary>Reads a pregnancy of a record file.</summary>
internal static class PregnancyEntry
{
    /// <summary>Reads one object of the list <c>pregnancies</c>.</summary>
    public static Pregnancy Read(Members members, Origin from) => new()
    {
        From = from,
        LastPeriod = members.Date("lastPeriod"),
        DueDate = members.Date("dueDate"),
        Ended = members.Date("ended"),
        End = members.Choice(
            "end", ("live birth", PregnancyEnd.LiveBirth), ("stillbirth", PregnancyEnd.Stillbirth), ("miscarriage", PregnancyEnd.Miscarriage),
            ("biochemical", PregnancyEnd.Biochemical), ("ectopic", PregnancyEnd.Ectopic), ("molar", PregnancyEnd.Molar), ("termination", PregnancyEnd.Termination)),
        GestationAtEnd = members.Gestation("gestationAtEnd"),
        ConfirmedBy = members.Choice(
            "confirmedBy", ("test only", PregnancyConfirmation.TestOnly), ("ultrasound", PregnancyConfirmation.Ultrasound), ("tissue", PregnancyConfirmation.Tissue)),
        FetusNormallyFormed = members.TruthOrNothing("fetusNormallyFormed"),
        Chromosomes = members.Choice(
            "chromosomes", ("normal", ChromosomeFinding.Normal), ("abnormal", ChromosomeFinding.Abnormal), ("not known", ChromosomeFinding.Unstated)),
        CauseKnown = members.TruthOrNothing("causeKnown"),
        Partner = members.Text("partner") ?? "",
        Conception = members.Choice("conception", ("natural", Conception.Natural), ("assisted", Conception.Assisted)),
        EarlyBirthReasons = members.Choices(
            "earlyBirthReasons", ("pre-eclampsia", EarlyBirthReason.PreEclampsia),
            ("placental insufficiency", EarlyBirthReason.PlacentalInsufficiency), ("other", EarlyBirthReason.Other)),
    };
}
