using System.Collections.Frozen;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Protocols;
using Decidua.Knowledge.Tables;
using Decidua.Planning.Asking;
using Decidua.Planning.Courses;
using Decidua.Reasoning.Facts;
using NodaTime;
using NodaTime.Text;

namespace Decidua.Planning.Holding;

/// <summary>Makes the hold of one course for one event.</summary>
internal sealed class HoldDraft(HoldLibrary library, Restart restart, Restart.Setting setting, Course course, ICollection<Issue> issues)
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>The procedures of events, as the documents name them.</summary>
    internal static FrozenDictionary<string, string> Procedures { get; } = new Dictionary<string, string>
    {
        [CareEvent.EggCollection] = "egg collection",
        [CareEvent.Surgery] = "surgery",
        [CareEvent.Amniocentesis] = "amniocentesis or chorionic villus sampling",
    }.ToFrozenDictionary();

    /// <summary>The hold; null when none is asked for, or when no document knows its hours, which is an issue.</summary>
    internal HoldWindow? Window(CareEvent one) => one.Name switch
    {
        CareEvent.PlannedCaesarean or CareEvent.PlannedInduction => BeforeBirth(one),
        CareEvent.Needle => BeforeNeedle(one),
        CareEvent.Labour or CareEvent.RupturedMembranes or CareEvent.Birth => FromBirth(one),
        _ => AroundProcedure(one),
    };

    private HoldWindow? BeforeBirth(CareEvent one)
    {
        var facts = setting.Facts.Choose(HoldFacts.BirthEvent, one.Name);
        var birth = library.Chosen(PlanningTopic.Birth, HoldWords.HoldBefore, facts);
        var block = library.Chosen(PlanningTopic.NeuraxialBlock, HoldWords.BlockAfterLastDose, facts);
        var hours = Longer([(birth, HoldWords.HoldBefore), (block, HoldWords.BlockAfterLastDose), .. Kidneys(facts, one)]);
        if (hours is null) return Unknown(one);
        var (least, rule) = hours.Value;
        var warnings = new List<string>();
        if (ClinicHold is { } clinic && clinic > least)
        {
            warnings.Add($"The clinic stops heparin {ClockTime.Text(clinic)} before; {rule.Document} asks for {ClockTime.Text(least)}.");
            least = clinic;
        }

        var window = Held(one, rule, least, birth?.Words(HoldWords.LastDoseBy) ?? [], warnings);
        if (window is null) return null;
        window = window with
        {
            Rows = [.. window.Rows.Concat(birth?.Rows ?? []).Concat(block?.Rows ?? []).Distinct()],
            Instructions = [.. Instructions(birth), .. library.ChosenAdvice(PlanningTopic.Birth, facts).Select(advice => $"{advice}: {string.Join("; ", advice.Reasons)}.")],
            NextDoseAwaits = AwaitsBirth(one),
        };
        return WithBlock(window, block, facts, one);
    }

    private HoldWindow? BeforeNeedle(CareEvent one)
    {
        var block = library.Chosen(PlanningTopic.NeuraxialBlock, HoldWords.BlockAfterLastDose, setting.Facts);
        if (Longer([(block, HoldWords.BlockAfterLastDose), .. Kidneys(setting.Facts, one)]) is not { } hours) return Unknown(one);
        if (Held(one, hours.Rule, hours.Hours, [], ["If a catheter stays, the next dose counts from its removal as well."]) is not { } window) return null;
        var after = restart.After(setting, course.Intensity, one.Date, birthAwaited: false);
        return WithBlock(window with { NextDose = after.NotBefore, NextDoseAwaits = Words(after.Awaits) }, block, setting.Facts, one);
    }

    private HoldWindow FromBirth(CareEvent one)
    {
        var facts = setting.Facts.Choose(HoldFacts.BirthEvent, one.Name == CareEvent.RupturedMembranes ? one.Name : CareEvent.Labour);
        var rule = one.Name != CareEvent.Birth ? library.Chosen(PlanningTopic.Birth, HoldWords.AtOnce, facts) : null;
        var after = restart.After(setting, course.Intensity, one.Date.PlusWeeks(-1), birthAwaited: true);
        var start = one.At is { } at ? ClockTime.Earliest(at, setting.Zone) : setting.Zone.AtStartOfDay(one.Date);
        var window = new HoldWindow
        {
            Event = one.Name,
            Place = one.Place,
            Medicine = course.Medicine,
            Document = setting.Protocol.Planning.GetValueOrDefault(PlanningTopic.Birth, ""),
            LastDose = start,
            EventAt = one.At is null ? null : start,
            BlockNotBefore = null,
            NextDose = after.NotBefore,
            NextDoseAwaits = Words(after.Awaits),
            Rows = [.. after.Rows.Concat(rule?.Rows ?? []).Distinct()],
            Warnings = [.. after.Gates],
            Instructions = [.. Instructions(rule), .. Preventive(after), .. Supply(), .. Afterwards()],
        };
        if (setting.Latest(CareEvent.Birth, one.Date.PlusWeeks(-1)) is not null || InjectionHours.Of(setting.Protocol, setting.Request, course) is not { } injections) return window;
        var block = library.Chosen(PlanningTopic.NeuraxialBlock, HoldWords.BlockAfterLastDose, setting.Facts);
        var given = LastGiven() ?? injections.LastUntil(start);
        return WithBlock(window, block, setting.Facts, one, given);
    }

    private IEnumerable<string> Supply() =>
        library.Chosen(PlanningTopic.Birth, HoldWords.Supply, setting.Facts.Choose(HoldFacts.Phase, "postpartum"))?.Words(HoldWords.Supply).Select(words => $"Before she goes home: {words}.") ?? [];

    /// <summary>Once the baby is born: from which day warfarin may replace the injections, and what goes with breastfeeding.</summary>
    private IEnumerable<string> Afterwards()
    {
        if (setting.Request.Latest(CareEvent.Birth) is not { } birth) yield break;
        var facts = setting.Facts.Choose(HoldFacts.Phase, "postpartum");
        foreach (var rule in library.Every(HoldWords.AfterBirthChannel, HoldWords.WarfarinAfterBirth, facts))
        {
            if (rule.Longest(HoldWords.WarfarinAfterBirth) is { } after)
                yield return $"Warfarin in place of the injections not before {birth.Date.PlusDays((int)Math.Ceiling(after.TotalDays)):uuuu-MM-dd} ({string.Join("; ", rule.Words(HoldWords.ForWhom))}); INR {string.Join("; ", rule.Words(HoldWords.TargetInr))}; heparin goes on until {string.Join("; ", rule.Words(HoldWords.HeparinUntil))}.";
        }

        foreach (var rule in library.Every(HoldWords.AfterBirthChannel, HoldFacts.Lmwh, facts))
            foreach (var row in rule.Rows.Where(row => row.Outputs.Any(output => output.Text.Length > 0)))
                yield return $"While breastfeeding: {string.Join(", ", row.Outputs.Where(output => output.Text.Length > 0).Select(output => $"{output.Column.Name} {output.Text}"))}.";
    }

    private HoldWindow? AroundProcedure(CareEvent one)
    {
        var facts = setting.Facts.Choose(HoldFacts.Procedure, Procedures[one.Name]);
        var rule = library.Chosen(PlanningTopic.Procedure, HoldWords.HoldBefore, facts);
        if (Longer([(rule, HoldWords.HoldBefore)]) is not { } hours) return Unknown(one);
        if (Held(one, hours.Rule, hours.Hours, [], [.. rule!.Words(HoldWords.WaitsFor).Select(words => $"Next dose only with {words}.")]) is not { } window) return null;
        return rule.Longest(HoldWords.DoseAfterProcedure) is { } after
            ? window with { NextDose = (setting.AtLatest(one).ToInstant() + after).InZone(setting.Zone), NextDoseAwaits = "" }
            : window with { NextDoseAwaits = "a decision after the procedure" };
    }

    /// <summary>The hold before an event: the last injection hour that keeps the hours.</summary>
    private HoldWindow? Held(CareEvent one, HoldRule rule, Duration least, IEnumerable<string> lastDoseBy, List<string> warnings)
    {
        if (InjectionHours.Of(setting.Protocol, setting.Request, course) is not { } injections) return null;
        if (one.Time is null && one.Date >= setting.Request.AsOf)
            issues.Add(new Issue(IssueCode.NoClockTime, Severity.Warning, one.Place, $"'{one.Name}' has no clock time; the first moment of its day is used.", "Give the time."));
        if (rule.Open.Length > 0)
            issues.Add(new Issue(IssueCode.LongerHoldUsed, Severity.Warning, one.Place, $"{string.Join(" and ", rule.Open)} not known: the longer hold of {rule.Document} is used.", "Enter it."));
        var start = one.At is { } at ? ClockTime.Earliest(at, setting.Zone) : setting.Zone.AtStartOfDay(one.Date);
        var limit = start - least;
        foreach (var text in lastDoseBy)
            if (Clock.Parse(text) is { Success: true } by && ClockTime.Earliest(one.Date.PlusDays(-1) + by.Value, setting.Zone) is var clock && clock.ToInstant() < limit.ToInstant())
                limit = clock;
        var last = injections.LastUntil(limit);
        return new HoldWindow
        {
            Event = one.Name,
            Place = one.Place,
            Medicine = course.Medicine,
            Document = rule.Document,
            LastDose = last,
            EventAt = one.At is null ? null : start,
            Hours = least,
            BlockNotBefore = null,
            NextDose = null,
            NextDoseAwaits = "",
            Rows = rule.Rows,
            Warnings = [.. warnings, .. Gap(start - last), .. Given(one, start, last, least)],
        };
    }

    private HoldWindow WithBlock(HoldWindow window, HoldRule? block, WomanFacts facts, CareEvent one, ZonedDateTime? dose = null)
    {
        if (block is null) return window;
        var warnings = window.Warnings.AddRange(block.Words(HoldWords.CoagulationCheck).Select(words => $"Coagulation check before a block: {words}."));
        if (block.IsAvoided) warnings = warnings.Add($"{block.Document}: no regional block on this medicine.");
        var kidney = Kidneys(facts, one).Select(pair => pair.Rule!.Most(HoldWords.BlockAfterLastDose)).Max();
        var hours = new[] { block.Longest(HoldWords.BlockAfterLastDose), kidney }.Max();
        if (hours is null || block.IsAvoided) return window with { Warnings = warnings };
        var last = dose ?? (LastGiven() is { } given && given.ToInstant() > window.LastDose.ToInstant() ? given : window.LastDose);
        return window with { Warnings = warnings, BlockNotBefore = last + hours.Value };
    }

    /// <summary>The rules on kidneys that certainly lengthen the hold; where her kidneys are not known, a warning of what they would do.</summary>
    private IEnumerable<(HoldRule? Rule, string Column)> Kidneys(WomanFacts facts, CareEvent one)
    {
        foreach (var rule in library.Every(HoldWords.KidneyChannel, HoldWords.BlockAfterLastDose, facts))
        {
            if (rule.Longest(HoldWords.BlockAfterLastDose) is not null) yield return (rule, HoldWords.BlockAfterLastDose);
            else if (rule.Most(HoldWords.BlockAfterLastDose) is { } longer)
                issues.Add(new Issue(IssueCode.LongerHoldUsed, Severity.Warning, one.Place,
                    $"{string.Join(" and ", rule.Open)} not known: with poor kidneys a block waits {ClockTime.Text(longer)} ({rule.Document}). The plan reckons with good ones.", "Measure creatinine before the day."));
        }
    }

    private static (Duration Hours, HoldRule Rule)? Longer(IEnumerable<(HoldRule? Rule, string Column)> rules)
    {
        (Duration Hours, HoldRule Rule)? longest = null;
        foreach (var (rule, column) in rules)
            if (rule?.Longest(column) is { } hours && (longest is null || hours > longest.Value.Hours)) longest = (hours, rule);
        return longest;
    }

    private HoldWindow? Unknown(CareEvent one)
    {
        issues.Add(new Issue(IssueCode.NoHoldKnown, Severity.Error, one.Place,
            $"No document of the protocol says for how long {course.Medicine} is held before '{one.Name}'. Nothing was planned; this is no permission.", "Ask the anaesthetist or a haematologist."));
        return null;
    }

    private IEnumerable<string> Gap(Duration gap)
    {
        if (Literal.Minutes(setting.Protocol[HoldWords.ClotGap]) is not { } minutes || gap <= Duration.FromMinutes((long)minutes)) return [];
        var risks = library.Every(HoldWords.GapChannel, HoldWords.ClotRisk, setting.Facts).Where(rule => rule.Words(HoldWords.ClotRisk).Contains(HoldWords.High)).ToList();
        if (risks.Count == 0) return [];
        var open = risks.SelectMany(rule => rule.Open).Distinct(StringComparer.Ordinal).ToList();
        var why = open.Count > 0 ? $"may be high: {string.Join(" and ", open)} not known" : $"is high: {string.Join("; ", risks.SelectMany(rule => rule.Words(HoldWords.ReasonInWords)).Distinct(StringComparer.Ordinal))}";
        return [$"{ClockTime.Text(gap)} without heparin before it, and her risk of clots {why}. A shorter gap, or a haematologist."];
    }

    /// <summary>A dose that was given too late for the hold.</summary>
    private IEnumerable<string> Given(CareEvent one, ZonedDateTime start, ZonedDateTime last, Duration least)
    {
        if (LastGiven() is { } given && given.ToInstant() > last.ToInstant() && given.ToInstant() < start.ToInstant() && (start - given) < least)
            yield return $"A dose was given at {ClockTime.Text(given)}, after the last one at the latest: '{one.Name}' not before {ClockTime.Text(given + least)} by the hours.";
    }

    private ZonedDateTime? LastGiven() => setting.Request.Latest(CareEvent.LastDose) is { } dose ? setting.AtLatest(dose) : null;

    private Duration? ClinicHold => Literal.Minutes(setting.Protocol[Protocol.ClinicHold]) is { } minutes ? Duration.FromMinutes((long)minutes) : null;

    private static IEnumerable<string> Instructions(HoldRule? birth)
    {
        if (birth is null) yield break;
        foreach (var words in birth.Words(HoldWords.DayBefore)) yield return $"The day before: {words}.";
        foreach (var words in birth.Words(HoldWords.ThatMorning)) yield return $"That morning: {words}.";
        foreach (var words in birth.Words(HoldWords.AtOnce)) yield return $"At once: {words}.";
    }

    private static IEnumerable<string> Preventive(RestartAnswer after) =>
        after.PreventiveNotBefore is { } first ? [$"A preventive dose first, not before {ClockTime.Text(first)}; then the treatment dose."] : [];

    private string AwaitsBirth(CareEvent one)
    {
        var facts = one.Name == CareEvent.PlannedCaesarean ? setting.Facts.Choose(HoldFacts.Phase, "postpartum").Choose(HoldFacts.ModeOfBirth, "elective caesarean") : setting.Facts;
        var block = library.Chosen(PlanningTopic.NeuraxialBlock, HoldWords.BlockAfterLastDose, facts);
        (Duration? Hours, string After)[] hours =
        [
            (library.Chosen(PlanningTopic.Birth, HoldWords.FirstDoseAfterBirth, facts)?.Longest(HoldWords.FirstDoseAfterBirth), "the birth"),
            (block?.Longest(HoldWords.DoseAfterNeedle), "a needle"),
            (block?.Longest(HoldWords.DoseAfterCatheterOut), "a catheter is out"),
        ];
        var parts = hours.Where(one => one.Hours > Duration.Zero).Select(one => $"{ClockTime.Text(one.Hours!.Value)} after {one.After}").ToList();
        return parts.Count == 0 ? "the birth" : $"the birth; then not before {string.Join(", ", parts)}, whichever is later";
    }

    private static string Words(IEnumerable<string> awaits) => string.Join("; ", awaits);
}
