using System.Text.RegularExpressions;
using Decidua.Knowledge.Catalogues;

namespace Decidua.Server.Evidence;

/// <summary>Words for studies and claims, as readers see them.</summary>
public static partial class StudyWording
{
    /// <summary>A result as it is printed: a number keeps its per cent sign beside it, and minus is minus.</summary>
    /// <param name="result">The result as the card has it.</param>
    public static string Printed(string result) => Minus().Replace(result.Replace(" %", "\u00a0%", StringComparison.Ordinal), "\u2212");

    /// <summary>What the status of a study means.</summary>
    /// <param name="status">The status.</param>
    public static string Words(TrialStatus status) => status switch
    {
        TrialStatus.Published => "published",
        TrialStatus.Ongoing => "no result yet",
        TrialStatus.Retracted => "withdrawn by the journal; supports nothing",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>What a verdict means.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string Meaning(Verdict verdict) => verdict switch
    {
        Verdict.True => "it holds",
        Verdict.Partly => "part of it holds",
        Verdict.Incomplete => "it leaves out something that matters",
        Verdict.Overstated => "it says more than is known",
        Verdict.Outdated => "it was thought so; newer trials say otherwise",
        Verdict.Unproven => "it is possible, and nobody has shown it",
        Verdict.Unverified => "it could not be looked up",
        Verdict.Misleading => "it leads to a wrong conclusion",
        Verdict.False => "it does not hold",
        Verdict.Dangerous => "whoever follows it can come to harm",
        Verdict.Rejected => "an advertisement, not repeated here",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };

    [GeneratedRegex(@"(?<!\w)-(?=\d)")]
    private static partial Regex Minus();
}
