using System.Collections.Immutable;
using Decidua.Exchange.Planning;
using Decidua.Knowledge.Tables;
using Decidua.Planning;
using Decidua.Planning.Calendar;
using Decidua.Planning.Courses;
using NodaTime;

namespace Decidua.Server.Planning;

/// <summary>One line of the dated list.</summary>
/// <param name="Expected">The day by which it is sorted; null when nobody can say.</param>
/// <param name="When">The day, or what is awaited.</param>
/// <param name="What">What begins, ends, pauses or is due.</param>
/// <param name="Rows">The rows that it rests on.</param>
/// <param name="Number">The number of the mark on the timeline; null for none.</param>
public sealed record PlanLine(LocalDate? Expected, string When, string What, ImmutableArray<Row> Rows, int? Number = null);

/// <summary>A plan as a list of days: the truth for whoever cannot see the timeline, and on paper.</summary>
public static class PlanLines
{
    /// <summary>The lines in the order of time; what nobody can date stands last.</summary>
    /// <param name="plan">The plan.</param>
    public static ImmutableArray<PlanLine> Of(Plan plan) =>
    [
        .. plan.Courses.SelectMany(Of)
            .Concat(plan.Holds.SelectMany(hold => new[]
            {
                new PlanLine(hold.LastDose.Date, PlanWording.Clock(hold.LastDose), $"last dose at the latest, for {PlanWording.Title(hold)}", hold.Rows),
                new PlanLine(hold.NextDose?.Date ?? hold.EventAt?.Date, hold.NextDose is { } next ? PlanWording.Clock(next) : "awaited",
                    hold.NextDose is null ? $"next dose after {hold.Event}: {(hold.NextDoseAwaits.Length > 0 ? hold.NextDoseAwaits : "not said")}" : $"next dose not before this, after {hold.Event}", hold.Rows),
            }))
            .Concat(plan.Due.Select((due, index) => new PlanLine(due.When.Expected, PlanWording.When(due), $"{due.What}{(due.Reason.Length > 0 ? $": {due.Reason}" : "")}", [due.Row], index + 1)))
            .OrderBy(line => line.Expected is null).ThenBy(line => line.Expected),
    ];

    private static IEnumerable<PlanLine> Of(Course course)
    {
        ImmutableArray<Row> rows = [.. course.Reasons.SelectMany(reason => reason.Recommendation.Rows).Distinct()];
        var given = PlanWording.Given(course);
        var act = !course.Against.IsEmpty ? $"{given} is advised and something forbids it: no dose is planned"
            : course.ToBeDecided ? $"to be decided: {given}"
            : course.Foreseen ? $"{given}, foreseen: assess again after the birth"
            : course.Running is not null ? $"{given}, running since then" : $"{given} begins";
        yield return new PlanLine(course.From.Expected, PlanWording.Moment(course.From), act, rows);
        if (course.Until is { } until) yield return new PlanLine(until.Expected, PlanWording.Moment(until), $"{given} ends", rows);
    }
}
