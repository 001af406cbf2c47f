using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Tables;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Comparing;

namespace Decidua.Server.Wording;

/// <summary>Writes what a guideline says in a comparison: a few words, as a clinician would say them.</summary>
public static class PositionWording
{
    /// <summary>The advice alone: <c>Offer LMWH</c>, or <c>LMWH: offer, or no need</c> while facts are open.</summary>
    /// <param name="position">The position.</param>
    public static string Says(Position position)
    {
        var acts = position.Outcomes.Select(outcome => outcome.Advice).Distinct().ToList();
        if (acts.Count == 0) return AdviceWording.Act(position.Warnings[0].Advice, position.Subject);
        if (acts.Count == 1 && !position.MayBeSilent) return AdviceWording.Act(acts[0], position.Subject);
        var words = acts.Select(act => act.Word()).ToList();
        if (position.MayBeSilent) words.Add("nothing");
        return $"{position.Subject}: {Either(words)}";
    }

    /// <summary>What stands against it, for a position that also advises; empty when nothing does.</summary>
    /// <param name="position">The position.</param>
    public static string But(Position position) =>
        position.Outcomes.IsEmpty ? "" : string.Join(", ", position.Warnings.Select(warning => warning.Advice.Word()).Distinct());

    /// <summary>How much, from when and until when: <c>prophylactic, from now until birth</c>; empty when nothing is said.</summary>
    /// <param name="position">The position.</param>
    public static string Course(Position position) => string.Join("; or ", position.Outcomes.Where(outcome => outcome.Advice is not (AdviceKind.NoNeed or AdviceKind.Avoid))
        .Select(CourseOf).Where(course => course.Length > 0).Distinct());

    /// <summary>Several values while facts are open: <c>offer, consider or no need</c>.</summary>
    /// <param name="words">At least one.</param>
    public static string Either(IReadOnlyList<string> words) =>
        words.Count == 1 ? words[0] : $"{string.Join(", ", words.Take(words.Count - 1))} or {words[^1]}";

    /// <summary>In what it differs from the chosen guideline: <c>differs in advice and start</c>; empty when there is nothing to say.</summary>
    /// <param name="position">The position.</param>
    public static string Standing(Position position)
    {
        var certain = position.Differences.Words().ToList();
        var possible = position.PossibleDifferences.Words().ToList();
        return position.Agreement switch
        {
            Agreement.Chosen => "chosen",
            Agreement.Agrees => "agrees",
            Agreement.Differs => certain.Count == 0 ? "differs" : $"differs in {And(certain)}",
            Agreement.MayDiffer => possible.Count == 0 ? "may differ" : $"may differ in {And(possible)}",
            _ => "",
        };
    }

    /// <summary>The reasons that the rows give, with a capital; empty when they give none.</summary>
    /// <param name="position">The position.</param>
    public static string Reasons(Position position) =>
        Sentences.Capital(string.Join("; ", position.Outcomes.Concat(position.Warnings).SelectMany(outcome => outcome.Reasons).Distinct()));

    /// <summary>Several words joined for reading: <c>advice, start and end</c>.</summary>
    /// <param name="words">At least one.</param>
    public static string And(IReadOnlyList<string> words) =>
        words.Count == 1 ? words[0] : $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}";

    /// <summary>The weakest way in which its rows were checked.</summary>
    /// <param name="position">The position.</param>
    public static Checked Checked(Position position) => position.Rows.Max(row => row.Checked);

    private static string CourseOf(Recommendation outcome)
    {
        var parts = new List<string>();
        if (outcome.Intensity != Intensity.None) parts.Add(outcome.Intensity.Word());
        var time = string.Join(" ", new[] { outcome.From is null ? "" : $"from {AdviceWording.Words(outcome.From)}", outcome.Until is null ? "" : $"until {AdviceWording.Words(outcome.Until)}" }
            .Where(part => part.Length > 0));
        if (time.Length > 0) parts.Add(time);
        return string.Join(", ", parts);
    }
}
