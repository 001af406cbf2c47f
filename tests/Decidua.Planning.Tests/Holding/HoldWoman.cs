using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Protocols;
using Decidua.Planning.Asking;
using Decidua.Planning.Calendar;
using Decidua.Planning.Courses;
using Decidua.Planning.Dosing;
using Decidua.Planning.Holding;
using Decidua.Reasoning.Facts;
using Decidua.Reasoning.Tests;
using NodaTime;

namespace Decidua.Planning.Tests.Holding;

/// <summary>Women, courses and requests for the tests of holds, from the real knowledge.</summary>
internal static class HoldWoman
{
    internal static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];
    internal static readonly LocalDate AsOf = new(2026, 3, 1);
    internal static readonly HoldPlanner Planned = new(KnowledgeOnDisk.Assessor);
    internal static readonly NeedleNow Wanted = new(KnowledgeOnDisk.Assessor);
    internal static readonly Restart Restarting = new(KnowledgeOnDisk.Assessor);

    internal static Protocol Uk => Of("uk");

    internal static Protocol Us => Of("us");

    internal static Protocol Of(string id) => KnowledgeOnDisk.Library.Protocol(id)!;

    /// <summary>Facts written as a name and a value: <c>age 36</c>.</summary>
    internal static WomanFacts Facts(params string[] facts)
    {
        var vocabulary = KnowledgeOnDisk.Library.Vocabulary;
        return facts.Aggregate(WomanFacts.None(vocabulary), (known, text) =>
        {
            var fact = vocabulary.Facts.Where(fact => text.StartsWith(fact.Name + " ", StringComparison.Ordinal)).MaxBy(fact => fact.Name.Length)!;
            var issues = new List<Issue>();
            var values = new TestReader(fact.Type, issues).Read(new Cell(text[(fact.Name.Length + 1)..], fact.Place));
            issues.ShouldBeEmpty(text);
            return known.With(fact, values!);
        });
    }

    internal static Course Enoxaparin(Intensity intensity = Intensity.Prophylactic, int everyHours = 24, decimal? amount = null, PlanMoment? until = null) =>
        Made("LMWH", "enoxaparin", intensity, Dose("enoxaparin", intensity, amount ?? (intensity == Intensity.Therapeutic ? 80 : 40), "mg", everyHours), until);

    internal static Course Unfractionated(decimal amount, int everyHours) =>
        Made("UFH", "UFH", Intensity.None, Dose("UFH", Intensity.None, amount, "IU", everyHours), null);

    internal static Course Made(string subject, string medicine, Intensity intensity, DoseAnswer? dose, PlanMoment? until) => new()
    {
        Subject = subject,
        Medicine = medicine,
        Intensity = intensity,
        From = new PlanMoment.On(AsOf.PlusDays(-100)),
        Until = until,
        ToBeDecided = false,
        Foreseen = false,
        Reasons = [],
        Against = [],
        Dose = dose,
    };

    internal static DoseAnswer Dose(string medicine, Intensity intensity, decimal amount, string unit, int everyHours) => new()
    {
        Medicine = medicine,
        Intensity = intensity,
        Document = "",
        Ruled = amount,
        Amount = amount,
        Unit = unit,
        EveryHours = everyHours,
        Working = "",
        Syringes = [],
        Rows = [],
        Issues = [],
    };

    internal static PlanRequest Request(params CareEvent[] events) => new() { AsOf = AsOf, Now = new LocalTime(8, 0), Zone = London, Events = Entries.From(events) };

    /// <summary>An event written as its name, day and time: <c>planned caesarean</c>, 3, <c>09:00</c>; days count from the day of the plan.</summary>
    internal static CareEvent Event(string name, int day, int? hour = null, int minute = 0) =>
        new(name, AsOf.PlusDays(day), hour is { } clock ? new LocalTime(clock, minute) : null, $"plan.events[{name}]");

    internal static string Clock(ZonedDateTime? moment) => moment is { } known ? ClockTime.Text(known) : "";

    /// <summary>A protocol with some parameters or plans of its own.</summary>
    internal static Protocol With(Protocol protocol, params (string Name, string Value)[] changes) => new()
    {
        Id = protocol.Id,
        Title = protocol.Title,
        IsDefault = false,
        Channels = protocol.Channels,
        Planning = protocol.Planning.SetItems(changes.Where(change => PlanningTopic.All.Contains(change.Name)).Select(change => KeyValuePair.Create(change.Name, change.Value))),
        Parameters = protocol.Parameters.SetItems(changes.Where(change => !PlanningTopic.All.Contains(change.Name))
            .Select(change => KeyValuePair.Create(change.Name, new ProtocolParameter(change.Value, "", "")))),
    };
}
