using NodaTime;

namespace Decidua.Planning.Asking;

/// <summary>A medicine that she takes already. Its start lies in the past and is never rewritten.</summary>
/// <param name="Medicine">Id of the medicine: <c>enoxaparin</c>, <c>aspirin</c>.</param>
/// <param name="Since">The day of the first dose.</param>
/// <param name="Amount">The amount of one dose; null when not stated.</param>
/// <param name="Unit">The unit of the amount: <c>mg</c> or <c>IU</c>; empty when no amount is stated.</param>
/// <param name="EveryHours">Hours between doses; null when not stated.</param>
/// <param name="Place">Where it stands in the input, for issues.</param>
public sealed record RunningCourse(string Medicine, LocalDate Since, decimal? Amount, string Unit, int? EveryHours, string Place);
