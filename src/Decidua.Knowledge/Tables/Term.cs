using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;

namespace Decidua.Knowledge.Tables;

/// <summary>A value that a document computes and names: a score, a tier.</summary>
/// <param name="Name">Unique in the document.</param>
/// <param name="Address"><c>document id/slug of the name</c>.</param>
/// <param name="Type">Count, yes/no or one of.</param>
/// <param name="Meaning">What it is, for readers.</param>
/// <param name="Place">Where it is declared.</param>
public sealed record DerivedValue(string Name, string Address, FactType Type, string Meaning, Place Place);

/// <summary>Something that a table reads: a fact of the vocabulary or a derived value of the same document.</summary>
public sealed record Term
{
    private Term()
    {
    }

    /// <summary>The fact, or null for a derived value.</summary>
    public Fact? Fact { get; private init; }

    /// <summary>The derived value, or null for a fact.</summary>
    public DerivedValue? Derived { get; private init; }

    /// <summary>The name as tables write it.</summary>
    public string Name => Fact?.Name ?? Derived!.Name;

    /// <summary>The type.</summary>
    public FactType Type => Fact?.Type ?? Derived!.Type;

    /// <summary>A term for a fact.</summary>
    /// <param name="fact">The fact.</param>
    public static Term Of(Fact fact) => new() { Fact = fact };

    /// <summary>A term for a derived value.</summary>
    /// <param name="derived">The derived value.</param>
    public static Term Of(DerivedValue derived) => new() { Derived = derived };

    /// <summary>Whether both name the same fact or derived value.</summary>
    /// <param name="other">Another term.</param>
    public bool Equals(Term? other) => other is not null
        && (Fact is null ? other.Fact is null && (ReferenceEquals(Derived, other.Derived) || Derived!.Equals(other.Derived)) : Fact.Equals(other.Fact));

    /// <inheritdoc/>
    public override int GetHashCode() => Fact?.Index ?? Derived!.Name.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
