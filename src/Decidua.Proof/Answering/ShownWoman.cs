using System.Collections.Immutable;
using System.Globalization;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using Decidua.Proof.Asking;

namespace Decidua.Proof.Answering;

/// <summary>The woman whom a solver found: every fact of its sheet with one value.</summary>
public static class ShownWoman
{
    /// <summary>Reads the values that a solver printed.</summary>
    /// <param name="sheet">The sheet that was asked.</param>
    /// <param name="output">What the solver printed to <see cref="QuestionSheet.WomanScript"/>.</param>
    /// <returns>The facts with their values; empty when the output is not understood.</returns>
    public static ImmutableArray<(Fact Fact, ValueSet Value)> Read(QuestionSheet sheet, string output)
    {
        var start = output.IndexOf('(', StringComparison.Ordinal);
        if (start < 0 || !output.TrimStart().StartsWith("sat", StringComparison.Ordinal)) return [];
        var bySymbol = sheet.Facts.ToDictionary(pair => pair.Symbol, pair => pair.Fact);
        var found = ImmutableArray.CreateBuilder<(Fact, ValueSet)>();
        var at = start + 1;
        while (at < output.Length)
        {
            var bar = output.IndexOf('|', at);
            if (bar < 0) break;
            var end = output.IndexOf('|', bar + 1);
            if (end < 0) return [];
            var symbol = output[bar..(end + 1)];
            at = end + 1;
            if (!bySymbol.TryGetValue(symbol, out var fact)) return [];
            if (Number(output, ref at) is not { } number) return [];
            found.Add((fact, fact.Type.IsNumeric ? new ValueSet.Numbers(Interval.Point(number)) : new ValueSet.Choices(1UL << (int)number)));
        }

        return found.Count == sheet.Facts.Length ? found.ToImmutable() : [];
    }

    /// <summary>Reads <c>12</c>, <c>12.5</c>, <c>(- 3)</c>, <c>(/ 1 3)</c> and what is put together from these.</summary>
    private static decimal? Number(string text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        if (at >= text.Length) return null;
        if (text[at] != '(')
        {
            var begin = at;
            while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.')) at++;
            return decimal.TryParse(text[begin..at], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var plain) ? plain : null;
        }

        var sign = text[++at];
        at++;
        if (Number(text, ref at) is not { } first) return null;
        decimal? value = sign == '-' ? -first : sign == '/' && Number(text, ref at) is { } second && second != 0 ? first / second : null;
        while (at < text.Length && text[at] != ')') at++;
        at++;
        return value;
    }
}
