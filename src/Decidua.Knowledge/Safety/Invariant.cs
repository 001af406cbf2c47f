using System.Collections.Immutable;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;

namespace Decidua.Knowledge.Safety;

/// <summary>What must hold for every woman, whichever guideline answers: a row of <c>knowledge/safety</c>.</summary>
public abstract record Invariant
{
    private protected Invariant()
    {
    }

    /// <summary>Permanent id: <c>NEV-01</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Why { get; init; }

    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>How it was checked.</summary>
    public required Checked Checked { get; init; }

    /// <summary>Where it stands.</summary>
    public required Place Place { get; init; }

    /// <summary>Advice that must not come out where a condition holds.</summary>
    public sealed record Never : Invariant
    {
        /// <summary>When it must not come out; all conditions hold.</summary>
        public required ImmutableArray<FactCondition> When { get; init; }

        /// <summary>What must not come out.</summary>
        public required Outcome Outcome { get; init; }
    }

    /// <summary>Advice that must come out where a condition holds.</summary>
    public sealed record Always : Invariant
    {
        /// <summary>When it must come out; all conditions hold.</summary>
        public required ImmutableArray<FactCondition> When { get; init; }

        /// <summary>What must come out.</summary>
        public required Outcome Outcome { get; init; }

        /// <summary>The document of which it is demanded.</summary>
        public required string Document { get; init; }
    }

    /// <summary>A fact that changes nothing about a subject.</summary>
    public sealed record Independent : Invariant
    {
        /// <summary>The fact.</summary>
        public required Fact Fact { get; init; }

        /// <summary>The subject of advice that it must not change.</summary>
        public required string Subject { get; init; }
    }

    /// <summary>A fact that, as it rises, never lowers a value.</summary>
    public sealed record Monotone : Invariant
    {
        /// <summary>The fact. A choice rises with its place in the list of choices.</summary>
        public required Fact Raising { get; init; }

        /// <summary>Address of a derived value, or of a table and its column.</summary>
        public required string Value { get; init; }
    }
}

/// <summary>One condition of an invariant.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Values">The values that pass.</param>
/// <param name="Text">As written.</param>
public sealed record FactCondition(Fact Fact, ValueSet Values, string Text);

/// <summary>What advice comes to on one subject, as invariants speak of it.</summary>
/// <param name="Kind">Given, or forbidden.</param>
/// <param name="Subject">About what; a star for every subject.</param>
/// <param name="Intensity">Only at this intensity or a stronger one; none for any.</param>
public sealed record Outcome(OutcomeKind Kind, string Subject, Intensity Intensity);

/// <summary>The words of invariants for what comes out.</summary>
public enum OutcomeKind
{
    /// <summary>Offered or to be considered, and nothing in the same protocol forbids, stops or holds it.</summary>
    Given,

    /// <summary>Offered or to be considered, whatever stands above it.</summary>
    Advised,

    /// <summary>Contraindicated, stopped or held.</summary>
    Forbidden,

    /// <summary>Somebody is to be called at once.</summary>
    Called,
}
