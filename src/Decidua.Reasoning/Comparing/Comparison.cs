using System.Collections.Immutable;
using Decidua.Knowledge;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Comparing;

/// <summary>
/// Every guideline side by side for one woman: what each says in answer to each question, and how that stands to the guideline that
/// the protocol chooses. A pure function of the assessment; nothing is combined across documents.
/// </summary>
public sealed class Comparison
{
    private Comparison(Assessment assessment, ImmutableArray<ComparedGuideline> guidelines, Differing differing)
    {
        Differing = differing;
        Assessment = assessment;
        Guidelines = guidelines;
    }

    /// <summary>The assessment that was compared.</summary>
    public Assessment Assessment { get; }

    /// <summary>The guidelines that were asked: those that the protocol chooses first, descriptions of practice last, else in the order of their ids.</summary>
    public ImmutableArray<ComparedGuideline> Guidelines { get; }

    /// <summary>The questions that some document answers, in their order.</summary>
    public ImmutableArray<ClinicalQuestion> Questions => field.IsDefault
        ? field = [.. Guidelines.SelectMany(guideline => guideline.Covered).Distinct().OrderBy(question => question.Order).ThenBy(question => question.Id, StringComparer.Ordinal)]
        : field;

    /// <summary>What is compared, subject by subject: disagreements first, the weightiest at the top.</summary>
    public ImmutableArray<ComparedSubject> Subjects => field.IsDefault ? field = ComparedSubject.Of(this) : field;

    /// <summary>What several documents read each in its own way, and what classifications conclude; disagreements first.</summary>
    public ImmutableArray<ComparedValue> Values => field.IsDefault ? field = ComparedValue.Of(this) : field;

    /// <summary>How many recommending guidelines agree with the chosen ones about heparin, may differ, differ, or say nothing.</summary>
    public Tally Tally => field ??= Tally.Of(this);

    /// <summary>How positions are compared about her.</summary>
    internal Differing Differing { get; }

    /// <summary>Compares the guidelines of an assessment.</summary>
    /// <param name="assessment">An assessment; those by single guidelines compare only these.</param>
    public static Comparison Of(Assessment assessment)
    {
        var hasGivenBirth = HasGivenBirth(assessment.Facts);
        var gestation = Recommending.Gestation(assessment.Facts);
        var differing = new Differing(gestation, hasGivenBirth);
        var all = new ComparedGuideline[assessment.Answers.Length];
        for (var index = 0; index < all.Length; index++)
        {
            var answer = assessment.Answers[index];
            all[index] = new ComparedGuideline(answer, new Positions(answer, gestation, hasGivenBirth).All(), IsChosen(assessment, answer.Guideline));
        }

        var chosen = Array.FindAll(all, guideline => guideline.IsChosen);
        for (var index = 0; index < all.Length; index++)
            all[index] = all[index].Against(differing, question => Find(chosen, assessment, question));
        Array.Sort(all, (first, second) => first.Place != second.Place ? first.Place.CompareTo(second.Place) : string.CompareOrdinal(first.Guideline.Id, second.Guideline.Id));
        return new Comparison(assessment, [.. all], differing);
    }

    /// <summary>The guideline that the protocol chooses for a question; null when it chooses none, or one that was not asked.</summary>
    /// <param name="question">The question.</param>
    public ComparedGuideline? Chosen(ClinicalQuestion question) => Find([.. Guidelines], Assessment, question);

    private static bool IsChosen(Assessment assessment, Guideline guideline) => assessment.Protocol is { } protocol && protocol.Channels.ContainsValue(guideline.Id);

    private static ComparedGuideline? Find(ComparedGuideline[] chosen, Assessment assessment, ClinicalQuestion question) =>
        assessment.Protocol is { } protocol && protocol.Channels.TryGetValue(question.Channel, out var id)
            ? Array.Find(chosen, guideline => guideline.Guideline.Id == id)
            : null;

    private static bool HasGivenBirth(WomanFacts facts) =>
        facts.Vocabulary.Named(ComparedGroups.PhaseFact) is { } phase && ComparedGroups.IsAfterBirth(phase.Type, facts[phase].Values);
}
