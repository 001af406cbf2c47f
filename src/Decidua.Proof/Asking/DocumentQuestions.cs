using System.Collections.Immutable;
using Decidua.Knowledge;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Tables;
using Decidua.Proof.Encoding;

namespace Decidua.Proof.Asking;

/// <summary>What must hold of one document by itself, with all its tables in their chain: complete, unambiguous, reachable, without contradiction.</summary>
public static class DocumentQuestions
{
    /// <summary>The questions about a document.</summary>
    /// <param name="library">The knowledge.</param>
    /// <param name="guideline">A guideline or planning document of it.</param>
    public static QuestionSheet Of(Library library, Guideline guideline)
    {
        var women = new Women(library);
        var rules = new Rules(women);
        rules.Define(guideline);
        var facts = women.WithBound(rules.Facts).OrderBy(fact => fact.Index).ToList();
        var exists = Smt.Assert(women.Exists);
        return new QuestionSheet
        {
            About = guideline.Id,
            Definitions = women.Declare(facts) + rules.Text,
            Questions = [.. guideline.Tables.SelectMany(table => OfTable(rules, table, exists)), .. Contradictions(rules, guideline, exists)],
            Facts = [.. facts.Select(fact => (fact, women.Symbol(fact)))],
        };
    }

    private static IEnumerable<Question> OfTable(Rules rules, DecisionTable table, string exists)
    {
        string[] fires = [.. table.Rows.Select(rules.Fires)];
        if (table.Policy == HitPolicy.Unique)
        {
            yield return new Question(table.Address, QuestionKind.Complete, $"Every woman finds a row in {table.Address}.", exists + Smt.Assert(Smt.Not(Smt.Or(fires))));
            if (fires.Length > 1)
                yield return new Question(table.Address, QuestionKind.Disjoint, $"No woman finds two rows in {table.Address}.",
                    exists + Smt.Assert($"(> (+ {string.Join(' ', fires.Select(row => Smt.If(row, "1", "0")))}) 1)"));
        }

        // A row may serve records of which only a part is known; a woman of whom everything is known need not meet it.
        foreach (var row in table.Rows)
            yield return new Question(row.Address, QuestionKind.Reachable, $"Some woman is met by {row.Address}.", Smt.Assert(rules.Fires(row)));
    }

    private static IEnumerable<Question> Contradictions(Rules rules, Guideline guideline, string exists)
    {
        var groups = guideline.Rows.Where(row => row.Advice is { } advice && advice.Kind.IsIndication()).GroupBy(row => (row.Advice!.Channel, row.Advice.Subject));
        foreach (var group in groups)
        {
            var against = Stands(group, AdviceKind.Avoid);
            var giving = Stands(group, AdviceKind.Offer, AdviceKind.Consider);
            if (against.IsEmpty || giving.IsEmpty) continue;
            yield return new Question($"{guideline.Id}: {group.Key.Subject}, {group.Key.Channel}", QuestionKind.Consistent,
                $"No woman is told by {guideline.Id} both to avoid {group.Key.Subject} and to have it.", exists + Smt.Assert(Smt.Or(against)) + Smt.Assert(Smt.Or(giving)));
        }

        ImmutableArray<string> Stands(IEnumerable<Row> rows, params AdviceKind[] kinds) => [.. rows.Where(row => kinds.Contains(row.Advice!.Kind)).Select(rules.Stands)];
    }
}
