using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Tables;

namespace Decidua.Planning.Dosing;

/// <summary>
/// The dose of one medicine at one intensity for one woman, with the syringes that give it. Where something is missing or
/// forbids it there is no amount, and the issues say what to measure or whom to ask.
/// </summary>
public sealed record DoseAnswer
{
    /// <summary>Id of the medicine: <c>enoxaparin</c>.</summary>
    public required string Medicine { get; init; }

    /// <summary>How much heparin; none for other medicines.</summary>
    public required Intensity Intensity { get; init; }

    /// <summary>Id of the document that gives the dose.</summary>
    public required string Document { get; init; }

    /// <summary>The amount of one dose as the rule gives it, in <see cref="Unit"/>; null when there is none.</summary>
    public required decimal? Ruled { get; init; }

    /// <summary>The amount of one dose after rounding to real syringes, in <see cref="Unit"/>; null when there is none.</summary>
    public required decimal? Amount { get; init; }

    /// <summary><c>mg</c> or <c>IU</c>, as the medicine is labelled. The two are never mixed.</summary>
    public required string Unit { get; init; }

    /// <summary>Hours between two doses: 24, 12 or 8; null when there is no dose.</summary>
    public required int? EveryHours { get; init; }

    /// <summary>How the amount came about, for readers: <c>0.6 per kg × 175 kg</c>; empty when the table says it outright.</summary>
    public required string Working { get; init; }

    /// <summary>The syringes of one dose; empty when none of the stocked ones can give it.</summary>
    public required ImmutableArray<SyringeUse> Syringes { get; init; }

    /// <summary>The rows that it rests on.</summary>
    public required ImmutableArray<Row> Rows { get; init; }

    /// <summary>What is missing, doubtful or in conflict: another weight band, a label's highest dose, kidney function.</summary>
    public required ImmutableArray<Issue> Issues { get; init; }

    /// <summary>Other ways of giving the same intensity that the document prints: once or twice a day.</summary>
    public ImmutableArray<DoseAnswer> Alternatives { get; init; } = [];

    /// <summary>The amount of one day after rounding; null when there is none.</summary>
    public decimal? Daily => Amount * HoursPerDay / EveryHours;

    internal const int HoursPerDay = 24;
}

/// <summary>One syringe of a dose.</summary>
/// <param name="Presentation">Id of the presentation.</param>
/// <param name="Label">What stands on it: <c>enoxaparin 60 mg in 0.6 mL</c>.</param>
/// <param name="Count">How many of them make one dose.</param>
/// <param name="Amount">What is given from each, in the unit of the dose.</param>
/// <param name="Volume">What is injected from each, in mL.</param>
/// <param name="IsPart">Whether only a part of the syringe is given, up to a mark.</param>
public sealed record SyringeUse(string Presentation, string Label, int Count, decimal Amount, decimal Volume, bool IsPart);
