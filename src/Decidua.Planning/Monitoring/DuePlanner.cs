using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Protocols;
using Decidua.Knowledge.Tables;
using Decidua.Planning.Asking;
using Decidua.Planning.Calendar;
using Decidua.Planning.Courses;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;
using NodaTime;

namespace Decidua.Planning.Monitoring;

/// <summary>
/// Says which tests, weighings and new assessments are due: by the document that the protocol names for monitoring, by the labels and by
/// the document on re-assessment, which speak in every protocol. What reads the heparin is asked once for each course, with <c>now</c> as its first day; the rest once.
/// </summary>
/// <param name="assessor">The knowledge.</param>
public sealed class DuePlanner(Assessor assessor)
{
    private const string None = "none";

    /// <summary>Everything that is due from the day of the plan on.</summary>
    /// <param name="facts">Her facts.</param>
    /// <param name="protocol">The protocol.</param>
    /// <param name="request">The day of the plan and the events.</param>
    /// <param name="calendar">The pregnancy on the calendar; null when nothing dates it.</param>
    /// <param name="courses">The courses of the plan; those of heparin are watched.</param>
    /// <returns>The items in the order of time, awaited ones last; and what is still open.</returns>
    public Planned<DueItem> Due(WomanFacts facts, Protocol protocol, PlanRequest request, GestationalCalendar? calendar, IReadOnlyList<Course> courses)
    {
        var issues = new List<Issue>();
        var documents = Documents(protocol, issues);
        var watched = courses.Where(course => course.Subject is PlannedSubject.Heparin or PlannedSubject.UnfractionatedHeparin).ToList();
        var items = new List<DueItem>();
        var dates = new MilestoneDates(request, calendar);
        foreach (var document in documents)
        {
            var today = watched.Count == 0 ? facts.WithChoice(PlannedFacts.HeparinInUse, None, "no course of heparin") : facts;
            items.AddRange(Items(document, today, protocol, ofCourse: false, row => new(dates.Resolve(row.From ?? Milestone.Now), row.Until is { } until ? dates.Resolve(until) : null), issues));
            foreach (var course in watched)
            {
                var start = new CourseStart(course, request, calendar, courses);
                items.AddRange(Items(document, start.Facts(facts, issues), protocol, ofCourse: true, row => start.Span(row), issues));
            }
        }

        var due = items.Select(item => FromOn(item, request.AsOf)).OfType<DueItem>()
            .DistinctBy(item => (item.What, item.When, item.EveryDays, item.Row.Address))
            .OrderBy(item => item.When.IsAwaited).ThenBy(item => item.When, Comparer<PlanMoment>.Create(MilestoneDates.Compare))
            .ThenBy(item => item.What, StringComparer.Ordinal).ThenBy(item => item.Row.Address, StringComparer.Ordinal);
        return new Planned<DueItem>([.. due], [.. issues.Distinct()]);
    }

    private List<Guideline> Documents(Protocol protocol, List<Issue> issues)
    {
        var found = assessor.Library.Planning.Where(document => WatchColumn.EverywhereChannels.Contains(document.Channel)).ToList();
        if (protocol.Planning.TryGetValue(PlanningTopic.Monitoring, out var id) && assessor.Library.Guideline(id) is { } chosen) found.Insert(0, chosen);
        else issues.Add(new Issue(IssueCode.NoDocumentForTopic, Severity.Warning, $"protocols/{protocol.Id}",
            "This protocol names no document for monitoring; only the labels and the new assessments are shown."));
        return found;
    }

    private IEnumerable<DueItem> Items(Guideline document, WomanFacts facts, Protocol protocol, bool ofCourse, Func<RowAdvice, DueSpan> span, List<Issue> issues)
    {
        var answer = assessor.Assess(facts, protocol, document.Id).Of(document.Id)!;
        foreach (var table in document.Tables.Where(table => table.GivesAdvice && ReadsHeparin(document, table) == ofCourse))
        {
            foreach (var row in table.Rows.Where(row => row.Advice is { Kind: AdviceKind.Test }))
            {
                if (answer.StateOf(row) == RowState.Fires)
                {
                    var (when, until) = span(row.Advice!);
                    yield return new DueItem { What = row.Advice!.Subject, When = when, EveryDays = Every(row), Until = until, Reason = row.Advice.Reason, Document = document.Id, Row = row };
                }
                else if (answer.StateOf(row) == RowState.Possible)
                {
                    issues.Add(Open(document, row, answer));
                }
            }
        }
    }

    private static bool ReadsHeparin(Guideline document, DecisionTable table) => table.Inputs.Any(term => term.Fact is { } fact
        ? fact.Name is PlannedFacts.HeparinInUse or PlannedFacts.HeparinIntensity or PlannedFacts.TimeOnHeparin
        : document.Deciding(term.Derived!).Any(deciding => ReadsHeparin(document, deciding)));

    private static Issue Open(Guideline document, Row row, GuidelineAnswer answer)
    {
        var open = row.Conditions.Where(condition => !answer.ValuesOf(condition.Term).IsWithin(condition.Values)).Select(condition => condition.Term.Name);
        var words = string.Join(", ", open);
        return new Issue(IssueCode.DueIsOpen, Severity.Information, row.Address,
            $"Whether {row.Advice!.Subject} is due ({row.Advice.Reason}) depends on {(words.Length > 0 ? words : "rows above it")}.", $"See {document.Id}.");
    }

    /// <summary>The whole days between two of them; a part of a day asks for the shorter interval, and less than a day for one.</summary>
    private static int? Every(Row row)
    {
        const int minutesPerDay = 24 * 60;
        return row.Outputs.FirstOrDefault(output => output.Column.Name == WatchColumn.Every) is { Text.Length: > 0 } every && Literal.Minutes(every.Text) is { } minutes
            ? Math.Max(1, (int)decimal.Floor(minutes / minutesPerDay))
            : null;
    }

    /// <summary>The same from a day on: what lies behind is left out, what comes back is taken up at its next turn.</summary>
    private static DueItem? FromOn(DueItem item, LocalDate day)
    {
        if (item.When is not PlanMoment.On { Date: var first } || first >= day) return item;
        if (item.EveryDays is not { } every) return null;
        var behind = Period.DaysBetween(first, day);
        var next = first.PlusDays((behind + every - 1) / every * every);
        return item.Until is PlanMoment.On { Date: var last } && next >= last ? null : item with { When = new PlanMoment.On(next) };
    }
}

/// <summary>When something is due, and until when it comes back.</summary>
/// <param name="When">The first time.</param>
/// <param name="Until">The end; null for none.</param>
internal readonly record struct DueSpan(PlanMoment When, PlanMoment? Until);
