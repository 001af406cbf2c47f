using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Decidua.Clinical.Records;

/// <summary>An immutable list that is equal to another when the items are, so that records holding it compare by value.</summary>
/// <typeparam name="T">What is listed.</typeparam>
[CollectionBuilder(typeof(Entries), nameof(Entries.Create))]
public sealed class Entries<T> : IReadOnlyList<T>, IEquatable<Entries<T>>
{
    private readonly ImmutableArray<T> items;

    internal Entries(ImmutableArray<T> items) => this.items = items;

    /// <summary>How many there are.</summary>
    public int Count => items.Length;

    /// <summary>The item at a place, counted from 0.</summary>
    public T this[int index] => items[index];

    /// <inheritdoc/>
    public bool Equals(Entries<T>? other) =>
        other is not null && items.AsSpan().SequenceEqual(other.items.AsSpan(), EqualityComparer<T>.Default);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Entries<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in items)
            hash.Add(item);
        return hash.ToHashCode();
    }

    /// <summary>Goes through the items without allocating.</summary>
    public ImmutableArray<T>.Enumerator GetEnumerator() => items.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)items).GetEnumerator();

    /// <summary>The items in brackets.</summary>
    public override string ToString() => $"[{string.Join(", ", items)}]";
}

/// <summary>Makes <see cref="Entries{T}"/>.</summary>
public static class Entries
{
    /// <summary>From a span; collection expressions use it.</summary>
    public static Entries<T> Create<T>(ReadOnlySpan<T> items) => new([.. items]);

    /// <summary>From any sequence, in its order.</summary>
    public static Entries<T> From<T>(IEnumerable<T> items) => new([.. items]);
}
