using System.Collections.Frozen;
using NodaTime;

namespace Decidua.Planning.Asking;

/// <summary>Something that happened, or is planned, on the way: a positive test, a planned caesarean, the last dose.</summary>
/// <param name="Name">One of <see cref="Names"/>.</param>
/// <param name="Date">The day.</param>
/// <param name="Time">The clock time in her zone; null when only the day is known.</param>
/// <param name="Place">Where it stands in the input, for issues: <c>plan.events[2]</c>.</param>
public sealed record CareEvent(string Name, LocalDate Date, LocalTime? Time, string Place)
{
    /// <summary>The last injection of heparin.</summary>
    public const string LastDose = "last dose";

    /// <summary>A caesarean planned for a day.</summary>
    public const string PlannedCaesarean = "planned caesarean";

    /// <summary>An induction planned for a day.</summary>
    public const string PlannedInduction = "planned induction";

    /// <summary>Labour has begun.</summary>
    public const string Labour = "labour";

    /// <summary>The waters have broken.</summary>
    public const string RupturedMembranes = "ruptured membranes";

    /// <summary>A spinal or epidural needle.</summary>
    public const string Needle = "needle";

    /// <summary>An epidural catheter was placed.</summary>
    public const string CatheterIn = "catheter in";

    /// <summary>The epidural catheter came out.</summary>
    public const string CatheterOut = "catheter out";

    /// <summary>The baby was born.</summary>
    public const string Birth = "birth";

    /// <summary>Eggs are, or were, collected.</summary>
    public const string EggCollection = "egg collection";

    /// <summary>An embryo was transferred.</summary>
    public const string EmbryoTransfer = "embryo transfer";

    /// <summary>An operation that is no birth.</summary>
    public const string Surgery = "surgery";

    /// <summary>Amniocentesis or chorionic villus sampling.</summary>
    public const string Amniocentesis = "amniocentesis";

    /// <summary>The pregnancy test was positive.</summary>
    public const string PositiveTest = "positive test";

    /// <summary>A scan showed the heartbeat.</summary>
    public const string FetalHeartbeat = "fetal heartbeat";

    /// <summary>Stimulation began.</summary>
    public const string CycleStart = "cycle start";

    /// <summary>She came into hospital.</summary>
    public const string Admission = "admission";

    /// <summary>She went home.</summary>
    public const string Discharge = "discharge";

    /// <summary>The hyperstimulation settled.</summary>
    public const string OhssResolved = "OHSS resolved";

    /// <summary>All names.</summary>
    public static IReadOnlySet<string> Names { get; } = new[]
    {
        LastDose, PlannedCaesarean, PlannedInduction, Labour, RupturedMembranes, Needle, CatheterIn, CatheterOut, Birth, EggCollection, EmbryoTransfer, Surgery, Amniocentesis,
        PositiveTest, FetalHeartbeat, CycleStart, Admission, Discharge, OhssResolved,
    }.ToFrozenSet();

    /// <summary>Day and time as one; null when the time is not known.</summary>
    public LocalDateTime? At => Time is { } time ? Date + time : null;
}
