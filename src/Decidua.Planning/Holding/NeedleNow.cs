using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Protocols;
using Decidua.Planning.Asking;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;
using NodaTime;

namespace Decidua.Planning.Holding;

/// <summary>
/// A block is wanted now: by the hours, the platelets and her clotting, may it go ahead, and if not, how long is there to wait? What is
/// not known makes the wait longer or the question unanswerable, never shorter.
/// </summary>
/// <param name="assessor">The knowledge.</param>
public sealed class NeedleNow(Assessor assessor)
{
    /// <summary>Answers for this moment.</summary>
    /// <param name="facts">Her facts; hours since a dose may stand here.</param>
    /// <param name="protocol">The protocol.</param>
    /// <param name="request">The request: now, her zone, the event of the last dose, what she takes.</param>
    public NeedleAnswer Answer(WomanFacts facts, Protocol protocol, PlanRequest request)
    {
        var draft = new Draft(EventOrder.Check(request));
        var library = new HoldLibrary(assessor, protocol);
        var taken = HeparinTaken.Of(facts, request);
        if (taken.IsEmpty) draft.Unknown("which heparin she has, if any", "Enter her heparin, or that she has none.");
        foreach (var one in taken.Where(one => one.Kind != HoldFacts.None)) draft.Dose(one);
        var views = Views(library, taken, Now(request));
        protocol.Planning.TryGetValue(PlanningTopic.NeuraxialBlock, out var id);
        var chosen = views.Find(view => view.Document == id);
        if (chosen is not null) draft.Raise(chosen.Verdict, "");
        else if (taken.Any(one => one.Kind != HoldFacts.None)) draft.NoDocument();
        var asked = taken.IsEmpty ? facts : taken[0].Facts;
        if (facts.IsRecorded(HoldFacts.PlateletCount)) draft.Platelets(library.Every(HoldWords.SafetyChannel, HoldWords.Platelets, asked));
        else draft.Unknown("her platelet count", "Take a count.");
        foreach (var advice in library.Advice(HoldWords.SafetyChannel, asked)) draft.Clotting(advice);
        var safety = library.Every(HoldWords.SafetyChannel, HoldWords.WhoDecides, asked).ToList();
        return new NeedleAnswer
        {
            Verdict = draft.Verdict,
            Chosen = chosen,
            Others = [.. views.Where(view => view != chosen)],
            Reasons = [.. draft.Reasons.Distinct(StringComparer.Ordinal)],
            Decides = [.. safety.SelectMany(rule => rule.Words(HoldWords.WhoDecides)).Distinct(StringComparer.Ordinal)],
            Always = [.. safety.SelectMany(rule => rule.Words(HoldWords.Afterwards)).Distinct(StringComparer.Ordinal)],
            Issues = [.. draft.Issues.Distinct()],
        };
    }

    /// <summary>The answer while it is being worked out: the strictest word stands.</summary>
    private sealed class Draft
    {
        internal Draft(ImmutableArray<Issue> issues)
        {
            Issues = [.. issues];
            if (Issues.Exists(issue => issue.Code is IssueCode.EventsOutOfOrder or IssueCode.NoTimeZone && issue.Severity == Severity.Error)) Raise(NeedleVerdict.NotAnswerable, "the times entered cannot be true");
        }

        internal NeedleVerdict Verdict { get; private set; } = NeedleVerdict.MayProceed;

        internal List<string> Reasons { get; } = [];

        internal List<Issue> Issues { get; }

        internal void Raise(NeedleVerdict to, string why)
        {
            if (to > Verdict) Verdict = to;
            if (why.Length > 0) Reasons.Add(why);
        }

        internal void Unknown(string what, string remedy)
        {
            Raise(NeedleVerdict.NotAnswerable, $"not known: {what}");
            Issues.Add(new Issue(IssueCode.HoldNotAnswerable, Severity.Warning, "facts", $"Not known: {what}.", remedy));
        }

        internal void Dose(HeparinTaken taken)
        {
            if (taken.Since is null) Unknown($"when the last dose of {taken.Kind} was given", "Find out the time of the last dose.");
            if (taken.Kind == HoldFacts.Lmwh && taken.Facts.Word(HoldFacts.Strength) is null) Unknown("how strong her dose is", "Find out the dose; the longer hours are used.");
        }

        internal void NoDocument()
        {
            Raise(NeedleVerdict.NotAnswerable, "the protocol chooses no document on holds");
            Issues.Add(new Issue(IssueCode.NoHoldKnown, Severity.Error, "protocol", "The protocol chooses no document on holds before a block.", "Ask the anaesthetist."));
        }

        internal void Platelets(IEnumerable<HoldRule> rules)
        {
            foreach (var rule in rules)
            {
                var why = string.Join("; ", rule.Words(HoldWords.ReasonInWords));
                if (rule.Words(HoldWords.Platelets).Contains(HoldWords.Avoid)) Raise(NeedleVerdict.Avoid, why);
                else if (rule.Words(HoldWords.Platelets).Contains(HoldWords.CaseByCase)) Raise(NeedleVerdict.SeniorDecision, why);
            }
        }

        internal void Clotting(Recommendation advice)
        {
            var why = string.Join("; ", advice.Reasons);
            if (advice.Advice == AdviceKind.Contraindicated) Raise(advice.Certainty == Certainty.Certain ? NeedleVerdict.Avoid : NeedleVerdict.NotAnswerable, why);
            else if (advice.Advice == AdviceKind.Refer) Raise(NeedleVerdict.SeniorDecision, $"{advice.Subject}: {why}");
            else if (advice.Advice == AdviceKind.Test && advice.Certainty == Certainty.Certain) Reasons.Add($"{advice.Subject}: {why}");
        }
    }

    /// <summary>Now at the earliest, so that hours since a dose are never reckoned too long.</summary>
    internal static ZonedDateTime? Now(PlanRequest request) =>
        request is { Zone: { } zone, Now: { } time } ? ClockTime.Earliest(request.AsOf + time, zone) : null;

    private static List<NeedleView> Views(HoldLibrary library, ImmutableArray<HeparinTaken> taken, ZonedDateTime? now)
    {
        var views = new Dictionary<string, NeedleView>(StringComparer.Ordinal);
        foreach (var one in taken.Where(one => one.Kind != HoldFacts.None))
        {
            var kidneys = library.Every(HoldWords.KidneyChannel, HoldWords.BlockAfterLastDose, one.Facts).ToList();
            var rules = library.Every(HoldWords.BlockChannel, HoldWords.BlockAfterLastDose, one.Facts).ToList();
            if (library.Chosen(PlanningTopic.NeuraxialBlock, HoldWords.BlockAfterLastDose, one.Facts) is { } chosen && !rules.Exists(rule => rule.Document == chosen.Document)) rules.Add(chosen);
            foreach (var rule in rules)
            {
                var view = NeedleReading.Of(rule, kidneys, one, now);
                views[rule.Document] = views.TryGetValue(rule.Document, out var other) ? NeedleReading.Stricter(other, view) : view;
            }
        }

        return [.. views.Values.OrderBy(view => view.Document, StringComparer.Ordinal)];
    }
}
