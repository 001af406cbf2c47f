using Decidua.Knowledge;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Explaining;

namespace Decidua.Cli.Answers;

/// <summary>Writes why a row applies or not, and what would flip it.</summary>
internal static class ExplanationText
{
    internal static void Write(TextWriter output, Explanation explanation, Library library)
    {
        output.WriteLine($"{explanation.Row.Address}: {explanation.State.Word()}");
        output.WriteLine($"  source: {explanation.Row.Source} ({explanation.Row.Checked.ToString().ToLowerInvariant()})");
        foreach (var line in EvidenceText.Lines(library, explanation.Row.Evidence)) output.WriteLine($"  evidence {line}");
        foreach (var finding in explanation.Conditions)
        {
            var holds = finding.Holds switch { Holding.Yes => "holds", Holding.No => "does not hold", _ => "may hold" };
            var type = finding.Condition.Term.Type;
            output.WriteLine($"  {finding.Condition.Term.Name} must be {ValueText.Set(type, finding.Condition.Values)}: found {ValueText.WithUnit(type, finding.Found)}, {holds}");
            foreach (var row in finding.MadeBy) output.WriteLine($"      made by {row.Address}");
        }

        foreach (var row in explanation.KeptBackBy) output.WriteLine($"  kept back by {row.Address}");
        output.WriteLine(explanation.Changes.IsEmpty
            ? "  No change of up to three facts flips this row."
            : explanation.State == RowState.Fires ? "  It would no longer apply with:" : "  It would apply with:");
        foreach (var change in explanation.Changes)
            output.WriteLine($"    {string.Join(" and ", change.Facts.Select(pair => $"{pair.Fact.Name} {ValueText.WithUnit(pair.Fact.Type, pair.Values)}"))}");
    }
}
