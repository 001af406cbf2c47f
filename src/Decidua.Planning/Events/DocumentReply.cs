using System.Collections.Immutable;
using Decidua.Knowledge;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Protocols;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Vocabulary;
using Decidua.Reasoning.Asking;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;

namespace Decidua.Planning.Events;

/// <summary>One row of a document that applies, or may apply, with everything it says.</summary>
/// <param name="Table">The table.</param>
/// <param name="Row">The row.</param>
/// <param name="Certainty">Whether it applies for every remaining value of the facts.</param>
/// <param name="Values">Its results; empty when the table gives none.</param>
public sealed record RowReply(DecisionTable Table, Row Row, Certainty Certainty, ImmutableArray<ResultValue> Values);

/// <summary>
/// What one document answers about one woman, row by row: what to do first, safety before everything; then what it computed, and what it
/// still has to be told.
/// </summary>
public sealed class DocumentReply
{
    private DocumentReply(Assessment assessment, GuidelineAnswer answer)
    {
        Assessment = assessment;
        Answer = answer;
        var results = answer.Results.ToDictionary(result => result.Row);
        var rows = from table in answer.Guideline.Tables
                   where table.GivesAdvice || table.GivesResults
                   from row in table.Rows
                   let state = answer.StateOf(row)
                   where state is RowState.Fires or RowState.Possible
                   let values = results.TryGetValue(row, out var result) ? [.. result.Values.Where(value => value.Text.Length > 0)] : ImmutableArray<ResultValue>.Empty
                   where row.Advice is not null || values.Length > 0
                   select new RowReply(table, row, state == RowState.Fires ? Certainty.Certain : Certainty.Possible, values);
        var ordered = rows.OrderBy(Urgency).ToList();
        Acts = [.. ordered.Where(row => row is { Certainty: Certainty.Certain, Row.Advice: not null })];
        Results = [.. ordered.Where(row => row is { Certainty: Certainty.Certain, Row.Advice: null })];
        Possible = [.. ordered.Where(row => row.Certainty == Certainty.Possible)];
    }

    /// <summary>The assessment that it was taken from.</summary>
    public Assessment Assessment { get; }

    /// <summary>The document's answer.</summary>
    public GuidelineAnswer Answer { get; }

    /// <summary>The document.</summary>
    public Guideline Document => Answer.Guideline;

    /// <summary>The rows of advice that certainly apply, the most urgent first.</summary>
    public ImmutableArray<RowReply> Acts { get; }

    /// <summary>The rows that give results and certainly apply, in the order of the document.</summary>
    public ImmutableArray<RowReply> Results { get; }

    /// <summary>The rows that may apply, the most urgent first.</summary>
    public ImmutableArray<RowReply> Possible { get; }

    /// <summary>What the document computed of its own and is certain: scores and classes.</summary>
    public IEnumerable<DerivedAnswer> Derived => Answer.Derived.Where(derived => derived.Values.IsSingle);

    /// <summary>The questions whose answers could change something, the most decisive first.</summary>
    public ImmutableArray<Question> Questions => field.IsDefault ? field = Inquiry.Questions(Assessment, Document.Id) : field;

    /// <summary>The facts that a document reads, those of the documents it uses included, in the order in which its tables name them.</summary>
    /// <param name="document">The document.</param>
    public static IEnumerable<Fact> FactsOf(Guideline document) =>
        document.Tables.Concat(document.Evaluated).SelectMany(table => table.Inputs).Select(term => term.Fact).OfType<Fact>().Distinct();

    /// <summary>Asks one document.</summary>
    /// <param name="assessor">The knowledge.</param>
    /// <param name="facts">Her facts.</param>
    /// <param name="protocol">The protocol.</param>
    /// <param name="document">Id of a document of the knowledge.</param>
    /// <exception cref="InvalidOperationException">The knowledge has no such document.</exception>
    public static DocumentReply Of(Assessor assessor, WomanFacts facts, Protocol? protocol, string document)
    {
        var assessment = assessor.Assess(facts, protocol, document);
        return new DocumentReply(assessment, assessment.Of(document) ?? throw new InvalidOperationException($"There is no document '{document}'."));
    }

    /// <summary>Emergencies first, then what holds or forbids, then acts and indications, then what is not needed; results keep their places.</summary>
    private static int Urgency(RowReply row) => row.Row.Advice?.Kind switch
    {
        AdviceKind.CallNow => 0,
        AdviceKind.Stop or AdviceKind.Contraindicated => 1,
        AdviceKind.Hold => 2,
        AdviceKind.Refer => 3,
        AdviceKind.Offer or AdviceKind.Consider or AdviceKind.Avoid => 4,
        AdviceKind.Test => 5,
        AdviceKind.NoNeed => 6,
        _ => 7,
    };
}
