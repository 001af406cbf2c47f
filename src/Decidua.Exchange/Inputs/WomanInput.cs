using Decidua.Clinical.Records;
using Decidua.Planning.Asking;
using Decidua.Reasoning.Facts;
using NodaTime;

namespace Decidua.Exchange.Inputs;

/// <summary>One woman as an input gives her, ready to be assessed.</summary>
/// <param name="Facts">Her facts.</param>
/// <param name="AsOf">The date for which they hold; null when a facts file names none.</param>
/// <param name="Protocol">Id of the protocol that the input names; empty when it names none.</param>
/// <param name="Patient">The patient's id in the input; empty for a facts file.</param>
public sealed record WomanInput(WomanFacts Facts, LocalDate? AsOf, string Protocol, string Patient)
{
    /// <summary>What the input says for a plan, with its day; null when the input says nothing or has no date.</summary>
    public PlanRequest? Plan { get; init; }

    /// <summary>The record that the facts were derived from; null for a facts file.</summary>
    public Record? Record { get; init; }
}
