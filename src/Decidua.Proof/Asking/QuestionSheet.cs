using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Decidua.Knowledge.Vocabulary;

namespace Decidua.Proof.Asking;

/// <summary>Questions that share their definitions, as one text for a solver.</summary>
public sealed class QuestionSheet
{
    private const string Logic = "(set-logic ALL)\n";

    /// <summary>What the questions are about: the id of a document or protocol.</summary>
    public required string About { get; init; }

    /// <summary>Declarations and definitions.</summary>
    public required string Definitions { get; init; }

    /// <summary>The questions.</summary>
    public required ImmutableArray<Question> Questions { get; init; }

    /// <summary>The facts that a woman of this sheet has, with their symbols.</summary>
    public required ImmutableArray<(Fact Fact, string Symbol)> Facts { get; init; }

    /// <summary>The text that asks every question; the solver answers each with one line: <c>sat</c>, <c>unsat</c> or <c>unknown</c>.</summary>
    public string Script()
    {
        var text = new StringBuilder(Logic).Append(Definitions);
        foreach (var question in Questions) text.Append("(push 1)\n").Append(question.Assertions).Append("(check-sat)\n(pop 1)\n");
        return text.ToString();
    }

    /// <summary>The text that asks one question again and wants to see the woman.</summary>
    /// <param name="question">A question of this sheet to which there is a woman.</param>
    public string WomanScript(Question question) =>
        new StringBuilder("(set-option :produce-models true)\n").Append(Logic).Append(Definitions).Append(question.Assertions).Append("(check-sat)\n(get-value (")
            .AppendJoin(' ', Facts.Select(pair => pair.Symbol)).Append("))\n").ToString();

    /// <summary>A name for the exact text of this sheet, under which its answers may be kept.</summary>
    public string Key => field ??= Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Script())));

    /// <summary>How many questions there are, in words.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{About}: {Questions.Length} questions");
}
