using Decidua.Clinical.Gestation;
using Decidua.Clinical.Records;
using NodaTime;

namespace Decidua.Reasoning.Deriving;

/// <summary>One entry from which a pregnancy is known.</summary>
/// <param name="What">What the entry says.</param>
/// <param name="When">Its date, if it has one.</param>
/// <param name="From">Where it came from.</param>
public sealed record PregnancyEvidence(string What, PartialDate? When, Origin From)
{
    /// <summary><c>Childbirth, 2018-08-01 (Procedure/12)</c>.</summary>
    public override string ToString() => DerivedValue.Cite(What, When, From);
}

/// <summary>One pregnancy as it can be made out from a record.</summary>
public sealed record PregnancyEpisode
{
    /// <summary>The first day on which the record shows her pregnant; null when nothing says when. She was pregnant earlier, too.</summary>
    public LocalDate? FirstSeen { get; init; }

    /// <summary>The last day on which an entry of this pregnancy lies; null when nothing is dated.</summary>
    public LocalDate? LastSeen { get; init; }

    /// <summary>When it began, by everything that was said about it; null when nothing was.</summary>
    public PregnancyDating? Dating { get; init; }

    /// <summary>Whether it has ended.</summary>
    public bool IsOver { get; init; }

    /// <summary>The day it ended; null when it has not, or the record does not say when.</summary>
    public PartialDate? Ended { get; init; }

    /// <summary>How it ended; unstated when the record only says that it is over.</summary>
    public PregnancyEnd End { get; init; }

    /// <summary>Gestation at its end where the record says so outright.</summary>
    public GestationSpan? GestationAtEnd { get; init; }

    /// <summary>What was stated about it as a pregnancy of its own; null when it was made out from codes.</summary>
    public Pregnancy? Stated { get; init; }

    /// <summary>The entries that it was made out from, in order of date.</summary>
    public Entries<PregnancyEvidence> Evidence { get; init; } = [];

    /// <summary>The entries that ended it; none when it goes on, or was only closed.</summary>
    public Entries<PregnancyEvidence> EndedBy { get; init; } = [];

    /// <summary>The entries that say most: those that ended it, or else the first one.</summary>
    internal IEnumerable<PregnancyEvidence> Deciding => EndedBy.Count > 0 ? EndedBy : Evidence.Take(1);

    /// <summary>
    /// The day to look back at it from, when nobody names one: the last day on which the record shows her pregnant. For a
    /// pregnancy that ended that is the day before its end, or the day of its end when nothing earlier is on record; for
    /// one that goes on, the day of its last entry. Null when nothing is dated.
    /// </summary>
    public LocalDate? LastPregnantDay
    {
        get
        {
            if (Ended is not { } end)
                return LastSeen;
            var before = end.Earliest.PlusDays(-1);
            return FirstSeen is { } first && first <= before ? before : end.Earliest;
        }
    }

    /// <summary>Whether it was dated by nothing better than the day on which it first appears in the record.</summary>
    public bool IsDatedByRecordOnly =>
        Dating is null || Dating.Statements.All(statement => statement.Method == DatingMethod.FirstRecorded);
}
