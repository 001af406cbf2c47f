using System.Globalization;
using Decidua.Knowledge.Values;

namespace Decidua.Proof.Encoding;

/// <summary>The words of SMT-LIB 2 that the encoding uses.</summary>
internal static class Smt
{
    internal const string True = "true";

    internal const string False = "false";

    /// <summary>A symbol with any characters but a bar and a backslash, which our names never have.</summary>
    internal static string Symbol(string name) => $"|{name.Replace('|', ' ').Replace('\\', ' ')}|";

    internal static string And(IReadOnlyCollection<string> parts) => Joined("and", True, parts);

    internal static string Or(IReadOnlyCollection<string> parts) => Joined("or", False, parts);

    internal static string Not(string term) => $"(not {term})";

    internal static string If(string condition, string then, string otherwise) => $"(ite {condition} {then} {otherwise})";

    internal static string Assert(string term) => $"(assert {term})\n";

    /// <summary>The sort of a type: choices are numbered from 0, whole numbers are integers, others reals.</summary>
    internal static string Sort(FactType type) => IsReal(type) ? "Real" : "Int";

    internal static bool IsReal(FactType type) => type.IsNumeric && !type.IsWhole;

    /// <summary>A number of a type; negative numbers are written as SMT-LIB wants them.</summary>
    internal static string Number(FactType type, decimal number)
    {
        var text = Math.Abs(number).ToString(IsReal(type) ? "0.0##########" : "0", CultureInfo.InvariantCulture);
        return number < 0 ? $"(- {text})" : text;
    }

    /// <summary>Whether a term of a type has one of some values.</summary>
    /// <param name="term">The term.</param>
    /// <param name="type">Its type.</param>
    /// <param name="values">The values.</param>
    internal static string In(string term, FactType type, ValueSet values) => values switch
    {
        ValueSet.Choices choices => Or([.. Enumerable.Range(0, type.Choices.Length).Where(index => (choices.Mask >> index & 1) != 0).Select(index => $"(= {term} {index.ToString(CultureInfo.InvariantCulture)})")]),
        ValueSet.Numbers numbers => Or([.. numbers.Intervals.Select(interval => Within(term, type, type.IsWhole ? interval.Whole() : interval)).Where(part => part.Length > 0)]),
        _ => throw new ArgumentOutOfRangeException(nameof(values)),
    };

    private static string Within(string term, FactType type, Interval interval)
    {
        if (interval.IsEmpty) return "";
        if (interval.IsPoint) return $"(= {term} {Number(type, interval.Low)})";
        var parts = new List<string>();
        if (interval.Low > type.Range.Low || !interval.LowClosed) parts.Add($"({(interval.LowClosed ? ">=" : ">")} {term} {Number(type, interval.Low)})");
        if (interval.High < type.Range.High || !interval.HighClosed) parts.Add($"({(interval.HighClosed ? "<=" : "<")} {term} {Number(type, interval.High)})");
        return And(parts);
    }

    private static string Joined(string word, string none, IReadOnlyCollection<string> parts) => parts.Count switch
    {
        0 => none,
        1 => parts.First(),
        _ => $"({word} {string.Join(' ', parts)})",
    };
}
