using System.Collections.Immutable;
using Decidua.Knowledge.Advice;
using Decidua.Planning.Asking;
using Decidua.Planning.Calendar;
using Decidua.Planning.Dosing;
using Decidua.Reasoning.Assessing;

namespace Decidua.Planning.Courses;

/// <summary>
/// One medicine at one intensity over one stretch of time. Several indications are one course as long as they run; each keeps its
/// reason, and when one ends the course goes on for the others.
/// </summary>
public sealed record Course
{
    /// <summary>What the advice is about: <c>LMWH</c>, <c>UFH</c>, <c>aspirin</c>, <c>progesterone</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>Id of the medicine that is planned for it: <c>enoxaparin</c>.</summary>
    public required string Medicine { get; init; }

    /// <summary>How much heparin; none for other medicines.</summary>
    public required Intensity Intensity { get; init; }

    /// <summary>The first day. A start in the past stays where it was.</summary>
    public required PlanMoment From { get; init; }

    /// <summary>The day after the last one, or the awaited event at which it ends; null when no rule ends it.</summary>
    public required PlanMoment? Until { get; init; }

    /// <summary>Whether every reason only says <c>consider</c>: somebody has to decide first.</summary>
    public required bool ToBeDecided { get; init; }

    /// <summary>Whether it is foreseen for after the birth and must be assessed again then.</summary>
    public required bool Foreseen { get; init; }

    /// <summary>Why, in the order of their starts; each with its own first and last day.</summary>
    public required ImmutableArray<CourseReason> Reasons { get; init; }

    /// <summary>What certainly speaks against it now: contraindicated, stop, hold. While there is any, no dose is planned.</summary>
    public required ImmutableArray<Recommendation> Against { get; init; }

    /// <summary>The course that she takes already and that this one goes on with; null for a new one.</summary>
    public RunningCourse? Running { get; init; }

    /// <summary>The dose; null when the knowledge holds none for this medicine, and then <see cref="DoseAnswer.Issues"/> cannot say why.</summary>
    public required DoseAnswer? Dose { get; init; }
}

/// <summary>One reason for a course.</summary>
/// <param name="Recommendation">The advice, with its rows.</param>
/// <param name="From">Its first day.</param>
/// <param name="Until">The day after its last one, or the awaited event; null when no rule ends it.</param>
public sealed record CourseReason(Recommendation Recommendation, PlanMoment From, PlanMoment? Until);
