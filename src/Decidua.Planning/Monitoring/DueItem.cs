using Decidua.Knowledge.Tables;
using Decidua.Planning.Calendar;

namespace Decidua.Planning.Monitoring;

/// <summary>Something to be done at a time: a test, a weighing, a new assessment.</summary>
public sealed record DueItem
{
    /// <summary>What: <c>platelet count</c>, <c>re-assess clot risk</c>, <c>weigh</c>.</summary>
    public required string What { get; init; }

    /// <summary>When.</summary>
    public required PlanMoment When { get; init; }

    /// <summary>How often it comes back, in days; null for once.</summary>
    public required int? EveryDays { get; init; }

    /// <summary>Until when it comes back; null when no rule ends it or it does not come back.</summary>
    public required PlanMoment? Until { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Id of the document that asks for it.</summary>
    public required string Document { get; init; }

    /// <summary>The row that asks for it.</summary>
    public required Row Row { get; init; }
}
