using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Decidua.Clinical.Issues;
using Decidua.Exchange.Facts;
using Decidua.Exchange.Planning;
using Decidua.Knowledge.Protocols;
using Decidua.Planning.Asking;
using Decidua.Server.Documents;
using Decidua.Server.Entering;
using Microsoft.Extensions.Primitives;
using NodaTime;

namespace Decidua.Server.Planning;

/// <summary>
/// The fields of the plan page beside the facts: dates, clock, medicine. They are written as the member <c>plan</c> of a facts file and
/// read by its reader, so that a page refuses what a file would be refused for.
/// </summary>
public sealed class PlanForm
{
    /// <summary>How the name of every field begins. No fact can have such a name.</summary>
    public const string Prefix = "_plan-";

    /// <summary>Name of the button that asks whether a block may be placed now.</summary>
    public const string NeedleField = Prefix + "needle-now";

    private readonly IReadOnlyDictionary<string, string> given;
    private readonly string drug;

    private PlanForm(IReadOnlyDictionary<string, string> given, Protocol? protocol)
    {
        this.given = given;
        drug = protocol?[Protocol.Drug] ?? "";
        TimeZone = this["zone"].Length > 0 ? this["zone"] : protocol?[Protocol.TimeZone] ?? "";
    }

    /// <summary>What was written in a field; empty when nothing was.</summary>
    /// <param name="field">The end of its name: <c>last-period</c>.</param>
    public string this[string field] => given.GetValueOrDefault(Prefix + field, "");

    /// <summary>The time zone that was entered, else the protocol's.</summary>
    public string TimeZone { get; }

    /// <summary>What was asked; null when something in the fields cannot be.</summary>
    public PlanRequest? Request { get; private init; }

    /// <summary>What is wrong with the fields; each names one by its place.</summary>
    public ImmutableArray<Issue> Issues { get; private init; } = [];

    /// <summary>Whether it was asked if a block may be placed now.</summary>
    public bool AsksForNeedle => given.ContainsKey(NeedleField);

    /// <summary>Whether a field belongs to this form.</summary>
    /// <param name="name">The name of a field.</param>
    public static bool IsField(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Reads the fields.</summary>
    /// <param name="fields">All fields of a form; those of other forms are left alone.</param>
    /// <param name="shelf">The knowledge.</param>
    /// <param name="protocol">The protocol, for the time zone.</param>
    /// <param name="now">The moment of the request.</param>
    public static PlanForm Read(IEnumerable<KeyValuePair<string, StringValues>> fields, Shelf shelf, Protocol? protocol, Instant now)
    {
        var own = fields.Where(field => IsField(field.Key)).DistinctBy(field => field.Key)
            .ToDictionary(field => field.Key, field => (field.Value.FirstOrDefault() ?? "").Trim()).Where(pair => pair.Value.Length > 0).ToDictionary();
        var form = new PlanForm(own, protocol);
        var reading = FactsFileReader.Read(form.File(), "entries", shelf.Library);
        if (reading.Value is not { Plan: { } request }) return new PlanForm(own, protocol) { Issues = reading.Issues };
        var here = now.InZone(request.Zone ?? DateTimeZone.Utc);
        request = request with { AsOf = here.Date, Now = request.Now ?? new LocalTime(here.Hour, here.Minute) };
        var issues = PlanRequestChecks.Check(request);
        return new PlanForm(own, protocol) { Request = issues.IsEmpty ? request : null, Issues = issues };
    }

    private byte[] File()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("facts");
            writer.WriteEndObject();
            writer.WriteStartObject("plan");
            Text(writer, "timeZone", TimeZone);
            Text(writer, "now", Time("now"));
            Text(writer, "heparin", this["heparin"]);
            if (Time("hour") is { Length: > 0 } hour)
            {
                writer.WriteStartArray("injectionTimes");
                writer.WriteStringValue(hour);
                writer.WriteEndArray();
            }

            WriteDatings(writer);
            WriteEvents(writer);
            WriteRunning(writer);
            if (this["supplied"] is { Length: > 0 } supplied) Number(writer, "supplied", supplied);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private void WriteDatings(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("dating");
        foreach (var (by, field) in new[] { ("last period", "last-period"), ("ultrasound", "scan"), ("embryo transfer", "transfer"), ("egg collection", "egg-collection"), ("due date", "due-date") })
        {
            if (this[field].Length == 0) continue;
            writer.WriteStartObject();
            writer.WriteString("by", by);
            Text(writer, "date", Day(this[field]));
            if (field == "scan") Text(writer, "gestation", this["scan-gestation"].Replace(" ", "", StringComparison.Ordinal));
            if (field == "transfer" && this["embryo-day"].Length > 0) Number(writer, "embryoDay", this["embryo-day"]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteEvents(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("events");
        Event(this["birth-kind"].Length > 0 ? this["birth-kind"] : CareEvent.PlannedCaesarean, "birth");
        Event(CareEvent.LastDose, "last-dose");
        Event(CareEvent.Birth, "born");
        writer.WriteEndArray();

        void Event(string name, string field)
        {
            if (this[field].Length == 0) return;
            writer.WriteStartObject();
            writer.WriteString("event", name);
            writer.WriteString("on", Time(field + "-time") is { Length: > 0 } time ? $"{Day(this[field])}T{time}" : Day(this[field]));
            writer.WriteEndObject();
        }
    }

    private void WriteRunning(Utf8JsonWriter writer)
    {
        if (this["since"].Length == 0) return;
        writer.WriteStartArray("running");
        writer.WriteStartObject();
        writer.WriteString("medicine", this["heparin"].Length > 0 ? this["heparin"] : drug);
        writer.WriteString("since", Day(this["since"]));
        Text(writer, "dose", this["dose"]);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    /// <summary>A time as it was written, with two digits for the hour: <c>8:00</c> is <c>08:00</c>.</summary>
    private string Time(string field) => this[field] is [not ':', ':', _, _] early ? "0" + early : this[field];

    private static string Day(string text) => DateEntry.TryParse(text, out var date) ? date.ToString() : text;

    private static void Text(Utf8JsonWriter writer, string name, string text)
    {
        if (text.Length > 0) writer.WriteString(name, text);
    }

    private static void Number(Utf8JsonWriter writer, string name, string text)
    {
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) writer.WriteNumber(name, number);
        else writer.WriteString(name, text);
    }
}
