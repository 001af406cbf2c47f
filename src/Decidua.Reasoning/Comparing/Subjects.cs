namespace Decidua.Reasoning.Comparing;

/// <summary>The order in which subjects are shown, and which of them the comparison is about.</summary>
public static class Subjects
{
    /// <summary>The subject that the comparison is about.</summary>
    public const string Heparin = "LMWH";

    /// <summary>Drugs that are shown in a cell itself; everything else stands behind them.</summary>
    private static readonly string[] Leading = [Heparin, "UFH", "aspirin", "progesterone"];

    /// <summary>Whether a subject is named in the cell itself.</summary>
    /// <param name="subject">The subject.</param>
    public static bool IsLeading(string subject) => Leading.Contains(subject);

    /// <summary>A key that puts heparin first, the other leading subjects next, and the rest in the order of their names.</summary>
    /// <param name="subject">The subject.</param>
    public static (int, string) Place(string subject) => Array.IndexOf(Leading, subject) is >= 0 and var place ? (place, "") : (Leading.Length, subject);
}
