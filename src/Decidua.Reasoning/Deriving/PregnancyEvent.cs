using Decidua.Clinical.Gestation;
using Decidua.Clinical.Records;
using NodaTime;

namespace Decidua.Reasoning.Deriving;

/// <summary>What an entry does to the account of her pregnancies. On one day they are taken in this order.</summary>
internal enum PregnancyEventKind
{
    /// <summary>It says that she is pregnant from this day on.</summary>
    Began,

    /// <summary>It shows her pregnant on this day.</summary>
    Seen,

    /// <summary>It dates a pregnancy.</summary>
    Dated,

    /// <summary>A pregnancy ended, and how.</summary>
    Ended,

    /// <summary>The entry that said she was pregnant was closed.</summary>
    Closed,
}

/// <summary>An entry of a record as a step in the account of her pregnancies.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Date">Its day, or the first day that it may be; null when undated.</param>
/// <param name="Evidence">The entry.</param>
internal sealed record PregnancyEvent(PregnancyEventKind Kind, LocalDate? Date, PregnancyEvidence Evidence)
{
    /// <summary>For a beginning: the day on which its entry was closed.</summary>
    public PartialDate? SpanEnd { get; init; }

    /// <summary>For a beginning: whether its entry is over, dated or not.</summary>
    public bool IsOver { get; init; }

    /// <summary>For an end: how.</summary>
    public PregnancyEnd End { get; init; }

    /// <summary>For a dating: what it says.</summary>
    public DatingStatement? Statement { get; init; }

    /// <summary>For an end: the gestation then, if stated.</summary>
    public GestationSpan? GestationAtEnd { get; init; }

    /// <summary>The pregnancy that was stated outright, when this is about one.</summary>
    public Pregnancy? Stated { get; init; }

    /// <summary>Whether it was stated as a pregnancy of its own, so that it is never taken as part of another.</summary>
    public bool IsStated { get; init; }
}
