using System.Text;

namespace Decidua.Exchange.Json;

/// <summary>Repeats a piece of the input in a message: short, on one line, without control characters.</summary>
internal static class Quoted
{
    /// <summary>At most <see cref="ReadingLimits.QuotedCharacters"/> characters of the text.</summary>
    public static string Short(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= ReadingLimits.QuotedCharacters)
                return shown.Append('…').ToString();
            shown.Append(Rune.IsControl(rune) ? "\uFFFD" : rune.ToString());
        }

        return shown.ToString();
    }
}
