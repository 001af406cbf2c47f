using System.Collections.Immutable;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Tables;

namespace Decidua.Reasoning.Assessing;

/// <summary>Whether advice holds for every remaining value of the facts.</summary>
public enum Certainty
{
    /// <summary>It holds for some of the remaining values.</summary>
    Possible,

    /// <summary>It holds for all of them.</summary>
    Certain,
}

/// <summary>One piece of advice of one document, with the rows that it rests on.</summary>
public sealed record Recommendation
{
    /// <summary>Id of the guideline.</summary>
    public required string Guideline { get; init; }

    /// <summary>The question that it answers.</summary>
    public required string Channel { get; init; }

    /// <summary>What to do.</summary>
    public required AdviceKind Advice { get; init; }

    /// <summary>About what.</summary>
    public required string Subject { get; init; }

    /// <summary>How much heparin; none when the advice does not say.</summary>
    public required Intensity Intensity { get; init; }

    /// <summary>When it starts, worked out for her gestation where that is known; null when the advice does not say.</summary>
    public required Milestone? From { get; init; }

    /// <summary>When it ends; null when the advice does not say.</summary>
    public required Milestone? Until { get; init; }

    /// <summary>Whether it holds for every remaining value of the facts.</summary>
    public required Certainty Certainty { get; init; }

    /// <summary>The rows that make it, in the order of the document.</summary>
    public required ImmutableArray<Row> Rows { get; init; }

    /// <summary>The strongest grade that the rows give; empty when none gives any. Grades are in the publisher's scale.</summary>
    public string Strength => Rows.Select(row => row.Strength).Where(grade => grade.Length > 0).Order(StringComparer.Ordinal).FirstOrDefault("");

    /// <summary>The weakest way in which one of the rows was checked.</summary>
    public Checked Checked
    {
        get
        {
            var weakest = Checked.Primary;
            foreach (var row in Rows)
                if (row.Checked > weakest) weakest = row.Checked;
            return weakest;
        }
    }

    /// <summary>The reasons that the rows give which advise this, without repetition; rows that it outweighs give none.</summary>
    public IEnumerable<string> Reasons => Rows.Where(row => IsAgainst(row.Advice!.Kind) == IsAgainst(Advice))
        .Select(row => row.Advice!.Reason).Where(reason => reason.Length > 0).Distinct();

    /// <summary>Ids of the studies that these rows name as evidence, without repetition.</summary>
    public IEnumerable<string> Evidence => Rows.Where(row => IsAgainst(row.Advice!.Kind) == IsAgainst(Advice)).SelectMany(row => row.Evidence).Distinct();

    private static bool IsAgainst(AdviceKind kind) => kind is AdviceKind.NoNeed or AdviceKind.Avoid;

    /// <summary>The advice in words: <c>consider LMWH, prophylactic, from 28+0 until labour</c>.</summary>
    public override string ToString() =>
        $"{Advice.Word()} {Subject}"
        + (Intensity == Intensity.None ? "" : $", {Intensity.Word()}")
        + (From is null ? "" : $", from {From}")
        + (Until is null ? "" : $" until {Until}");
}
