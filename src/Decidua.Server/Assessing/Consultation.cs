using System.Collections.Immutable;
using Decidua.Knowledge;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Asking;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;
using Decidua.Server.Documents;
using Decidua.Server.Entering;

namespace Decidua.Server.Assessing;

/// <summary>One answer of the assessment page: what was entered and what follows from it. Nothing of it outlives the request.</summary>
public sealed class Consultation
{
    private Consultation(Shelf shelf, EntryForm form, DateOnly asOf)
    {
        Shelf = shelf;
        Form = form;
        AsOf = asOf;
        if (!form.Contradictions.IsEmpty) return;
        Assessment = shelf.Assessor.Assess(form.Facts, form.Protocol);
    }

    /// <summary>The knowledge.</summary>
    public Shelf Shelf { get; }

    /// <summary>What was entered.</summary>
    public EntryForm Form { get; }

    /// <summary>The day on which the answer is given.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The answer; null when the entries contradict one another.</summary>
    public Assessment? Assessment { get; }

    /// <summary>The questions whose answer could change the advice or a dose, most decisive first.</summary>
    public ImmutableArray<Question> Questions => field.IsDefault ? field = Assessment is null ? [] : Inquiry.Questions(Assessment) : field;

    /// <summary>The facts as they were assessed: the entered ones, and what follows from them.</summary>
    public WomanFacts Facts => Assessment?.Facts ?? Form.Facts;

    /// <summary>The open questions that could change advice.</summary>
    public IEnumerable<Question> OpenQuestions => Questions.Where(question => question.Standing != Standing.Assumed && question.ChangesAdvice);

    /// <summary>The answers of the guidelines that the protocol chooses for some question, in the order of its channels.</summary>
    public IEnumerable<(string Channel, GuidelineAnswer Answer)> Chosen => Assessment?.Protocol is not { } protocol ? [] :
        from channel in protocol.Channels
        let answer = Assessment.Of(channel.Value)
        where answer is not null
        select (channel.Key, answer);

    /// <summary>What was entered and could be used, in words, as a sentence.</summary>
    public string Basis
    {
        get
        {
            var known = Shelf.Topics.SelectMany(topic => topic.Facts).Where(fact => Facts[fact].Standing is Standing.Known or Standing.Narrowed && Form.Entry(fact).Length > 0);
            var words = string.Join(", ", known.Select(fact => $"{fact.Name} {ValueText.WithUnit(fact.Type, Facts[fact].Values)}"));
            return words.Length == 0 ? "nothing that could be used." : words + ".";
        }
    }

    /// <summary>The guideline of a recommendation.</summary>
    /// <param name="advice">A recommendation of this answer.</param>
    public Guideline GuidelineOf(Recommendation advice) => Shelf.Library.Guideline(advice.Guideline)!;

    /// <summary>Answers a form.</summary>
    /// <param name="shelf">The knowledge.</param>
    /// <param name="form">What was entered.</param>
    /// <param name="asOf">The day.</param>
    public static Consultation Of(Shelf shelf, EntryForm form, DateOnly asOf) => new(shelf, form, asOf);
}
