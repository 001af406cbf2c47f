using Decidua.Clinical.Gestation;
using NodaTime;

namespace Decidua.Planning.Asking;

/// <summary>What one statement dates a pregnancy by.</summary>
public enum DatingKind
{
    /// <summary>The first day of the last period.</summary>
    LastPeriod,

    /// <summary>A scan with a gestational age.</summary>
    Ultrasound,

    /// <summary>An embryo transfer with the age of the embryo.</summary>
    EmbryoTransfer,

    /// <summary>The collection of the eggs, which is the day of conception.</summary>
    EggCollection,

    /// <summary>An estimated date of delivery.</summary>
    DueDate,
}

/// <summary>One statement that dates the pregnancy.</summary>
/// <param name="Kind">What it dates by.</param>
/// <param name="Date">The day: of the period, the scan, the transfer, the collection, or the due date.</param>
/// <param name="Gestation">The gestational age that the scan showed; null for the others.</param>
/// <param name="EmbryoDay">The age of the embryo in days since the eggs were collected, 0 to 7; null except for a transfer.</param>
/// <param name="Place">Where it stands in the input, for issues.</param>
public sealed record Dating(DatingKind Kind, LocalDate Date, GestationalAge? Gestation, int? EmbryoDay, string Place);
