using Decidua.Planning.Asking;
using Decidua.Reasoning.Facts;
using NodaTime;

namespace Decidua.Exchange.Facts;

/// <summary>A facts file as read: the facts of one woman, and how she is to be assessed.</summary>
/// <param name="AsOf">The date that the file names; null when it names none. Facts are those of that day: nothing is reckoned from it.</param>
/// <param name="Protocol">Id of the protocol that the file names; empty when it names none.</param>
/// <param name="Facts">The facts.</param>
public sealed record FactsFile(LocalDate? AsOf, string Protocol, WomanFacts Facts)
{
    /// <summary>What a plan needs beside the facts; null when the file names nothing. Its day is not set yet.</summary>
    public PlanRequest? Plan { get; init; }
}
