using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Decidua.Knowledge;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using Decidua.Proof.Encoding;

namespace Decidua.Proof.Asking;

/// <summary>
/// Asks a solver what one document says of known women, so that its answer can be held against that of the engine: two programs that share
/// nothing but the document.
/// </summary>
public sealed partial class CrossCheck
{
    private readonly Rules rules;
    private readonly Women women;
    private readonly string definitions;
    private readonly ImmutableArray<Fact> facts;

    /// <summary>Encodes a document.</summary>
    /// <param name="library">The knowledge.</param>
    /// <param name="document">A guideline or planning document of it.</param>
    public CrossCheck(Library library, Guideline document)
    {
        Document = document;
        women = new Women(library);
        rules = new Rules(women);
        rules.Define(document);
        facts = [.. rules.Facts.OrderBy(fact => fact.Index)];
        definitions = women.Declare(facts) + rules.Text;
    }

    /// <summary>The document.</summary>
    public Guideline Document { get; }

    /// <summary>The text that asks about women, one after the other.</summary>
    /// <param name="asked">For every woman the value of every fact that the document reads.</param>
    public string Script(IEnumerable<Func<Fact, ValueSet>> asked)
    {
        var wanted = string.Join(' ', Document.Rows.Select(rules.Stands).Concat(Document.Computed.Select(rules.Value)));
        var text = new StringBuilder("(set-option :produce-models true)\n(set-logic ALL)\n").Append(definitions);
        foreach (var valueOf in asked)
        {
            text.Append("(push 1)\n");
            foreach (var fact in facts) text.Append(Smt.Assert(Smt.In(women.Symbol(fact), fact.Type, valueOf(fact))));
            text.Append("(check-sat)\n(get-value (").Append(wanted).Append("))\n(pop 1)\n");
        }

        return text.ToString();
    }

    /// <summary>Reads what the solver said of each woman.</summary>
    /// <param name="output">What it printed.</param>
    /// <returns>One answer for each woman to whom there was one, in the order in which they were asked about.</returns>
    public ImmutableArray<SolverSays> Read(string output) =>
    [
        .. output.Split("sat\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(one => Pair().Matches(one).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value))
            .Select(values => new SolverSays(
                row => values.TryGetValue(rules.Stands(row), out var stands) ? stands == "true" : null,
                value => values.TryGetValue(rules.Value(value), out var number) ? int.Parse(number, CultureInfo.InvariantCulture) : null)),
    ];

    [GeneratedRegex(@"\((\|[^|]*\|)\s+(true|false|\d+)\)")]
    private static partial Regex Pair();
}

/// <summary>What a solver says of one woman.</summary>
/// <param name="Stands">Whether a row fires and nothing sets it aside; null when the solver does not say.</param>
/// <param name="Value">What a derived value comes to: the number, or the number of the choice; null when the solver does not say.</param>
public sealed record SolverSays(Func<Row, bool?> Stands, Func<DerivedValue, int?> Value);
