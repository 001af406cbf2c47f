namespace Decidua.Proof.Asking;

/// <summary>What kind of thing a question of proof asks.</summary>
public enum QuestionKind
{
    /// <summary>Whether some row of a table applies to every woman.</summary>
    Complete,

    /// <summary>Whether no two rows of a table apply to the same woman.</summary>
    Disjoint,

    /// <summary>Whether some woman exists to whom a row applies.</summary>
    Reachable,

    /// <summary>Whether no woman gets contradictory advice from one document.</summary>
    Consistent,

    /// <summary>Whether the condition of an invariant holds for some woman at all, so that it says something.</summary>
    NotVacuous,

    /// <summary>An invariant: what never happens.</summary>
    Never,

    /// <summary>An invariant: what always happens.</summary>
    Always,

    /// <summary>An invariant: what a fact never changes.</summary>
    Independent,

    /// <summary>An invariant: what never falls when something rises.</summary>
    Monotone,
}

/// <summary>One question to a solver.</summary>
/// <param name="Id">What is asked about: the address of a table or row, or the id of an invariant and of what it is asked of.</param>
/// <param name="Kind">What is asked.</param>
/// <param name="Claim">What is claimed, in words.</param>
/// <param name="Assertions">Assertions that no woman may satisfy; or, for <see cref="WantsAWoman"/>, that some woman must.</param>
public sealed record Question(string Id, QuestionKind Kind, string Claim, string Assertions)
{
    /// <summary>Whether the claim is proved by a woman rather than by the absence of one.</summary>
    public bool WantsAWoman => Kind is QuestionKind.Reachable or QuestionKind.NotVacuous;
}
