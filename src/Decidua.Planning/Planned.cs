using System.Collections.Immutable;
using Decidua.Clinical.Issues;

namespace Decidua.Planning;

/// <summary>What one part of planning came to, with everything noteworthy.</summary>
/// <typeparam name="T">What was planned.</typeparam>
/// <param name="Items">What was planned, in order.</param>
/// <param name="Issues">What was refused, doubtful or missing.</param>
public sealed record Planned<T>(ImmutableArray<T> Items, ImmutableArray<Issue> Issues);
