namespace Decidua.Knowledge.Advice;

/// <summary>What a row of advice says. The order within indications is from weak to strong.</summary>
public enum AdviceKind
{
    /// <summary>Indication: not needed; an answer, not silence.</summary>
    NoNeed,

    /// <summary>Indication: better not.</summary>
    Avoid,

    /// <summary>Indication: weigh it with her.</summary>
    Consider,

    /// <summary>Indication: she should have it.</summary>
    Offer,

    /// <summary>Action: send her to the named team.</summary>
    Refer,

    /// <summary>Action: do the named test or assessment.</summary>
    Test,

    /// <summary>Safety: leave the next dose out until reviewed.</summary>
    Hold,

    /// <summary>Safety: end it.</summary>
    Stop,

    /// <summary>Safety: must not be given, or only by a specialist's decision.</summary>
    Contraindicated,

    /// <summary>Safety: emergency.</summary>
    CallNow,
}

/// <summary>The words for <see cref="AdviceKind"/> in tables and answers.</summary>
public static class AdviceWords
{
    private static readonly (AdviceKind Kind, string Word)[] Words =
    [
        (AdviceKind.Offer, "offer"), (AdviceKind.Consider, "consider"), (AdviceKind.NoNeed, "no need"), (AdviceKind.Avoid, "avoid"),
        (AdviceKind.Contraindicated, "contraindicated"), (AdviceKind.Hold, "hold"), (AdviceKind.Stop, "stop"),
        (AdviceKind.Refer, "refer"), (AdviceKind.Test, "test"), (AdviceKind.CallNow, "call now"),
    ];

    /// <summary>All words, as the tables write them.</summary>
    public static IEnumerable<string> All => Words.Select(pair => pair.Word);

    /// <summary>The kind that a word stands for; null when it is no such word.</summary>
    /// <param name="word">For example <c>no need</c>.</param>
    public static AdviceKind? Parse(string word) =>
        Words.Where(pair => pair.Word == word).Select(pair => (AdviceKind?)pair.Kind).FirstOrDefault();

    /// <summary>The word of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public static string Word(this AdviceKind kind)
    {
        foreach (var (known, word) in Words)
            if (known == kind) return word;
        throw new ArgumentOutOfRangeException(nameof(kind));
    }

    /// <summary>Whether the kind says if a thing is indicated; only these are combined to the stronger.</summary>
    /// <param name="kind">The kind.</param>
    public static bool IsIndication(this AdviceKind kind) => kind <= AdviceKind.Offer;

    /// <summary>Whether the kind stands above indications.</summary>
    /// <param name="kind">The kind.</param>
    public static bool IsSafety(this AdviceKind kind) => kind >= AdviceKind.Hold;
}
