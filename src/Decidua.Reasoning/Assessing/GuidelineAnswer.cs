using System.Collections.Immutable;
using Decidua.Knowledge;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Compiling;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Assessing;

/// <summary>What one guideline answers about one woman: which rows apply, what they come to, and the advice.</summary>
public sealed class GuidelineAnswer
{
    private readonly Evaluation evaluation;
    private readonly WomanFacts facts;

    internal GuidelineAnswer(Evaluation evaluation, WomanFacts facts)
    {
        this.evaluation = evaluation;
        this.facts = facts;
    }

    /// <summary>The guideline.</summary>
    public Guideline Guideline => evaluation.Program.Guideline;

    /// <summary>The advice: safety first, then indications from strong to weak, then actions; certain before possible.</summary>
    public ImmutableArray<Recommendation> Recommendations =>
        field.IsDefault ? field = Recommending.All(evaluation, Gestation()) : field;

    /// <summary>What every derived value came to, in the order of evaluation.</summary>
    public ImmutableArray<DerivedAnswer> Derived =>
        field.IsDefault ? field = [.. Guideline.Derived.Select(Derive)] : field;

    /// <summary>The results of the tables that give doses or times, in the order of the document.</summary>
    public ImmutableArray<ResultAnswer> Results =>
        field.IsDefault ? field = Resulting.All(evaluation, facts) : field;

    /// <summary>The derived value with a name or an address; null when the guideline has none such.</summary>
    /// <param name="nameOrAddress">For example <c>antenatal score</c> or <c>rcog-37a-2015/antenatal-score</c>.</param>
    public DerivedAnswer? DerivedValue(string nameOrAddress) =>
        Guideline.Computed.FirstOrDefault(value => value.Name == nameOrAddress || value.Address == nameOrAddress) is { } found ? Derive(found) : null;

    /// <summary>Whether a row applies.</summary>
    /// <param name="row">A row of this guideline.</param>
    public RowState StateOf(Row row)
    {
        var index = evaluation.Program.IndexOf[row];
        return evaluation.Certain[index] ? RowState.Fires
            : evaluation.Possible[index] ? RowState.Possible
            : evaluation.IsSetAside(index) ? RowState.SetAside
            : RowState.DoesNotFire;
    }

    /// <summary>The values that a term may have: those of the fact, or those that a derived value came to.</summary>
    /// <param name="term">A term that some table of this guideline reads.</param>
    public ValueSet ValuesOf(Term term) => term.Fact is { } fact
        ? facts[fact].Values
        : term.Type.IsNumeric || evaluation.Program.SlotOf(term) is { } ? evaluation.Program.SlotOf(term)!.Partition.SetOf(evaluation.MaskOf(term)) : term.Type.Everything;

    /// <summary>The number of rows that certainly fire, without naming them.</summary>
    public int CertainRowCount => evaluation.Certain.Count();

    internal Evaluation Evaluation => evaluation;

    private DerivedAnswer Derive(DerivedValue value)
    {
        var rows = Guideline.Deciding(value).SelectMany(table => table.Rows).ToList();
        return new DerivedAnswer(value, ValuesOf(Term.Of(value)),
            [.. rows.Where(row => StateOf(row) == RowState.Fires)], [.. rows.Where(row => StateOf(row) == RowState.Possible)]);
    }

    /// <summary>The days of gestation that she may have reached; null when nothing is known of it.</summary>
    internal Interval? Gestation() => Recommending.Gestation(facts);
}
