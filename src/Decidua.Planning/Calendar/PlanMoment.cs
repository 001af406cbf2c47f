using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Decidua.Planning.Calendar;

/// <summary>When something of the plan begins, happens or ends: on a day, or after an event that is still awaited.</summary>
public abstract record PlanMoment
{
    private PlanMoment()
    {
    }

    /// <summary>The day, or the day on which the awaited event would bring it by the due date; null when nobody can say.</summary>
    public abstract LocalDate? Expected { get; }

    /// <summary>Whether it depends on an event that has not happened.</summary>
    public bool IsAwaited => this is Awaited;

    /// <summary>A day of the calendar.</summary>
    /// <param name="Date">The day.</param>
    public sealed record On(LocalDate Date) : PlanMoment
    {
        /// <inheritdoc/>
        public override LocalDate? Expected => Date;

        /// <inheritdoc/>
        public override string ToString() => LocalDatePattern.Iso.Format(Date);
    }

    /// <summary>A number of days before or after an event that has not happened.</summary>
    /// <param name="Event">The event: <c>labour</c>, <c>birth</c>.</param>
    /// <param name="Days">Days after it; negative for before.</param>
    /// <param name="EventExpected">The day on which the event is expected; null when nobody can say.</param>
    public sealed record Awaited(string Event, int Days, LocalDate? EventExpected) : PlanMoment
    {
        /// <inheritdoc/>
        public override LocalDate? Expected => EventExpected?.PlusDays(Days);

        /// <inheritdoc/>
        public override string ToString() => Days == 0 ? Event : $"{Event} {(Days > 0 ? "+" : "-")} {Math.Abs(Days).ToString(CultureInfo.InvariantCulture)} d";
    }
}
