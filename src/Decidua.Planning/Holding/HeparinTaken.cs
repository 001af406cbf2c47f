using System.Collections.Immutable;
using Decidua.Knowledge.Values;
using Decidua.Planning.Asking;
using Decidua.Reasoning.Facts;
using NodaTime;

namespace Decidua.Planning.Holding;

/// <summary>One medicine that she has, as far as it is known.</summary>
/// <param name="Kind">The kind of heparin, or <c>none</c> when it is known that she has none.</param>
/// <param name="Facts">Her facts, narrowed to this medicine.</param>
/// <param name="Since">How long ago the last dose was, at the least; null when not known.</param>
internal sealed record HeparinTaken(string Kind, WomanFacts Facts, Duration? Since)
{
    private static readonly string[] Unfractionated = [HoldFacts.UfhSkin, HoldFacts.UfhInfusion];

    /// <summary>All medicines that she has or may have; empty when nothing is known of any.</summary>
    internal static ImmutableArray<HeparinTaken> Of(WomanFacts facts, PlanRequest request)
    {
        var kinds = Kinds(facts, request);
        if (kinds.Count == 0) return IsNone(facts) ? [new(HoldFacts.None, facts.Choose(HoldFacts.Kind, HoldFacts.None), null)] : [];
        return [.. kinds.Select(kind => new HeparinTaken(kind, Narrowed(facts, kind, request), LeastSince(facts, kind, request, kinds.Count == 1)))];
    }

    /// <summary>Whether it is on record, not presumed, that she has no heparin of any kind.</summary>
    private static bool IsNone(WomanFacts facts) =>
        facts.Word(HoldFacts.Kind) == HoldFacts.None
        || (facts.IsRecorded(HoldFacts.Strength) && facts.Word(HoldFacts.Strength) == HoldFacts.None
            && facts.IsRecorded(HoldFacts.OtherAnticoagulant) && facts.Word(HoldFacts.OtherAnticoagulant) == HoldFacts.None);

    private static List<string> Kinds(WomanFacts facts, PlanRequest request)
    {
        var kinds = new List<string>();
        if (facts.IsRecorded(HoldFacts.Kind)) kinds.AddRange(Choices(facts, HoldFacts.Kind));
        var isLmwh = (facts.IsRecorded(HoldFacts.Strength) && facts.Word(HoldFacts.Strength) != HoldFacts.None)
            || facts.Least(HoldFacts.SinceLmwh) is not null || Products(facts, request).Any();
        if (isLmwh && !kinds.Contains(HoldFacts.Lmwh)) kinds.Add(HoldFacts.Lmwh);
        if (facts.IsRecorded(HoldFacts.OtherAnticoagulant))
            kinds.AddRange(Choices(facts, HoldFacts.OtherAnticoagulant).SelectMany(other => other == "unfractionated heparin" ? OpenUfh() : [other]));
        else if (facts.Least(HoldFacts.SinceUfh) is not null || Medicines(request).Any(medicine => medicine.StartsWith("UFH", StringComparison.Ordinal))) kinds.AddRange(OpenUfh());
        kinds.RemoveAll(kind => kind == HoldFacts.None);
        return [.. kinds.Distinct()];

        // Under the skin or into the vein: whichever nobody has ruled out.
        IEnumerable<string> OpenUfh() => kinds.Exists(Unfractionated.Contains) ? [] : Unfractionated;
    }

    private static IEnumerable<string> Choices(WomanFacts facts, string name) =>
        facts.Vocabulary.Named(name) is { } fact && facts[fact].Values is ValueSet.Choices choices ? ValueText.Names(fact.Type, choices) : [];

    private static IEnumerable<string> Products(WomanFacts facts, PlanRequest request)
    {
        var known = facts.Vocabulary.Named(HoldFacts.Product)?.Type.Choices ?? [];
        return Medicines(request).Where(known.Contains).Distinct();
    }

    private static IEnumerable<string> Medicines(PlanRequest request) => request.Running.Select(one => one.Medicine).Append(request.Heparin);

    private static WomanFacts Narrowed(WomanFacts facts, string kind, PlanRequest request)
    {
        var set = facts.Choose(HoldFacts.Kind, kind);
        if (request.Running.Count > 0 && !set.IsRecorded(HoldFacts.TimeOn))
            set = set.Number(HoldFacts.TimeOn, (decimal)Period.DaysBetween(request.Running.Min(one => one.Since), request.AsOf) * NodaConstants.MinutesPerDay);
        if (kind != HoldFacts.Lmwh) return set;
        set = set.WithStrengthOpen();
        return Products(facts, request).ToList() is [var product] && !set.IsRecorded(HoldFacts.Product) ? set.Choose(HoldFacts.Product, product) : set;
    }

    /// <summary>The shortest time that any source leaves: a later dose counts.</summary>
    private static Duration? LeastSince(WomanFacts facts, string kind, PlanRequest request, bool isOnly)
    {
        var fact = kind == HoldFacts.Lmwh ? HoldFacts.SinceLmwh : Unfractionated.Contains(kind) ? HoldFacts.SinceUfh : "";
        var entered = fact.Length > 0 && facts.Least(fact) is { } minutes ? Duration.FromMinutes((long)minutes) : (Duration?)null;
        return entered is not null && !isOnly ? entered : new[] { entered, SinceEvent(request) }.Min();
    }

    private static Duration? SinceEvent(PlanRequest request)
    {
        if (request.Latest(CareEvent.LastDose) is not { } dose || NeedleNow.Now(request) is not { } now) return null;
        var at = dose.At is { } clock ? ClockTime.Latest(clock, now.Zone) : now.Zone.AtStartOfDay(dose.Date.PlusDays(1));
        return Duration.Max(Duration.Zero, now.ToInstant() - at.ToInstant());
    }
}
