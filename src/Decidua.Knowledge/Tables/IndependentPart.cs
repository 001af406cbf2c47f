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
        var parts = new List<(HashSet<Term> Terms, List<Row> Rows)>();
        foreach (var row in rows)
        {
            var terms = row.Conditions.Select(condition => condition.Term).ToHashSet();
            var linked = parts.Where(part => part.Terms.Overlaps(terms)).ToList();
            if (linked.Count == 0)
            {
                parts.Add((terms, [row]));
                continue;
            }

            linked[0].Terms.UnionWith(terms);
            linked[0].Rows.Add(row);
            foreach (var other in linked.Skip(1))
            {
                linked[0].Terms.UnionWith(other.Terms);
                linked[0].Rows.AddRange(other.Rows);
                parts.Remove(other);
            }
        }

        return [.. parts.Select(part => new IndependentPart([.. part.Terms], [.. part.Rows]))];
    }
}
