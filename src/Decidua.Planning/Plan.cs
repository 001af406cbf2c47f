using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Planning.Asking;
using Decidua.Planning.Calendar;
using Decidua.Planning.Courses;
using Decidua.Planning.Holding;
using Decidua.Planning.Monitoring;
using Decidua.Planning.Supply;
using Decidua.Reasoning.Assessing;

namespace Decidua.Planning;

/// <summary>
/// Advice on a calendar: what is given when, where it pauses, what is due. A proposal until a clinician signs it; a pure function of
/// the assessment and the request.
/// </summary>
public sealed record Plan
{
    /// <summary>The assessment that it carries out.</summary>
    public required Assessment Assessment { get; init; }

    /// <summary>What was asked.</summary>
    public required PlanRequest Request { get; init; }

    /// <summary>The pregnancy on the calendar; null when nothing dates it.</summary>
    public required GestationalCalendar? Calendar { get; init; }

    /// <summary>The courses in the order of their starts, then of their subjects.</summary>
    public required ImmutableArray<Course> Courses { get; init; }

    /// <summary>Certain advice of the protocol's guidelines that is no course: whom to call, what to test, what not to give.</summary>
    public required ImmutableArray<Recommendation> Advice { get; init; }

    /// <summary>Advice of the protocol's guidelines that is only possible: which facts are open decides it.</summary>
    public required ImmutableArray<Recommendation> Undecided { get; init; }

    /// <summary>The holds in the order of time.</summary>
    public required ImmutableArray<HoldWindow> Holds { get; init; }

    /// <summary>What is due, in the order of time; awaited things last.</summary>
    public required ImmutableArray<DueItem> Due { get; init; }

    /// <summary>What the pharmacy must give, one for each course of a medicine that comes in syringes.</summary>
    public required ImmutableArray<SupplyEstimate> Supplies { get; init; }

    /// <summary>Everything noteworthy: dates that disagree, a start that lies before the pregnancy, two courses of the same medicine.</summary>
    public required ImmutableArray<Issue> Issues { get; init; }
}
