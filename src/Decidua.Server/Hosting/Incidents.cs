using Decidua.Reasoning.Assessing;

namespace Decidua.Server.Hosting;

/// <summary>Writes to the log that the knowledge broke one of its own invariants. Nothing about the woman is written.</summary>
internal static partial class Incidents
{
    /// <summary>Logs every invariant that withheld advice.</summary>
    /// <param name="logger">The log.</param>
    /// <param name="assessment">The answer; null when there was none.</param>
    internal static void Report(ILogger logger, Assessment? assessment)
    {
        if (assessment is null) return;
        foreach (var (advice, invariant) in assessment.Withheld) Broken(logger, invariant.Id, advice.Guideline, assessment.Library.Hash);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Incident: the invariant {Invariant} withheld advice of {Guideline}; knowledge {Knowledge}. Prove the knowledge before it is used.")]
    private static partial void Broken(ILogger logger, string invariant, string guideline, string knowledge);
}
