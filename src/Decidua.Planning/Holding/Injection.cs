using NodaTime;

namespace Decidua.Planning.Holding;

/// <summary>One injection on the clock.</summary>
/// <param name="At">When.</param>
/// <param name="Medicine">Id of the medicine.</param>
/// <param name="Amount">How much; null when the plan holds no dose.</param>
/// <param name="Unit"><c>mg</c> or <c>IU</c>; empty without an amount.</param>
public sealed record Injection(ZonedDateTime At, string Medicine, decimal? Amount, string Unit);
