using System.Collections.Immutable;
using Decidua.Knowledge;
using Decidua.Knowledge.Vocabulary;
using Decidua.Planning.Events;
using Decidua.Server.Assessing;

namespace Decidua.Server.Asking;

/// <summary>One document, asked about one woman: what was entered, what it answers, and which facts can still change that.</summary>
public sealed class AskedWoman
{
    /// <summary>Name of the field with an amount: the last dose, or a result. No fact can have it.</summary>
    public const string AmountField = "_amount";

    /// <summary>Asks a document.</summary>
    /// <param name="consultation">What was entered.</param>
    /// <param name="document">The document.</param>
    /// <param name="amount">The last dose or the result as it was written; empty when none was.</param>
    public AskedWoman(Consultation consultation, Guideline document, string amount = "")
    {
        Amount = amount.Trim();
        Consultation = consultation;
        Document = document;
        Facts = [.. DocumentReply.FactsOf(document)];
        IsBlank = Facts.All(fact => consultation.Form.Entry(fact).Length == 0);
        if (!consultation.Form.Contradictions.IsEmpty) return;
        Reply = DocumentReply.Of(consultation.Shelf.Assessor, consultation.Form.Facts, consultation.Form.Protocol, document.Id);
        Reckoning = Reckoning.Of(consultation.Shelf.Assessor, consultation.Form.Facts, consultation.Form.Protocol, document.Id, Amount);
    }

    /// <summary>What the document takes an amount of: <c>last dose</c>, <c>result</c>; empty when it takes none.</summary>
    public string Takes => Reckoning.Takes(Consultation.Form.Protocol, Document.Id);

    /// <summary>The amount as it was written; empty when none was.</summary>
    public string Amount { get; }

    /// <summary>What the amount adds; null when there is none.</summary>
    public Reckoning? Reckoning { get; }

    /// <summary>What was entered.</summary>
    public Consultation Consultation { get; }

    /// <summary>The document.</summary>
    public Guideline Document { get; }

    /// <summary>The facts that it reads, in the order in which it names them.</summary>
    public ImmutableArray<Fact> Facts { get; }

    /// <summary>The answer; null when the entries contradict one another.</summary>
    public DocumentReply? Reply { get; }

    /// <summary>Whether nothing that the document reads has been entered. Then there is no answer, for presumptions alone are none.</summary>
    public bool IsBlank { get; }

    /// <summary>The facts that can still change the answer and have not been entered, in the order of the document.</summary>
    public ImmutableArray<Fact> Open => field.IsDefault
        ? field = [.. Facts.Where(fact => Consultation.Form.Entry(fact).Length == 0 && (IsBlank || Reply is null || Asked.Contains(fact)))]
        : field;

    /// <summary>The facts that were entered, in the order of the document.</summary>
    public IEnumerable<Fact> Entered => Facts.Where(fact => Consultation.Form.Entry(fact).Length > 0);

    /// <summary>The facts that cannot change the answer as things stand.</summary>
    public IEnumerable<Fact> Idle => Facts.Except(Open).Except(Entered);

    private HashSet<Fact> Asked => field ??= [.. Reply!.Questions.Select(question => question.Fact)];
}
