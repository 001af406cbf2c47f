namespace Decidua.Knowledge.Tables;

/// <summary>How the rows of a table make its answer (the hit policies of DMN that the language has).</summary>
public enum HitPolicy
{
    /// <summary><c>U</c>: exactly one row applies to every woman.</summary>
    Unique,

    /// <summary><c>F</c>: the first row that applies.</summary>
    First,

    /// <summary><c>C</c>: all rows that apply.</summary>
    Collect,

    /// <summary><c>C+</c>: the sum over the rows that apply.</summary>
    Sum,

    /// <summary><c>C&gt;</c>: the greatest output of the rows that apply; for choices the one declared first.</summary>
    Greatest,
}

/// <summary>The letters for <see cref="HitPolicy"/>.</summary>
public static class HitPolicyLetters
{
    /// <summary>The policy that a header cell names; null when it names none.</summary>
    /// <param name="text">The first header cell.</param>
    public static HitPolicy? Parse(string text) => text switch
    {
        "U" => HitPolicy.Unique,
        "F" => HitPolicy.First,
        "C" => HitPolicy.Collect,
        "C+" => HitPolicy.Sum,
        "C>" => HitPolicy.Greatest,
        _ => null,
    };

    /// <summary>The letters of a policy.</summary>
    /// <param name="policy">The policy.</param>
    public static string Letters(this HitPolicy policy) => policy switch
    {
        HitPolicy.Unique => "U",
        HitPolicy.First => "F",
        HitPolicy.Collect => "C",
        HitPolicy.Sum => "C+",
        HitPolicy.Greatest => "C>",
        _ => throw new ArgumentOutOfRangeException(nameof(policy)),
    };

    /// <summary>What the policy means, for readers of a document.</summary>
    /// <param name="policy">The policy.</param>
    public static string Meaning(this HitPolicy policy) => policy switch
    {
        HitPolicy.Unique => "Exactly one row applies to every woman.",
        HitPolicy.First => "The first row that applies counts.",
        HitPolicy.Collect => "Every row that applies counts.",
        HitPolicy.Sum => "The points of all rows that apply are added.",
        HitPolicy.Greatest => "The greatest value among the rows that apply counts.",
        _ => throw new ArgumentOutOfRangeException(nameof(policy)),
    };
}
