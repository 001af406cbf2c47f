using NodaTime;

namespace Decidua.Clinical.Records;

/// <summary>How far a procedure had got. Procedures not done never enter a record.</summary>
public enum ProcedureStatus
{
    /// <summary>Not stated.</summary>
    Unstated,

    /// <summary>Prepared; not begun.</summary>
    Planned,

    /// <summary>Begun and not said to be finished: in progress, on hold, or stopped on the way.</summary>
    Begun,

    /// <summary>Completed.</summary>
    Done,
}

/// <summary>An operation, a birth, a test or another act, as recorded.</summary>
public sealed record Procedure
{
    /// <summary>What was done.</summary>
    public required Concept What { get; init; }

    /// <summary>Where it came from.</summary>
    public required Origin From { get; init; }

    /// <summary>When it was done, by its first day; null when not stated.</summary>
    public PartialDate? When { get; init; }

    /// <summary>How far it had got.</summary>
    public ProcedureStatus Status { get; init; }

    /// <summary>
    /// Whether it had been done by a date. An undated one had; a planned one had not; one that was begun, or whose date
    /// may fall on either side, leaves it open.
    /// </summary>
    /// <param name="date">The date in question.</param>
    public Presence DoneBy(LocalDate date) =>
        Status == ProcedureStatus.Planned || (When is { } when && when.IsCertainlyAfter(date)) ? Presence.Absent
        : Status == ProcedureStatus.Begun || (When is { } open && open.Latest > date) ? Presence.Possible
        : Presence.Present;
}
