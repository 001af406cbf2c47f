using Decidua.Clinical.Issues;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;

namespace Decidua.Knowledge.Tables;

/// <summary>Finds what a heading or a <c>fact</c> cell names: a fact of the vocabulary, a derived value of the document, or one of a document that it uses.</summary>
internal sealed class Heading(
    FactVocabulary vocabulary,
    IReadOnlyDictionary<string, DerivedValue> derived,
    IReadOnlyDictionary<string, DerivedValue> borrowed,
    ICollection<Issue> issues)
{
    /// <summary>The term named; null with an issue when nothing has the name or the unit written behind it is another.</summary>
    internal Term? Find(Cell cell)
    {
        if (Exactly(cell.Text) is { } term) return term;
        if (cell.Text.EndsWith(')') && cell.Text.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var open
            && Exactly(cell.Text[..open]) is { } withUnit)
        {
            var unit = cell.Text[(open + 2)..^1];
            if (unit == withUnit.Type.Unit || unit == ValueText.Unit(withUnit.Type.Unit)) return withUnit;
            issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.WrongUnitInHeading,
                $"Expected the unit of '{withUnit.Name}', which is '{withUnit.Type.Unit}'; found '{unit}'."));
            return null;
        }

        issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.UnknownName,
            $"Expected a fact of the vocabulary or a derived value of this document; found '{cell.Text}'.",
            Nearest.Hint(cell.Text, vocabulary.Facts.Select(fact => fact.Name).Concat(derived.Keys).Concat(borrowed.Keys))));
        return null;
    }

    /// <summary>The derived value that an output heading names; null when it names none (then it is a result).</summary>
    internal DerivedValue? Output(string name) => derived.GetValueOrDefault(name);

    private Term? Exactly(string name) =>
        derived.TryGetValue(name, out var value) || borrowed.TryGetValue(name, out value) ? Term.Of(value)
        : vocabulary.Named(name) is { } fact ? Term.Of(fact)
        : null;
}
