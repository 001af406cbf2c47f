using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Decidua.Clinical.Issues;

namespace Decidua.Clinical.Records;

/// <summary>What a reader made of an input: a value when it could be used, and every issue found on the way.</summary>
/// <typeparam name="T">What was to be read.</typeparam>
/// <param name="Value">The value, or null when an issue of severity error made the input unusable.</param>
/// <param name="Issues">Every issue, in the order of the input; among them an error when there is no value.</param>
public sealed record Reading<T>(T? Value, ImmutableArray<Issue> Issues)
    where T : class
{
    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsUsable => Value is not null;
}
