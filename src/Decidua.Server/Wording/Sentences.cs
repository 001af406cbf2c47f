namespace Decidua.Server.Wording;

/// <summary>Small things about sentences.</summary>
public static class Sentences
{
    /// <summary>The text with a capital first letter.</summary>
    /// <param name="text">Any text.</param>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A number of things: <c>1 row</c>, <c>3 rows</c>.</summary>
    /// <param name="number">How many.</param>
    /// <param name="one">The word for one.</param>
    /// <param name="several">The word for several; the one with an s when null.</param>
    public static string Count(int number, string one, string? several = null) => number == 1 ? $"1 {one}" : $"{number} {several ?? one + "s"}";
}
