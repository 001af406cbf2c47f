using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Protocols;
using Decidua.Planning.Asking;
using Decidua.Planning.Courses;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;
using NodaTime;

namespace Decidua.Planning.Holding;

/// <summary>
/// The next dose after a birth, a needle or a catheter: the latest of the hours that the documents of the protocol name, and never a
/// time while a birth, a catheter or a bleeding is still awaited.
/// </summary>
/// <param name="assessor">The knowledge.</param>
public sealed class Restart(Assessor assessor)
{
    /// <summary>Works out the next dose of one course from all events so far.</summary>
    /// <param name="facts">Her facts.</param>
    /// <param name="protocol">The protocol.</param>
    /// <param name="request">The request; a zone is needed.</param>
    /// <param name="course">The course that goes on.</param>
    public RestartAnswer Answer(WomanFacts facts, Protocol protocol, PlanRequest request, Course course)
    {
        var issues = EventOrder.Check(request);
        return issues.Any(issue => issue.Severity == Severity.Error) || request.Zone is not { } zone
            ? Refused(issues, request)
            : After(new Setting(facts.On(course), protocol, request, zone), course.Intensity, LocalDate.MinIsoValue, birthAwaited: false) with { Issues = issues };
    }

    /// <summary>What a restart is worked out from.</summary>
    /// <param name="Facts">Her facts on the course.</param>
    /// <param name="Protocol">The protocol.</param>
    /// <param name="Request">The request.</param>
    /// <param name="Zone">Her zone.</param>
    internal sealed record Setting(WomanFacts Facts, Protocol Protocol, PlanRequest Request, DateTimeZone Zone)
    {
        internal CareEvent? Latest(string name, LocalDate since) =>
            Request.Events.Where(one => one.Name == name && one.Date >= since).OrderBy(one => one.Date).ThenBy(one => one.Time ?? LocalTime.MaxValue).LastOrDefault();

        /// <summary>When it was at the latest: its clock time, or the end of its day.</summary>
        internal ZonedDateTime AtLatest(CareEvent one) =>
            one.At is { } at ? ClockTime.Latest(at, Zone) : Zone.AtStartOfDay(one.Date.PlusDays(1));
    }

    /// <summary>The restart after the events since a day.</summary>
    internal RestartAnswer After(Setting setting, Intensity intensity, LocalDate since, bool birthAwaited)
    {
        var draft = new Draft(setting.Zone);
        var library = new HoldLibrary(assessor, setting.Protocol);
        if (setting.Latest(CareEvent.Birth, since) is { } birth) AfterBirth(draft, library, setting, birth, intensity);
        else if (birthAwaited) draft.Awaits.Add("the birth");
        AfterBlock(draft, library, setting, since);
        return draft.Answer(intensity == Intensity.Therapeutic);
    }

    private static RestartAnswer Refused(ImmutableArray<Issue> issues, PlanRequest request) => new Draft(request.Zone ?? DateTimeZone.Utc).Answer(false) with
    {
        Awaits = ["a clear clock: see the issues"],
        Issues = request.Zone is null && issues.IsEmpty
            ? [new Issue(IssueCode.NoTimeZone, Severity.Error, "plan", "A clock time is asked for, and no time zone is given.", "Name the zone, for example Europe/London.")]
            : issues,
    };

    private static void AfterBirth(Draft draft, HoldLibrary library, Setting setting, CareEvent birth, Intensity intensity)
    {
        var facts = Born(setting.Facts);
        if (library.Chosen(PlanningTopic.Birth, HoldWords.FirstDoseAfterBirth, facts) is not { } rule) return;
        draft.Rows.AddRange(rule.Rows);
        draft.Gates.AddRange(rule.Words(HoldWords.Gate));
        var waits = rule.Words(HoldWords.WaitsFor).ToList();
        if (rule.Longest(HoldWords.FirstDoseAfterBirth) is not { } hours)
        {
            draft.Awaits.AddRange(waits.Count > 0 ? waits : ["a decision: the document names no hour after this birth"]);
            return;
        }

        draft.Add(setting.AtLatest(birth), hours, "the birth");
        if (intensity == Intensity.Therapeutic && rule.Longest(HoldWords.TreatmentDoseAfterBirth) is { } treatment)
            draft.AddFull(setting.AtLatest(birth), treatment, "the birth, for the treatment dose");
    }

    /// <summary>Her facts once the baby is born, however old they are.</summary>
    private static WomanFacts Born(WomanFacts facts)
    {
        var born = facts.Choose(HoldFacts.Phase, "postpartum");
        if (born.Vocabulary.Named(HoldFacts.ModeOfBirth) is not { } mode || mode.Type.Choice("not yet") is not { } notYet) return born;
        var left = born[mode].Values.Intersect(mode.Type.Complement(notYet));
        return born.With(mode, left.IsEmpty ? mode.Type.Complement(notYet) : left, born[mode].Origin);
    }

    private static void AfterBlock(Draft draft, HoldLibrary library, Setting setting, LocalDate since)
    {
        var needle = setting.Latest(CareEvent.Needle, since);
        var placed = setting.Latest(CareEvent.CatheterIn, since);
        var removed = setting.Latest(CareEvent.CatheterOut, since);
        var inPlace = IsInPlace(setting, placed, removed);
        needle ??= placed;
        var outByFacts = needle is null && removed is null && setting.Facts.Word(HoldFacts.Block) == HoldFacts.BlockOut;
        if (needle is null && removed is null && !inPlace && !outByFacts)
        {
            if (!setting.Facts.IsRecorded(HoldFacts.Block)) draft.Gates.Add("presumed: no spinal or epidural, as none is on record");
            return;
        }

        if (library.Chosen(PlanningTopic.NeuraxialBlock, HoldWords.BlockAfterLastDose, setting.Facts) is not { } rule) return;
        draft.Rows.AddRange(rule.Rows);
        if (outByFacts) AfterUndated(draft, rule, setting);
        if (needle is not null) Count(draft, rule, HoldWords.DoseAfterNeedle, setting.AtLatest(needle), "the needle");
        if (inPlace && !rule.AllowsCatheter)
            draft.Awaits.Add(rule.Longest(HoldWords.DoseAfterCatheterOut) is { } after ? $"the catheter to come out, and then {ClockTime.Text(after)}" : "the catheter to come out");
        else if (removed is not null && !inPlace)
            Count(draft, rule, HoldWords.DoseAfterCatheterOut, setting.AtLatest(removed), "the catheter out");
    }

    /// <summary>A needle or catheter of which only the facts tell, perhaps with the hours since; which of the two it was is open, so both hours count.</summary>
    private static void AfterUndated(Draft draft, HoldRule rule, Setting setting)
    {
        if (NeedleNow.Now(setting.Request) is not { } now || setting.Facts.Least(HoldFacts.SinceBlock) is not { } minutes)
        {
            draft.Awaits.Add("the time at which the spinal was given or the catheter taken out");
            return;
        }

        var at = now - Duration.FromMinutes((long)minutes);
        Count(draft, rule, HoldWords.DoseAfterNeedle, at, "the needle");
        Count(draft, rule, HoldWords.DoseAfterCatheterOut, at, "the catheter out");
    }

    private static bool IsInPlace(Setting setting, CareEvent? placed, CareEvent? removed) => (placed, removed) switch
    {
        (null, null) => setting.Facts.Word(HoldFacts.Block) == "catheter in place",
        (null, _) => false,
        (_, null) => true,
        _ => (placed.At is { } one && removed.At is { } other ? one > other : placed.Date > removed.Date),
    };

    private static void Count(Draft draft, HoldRule rule, string column, ZonedDateTime from, string what)
    {
        if (rule.Longest(column) is { } hours) draft.Add(from, hours, what);
        else draft.Awaits.Add($"the anaesthetist's word: {rule.Document} names no hour after {what}");
    }

    /// <summary>The answer while it is being worked out.</summary>
    private sealed class Draft(DateTimeZone zone)
    {
        private readonly List<string> because = [];
        private Instant? dose;
        private Instant? full;

        internal List<string> Awaits { get; } = [];

        internal List<string> Gates { get; } = [];

        internal List<Decidua.Knowledge.Tables.Row> Rows { get; } = [];

        internal void Add(ZonedDateTime from, Duration hours, string what)
        {
            var until = Counted(from, hours, what);
            dose = dose is { } known ? Instant.Max(known, until) : until;
        }

        internal void AddFull(ZonedDateTime from, Duration hours, string what)
        {
            var until = Counted(from, hours, what);
            full = full is { } known ? Instant.Max(known, until) : until;
        }

        internal RestartAnswer Answer(bool isTreatment)
        {
            var waits = Awaits.Count > 0 || dose is null;
            var last = dose is { } first && full is { } second ? Instant.Max(first, second) : dose;
            return new RestartAnswer
            {
                NotBefore = waits ? null : last!.Value.InZone(zone),
                PreventiveNotBefore = waits || !isTreatment || full is null ? null : dose!.Value.InZone(zone),
                Awaits = [.. Awaits.Distinct(StringComparer.Ordinal)],
                Gates = [.. Gates.Distinct(StringComparer.Ordinal)],
                Because = [.. because],
                Rows = [.. Rows.Distinct()],
                Issues = [],
            };
        }

        private Instant Counted(ZonedDateTime from, Duration hours, string what)
        {
            because.Add($"{ClockTime.Text(hours)} after {what} at {ClockTime.Text(from)}");
            return from.ToInstant() + hours;
        }
    }
}
