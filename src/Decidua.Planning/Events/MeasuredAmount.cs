using System.Diagnostics.CodeAnalysis;
using Decidua.Knowledge.Cells;

namespace Decidua.Planning.Events;

/// <summary>A number with its unit as people write it: <c>60 mg</c>, <c>5000 IU</c>, <c>0.95 mg/dL</c>, <c>500 ng/mL FEU</c>.</summary>
/// <param name="Number">The number, not negative.</param>
/// <param name="Unit">The unit as a UCUM code where the spelling is a usual one; never empty.</param>
public sealed record MeasuredAmount(decimal Number, string Unit)
{
    private const int LongestText = 60;

    /// <summary>Reads an amount. A number without a unit is refused, for mg and units would look alike.</summary>
    /// <param name="text">The text.</param>
    /// <param name="amount">The amount; null when it cannot be read.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out MeasuredAmount? amount)
    {
        amount = null;
        text = text.Trim();
        var end = text.TakeWhile(character => char.IsAsciiDigit(character) || character == '.').Count();
        if (text.Length > LongestText || Literal.Plain(text[..end]) is not { } number || Code(text[end..].Trim()) is not { Length: > 0 } unit) return false;
        amount = new MeasuredAmount(number, unit);
        return true;
    }

    /// <summary>The UCUM code of a usual spelling; other units stay as they are and are refused where nobody knows them.</summary>
    private static string Code(string unit) => unit.Replace('µ', 'u').Replace('μ', 'u').Replace("10^9", "10*9", StringComparison.Ordinal).Replace("×10⁹", "10*9", StringComparison.Ordinal)
        .Replace(" FEU", "{FEU}", StringComparison.Ordinal).Replace(" DDU", "{DDU}", StringComparison.Ordinal);
}
