using System.Collections.Immutable;

namespace Decidua.Reasoning.Comparing;

/// <summary>One subject in answer to one question, over all guidelines that speak about it.</summary>
/// <param name="Question">The question.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Positions">The positions of the recommending guidelines, the chosen one first.</param>
/// <param name="Practice">The positions of descriptions of practice; they make no disagreement.</param>
public sealed record ComparedSubject(ClinicalQuestion Question, string Subject, ImmutableArray<Position> Positions, ImmutableArray<Position> Practice)
{
    /// <summary>In what two recommending guidelines certainly differ about her.</summary>
    public required Differences Differences { get; init; }

    /// <summary>In what they may differ besides, depending on open facts.</summary>
    public required Differences PossibleDifferences { get; init; }

    /// <summary>Whether two recommending guidelines certainly differ.</summary>
    public bool IsDisagreement => Differences != Differences.None;

    /// <summary>The recommending guidelines sorted by what they say: those that say the same in words stand together, the chosen one's first.</summary>
    public IEnumerable<IGrouping<string, Position>> Sides => Positions.GroupBy(position => string.Join(", ", position.Course.Prepend(position.Words)));

    internal static ImmutableArray<ComparedSubject> Of(Comparison comparison) =>
    [
        .. comparison.Guidelines.SelectMany(guideline => guideline.Positions.Select(position => (guideline.IsPractice, position)))
            .GroupBy(pair => (pair.position.Question, pair.position.Subject))
            .Select(same => Make(comparison, same.Key, [.. same.Where(pair => !pair.IsPractice).Select(pair => pair.position).OrderBy(position => position.Agreement == Agreement.Chosen ? 0 : 1)],
                [.. same.Where(pair => pair.IsPractice).Select(pair => pair.position)]))
            .OrderBy(subject => subject.Rank)
            .ThenBy(subject => Subjects.IsLeading(subject.Subject) ? 0 : 1)
            .ThenBy(subject => subject.Question.Order).ThenBy(subject => subject.Question.Id, StringComparer.Ordinal)
            .ThenBy(subject => Subjects.Place(subject.Subject)),
    ];

    /// <summary>Opposite advice first, then other advice, then what only the course is about; agreement last.</summary>
    private int Rank => Differences.HasFlag(Differences.Direction) ? 0
        : Differences.HasFlag(Differences.Warning) ? 1
        : Differences.HasFlag(Differences.Advice) ? 2
        : Differences != Differences.None ? 3
        : PossibleDifferences != Differences.None ? 4 : 5;

    private static ComparedSubject Make(
        Comparison comparison, (ClinicalQuestion Question, string Subject) what, ImmutableArray<Position> positions, ImmutableArray<Position> practice)
    {
        var (differ, may) = (Differences.None, Differences.None);
        for (var later = 1; later < positions.Length; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                var (certain, open) = comparison.Differing.Between(positions[earlier], positions[later]);
                differ |= certain;
                may |= open;
            }
        }

        return new ComparedSubject(what.Question, what.Subject, positions, practice) { Differences = differ, PossibleDifferences = may & ~differ };
    }
}
