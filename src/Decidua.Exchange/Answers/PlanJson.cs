using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Exchange.Planning;
using Decidua.Knowledge.Advice;
using Decidua.Planning;
using Decidua.Planning.Calendar;
using Decidua.Planning.Courses;
using Decidua.Planning.Dosing;
using Decidua.Planning.Holding;
using Decidua.Planning.Monitoring;
using Decidua.Planning.Supply;
using Decidua.Reasoning.Assessing;
using NodaTime;
using NodaTime.Text;
using static Decidua.Exchange.Answers.AssessmentJson;

namespace Decidua.Exchange.Answers;

/// <summary>
/// Writes a plan as JSON. The order of everything is fixed, so equal input gives equal bytes. Described in the reference under plan.
/// </summary>
public static class PlanJson
{
    private static readonly OffsetDateTimePattern Clock = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'sso<+HH:mm>");

    /// <summary>Writes one plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="issues">What was found on reading, none of it fatal.</param>
    /// <returns>UTF-8 text.</returns>
    public static ReadOnlyMemory<byte> Write(Plan plan, ImmutableArray<Issue> issues)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            Head(writer, plan.Assessment, plan.Request.AsOf);
            if (plan.Request.Now is { } now) writer.WriteString("now", PlanWording.Time(now));
            if (plan.Request.Zone is { } zone) writer.WriteString("timeZone", zone.Id);
            if (plan.Calendar is { } calendar) WriteCalendar(writer, calendar);
            else writer.WriteNull("calendar");
            Array(writer, "courses", plan.Courses, course => WriteCourse(writer, course));
            Array(writer, "holds", plan.Holds, hold => WriteHold(writer, hold));
            Array(writer, "due", plan.Due, due => WriteDue(writer, due));
            Array(writer, "supplies", plan.Supplies, supply => WriteSupply(writer, supply));
            Array(writer, "advice", plan.Advice, advice => WriteAdvice(writer, advice, null));
            Array(writer, "undecided", plan.Undecided, advice => WriteAdvice(writer, advice, null));
            WriteIssues(writer, [.. issues, .. plan.Issues]);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteCalendar(Utf8JsonWriter writer, GestationalCalendar calendar)
    {
        writer.WriteStartObject("calendar");
        Date(writer, "start", calendar.Start);
        writer.WriteString("basis", calendar.Basis);
        Date(writer, "dueDate", calendar.DueDate);
        Array(writer, "statements", calendar.Statements, statement =>
        {
            writer.WriteStartObject();
            writer.WriteString("basis", statement.Basis);
            Date(writer, "start", statement.Start);
            writer.WriteString("at", statement.Place);
            writer.WriteEndObject();
        });
        writer.WriteEndObject();
    }

    private static void WriteCourse(Utf8JsonWriter writer, Course course)
    {
        writer.WriteStartObject();
        writer.WriteString("subject", course.Subject);
        writer.WriteString("medicine", course.Medicine);
        if (course.Intensity != Intensity.None) writer.WriteString("intensity", course.Intensity.Word());
        Moment(writer, "from", course.From);
        Moment(writer, "until", course.Until);
        writer.WriteBoolean("toBeDecided", course.ToBeDecided);
        writer.WriteBoolean("foreseen", course.Foreseen);
        if (course.Running is { } running)
        {
            writer.WriteStartObject("running");
            Date(writer, "since", running.Since);
            Number(writer, "amount", running.Amount);
            if (running.Unit.Length > 0) writer.WriteString("unit", running.Unit);
            Number(writer, "everyHours", running.EveryHours);
            writer.WriteEndObject();
        }

        if (course.Dose is { } dose) WriteDose(writer, "dose", dose);
        else writer.WriteNull("dose");
        Array(writer, "reasons", course.Reasons, reason => WriteAdvice(writer, reason.Recommendation, reason));
        Array(writer, "against", course.Against, advice => WriteAdvice(writer, advice, null));
        writer.WriteEndObject();
    }

    /// <summary>Writes a dose as an object, under a name or as an item of a list.</summary>
    internal static void WriteDose(Utf8JsonWriter writer, string? name, DoseAnswer dose)
    {
        if (name is null) writer.WriteStartObject();
        else writer.WriteStartObject(name);
        writer.WriteString("medicine", dose.Medicine);
        if (dose.Intensity != Intensity.None) writer.WriteString("intensity", dose.Intensity.Word());
        writer.WriteString("document", dose.Document);
        Number(writer, "ruled", dose.Ruled);
        Number(writer, "amount", dose.Amount);
        writer.WriteString("unit", dose.Unit);
        Number(writer, "everyHours", dose.EveryHours);
        if (dose.Working.Length > 0) writer.WriteString("working", dose.Working);
        Array(writer, "syringes", dose.Syringes, use =>
        {
            writer.WriteStartObject();
            writer.WriteString("presentation", use.Presentation);
            writer.WriteString("label", use.Label);
            writer.WriteNumber("count", use.Count);
            writer.WriteNumber("amount", use.Amount);
            writer.WriteNumber("volumeMl", use.Volume);
            writer.WriteBoolean("isPart", use.IsPart);
            writer.WriteEndObject();
        });
        Strings(writer, "rows", dose.Rows.Select(row => row.Address));
        WriteIssues(writer, dose.Issues);
        Array(writer, "alternatives", dose.Alternatives, other => WriteDose(writer, null, other));
        writer.WriteEndObject();
    }

    private static void WriteAdvice(Utf8JsonWriter writer, Recommendation advice, CourseReason? reason)
    {
        writer.WriteStartObject();
        writer.WriteString("guideline", advice.Guideline);
        writer.WriteString("channel", advice.Channel);
        writer.WriteString("advice", advice.Advice.Word());
        writer.WriteString("subject", advice.Subject);
        if (advice.Intensity != Intensity.None) writer.WriteString("intensity", advice.Intensity.Word());
        if (reason is not null)
        {
            Moment(writer, "from", reason.From);
            Moment(writer, "until", reason.Until);
        }

        Strings(writer, "reasons", advice.Reasons);
        if (advice.Strength.Length > 0) writer.WriteString("strength", advice.Strength);
        Strings(writer, "rows", advice.Rows.Select(row => row.Address));
        writer.WriteString("checked", advice.Checked.ToString().ToLowerInvariant());
        writer.WriteEndObject();
    }

    private static void WriteHold(Utf8JsonWriter writer, HoldWindow hold)
    {
        writer.WriteStartObject();
        writer.WriteString("event", hold.Event);
        writer.WriteString("medicine", hold.Medicine);
        writer.WriteString("document", hold.Document);
        if (hold.Hours is { } hours) Number(writer, "hours", (decimal)hours.TotalHours);
        At(writer, "lastDose", hold.LastDose);
        At(writer, "eventAt", hold.EventAt);
        At(writer, "blockNotBefore", hold.BlockNotBefore);
        At(writer, "nextDose", hold.NextDose);
        if (hold.NextDoseAwaits.Length > 0) writer.WriteString("nextDoseAwaits", hold.NextDoseAwaits);
        Strings(writer, "rows", hold.Rows.Select(row => row.Address));
        Strings(writer, "instructions", hold.Instructions);
        Strings(writer, "warnings", hold.Warnings);
        writer.WriteEndObject();
    }

    private static void WriteDue(Utf8JsonWriter writer, DueItem due)
    {
        writer.WriteStartObject();
        writer.WriteString("what", due.What);
        Moment(writer, "when", due.When);
        Number(writer, "everyDays", due.EveryDays);
        Moment(writer, "until", due.Until);
        writer.WriteString("reason", due.Reason);
        writer.WriteString("document", due.Document);
        writer.WriteString("row", due.Row.Address);
        writer.WriteEndObject();
    }

    private static void WriteSupply(Utf8JsonWriter writer, SupplyEstimate supply)
    {
        writer.WriteStartObject();
        writer.WriteString("medicine", supply.Medicine);
        Date(writer, "from", supply.From);
        Date(writer, "until", supply.Until);
        Array(writer, "lines", supply.Lines, line =>
        {
            writer.WriteStartObject();
            writer.WriteString("presentation", line.Presentation);
            writer.WriteString("label", line.Label);
            writer.WriteNumber("syringes", line.Syringes);
            Number(writer, "packSize", line.PackSize);
            Number(writer, "packs", line.Packs);
            Number(writer, "cost", line.Cost);
            Number(writer, "packCost", line.PackCost);
            writer.WriteEndObject();
        });
        if (supply.RunsOut is { } ends) Date(writer, "runsOut", ends);
        if (supply.Refill is { } refill) Date(writer, "refill", refill);
        Number(writer, "cost", supply.Cost);
        if (supply.Currency.Length > 0) writer.WriteString("currency", supply.Currency);
        if (supply.PriceList.Length > 0) writer.WriteString("priceList", supply.PriceList);
        writer.WriteEndObject();
    }

    /// <summary>A moment: <c>on</c> for a day; <c>awaits</c> with the days after it and the day expected for an event.</summary>
    private static void Moment(Utf8JsonWriter writer, string name, PlanMoment? moment)
    {
        if (moment is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        switch (moment)
        {
            case PlanMoment.On on:
                Date(writer, "on", on.Date);
                break;
            case PlanMoment.Awaited awaited:
                writer.WriteString("awaits", awaited.Event);
                writer.WriteNumber("days", awaited.Days);
                if (awaited.Expected is { } expected) Date(writer, "expected", expected);
                else writer.WriteNull("expected");
                break;
        }

        writer.WriteEndObject();
    }

    private static void At(Utf8JsonWriter writer, string name, ZonedDateTime? at)
    {
        if (at is { } moment) writer.WriteString(name, Clock.Format(moment.ToOffsetDateTime()));
        else writer.WriteNull(name);
    }

    private static void Date(Utf8JsonWriter writer, string name, LocalDate date) => writer.WriteString(name, PartialDate.On(date).ToString());

    private static void Number(Utf8JsonWriter writer, string name, decimal? number)
    {
        if (number is { } value) writer.WriteNumber(name, value);
        else writer.WriteNull(name);
    }
}
