using System.Collections.Immutable;

namespace Decidua.Knowledge.Tables;

/// <summary>
/// Rows that are linked by the terms they read. Rows of different parts share no term, so what they contribute to a sum is
/// independent, and the set of reachable sums is exact.
/// </summary>
/// <param name="Terms">Every term that some row of the part reads.</param>
/// <param name="Rows">The rows of the part, in order.</param>
public sealed record IndependentPart(ImmutableArray<Term> Terms, ImmutableArray<Row> Rows)
{
    /// <summary>Splits rows into independent parts.</summary>
    /// <param name="rows">Rows of tables that add to one value.</param>
    /// <returns>The parts in the order of their first rows; a row without conditions is a part of its own.</returns>
    public static ImmutableArray<IndependentPart> Of(IEnumerable<Row> rows)
    {
        var parts = new List<Linked>();
        foreach (var row in rows)
        {
            var own = new Linked();
            foreach (var condition in row.Conditions) own.Terms.Add(condition.Term);
            own.Rows.Add(row);
            var linked = parts.FindAll(part => part.Terms.Overlaps(own.Terms));
            if (linked.Count == 0)
            {
                parts.Add(own);
                continue;
            }

            linked[0].Take(own);
            for (var index = 1; index < linked.Count; index++)
            {
                linked[0].Take(linked[index]);
                parts.Remove(linked[index]);
            }
        }

        return [.. parts.Select(part => new IndependentPart([.. part.Terms], [.. part.Rows]))];
    }

    /// <summary>A part in the making.</summary>
    private sealed class Linked
    {
        internal HashSet<Term> Terms { get; } = [];

        internal List<Row> Rows { get; } = [];

        internal void Take(Linked other)
        {
            Terms.UnionWith(other.Terms);
            Rows.AddRange(other.Rows);
        }
    }
}
