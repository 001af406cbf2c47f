using Decidua.Knowledge.Values;

namespace Decidua.Reasoning.Facts;

/// <summary>What is held about one fact: the values it may still have, how we know, and from where.</summary>
/// <param name="Values">The values it may still have; never empty.</param>
/// <param name="Standing">How we come to them.</param>
/// <param name="Origin">Where they come from, for readers: a resource and date, or empty for what was typed in.</param>
public sealed record FactState(ValueSet Values, Standing Standing, string Origin = "");
