using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Tables;
using NodaTime;

namespace Decidua.Planning.Holding;

/// <summary>Whether a block may go ahead now, from free to forbidden. It speaks of hours, platelets and clotting only; a clinician decides.</summary>
public enum NeedleVerdict
{
    /// <summary>The hours have passed.</summary>
    MayProceed,

    /// <summary>Only when a coagulation test, or the anti-Xa that the document names, is normal.</summary>
    AfterCheck,

    /// <summary>Case by case: a senior clinician weighs it for this woman.</summary>
    SeniorDecision,

    /// <summary>The hours have not passed.</summary>
    Wait,

    /// <summary>Something is not known without which nobody can say.</summary>
    NotAnswerable,

    /// <summary>No block.</summary>
    Avoid,
}

/// <summary>The words for <see cref="NeedleVerdict"/>.</summary>
public static class NeedleVerdictWords
{
    /// <summary>The verdict in words.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string Word(this NeedleVerdict verdict) => verdict switch
    {
        NeedleVerdict.MayProceed => "may proceed by the hours",
        NeedleVerdict.AfterCheck => "only after a normal coagulation check",
        NeedleVerdict.SeniorDecision => "case by case, a senior decision",
        NeedleVerdict.Wait => "wait",
        NeedleVerdict.NotAnswerable => "cannot be answered",
        NeedleVerdict.Avoid => "no block",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };
}

/// <summary>What one document says about a block now.</summary>
public sealed record NeedleView
{
    /// <summary>Id of the document.</summary>
    public required string Document { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Whether the block may go ahead by this document.</summary>
    public required NeedleVerdict Verdict { get; init; }

    /// <summary>Hours that it asks for after the last dose; null when it names none.</summary>
    public required Duration? Hours { get; init; }

    /// <summary>How long there is still to wait; null when not at all, or when nobody can say.</summary>
    public required Duration? Wait { get; init; }

    /// <summary>Not before this; null without a clock, without hours, or when they have passed.</summary>
    public required ZonedDateTime? NotBefore { get; init; }

    /// <summary>How long a catheter that lies must still stay in after the last dose; null when it may come out, or when the document names no hours.</summary>
    public required Duration? CatheterStays { get; init; }

    /// <summary>What else belongs to it: the shorter reading, the test, what is not known.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>The rows that it rests on.</summary>
    public required ImmutableArray<Row> Rows { get; init; }
}

/// <summary>The answer to: a block is wanted now.</summary>
public sealed record NeedleAnswer
{
    /// <summary>The strictest of the chosen document, the platelets and her clotting.</summary>
    public required NeedleVerdict Verdict { get; init; }

    /// <summary>What the document of the protocol says; null when the protocol chooses none.</summary>
    public required NeedleView? Chosen { get; init; }

    /// <summary>What every other document on holds says, in the order of their ids.</summary>
    public required ImmutableArray<NeedleView> Others { get; init; }

    /// <summary>Why, beside the hours: platelets, clotting, what is not known.</summary>
    public required ImmutableArray<string> Reasons { get; init; }

    /// <summary>Who must decide.</summary>
    public required ImmutableArray<string> Decides { get; init; }

    /// <summary>The checks that stay, whatever the hours say: a haematoma has happened to women whose hours were kept.</summary>
    public required ImmutableArray<string> Always { get; init; }

    /// <summary>What was refused, doubtful or missing.</summary>
    public required ImmutableArray<Issue> Issues { get; init; }

    /// <summary>The answer in one line: <c>wait 2 h 15 min, until 2026-03-01 10:00</c>.</summary>
    public string Summary => Verdict.Word()
        + (Chosen?.Wait is { } wait ? Verdict == NeedleVerdict.Wait ? $" {ClockTime.Text(wait)}" : $"; by the hours wait {ClockTime.Text(wait)}" : "")
        + (Chosen is { Wait: not null, NotBefore: { } until } ? $", until {ClockTime.Text(until)}" : "");
}
