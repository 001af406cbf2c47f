using NodaTime;

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

    /// <summary>A pregnancy that a test showed and that was gone before any scan: biochemical, or of unknown place and resolved.</summary>
    Biochemical,

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

        /// <summary>Whether the pregnancy was lost by itself: miscarried, gone after a positive test, or stillborn.</summary>
        public bool IsLoss => end is PregnancyEnd.Miscarriage or PregnancyEnd.Biochemical or PregnancyEnd.Stillbirth;
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

    /// <summary>Gestation when it ended, as precisely as stated.</summary>
    public GestationSpan? GestationAtEnd { get; init; }

    /// <summary>By what it was ever shown.</summary>
    public PregnancyConfirmation ConfirmedBy { get; init; }

    /// <summary>Whether the baby was normally formed, by scan or by looking; null when not stated.</summary>
    public bool? FetusNormallyFormed { get; init; }

    /// <summary>The chromosomes of what was lost.</summary>
    public ChromosomeFinding Chromosomes { get; init; }

    /// <summary>Whether a cause of the loss is known; false when none is, null when not stated.</summary>
    public bool? CauseKnown { get; init; }

    /// <summary>A label for the partner, the same for the same partner; empty when not stated.</summary>
    public string Partner { get; init; } = "";

    /// <summary>How it came about.</summary>
    public Conception Conception { get; init; }

    /// <summary>Why the baby was born early or died; null when not stated, empty when there was no such reason.</summary>
    public Entries<EarlyBirthReason>? EarlyBirthReasons { get; init; }

    /// <summary>When it began, by its last period or by its end and the gestation then; null when neither is stated.</summary>
    public (LocalDate Earliest, LocalDate Latest)? Began =>
        LastPeriod is { } last ? (last.Earliest, last.Latest)
        : Ended is { } ended && GestationAtEnd is { } age
            ? (ended.Earliest.PlusDays(-age.Greatest.TotalDays), ended.Latest.PlusDays(-age.Least.TotalDays))
            : null;

    /// <summary>Whether it has ended, dated or not.</summary>
    public bool IsOver => Ended is not null || End != PregnancyEnd.Unstated;

    /// <summary>The same pregnancy while it still went on: nothing of its end is known.</summary>
    public Pregnancy StillGoingOn => new()
    {
        From = From, LastPeriod = LastPeriod, DueDate = DueDate, Partner = Partner, Conception = Conception,
    };
}
