using System.Diagnostics;
using System.Text;
using Decidua.Exchange.ICalendar;
using Decidua.Exchange.Planning;
using Decidua.Exchange.Tests.Planning;
using NodaTime;
using NodaTime.Text;

namespace Decidua.Exchange.Tests.ICalendar;

/// <summary>The calendar file against RFC 5545, read strictly here and by the package ical.js: every dose, hold and due item stands in it once.</summary>
public class ICalendarTests
{
    private const string Reader = """
        const ICAL = require(process.argv[1]);
        let text = '';
        process.stdin.on('data', part => text += part).on('end', () => {
          const calendar = new ICAL.Component(ICAL.parse(text));
          for (const one of calendar.getAllSubcomponents('vevent')) {
            const event = new ICAL.Event(one);
            console.log(event.uid + ' ' + event.startDate.toICALString() + ' ' + event.summary.replace(/\s+/g, '_'));
          }
        });
        """;

    private static string Text { get; } = PlanCalendar.Write(SmallPlan.Make());

    [Fact]
    public void The_package_reads_exactly_the_entries_of_the_plan()
    {
        var package = Path.Combine(RealKnowledge.Root, "node_modules", "ical.js", "dist", "ical.es5.cjs");
        var must = Environment.GetEnvironmentVariable("CI") == "true";
        if (!File.Exists(package))
        {
            if (must) Assert.Fail("The package ical.js is missing; npm ci restores it.");
            Assert.Skip("The package ical.js is missing; npm ci restores it.");
        }

        var read = Node(package, Text).Order(StringComparer.Ordinal).ToList();
        var plan = SmallPlan.Make();
        var wanted = PlanCalendar.Entries(plan).Select(entry => $"{ICalendarText.Id(entry)} {Start(entry)} {string.Join('_', entry.Summary.Split(' '))}").Order(StringComparer.Ordinal).ToList();
        read.ShouldBe(wanted);
        wanted.Count.ShouldBe(PlannedDoses.Of(plan).Length + plan.Holds.Length + plan.Due.Sum(due => PlanCalendar.Days(due).Count()));
        wanted.Count.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Lines_are_short_and_end_as_they_must()
    {
        Text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
        Text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\r');
        Text.ShouldEndWith("END:VCALENDAR\r\n");
        Text.Split("\r\n").Select(Encoding.UTF8.GetByteCount).Max().ShouldBeLessThanOrEqualTo(75);
        Text.Split("\r\n").ShouldContain(line => line.StartsWith(' '), "Some line is folded.");
    }

    [Fact]
    public void Every_event_has_what_it_must_have_once()
    {
        var lines = Text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).ToList();
        lines[0].ShouldBe("BEGIN:VCALENDAR");
        lines.ShouldContain("VERSION:2.0");
        lines.Count(line => line.StartsWith("PRODID:", StringComparison.Ordinal)).ShouldBe(1);
        var events = new List<List<string>>();
        foreach (var line in lines)
        {
            if (line == "BEGIN:VEVENT") events.Add([]);
            else if (events.Count > 0 && line is not ("END:VEVENT" or "END:VCALENDAR")) events[^1].Add(line);
        }

        foreach (var one in events)
        {
            foreach (var name in new[] { "UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "SEQUENCE", "STATUS" })
                one.Count(line => line.StartsWith(name + ":", StringComparison.Ordinal) || line.StartsWith(name + ";", StringComparison.Ordinal)).ShouldBe(1, name);
            one.ShouldContain("STATUS:TENTATIVE");
            one.ShouldContain("DTSTAMP:20260301T000000Z");
            one.Single(line => line.StartsWith("DESCRIPTION:", StringComparison.Ordinal)).ShouldContain("not a certified medical device");
        }

        events.Select(one => one.Single(line => line.StartsWith("UID:", StringComparison.Ordinal))).ShouldBeUnique();
    }

    [Fact]
    public void No_dose_lies_inside_a_hold_and_the_clock_change_moves_none()
    {
        var plan = SmallPlan.Make();
        var zone = plan.Request.Zone.ShouldNotBeNull();
        var doses = PlannedDoses.Of(plan);
        doses.ShouldAllBe(dose => plan.Holds.All(hold => dose.At <= hold.LastDose.ToInstant() || dose.At >= hold.NextDose!.Value.ToInstant()));
        doses.ShouldAllBe(dose => dose.At!.Value.InZone(zone).TimeOfDay == new LocalTime(20, 0));
        doses.Select(dose => dose.Day).ShouldBe(Enumerable.Range(0, doses.Length).Select(new LocalDate(2026, 3, 1).PlusDays));
        doses[^1].Day.ShouldBe(new LocalDate(2026, 8, 29));
    }

    [Fact]
    public void Ids_stay_and_the_file_is_the_same_every_time()
    {
        PlanCalendar.Write(SmallPlan.Make()).ShouldBe(Text);
        var later = SmallPlan.Make();
        later = later with { Request = later.Request with { AsOf = later.Request.AsOf.PlusDays(1) } };
        PlanCalendar.Entries(later).Select(ICalendarText.Id).ShouldBe(PlanCalendar.Entries(SmallPlan.Make()).Where(entry => entry.Day > new LocalDate(2026, 3, 1)).Select(ICalendarText.Id));
    }

    [Fact]
    public void Special_characters_are_escaped()
    {
        var entry = new CalendarEntry(CalendarEntryKind.Due, "a", new LocalDate(2026, 1, 1), null, null, "a;b,c\\d", "one\ntwo\r\nthree");
        var text = ICalendarText.Write([entry], new LocalDate(2026, 1, 1));
        text.ShouldContain("SUMMARY:a\\;b\\,c\\\\d\r\n");
        text.ShouldContain("DESCRIPTION:one\\ntwo\\nthree\r\n");
    }

    private static string Start(CalendarEntry entry) => entry.Start is { } start ? InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'").Format(start)
        : LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd").Format(entry.Day);

    private static string[] Node(string package, string calendar)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["-e", Reader, package]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false }).ShouldNotBeNull();
        node.StandardInput.Write(calendar);
        node.StandardInput.Close();
        var output = node.StandardOutput.ReadToEnd();
        var faults = node.StandardError.ReadToEnd();
        node.WaitForExit();
        node.ExitCode.ShouldBe(0, faults);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
