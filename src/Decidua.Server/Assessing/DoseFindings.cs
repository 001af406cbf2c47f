using System.Collections.Immutable;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using Decidua.Reasoning.Assessing;

namespace Decidua.Server.Assessing;

/// <summary>What a table of doses by weight gives for one woman.</summary>
/// <param name="Table">The table.</param>
/// <param name="Weight">The weight that it reads.</param>
/// <param name="Rows">The rows that apply or may apply, with their doses; one when the band is certain.</param>
/// <param name="Elsewhere">Other recorded weights that fall into another band.</param>
public sealed record DoseTable(DecisionTable Table, Fact Weight, ImmutableArray<ResultAnswer> Rows, ImmutableArray<OtherBand> Elsewhere)
{
    /// <summary>The row that certainly applies; null while the band is open.</summary>
    public ResultAnswer? Row => Rows is [{ Certainty: Certainty.Certain } only] ? only : null;
}

/// <summary>Another weight of hers and the row that it would choose.</summary>
/// <param name="Weight">The other weight.</param>
/// <param name="Values">What it is.</param>
/// <param name="Row">The row and its doses; null when the table gives none for this weight.</param>
public sealed record OtherBand(Fact Weight, ValueSet Values, ResultAnswer? Row);

/// <summary>Finds doses and the other results that tables give.</summary>
public static class DoseFindings
{
    private const string Kilogram = "kg";

    /// <summary>
    /// The tables of doses by weight that a guideline has for the advised intensities, with the columns of these intensities.
    /// A dose says in its heading how much heparin it stands for.
    /// </summary>
    /// <param name="consultation">The answer.</param>
    /// <param name="advice">Advice that may mean a dose.</param>
    public static ImmutableArray<DoseTable> Doses(Consultation consultation, SubjectAdvice advice)
    {
        var answer = consultation.Assessment!.Of(advice.Guideline.Id)!;
        var wanted = advice.Outcomes.Where(outcome => outcome.Advice is AdviceKind.Consider or AdviceKind.Offer)
            .Select(outcome => outcome.Intensity).Where(intensity => intensity != Intensity.None).ToHashSet();
        return
        [
            .. from table in answer.Guideline.Tables
               let doses = table.OutputColumns.Where(column => DoseColumn.Parse(column) is { EveryHours: not null } dose && wanted.Contains(dose.Intensity)).ToHashSet()
               let weight = WeightOf(table)
               where doses.Count > 0 && weight is not null
               select new DoseTable(table, weight, RowsOf(answer, table, doses), Elsewhere(consultation, answer, table, weight, doses)),
        ];
    }

    /// <summary>The other results that certainly hold: times, shares, courses. Doses by weight are left out.</summary>
    /// <param name="answer">A guideline's answer.</param>
    public static IEnumerable<ResultAnswer> Others(GuidelineAnswer answer) =>
        answer.Results.Where(result => result.Certainty == Certainty.Certain && WeightOf(result.Table) is null);

    /// <summary>What a weight band is called: <c>50 to 90 kg</c>.</summary>
    /// <param name="table">A table of doses by weight.</param>
    /// <param name="row">One of its rows.</param>
    public static string Band(DecisionTable table, Row row) =>
        table.Inputs.Where(term => term.Type.Unit == Kilogram).Select(row.On).FirstOrDefault() is { } condition
            ? ValueText.WithUnit(condition.Term.Type, condition.Values)
            : "every weight";

    /// <summary>What a dose is called under a heading that names its intensity already: <c>enoxaparin daily</c>.</summary>
    /// <param name="column">A column of doses.</param>
    public static string NameOf(OutputColumn column) => DoseColumn.Parse(column)?.Given ?? column.Quantity;

    private static Fact? WeightOf(DecisionTable table) => table.Inputs.FirstOrDefault(term => term.Type.Unit == Kilogram)?.Fact;

    private static ImmutableArray<ResultAnswer> RowsOf(GuidelineAnswer answer, DecisionTable table, HashSet<OutputColumn> doses) =>
    [
        .. from result in answer.Results
           where result.Table == table
           let values = result.Values.Where(value => doses.Contains(value.Column)).ToImmutableArray()
           where values.Length > 0
           select result with { Values = values },
    ];

    /// <summary>Puts every other recorded weight in the place of the one that the table reads.</summary>
    private static ImmutableArray<OtherBand> Elsewhere(Consultation consultation, GuidelineAnswer answer, DecisionTable table, Fact weight, HashSet<OutputColumn> doses)
    {
        var facts = consultation.Facts;
        if (!facts[weight].Values.IsSingle) return [];
        var row = table.Rows.FirstOrDefault(row => answer.StateOf(row) == RowState.Fires);
        var found = ImmutableArray.CreateBuilder<OtherBand>();
        foreach (var other in facts.Vocabulary.Facts.Where(fact => fact != weight && fact.Type.Unit == Kilogram && facts[fact].Values.IsSingle))
        {
            var values = facts[other].Values.Intersect(weight.Type.Everything);
            if (values.IsEmpty) continue;
            var then = consultation.Shelf.Assessor.Assess(facts.With(weight, values), consultation.Assessment!.Protocol, answer.Guideline.Id).Of(answer.Guideline.Id)!;
            if (row is not null && then.StateOf(row) == RowState.Fires) continue;
            found.Add(new OtherBand(other, facts[other].Values, RowsOf(then, table, doses).FirstOrDefault()));
        }

        return found.ToImmutable();
    }
}
