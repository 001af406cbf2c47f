using Decidua.Reasoning.Comparing;
using Decidua.Server.Wording;

namespace Decidua.Server.Comparing;

/// <summary>A column about the course of heparin: how much, from when, until when.</summary>
/// <param name="Title">Heading of the column.</param>
/// <param name="Difference">The difference that makes one of its cells stand out.</param>
/// <param name="Of">What a position says in it; several while facts are open.</param>
public sealed record CourseColumn(string Title, Differences Difference, Func<Position, IEnumerable<string>> Of)
{
    /// <summary>The three columns.</summary>
    public static IReadOnlyList<CourseColumn> All { get; } =
    [
        new("Heparin: how much", Differences.Intensity, position => position.Intensities),
        new("Heparin: from", Differences.Start, position => position.Starts.Select(AdviceWording.Words)),
        new("Heparin: until", Differences.End, position => position.Ends.Select(AdviceWording.Words)),
    ];
}

/// <summary>One line of a course cell: what a guideline says about heparin in answer to one question.</summary>
/// <param name="Position">The position.</param>
/// <param name="Text">What it says in this column.</param>
/// <param name="Stands">How it stands to the chosen guideline in this respect: <c>differs</c>, <c>may differ</c> or empty.</param>
public sealed record CourseLine(Position Position, string Text, string Stands)
{
    /// <summary>The lines of one guideline in a column, without what it leaves unsaid.</summary>
    /// <param name="guideline">The guideline.</param>
    /// <param name="column">The column.</param>
    public static IReadOnlyList<CourseLine> Of(ComparedGuideline guideline, CourseColumn column) =>
    [
        .. from position in guideline.Positions
           where position.Subject == Subjects.Heparin
           let texts = column.Of(position).ToList()
           where texts.Count > 0
           select new CourseLine(position, PositionWording.Either(texts),
               position.Differences.HasFlag(column.Difference) ? "differs" : position.PossibleDifferences.HasFlag(column.Difference) ? "may differ" : ""),
    ];
}
