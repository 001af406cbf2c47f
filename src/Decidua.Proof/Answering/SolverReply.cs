using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Proof.Asking;

namespace Decidua.Proof.Answering;

/// <summary>What a solver said to one question.</summary>
public enum Verdict
{
    /// <summary>The claim holds for every woman who can exist.</summary>
    Proved,

    /// <summary>A woman shows that it does not hold, or no woman could be found where there had to be one.</summary>
    Refuted,

    /// <summary>The solver gave no answer. That is a failure, never a pass.</summary>
    NoAnswer,
}

/// <summary>One question with its answer.</summary>
/// <param name="Question">The question.</param>
/// <param name="Verdict">The answer.</param>
public sealed record Answer(Question Question, Verdict Verdict);

/// <summary>Reads what a solver printed.</summary>
public static class SolverReply
{
    /// <summary>Puts the lines of an output beside the questions.</summary>
    /// <param name="sheet">What was asked.</param>
    /// <param name="output">What the solver printed: one line for each question.</param>
    /// <returns>One answer for each question; a missing or strange line is no answer.</returns>
    public static ImmutableArray<Answer> Read(QuestionSheet sheet, string output)
    {
        var lines = output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return [.. sheet.Questions.Select((question, index) => new Answer(question, index < lines.Length && lines.Length == sheet.Questions.Length ? Of(question, lines[index]) : Verdict.NoAnswer))];
    }

    private static Verdict Of(Question question, string line) => (line, question.WantsAWoman) switch
    {
        ("unsat", false) or ("sat", true) => Verdict.Proved,
        ("sat", false) or ("unsat", true) => Verdict.Refuted,
        _ => Verdict.NoAnswer,
    };
}
