using System.Collections.Immutable;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;

namespace Decidua.Knowledge.Cases;

/// <summary>A worked case: a woman's facts and what the guidelines must answer.</summary>
public sealed class KnowledgeCase
{
    /// <summary>The heading, for example <c>T01 Smoker, hyperemesis settled</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Where it stands.</summary>
    public required Place Place { get; init; }

    /// <summary>The story and the source, as Markdown.</summary>
    public required string Story { get; init; }

    /// <summary>The facts; what is not listed is absent.</summary>
    public required ImmutableArray<CaseFact> Facts { get; init; }

    /// <summary>What must come out; at least one expectation.</summary>
    public required ImmutableArray<Expectation> Expectations { get; init; }
}

/// <summary>One fact of a case.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Values">Its values; everything for <c>unknown</c>.</param>
public sealed record CaseFact(Fact Fact, ValueSet Values);

/// <summary>One thing that a case expects.</summary>
/// <param name="Place">Where the expectation stands.</param>
public abstract record Expectation(Place Place)
{
    /// <summary>Id of the guideline of which something is expected.</summary>
    public abstract string Guideline { get; }

    private static string Before(string address) => address[..Math.Max(0, address.IndexOf('/'))];

    /// <summary>A recommendation must be among the answers; empty fields are not compared.</summary>
    /// <param name="Place">Where the expectation stands.</param>
    /// <param name="Guideline">Id of the guideline.</param>
    /// <param name="Subject">Subject of the advice.</param>
    /// <param name="Fields">Compared fields by name: advice, intensity, from, until, certainty. Advice <c>none</c>: no recommendation.</param>
    public sealed record Advice(Place Place, string Guideline, string Subject, ImmutableSortedDictionary<string, string> Fields)
        : Expectation(Place)
    {
        /// <inheritdoc/>
        public override string Guideline { get; } = Guideline;
    }

    /// <summary>A derived value or result must be exactly this.</summary>
    /// <param name="Place">Where the expectation stands.</param>
    /// <param name="Address">Address of the derived value, or of the table and its output column.</param>
    /// <param name="Text">The cell as written.</param>
    public sealed record Value(Place Place, string Address, string Text) : Expectation(Place)
    {
        /// <inheritdoc/>
        public override string Guideline => Before(Address);
    }

    /// <summary>A row must fire, not fire, or be possible.</summary>
    /// <param name="Place">Where the expectation stands.</param>
    /// <param name="Address">Address of the row.</param>
    /// <param name="State"><c>fires</c>, <c>does not fire</c> or <c>possible</c>.</param>
    public sealed record RowState(Place Place, string Address, string State) : Expectation(Place)
    {
        /// <inheritdoc/>
        public override string Guideline => Before(Address);
    }
}
