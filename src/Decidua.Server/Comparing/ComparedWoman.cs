using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using Decidua.Reasoning.Comparing;
using Decidua.Reasoning.Facts;
using Decidua.Server.Assessing;

namespace Decidua.Server.Comparing;

/// <summary>What the comparison page shows of one woman: the entries, the comparison, and the parts of it worth a column.</summary>
public sealed class ComparedWoman
{
    /// <summary>Compares the guidelines for the entries of a form.</summary>
    /// <param name="consultation">The entries and the assessment.</param>
    public ComparedWoman(Consultation consultation)
    {
        Consultation = consultation;
        Comparison = consultation.Assessment is { } assessment && !consultation.Form.IsBlank ? Comparison.Of(assessment) : null;
    }

    /// <summary>The entries and the assessment.</summary>
    public Consultation Consultation { get; }

    /// <summary>The comparison; null while nothing is entered, or when the entries contradict one another.</summary>
    public Comparison? Comparison { get; }

    /// <summary>The questions that some guideline answers about her; classification has a part of its own.</summary>
    public IReadOnlyList<ClinicalQuestion> Questions => field ??= Comparison is null ? []
        : [.. Comparison.Questions.Where(question => question.Channel != ClinicalQuestion.ClassificationChannel && Comparison.Guidelines.Any(guideline => guideline.On(question).Any()))];

    /// <summary>The recommending guidelines that say something about her.</summary>
    public IReadOnlyList<ComparedGuideline> Speaking => field ??= Those(guideline => !guideline.IsPractice && Says(guideline));

    /// <summary>The recommending guidelines that say nothing about her.</summary>
    public IReadOnlyList<ComparedGuideline> Silent => field ??= Those(guideline => !guideline.IsPractice && !Says(guideline) && guideline.Guideline.Channel != ClinicalQuestion.ClassificationChannel);

    /// <summary>The descriptions of practice that say something about her.</summary>
    public IReadOnlyList<ComparedGuideline> Practice => field ??= Those(guideline => guideline.IsPractice && Says(guideline));

    /// <summary>The subjects on which two recommending guidelines certainly differ, the weightiest first.</summary>
    public IReadOnlyList<ComparedSubject> Disagreements => field ??= [.. Comparison?.Subjects.Where(subject => subject.IsDisagreement) ?? []];

    /// <summary>The subjects on which open facts decide whether they differ.</summary>
    public IReadOnlyList<ComparedSubject> Open => field ??= [.. Comparison?.Subjects.Where(subject => !subject.IsDisagreement && subject.PossibleDifferences != Differences.None) ?? []];

    /// <summary>What the documents call it, where that says more than no or none.</summary>
    public IReadOnlyList<ComparedValue> Values => field ??= [.. Comparison?.Values.Where(value => value.IsTelling) ?? []];

    /// <summary>What is known about her and says more than what would be presumed, in words.</summary>
    public string Basis => Words(Known.Where(fact => Consultation.Facts[fact].Values != fact.Absent));

    /// <summary>What was entered and only says what would be presumed; empty when nothing was.</summary>
    public string AlsoKnown => Words(Known.Where(fact => Consultation.Facts[fact].Values == fact.Absent));

    private IEnumerable<Fact> Known => Consultation.Shelf.Topics.SelectMany(topic => topic.Facts)
        .Where(fact => Consultation.Form.Facts[fact].Standing is Standing.Known or Standing.Narrowed);

    private string Words(IEnumerable<Fact> facts) => string.Join(", ", facts.Select(fact => $"{fact.Name} {ValueText.WithUnit(fact.Type, Consultation.Facts[fact].Values)}"));

    private bool Says(ComparedGuideline guideline) => Questions.Any(question => guideline.On(question).Any());

    private List<ComparedGuideline> Those(Func<ComparedGuideline, bool> which) => [.. Comparison?.Guidelines.Where(which) ?? []];
}
