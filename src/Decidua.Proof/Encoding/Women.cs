using System.Globalization;
using System.Text;
using Decidua.Knowledge;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;

namespace Decidua.Proof.Encoding;

/// <summary>
/// All women who can exist, as constants of SMT-LIB: one for each fact, within its range, and never what the vocabulary says cannot be
/// together. A second copy of the same women is named by its suffix.
/// </summary>
/// <param name="library">The knowledge.</param>
/// <param name="copy">Suffix of the names; empty for the first copy.</param>
public sealed class Women(Library library, string copy = "")
{
    /// <summary>The symbol that says that nothing about her contradicts itself.</summary>
    public string Exists => Smt.Symbol("she can exist" + copy);

    /// <summary>The symbol of a fact.</summary>
    /// <param name="fact">The fact.</param>
    public string Symbol(Fact fact) => Smt.Symbol(fact.Name + copy);

    /// <summary>Declares the facts within their ranges, and defines who can exist.</summary>
    /// <param name="facts">The facts that are spoken of; those that exclude one another with them are declared as well.</param>
    public string Declare(IEnumerable<Fact> facts)
    {
        var named = facts.ToHashSet();
        var rows = library.Consistency.SelectMany(document => document.Rows).Where(row => row.Conditions.All(condition => named.Contains(condition.Term.Fact!))).ToList();
        var text = new StringBuilder();
        foreach (var fact in library.Vocabulary.Facts.Where(named.Contains))
        {
            text.Append("(declare-const ").Append(Symbol(fact)).Append(' ').Append(Smt.Sort(fact.Type)).Append(")\n");
            text.Append(Smt.Assert(Range(fact)));
        }

        return text.Append(CultureInfo.InvariantCulture, $"(define-fun {Exists} () Bool {Smt.And([.. rows.Select(row => Smt.Not(Holds(row)))])})\n").ToString();
    }

    /// <summary>The facts that stand in some row of the consistency tables together with one of these.</summary>
    /// <param name="facts">The facts that are spoken of.</param>
    public IEnumerable<Fact> WithBound(IEnumerable<Fact> facts)
    {
        var named = facts.ToHashSet();
        foreach (var row in library.Consistency.SelectMany(document => document.Rows).Where(row => row.Conditions.Any(condition => named.Contains(condition.Term.Fact!))).ToList())
            named.UnionWith(row.Conditions.Select(condition => condition.Term.Fact!));
        return named;
    }

    private string Holds(Row row) => Smt.And([.. row.Conditions.Select(condition => Smt.In(Symbol(condition.Term.Fact!), condition.Term.Type, condition.Values))]);

    private string Range(Fact fact)
    {
        var symbol = Symbol(fact);
        if (!fact.Type.IsNumeric) return $"(and (>= {symbol} 0) (< {symbol} {fact.Type.Choices.Length}))";
        var range = fact.Type.Range;
        return $"(and ({(range.LowClosed ? ">=" : ">")} {symbol} {Smt.Number(fact.Type, range.Low)}) ({(range.HighClosed ? "<=" : "<")} {symbol} {Smt.Number(fact.Type, range.High)}))";
    }
}
