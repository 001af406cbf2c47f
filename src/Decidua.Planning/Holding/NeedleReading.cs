using System.Collections.Immutable;
using NodaTime;

namespace Decidua.Planning.Holding;

/// <summary>Reads one document for one medicine at this moment.</summary>
internal static class NeedleReading
{
    /// <summary>What the document says, with the hours that poor kidneys would ask for where hers are poor or not known.</summary>
    internal static NeedleView Of(HoldRule rule, IReadOnlyList<HoldRule> kidneys, HeparinTaken taken, ZonedDateTime? now)
    {
        var notes = new List<string>();
        var kidney = kidneys.Select(one => one.Most(HoldWords.BlockAfterLastDose)).Max();
        var own = rule.Longest(HoldWords.BlockAfterLastDose);
        var hours = own is null ? null : new[] { own, kidney }.Max();
        if (rule.Open.Length > 0) notes.Add($"{string.Join(" and ", rule.Open)} not known: the longer hours are used");
        if (own is { } printed && kidney > printed)
        {
            var open = kidneys.SelectMany(one => one.Open).Distinct(StringComparer.Ordinal).ToList();
            notes.Add(open.Count > 0
                ? $"{string.Join(" and ", open)} not known: {ClockTime.Text(kidney!.Value)} as for poor kidneys in place of {ClockTime.Text(printed)}"
                : $"{ClockTime.Text(kidney!.Value)} for poor kidneys in place of {ClockTime.Text(printed)}");
        }

        if (rule.Shorter is { } shorter) notes.Add($"{ClockTime.Text(shorter)} by the shorter reading");
        notes.AddRange(rule.Words(HoldWords.CoagulationCheck).Select(words => $"coagulation check: {words}"));
        var removal = rule.Longest(HoldWords.CatheterOutAfterLastDose) is { } catheter ? new[] { catheter, kidney }.Max() : null;
        var wait = hours is { } needed && taken.Since is { } since && needed > since ? needed - since : (Duration?)null;
        return new NeedleView
        {
            Document = rule.Document,
            Title = rule.Title,
            Verdict = Verdict(rule, hours, wait, taken.Since, notes),
            Hours = hours,
            Wait = wait,
            NotBefore = wait is { } left && now is { } moment ? moment + left : null,
            CatheterStays = removal is { } stays && taken.Since is { } gone && stays > gone ? stays - gone : null,
            Notes = [.. notes.Select(note => $"{taken.Kind}: {note}")],
            Rows = [.. rule.Rows, .. kidneys.SelectMany(one => one.Rows)],
        };
    }

    /// <summary>The stricter of two readings of one document, for a woman who has two medicines; the notes of both stay.</summary>
    internal static NeedleView Stricter(NeedleView first, NeedleView second)
    {
        var longer = (second.Wait ?? Duration.Zero) > (first.Wait ?? Duration.Zero) ? second : first;
        return longer with
        {
            Verdict = first.Verdict > second.Verdict ? first.Verdict : second.Verdict,
            Notes = [.. first.Notes, .. second.Notes],
            CatheterStays = new[] { first.CatheterStays, second.CatheterStays }.Max(),
            Rows = [.. first.Rows.Concat(second.Rows).Distinct()],
        };
    }

    private static NeedleVerdict Verdict(HoldRule rule, Duration? hours, Duration? wait, Duration? since, List<string> notes)
    {
        if (rule.IsAvoided)
        {
            notes.Add("no regional block on this medicine");
            return NeedleVerdict.Avoid;
        }

        if (hours is null)
        {
            notes.Add("the document names no hours");
            return NeedleVerdict.NotAnswerable;
        }

        if (since is null) return NeedleVerdict.NotAnswerable;
        if (wait is null) return rule.NeedsCheck ? NeedleVerdict.AfterCheck : NeedleVerdict.MayProceed;
        return rule.CheckMayReplace && rule.Shorter <= since && hours == rule.Longest(HoldWords.BlockAfterLastDose) ? NeedleVerdict.AfterCheck : NeedleVerdict.Wait;
    }
}
