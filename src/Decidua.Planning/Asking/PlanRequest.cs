using Decidua.Clinical.Records;
using NodaTime;

namespace Decidua.Planning.Asking;

/// <summary>What a plan needs beside the facts: which medicine, the dates, the clock, what happened. Everything is optional.</summary>
public sealed record PlanRequest
{
    /// <summary>The day for which the plan is made.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The time of day in her zone; null when the plan is for a day only.</summary>
    public LocalTime? Now { get; init; }

    /// <summary>Her time zone; null when none was given, and then no clock time is worked out.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>Id of the heparin: <c>enoxaparin</c>; empty for the protocol's.</summary>
    public string Heparin { get; init; } = "";

    /// <summary>The hours of the day at which she injects; empty for the protocol's.</summary>
    public Entries<LocalTime> InjectionTimes { get; init; } = [];

    /// <summary>Statements that date the pregnancy, in any order.</summary>
    public Entries<Dating> Datings { get; init; } = [];

    /// <summary>What happened and what is planned.</summary>
    public Entries<CareEvent> Events { get; init; } = [];

    /// <summary>Medicines that she takes already.</summary>
    public Entries<RunningCourse> Running { get; init; } = [];

    /// <summary>How many syringes she was given, or may be given at most; null when nobody limits it.</summary>
    public int? SuppliedSyringes { get; init; }

    /// <summary>The day from which these syringes count; null for the first day of the course.</summary>
    public LocalDate? SuppliedOn { get; init; }

    /// <summary>Id of the price list; empty for the protocol's.</summary>
    public string PriceList { get; init; } = "";

    /// <summary>The latest event with a name; null when there is none.</summary>
    /// <param name="name">One of <see cref="CareEvent.Names"/>.</param>
    public CareEvent? Latest(string name) => Events.Where(one => one.Name == name).OrderBy(one => one.Date).ThenBy(one => one.Time ?? LocalTime.MaxValue).LastOrDefault();
}
