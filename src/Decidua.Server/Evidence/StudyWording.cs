using Decidua.Knowledge.Catalogues;

namespace Decidua.Server.Evidence;

/// <summary>Words for studies and claims, as readers see them.</summary>
public static class StudyWording
{
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
}
