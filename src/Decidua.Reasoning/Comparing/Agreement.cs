namespace Decidua.Reasoning.Comparing;

/// <summary>How a guideline's position stands to that of the guideline which the protocol chooses.</summary>
public enum Agreement
{
    /// <summary>The protocol chooses no guideline for the question, or the chosen one says nothing on the subject.</summary>
    NothingToCompare,

    /// <summary>It is the chosen position itself.</summary>
    Chosen,

    /// <summary>It says the same for every value that her facts may still have.</summary>
    Agrees,

    /// <summary>Open facts decide whether it says the same.</summary>
    MayDiffer,

    /// <summary>It says something else whatever the open facts turn out to be.</summary>
    Differs,
}

/// <summary>In what two positions differ.</summary>
[Flags]
public enum Differences
{
    /// <summary>In nothing.</summary>
    None = 0,

    /// <summary>One is for it, the other against it.</summary>
    Direction = 1,

    /// <summary>The advice: offer or consider, no need or avoid.</summary>
    Advice = 2,

    /// <summary>How much.</summary>
    Intensity = 4,

    /// <summary>When it starts.</summary>
    Start = 8,

    /// <summary>When it ends.</summary>
    End = 16,

    /// <summary>Both say when it must not be given, and only one says it of her.</summary>
    Warning = 32,
}

/// <summary>The words for agreement and difference.</summary>
public static class AgreementWords
{
    private static readonly (Differences Difference, string Word)[] Parts =
    [
        (Differences.Advice, "advice"), (Differences.Intensity, "intensity"), (Differences.Start, "start"), (Differences.End, "end"), (Differences.Warning, "contraindication"),
    ];

    /// <summary>The agreement in words.</summary>
    /// <param name="agreement">The agreement.</param>
    public static string Word(this Agreement agreement) => agreement switch
    {
        Agreement.NothingToCompare => "not compared",
        Agreement.Chosen => "chosen",
        Agreement.Agrees => "agrees",
        Agreement.MayDiffer => "may differ",
        Agreement.Differs => "differs",
        _ => throw new ArgumentOutOfRangeException(nameof(agreement)),
    };

    /// <summary>The differences in words, one for each: <c>advice</c>, <c>start</c>. That advice is opposite shows in the advice itself.</summary>
    /// <param name="differences">The differences.</param>
    public static IEnumerable<string> Words(this Differences differences) =>
        Parts.Where(part => differences.HasFlag(part.Difference)).Select(part => part.Word);
}
