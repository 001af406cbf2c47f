using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Decidua.Knowledge.Protocols;
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
        var positions = new Positions(gestation, hasGivenBirth);
        var guidelines = InOrder(assessment, answer => positions.Of(answer));
        var differing = new Differing(gestation, hasGivenBirth);
        Compare(guidelines, differing, assessment.Protocol);
        return new Comparison(assessment, ImmutableCollectionsMarshal.AsImmutableArray(guidelines), differing);
    }

    /// <summary>The guideline that the protocol chooses for a question; null when it chooses none, or one that was not asked.</summary>
    /// <param name="question">The question.</param>
    public ComparedGuideline? Chosen(ClinicalQuestion question) => Find(Guidelines.AsSpan(), Assessment.Protocol, question.Channel);

    /// <summary>Chosen ones first, descriptions of practice last. The answers come in the order of their ids.</summary>
    private static ComparedGuideline[] InOrder(Assessment assessment, Func<GuidelineAnswer, ImmutableArray<Position>> positions)
    {
        Span<int> counts = [0, 0, 0];
        foreach (var answer in assessment.Answers) counts[Place(answer)]++;
        Span<int> next = [0, counts[0], counts[0] + counts[1]];
        var all = new ComparedGuideline[assessment.Answers.Length];
        foreach (var answer in assessment.Answers)
        {
            var place = Place(answer);
            all[next[place]++] = new ComparedGuideline(answer, positions(answer), isChosen: place == 0);
        }

        return all;

        int Place(GuidelineAnswer answer) => answer.Guideline.IsPractice ? 2 : assessment.Protocol is { } protocol && protocol.Chooses(answer.Guideline.Id) ? 0 : 1;
    }

    /// <summary>Sets every position against that of the chosen guideline.</summary>
    private static void Compare(ComparedGuideline[] all, Differing differing, Protocol? protocol)
    {
        var chosen = new Dictionary<ClinicalQuestion, ComparedGuideline?>(ReferenceEqualityComparer.Instance);
        foreach (var guideline in all)
        {
            foreach (var position in guideline.Positions)
            {
                if (!chosen.TryGetValue(position.Question, out var other)) chosen.Add(position.Question, other = Find(all, protocol, position.Question.Channel));
                position.Standing = differing.Against(position, other);
            }
        }
    }

    private static ComparedGuideline? Find(ReadOnlySpan<ComparedGuideline> guidelines, Protocol? protocol, string channel)
    {
        if (protocol is null || !protocol.Channels.TryGetValue(channel, out var id)) return null;
        foreach (var guideline in guidelines)
            if (guideline.Guideline.Id == id) return guideline;
        return null;
    }

    private static bool HasGivenBirth(WomanFacts facts) =>
        facts.Vocabulary.Named(ComparedGroups.PhaseFact) is { } phase && ComparedGroups.IsAfterBirth(phase.Type, facts[phase].Values);
}
