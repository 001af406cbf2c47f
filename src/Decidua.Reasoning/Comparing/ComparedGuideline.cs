using System.Collections.Immutable;
using Decidua.Knowledge;
using Decidua.Reasoning.Assessing;

namespace Decidua.Reasoning.Comparing;

/// <summary>One guideline in a comparison: its positions, and the questions on which it is silent.</summary>
public sealed class ComparedGuideline
{
    internal ComparedGuideline(GuidelineAnswer answer, ImmutableArray<Position> positions, bool isChosen)
    {
        Answer = answer;
        Positions = positions;
        IsChosen = isChosen;
    }

    /// <summary>Its answer.</summary>
    public GuidelineAnswer Answer { get; }

    /// <summary>The guideline.</summary>
    public Guideline Guideline => Answer.Guideline;

    /// <summary>Whether it describes what is done somewhere; then it is shown apart, and counts for nothing.</summary>
    public bool IsPractice => Guideline.IsPractice;

    /// <summary>Whether the protocol lets it answer some question.</summary>
    public bool IsChosen { get; }

    /// <summary>What it says about her, by question and subject.</summary>
    public ImmutableArray<Position> Positions { get; }

    /// <summary>The questions on which the document has advice for some woman.</summary>
    public IEnumerable<ClinicalQuestion> Covered => Answer.Evaluation.Program.Compared.Select(group => group.Question)
        .Concat(Guideline.Channel == ClinicalQuestion.ClassificationChannel ? ClinicalQuestion.Of(Guideline.Channel) : []).Distinct();

    /// <summary>What it says in answer to a question: heparin first; nothing when no row applies to her.</summary>
    /// <param name="question">The question.</param>
    public IEnumerable<Position> On(ClinicalQuestion question) => Positions.Where(position => position.Question == question);

    /// <summary>What it says on one subject in answer to a question; null when it says nothing.</summary>
    /// <param name="question">The question.</param>
    /// <param name="subject">The subject.</param>
    public Position? On(ClinicalQuestion question, string subject)
    {
        foreach (var position in Positions)
            if (position.Subject == subject && position.Question == question) return position;
        return null;
    }

    /// <summary>Whether the document has advice on a question, for her or for another woman.</summary>
    /// <param name="question">The question.</param>
    public bool Covers(ClinicalQuestion question) => Covered.Contains(question);

    /// <summary>
    /// The doses that the document prints for the intensities it names for heparin: the results of tables whose title begins with
    /// the word for the intensity.
    /// </summary>
    public IEnumerable<ResultAnswer> HeparinDoses
    {
        get
        {
            var words = Positions.Where(position => position.Subject == Subjects.Heparin).SelectMany(position => position.Intensities).Distinct().ToList();
            return words.Count == 0 ? [] : Answer.Results.Where(result => words.Exists(word => result.Table.Title.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase)));
        }
    }

    /// <summary>How it stands to the chosen guidelines about heparin: the greatest distance over the questions that both answer.</summary>
    public Agreement AboutHeparin => Positions.Where(position => position.Subject == Subjects.Heparin)
        .Select(position => position.Agreement).Where(agreement => agreement != Agreement.NothingToCompare).DefaultIfEmpty(Agreement.NothingToCompare).Max();

    /// <inheritdoc/>
    public override string ToString() => Guideline.Id;
}
