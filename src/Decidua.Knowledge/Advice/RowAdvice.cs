namespace Decidua.Knowledge.Advice;

/// <summary>What one row advises.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Subject">About what: LMWH, aspirin, compression, platelet count.</param>
/// <param name="Intensity">How much, for heparin.</param>
/// <param name="From">When it starts; null when the row does not say.</param>
/// <param name="Until">When it ends; null when the row does not say.</param>
/// <param name="Reason">Why, as a short text; empty when the row does not say.</param>
/// <param name="Channel">Which question it answers; the document's channel unless the row names another.</param>
public sealed record RowAdvice(
    AdviceKind Kind, string Subject, Intensity Intensity, Milestone? From, Milestone? Until, string Reason, string Channel);
