using System.Collections.Immutable;
using Decidua.Knowledge;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Explaining;

/// <summary>One thing that advice rests on.</summary>
/// <param name="Term">A fact, or a derived value.</param>
/// <param name="Values">The values it may have.</param>
/// <param name="From">For a derived value: the rows that make it, or may make it.</param>
public sealed record Reason(Term Term, ValueSet Values, ImmutableArray<Row> From);

/// <summary>Says what a recommendation rests on.</summary>
public static class Because
{
    /// <summary>
    /// The facts and derived values that the rows of a recommendation test, then those behind the derived values, without
    /// repetition.
    /// </summary>
    /// <param name="answer">The guideline's answer.</param>
    /// <param name="rows">The rows of a recommendation.</param>
    public static ImmutableArray<Reason> Of(GuidelineAnswer answer, IEnumerable<Row> rows)
    {
        var reasons = new List<Reason>();
        var seen = new HashSet<Term>();
        var pending = new Queue<Row>(rows);
        while (pending.TryDequeue(out var row))
        {
            foreach (var condition in row.Conditions.Where(condition => seen.Add(condition.Term)))
            {
                var finding = Explainer.Find(answer, condition);
                reasons.Add(new Reason(condition.Term, finding.Found, finding.MadeBy));
                foreach (var maker in finding.MadeBy) pending.Enqueue(maker);
            }
        }

        return [.. reasons];
    }

    /// <summary>
    /// The assumed facts on which a recommendation rests: all that the tables read which make it or could change it (those that
    /// advise on the same question, and their exceptions), directly or through derived values.
    /// </summary>
    /// <param name="answer">The guideline's answer.</param>
    /// <param name="rows">The rows of a recommendation.</param>
    /// <param name="facts">The facts that were assessed.</param>
    public static ImmutableArray<Fact> Assumed(GuidelineAnswer answer, IEnumerable<Row> rows, WomanFacts facts)
    {
        var terms = new HashSet<Term>();
        var pending = new Queue<Term>(Deciding(answer.Guideline, [.. rows]).SelectMany(table => table.Inputs));
        while (pending.TryDequeue(out var term))
        {
            if (!terms.Add(term) || term.Derived is not { } value) continue;
            foreach (var input in answer.Guideline.Deciding(value).SelectMany(table => table.Inputs)) pending.Enqueue(input);
        }

        return [.. terms.Select(term => term.Fact).OfType<Fact>().Where(fact => facts[fact].Standing == Standing.Assumed).OrderBy(fact => fact.Index)];
    }

    /// <summary>The tables with the rows, with other rows on the same question, and with exceptions to any of these.</summary>
    private static HashSet<DecisionTable> Deciding(Guideline guideline, List<Row> rows)
    {
        var found = new HashSet<DecisionTable>();
        var pending = new Queue<DecisionTable>(guideline.Tables.Where(table => table.Rows.Any(row => rows.Exists(own => own == row || Answer(own.Advice, row.Advice)))));
        while (pending.TryDequeue(out var table))
        {
            if (!found.Add(table)) continue;
            var addresses = table.Rows.Select(row => row.Address).ToHashSet();
            foreach (var exception in guideline.Tables.Where(other => other.Rows.Any(row => row.Overrides.Any(addresses.Contains)))) pending.Enqueue(exception);
        }

        return found;

        static bool Answer(RowAdvice? own, RowAdvice? other) => own is not null && other is not null && own.Channel == other.Channel && own.Subject == other.Subject
            && (own.Kind == other.Kind || (own.Kind.IsIndication() && other.Kind.IsIndication()));
    }
}
