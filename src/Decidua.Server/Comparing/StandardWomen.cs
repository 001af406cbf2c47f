using System.Collections.Immutable;
using Decidua.Knowledge.Cases;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Protocols;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Comparing;
using Decidua.Server.Documents;
using Decidua.Server.Entering;
using Microsoft.Extensions.Primitives;

namespace Decidua.Server.Comparing;

/// <summary>
/// The standard women: worked cases of the knowledge that show where guidelines part. Which they are is knowledge; a hospital may
/// change the document or add to it.
/// </summary>
public static class StandardWomen
{
    /// <summary>The document of worked cases that holds them.</summary>
    private const string Document = "cases/standard-women.md";

    /// <summary>The women in the order of the document. Variants of a woman in a sweep are none of their own.</summary>
    /// <param name="shelf">The knowledge.</param>
    public static ImmutableArray<StandardWoman> Of(Shelf shelf) =>
        [.. shelf.Library.Cases.Where(worked => worked.Place.File == Document && worked.Story.Length > 0).Select(worked => new StandardWoman(worked))];
}

/// <summary>One standard woman.</summary>
/// <param name="Case">The worked case.</param>
public sealed record StandardWoman(KnowledgeCase Case)
{
    /// <summary>Her name in addresses: the slug of the heading.</summary>
    public string Id { get; } = Slug.Of(Case.Title);

    /// <summary>Her story without the source, as Markdown.</summary>
    public string Story { get; } = string.Join("\n\n", Case.Story.Split("\n\n").Where(part => !part.StartsWith("Source:", StringComparison.Ordinal)));

    /// <summary>Her facts as the form of the assessment would send them.</summary>
    /// <param name="protocol">The protocol; empty for the default one.</param>
    public IEnumerable<KeyValuePair<string, StringValues>> Fields(string protocol) =>
        Case.Facts.Select(fact => new KeyValuePair<string, StringValues>(fact.Fact.Id, Entry(fact))).Append(new(EntryForm.ProtocolField, protocol));

    /// <summary>A fact as one would enter it. What the page cannot take in one entry is left open.</summary>
    private static string Entry(CaseFact fact) => fact.Values switch
    {
        { IsSingle: true } => ValueText.Set(fact.Fact.Type, fact.Values),
        ValueSet.Numbers { Intervals: [var interval] } when fact.Values != fact.Fact.Type.Everything =>
            $"{(interval.LowClosed ? '[' : '(')}{ValueText.Number(fact.Fact.Type, interval.Low)}..{ValueText.Number(fact.Fact.Type, interval.High)}{(interval.HighClosed ? ']' : ')')}",
        _ => EntryReader.NotKnown,
    };
}

/// <summary>The matrix: every standard woman by every guideline, for heparin in one channel.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Women">The women, in order.</param>
/// <param name="Rows">The guidelines that say something about heparin for one of them.</param>
public sealed record WomenMatrix(string Title, ImmutableArray<StandardWoman> Women, ImmutableArray<MatrixRow> Rows)
{
    /// <summary>The matrices of the pregnancy channel and of the clot channel.</summary>
    /// <param name="shelf">The knowledge.</param>
    /// <param name="protocol">The protocol; null when the knowledge has none.</param>
    public static ImmutableArray<WomenMatrix> Of(Shelf shelf, Protocol? protocol)
    {
        var women = StandardWomen.Of(shelf);
        var compared = women.Select(woman => Comparison.Of(shelf.Assessor.Assess(EntryFacts(shelf, woman), protocol))).ToImmutableArray();
        return [.. ClinicalQuestion.All.GroupBy(question => question.Channel).Where(same => Shown.Contains(same.Key))
            .Select(same => Make(same.Count() == 1 ? same.First().Words : "Prevent clots", women, compared, [.. same]))];
    }

    private static readonly string[] Shown = ["pregnancy", ClinicalQuestion.ClotPrevention, "OHSS"];

    private static Reasoning.Facts.WomanFacts EntryFacts(Shelf shelf, StandardWoman woman) => woman.Case.Facts.Aggregate(
        Reasoning.Facts.WomanFacts.None(shelf.Library.Vocabulary), (facts, fact) => facts.With(fact.Fact, fact.Values, "case"));

    private static WomenMatrix Make(string title, ImmutableArray<StandardWoman> women, ImmutableArray<Comparison> compared, ImmutableArray<ClinicalQuestion> questions)
    {
        if (compared.IsEmpty) return new WomenMatrix(title, women, []);
        var rows = compared[0].Guidelines.Select(guideline => new MatrixRow(guideline,
            [.. compared.Select(comparison => comparison.Guidelines.First(one => one.Guideline == guideline.Guideline)).Select(one => questions.Select(question => one.On(question, Subjects.Heparin)).OfType<Position>().ToImmutableArray())]));
        return new WomenMatrix(title, women, [.. rows.Where(row => row.Cells.Any(cell => !cell.IsEmpty))]);
    }
}

/// <summary>One guideline in the matrix.</summary>
/// <param name="Guideline">The guideline.</param>
/// <param name="Cells">For each woman what it says about heparin; empty where it says nothing.</param>
public sealed record MatrixRow(ComparedGuideline Guideline, ImmutableArray<ImmutableArray<Position>> Cells);
