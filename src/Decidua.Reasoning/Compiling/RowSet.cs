using System.Numerics;
using System.Runtime.Intrinsics;

namespace Decidua.Reasoning.Compiling;

/// <summary>
/// A set of rows of one document as a bit vector; bit i stands for the row with index i. A set knows the words outside which it is
/// empty, so that the few rows of one table cost a word or two.
/// </summary>
internal readonly struct RowSet
{
    /// <summary>Rows per word.</summary>
    internal const int BitsPerWord = 64;

    /// <summary>Words per 256-bit vector; every set is padded to whole vectors.</summary>
    private const int Lane = 4;

    private readonly int from;
    private readonly int to;

    internal RowSet(ulong[] words)
        : this(words, 0, words.Length)
    {
    }

    private RowSet(ulong[] words, int from, int to)
    {
        Words = words;
        this.from = from;
        this.to = to;
    }

    internal ulong[] Words { get; }

    internal static RowSet Empty(int rows) => new(new ulong[(rows + (BitsPerWord * Lane) - 1) / (BitsPerWord * Lane) * Lane]);

    internal static RowSet All(int rows)
    {
        var set = Empty(rows);
        for (var row = 0; row < rows; row++) set.Add(row);
        return set;
    }

    /// <summary>The set of some rows of a document, which will not change.</summary>
    internal static RowSet Of(IEnumerable<int> members, int rows)
    {
        var set = Empty(rows);
        foreach (var row in members) set.Add(row);
        var first = Array.FindIndex(set.Words, word => word != 0);
        return first < 0 ? new RowSet(set.Words, 0, 0) : new RowSet(set.Words, first, Array.FindLastIndex(set.Words, word => word != 0) + 1);
    }

    internal bool this[int row] => (Words[row / BitsPerWord] >> (row % BitsPerWord) & 1) != 0;

    internal void Add(int row) => Words[row / BitsPerWord] |= 1UL << (row % BitsPerWord);

    internal void Remove(int row) => Words[row / BitsPerWord] &= ~(1UL << (row % BitsPerWord));

    internal RowSet Copy() => new(Words.AsSpan().ToArray(), from, to);

    /// <summary>Whether both are one set, so that what is done to one is done to the other.</summary>
    internal bool Is(RowSet other) => ReferenceEquals(Words, other.Words);

    /// <summary>How many rows there are.</summary>
    internal int Count()
    {
        var count = 0;
        foreach (var word in Words) count += BitOperations.PopCount(word);
        return count;
    }

    internal void And(RowSet other) => And(other.Words, 0);

    /// <summary>Keeps only the rows that also stand in the words that begin at an offset.</summary>
    internal void And(ulong[] other, int offset)
    {
        var mine = Words;
        for (var i = 0; i < mine.Length; i += Lane)
            (Vector256.Create(mine, i) & Vector256.Create(other, offset + i)).CopyTo(mine, i);
    }

    /// <summary>Takes out the rows of another set.</summary>
    internal void Except(RowSet other)
    {
        for (var i = other.from; i < other.to; i++) Words[i] &= ~other.Words[i];
    }

    internal void Or(ulong[] other, int offset)
    {
        for (var i = 0; i < Words.Length; i++) Words[i] |= other[offset + i];
    }

    /// <summary>Whether some row belongs to both sets.</summary>
    internal bool Meets(RowSet scope)
    {
        for (var i = scope.from; i < scope.to; i++)
            if ((Words[i] & scope.Words[i]) != 0) return true;
        return false;
    }

    /// <summary>Whether both sets agree on the rows of a third.</summary>
    internal bool AgreesWithin(RowSet other, RowSet scope)
    {
        if (Is(other)) return true;
        for (var i = scope.from; i < scope.to; i++)
            if (((Words[i] ^ other.Words[i]) & scope.Words[i]) != 0) return false;
        return true;
    }

    /// <summary>The rows of both sets, in ascending order.</summary>
    internal Walk Within(RowSet scope) => new(Words, scope.Words, scope.from, scope.to);

    /// <summary>Walks the common bits of two sets without allocation.</summary>
    internal ref struct Walk(ulong[] first, ulong[] second, int from, int to)
    {
        private int word = from - 1;
        private ulong rest = 0;

        public int Current { get; private set; } = -1;

        public readonly Walk GetEnumerator() => this;

        public bool MoveNext()
        {
            while (rest == 0)
            {
                if (++word >= to) return false;
                rest = first[word] & second[word];
            }

            Current = (word * BitsPerWord) + BitOperations.TrailingZeroCount(rest);
            rest &= rest - 1;
            return true;
        }
    }
}
