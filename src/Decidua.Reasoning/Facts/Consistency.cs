using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;

namespace Decidua.Reasoning.Facts;

/// <summary>
/// What cannot be together, by the tables of the vocabulary: finds recorded facts that contradict one another, and takes from
/// open facts the values that recorded ones rule out (a woman who is pregnant has not yet given birth to this baby).
/// </summary>
public sealed class Consistency
{
    private readonly ImmutableArray<Row> rows;

    /// <summary>Takes the rows from checked knowledge.</summary>
    /// <param name="library">The knowledge.</param>
    public Consistency(Library library) => rows = [.. library.Consistency.SelectMany(document => document.Rows)];

    /// <summary>Finds recorded facts that cannot be together. What is only assumed contradicts nothing.</summary>
    /// <param name="facts">The facts.</param>
    /// <returns>One error per row whose conditions all certainly hold.</returns>
    public ImmutableArray<Issue> Contradictions(WomanFacts facts) =>
    [
        .. rows.Where(row => row.Conditions.All(condition => Holds(facts, condition)))
            .Select(row => new Issue(IssueCode.Contradiction, Severity.Error,
                string.Join(", ", row.Conditions.Select(condition => $"facts/{condition.Term.Fact!.Id}")),
                row.Outputs[0].Text, $"Correct one of: {string.Join(", ", row.Conditions.Select(condition => condition.Term.Name))}.")),
    ];

    /// <summary>
    /// The same facts without the values that recorded facts rule out. A presumption that recorded facts rule out gives way to
    /// the values that are left.
    /// </summary>
    /// <param name="facts">The facts; contradictory ones are left as they are.</param>
    public WomanFacts Narrow(WomanFacts facts)
    {
        var changed = true;
        while (changed)
        {
            changed = false;
            foreach (var row in rows)
            {
                if (OnlyOpen(facts, row) is not { } condition) continue;
                var fact = condition.Term.Fact!;
                var state = facts[fact];
                var basis = state.Standing == Standing.Assumed ? fact.Type.Everything : state.Values;
                var left = basis.Intersect(fact.Type.Complement(condition.Values));
                if (left.IsEmpty || left == state.Values) continue;
                if (state.Standing == Standing.Assumed && !state.Values.IsWithin(condition.Values)) continue;
                facts = facts.With(fact, left, $"follows from {string.Join(" and ", row.Conditions.Where(other => other != condition).Select(other => other.Term.Name))}");
                changed = true;
            }
        }

        return facts;
    }

    private static bool Holds(WomanFacts facts, Condition condition) =>
        facts[condition.Term.Fact!] is { Standing: Standing.Known or Standing.Narrowed } state && state.Values.IsWithin(condition.Values);

    /// <summary>The one condition of a row that is open while all others certainly hold; null when there is no such one.</summary>
    private static Condition? OnlyOpen(WomanFacts facts, Row row)
    {
        Condition? open = null;
        foreach (var condition in row.Conditions)
        {
            var state = facts[condition.Term.Fact!];
            if (state.Standing != Standing.Known && !Holds(facts, condition))
            {
                if (open is not null) return null;
                open = condition;
            }
            else if (!Holds(facts, condition))
            {
                return null;
            }
        }

        return open is not null && facts[open.Term.Fact!].Values.Meets(open.Values) ? open : null;
    }
}
