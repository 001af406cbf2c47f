using Decidua.Clinical.Records;
using Decidua.Knowledge.Values;

namespace Decidua.Reasoning.Deriving.Losses;

/// <summary>Whether a pregnancy counts by a definition, and whether it ends a run.</summary>
internal static class Fit
{
    /// <summary>Whether it counts: certainly, perhaps because something is not recorded, or not.</summary>
    public static Presence Counts(LossDefinition definition, PastPregnancy pregnancy, ValueSet.Numbers? seen)
    {
        var stated = pregnancy.Stated;
        ReadOnlySpan<Presence> parts =
        [
            End(definition, pregnancy.End),
            Within(pregnancy.Gestation, definition.Gestation),
            OnlyTested(definition.OnlyTested, pregnancy, seen),
            definition.KnownCauseCounts ? Presence.Present : Not(HasKnownCause(stated)),
            definition.MalformedCounts ? Presence.Present : NormallyFormed(stated),
            Reason(definition, pregnancy),
            definition.NormalChromosomesOnly && stated?.Chromosomes != ChromosomeFinding.Normal ? Presence.Absent : Presence.Present,
        ];
        var least = Presence.Present;
        foreach (var part in parts)
            least = part < least ? part : least;
        return least;
    }

    /// <summary>Whether it ends a run: a birth, or a loss later than the definition's weeks.</summary>
    public static Presence EndsARun(LossDefinition definition, PastPregnancy pregnancy)
    {
        if (pregnancy.End == PregnancyEnd.Unstated)
            return Presence.Possible;
        if (definition.Ends.Contains(pregnancy.End) || pregnancy.End.IsLoss)
        {
            var limit = definition.Gestation.Maximum;
            return pregnancy.Gestation.Minimum > limit ? Presence.Present : pregnancy.Gestation.Maximum > limit ? Presence.Possible : Presence.Absent;
        }

        return pregnancy.End.IsBirth ? Presence.Present : Presence.Absent;
    }

    // A pregnancy of which only the end is known, and not how, may have been any.
    private static Presence End(LossDefinition definition, PregnancyEnd end) =>
        definition.Ends.Contains(end) ? Presence.Present
        : end == PregnancyEnd.Unstated && definition.Ends.Any(one => one.IsLoss) && !definition.AsksForAReason ? Presence.Possible
        : Presence.Absent;

    private static Presence Within(ValueSet.Numbers gestation, ValueSet.Numbers wanted) =>
        gestation.IsWithin(wanted) ? Presence.Present : gestation.Meets(wanted) ? Presence.Possible : Presence.Absent;

    private static Presence OnlyTested(Counting counting, PastPregnancy pregnancy, ValueSet.Numbers? seen) => counting switch
    {
        Counting.Counts => Presence.Present,
        Counting.DoesNotCount => Not(WasOnlyTested(pregnancy, seen)),
        Counting.NotSaid => WasOnlyTested(pregnancy, seen) == Presence.Absent ? Presence.Present : Presence.Possible,
        _ => throw new InvalidOperationException($"{counting} is not handled."),
    };

    private static Presence WasOnlyTested(PastPregnancy pregnancy, ValueSet.Numbers? seen) => (pregnancy.End, pregnancy.Stated?.ConfirmedBy) switch
    {
        (PregnancyEnd.Biochemical, PregnancyConfirmation.Ultrasound or PregnancyConfirmation.Tissue) => Presence.Possible,
        (PregnancyEnd.Biochemical, _) or (_, PregnancyConfirmation.TestOnly) => Presence.Present,
        (_, PregnancyConfirmation.Ultrasound or PregnancyConfirmation.Tissue) => Presence.Absent,
        _ when pregnancy.End.IsBirth || (seen is not null && pregnancy.Gestation.IsWithin(seen)) => Presence.Absent,
        _ => Presence.Possible,
    };

    private static Presence HasKnownCause(Pregnancy? stated) => stated switch
    {
        { Chromosomes: ChromosomeFinding.Abnormal } or { CauseKnown: true } => Presence.Present,
        { CauseKnown: false } => Presence.Absent,
        _ => Presence.Possible,
    };

    private static Presence NormallyFormed(Pregnancy? stated) => stated?.FetusNormallyFormed switch
    {
        true => Presence.Present,
        false => Presence.Absent,
        null => Presence.Possible,
    };

    // A birth of which neither the weeks nor a reason are recorded gives no hint of either, and is left to the presumption.
    private static Presence Reason(LossDefinition definition, PastPregnancy pregnancy)
    {
        var reasons = pregnancy.Stated?.EarlyBirthReasons;
        return definition.EarlyBirthFor switch
        {
            WantedReason.Any => Presence.Present,
            WantedReason.Neither when pregnancy.Stated?.CauseKnown == false => Presence.Present,
            WantedReason.Neither when reasons is null => Presence.Possible,
            WantedReason.Neither =>
                reasons.Any(reason => reason is EarlyBirthReason.PreEclampsia or EarlyBirthReason.PlacentalInsufficiency) ? Presence.Absent : Presence.Present,
            _ when reasons is null => Presence.Possible,
            WantedReason.PreEclampsia => reasons.Contains(EarlyBirthReason.PreEclampsia) ? Presence.Present : Presence.Absent,
            WantedReason.PlacentalInsufficiency => reasons.Contains(EarlyBirthReason.PlacentalInsufficiency) ? Presence.Present : Presence.Absent,
            _ => throw new InvalidOperationException($"{definition.EarlyBirthFor} is not handled."),
        };
    }

    private static Presence Not(Presence presence) => presence switch
    {
        Presence.Present => Presence.Absent,
        Presence.Absent => Presence.Present,
        _ => Presence.Possible,
    };
}
