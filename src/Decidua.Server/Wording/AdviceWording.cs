using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Assessing;

namespace Decidua.Server.Wording;

/// <summary>Writes advice as a clinician would say it.</summary>
public static class AdviceWording
{
    /// <summary>What to do, when and until when: <c>Consider LMWH, prophylactic dose, from now until labour</c>.</summary>
    /// <param name="advice">A recommendation.</param>
    public static string Sentence(Recommendation advice) =>
        Act(advice.Advice, advice.Subject) + Dose(advice.Intensity) + When(advice.Advice, advice.From, advice.Until);

    /// <summary>The same for the advice of one row of a document.</summary>
    /// <param name="advice">What the row advises.</param>
    public static string Sentence(RowAdvice advice) =>
        Act(advice.Kind, advice.Subject) + Dose(advice.Intensity) + When(advice.Kind, advice.From, advice.Until);

    /// <summary>The act alone: <c>Consider LMWH</c>.</summary>
    /// <param name="kind">What to do.</param>
    /// <param name="subject">About what.</param>
    public static string Act(AdviceKind kind, string subject) => kind switch
    {
        AdviceKind.NoNeed => $"No need for {subject}",
        AdviceKind.Avoid => $"Avoid {subject}",
        AdviceKind.Consider => $"Consider {subject}",
        AdviceKind.Offer => $"Offer {subject}",
        AdviceKind.Refer => $"Refer: {subject}",
        AdviceKind.Test => $"Arrange: {subject}",
        AdviceKind.Hold => $"Hold {subject}",
        AdviceKind.Stop => $"Stop {subject}",
        AdviceKind.Contraindicated => $"{subject} is contraindicated",
        AdviceKind.CallNow => $"Call now: {subject}",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The sentence with a small first letter, for the middle of another sentence; abbreviations keep theirs.</summary>
    /// <param name="sentence">A sentence.</param>
    public static string Within(string sentence) =>
        sentence.Length > 1 && char.IsLower(sentence[1]) ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : sentence;

    /// <summary>A milestone in words: <c>6 weeks after birth</c>, <c>28+0</c>, <c>now or 28+0 (whichever is later)</c>.</summary>
    /// <param name="milestone">The milestone.</param>
    public static string Words(Milestone milestone) => milestone switch
    {
        Milestone.Event { OffsetMinutes: 0 } named => named.Name,
        Milestone.Event named => Offset(named.OffsetMinutes, named.Name),
        Milestone.Gestation { OffsetMinutes: 0 } age => ValueText.Gestation(age.Days),
        Milestone.Gestation age => Offset(age.OffsetMinutes, ValueText.Gestation(age.Days)),
        Milestone.Either either => $"{Words(either.First)} or {Words(either.Second)} (whichever is {(either.Later ? "later" : "earlier")})",
        _ => throw new ArgumentOutOfRangeException(nameof(milestone)),
    };

    private static string Dose(Intensity intensity) => intensity == Intensity.None ? "" : $", {intensity.Word()} dose";

    private static string When(AdviceKind kind, Milestone? from, Milestone? until)
    {
        if (from is null) return until is null ? "" : $", until {Words(until)}";
        var atOnce = from == Milestone.Now;
        var start = atOnce && until is null && !kind.IsIndication() ? kind == AdviceKind.CallNow ? "" : ", now" : $", from {Words(from)}";
        return until is null ? start : $"{start} until {Words(until)}";
    }

    private static string Offset(decimal minutes, string name) =>
        minutes > 0 ? $"{DurationWords(minutes)} after {name}" : $"{DurationWords(-minutes)} before {name}";

    private static string DurationWords(decimal minutes)
    {
        var parts = ValueText.Duration(minutes).Split(' ');
        var unit = parts[1] switch { "wk" => "week", "d" => "day", "h" => "hour", _ => "minute" };
        return parts[0] == "1" ? $"1 {unit}" : $"{parts[0]} {unit}s";
    }
}
