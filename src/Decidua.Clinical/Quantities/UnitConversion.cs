using System.Collections.Frozen;
using Decidua.Clinical.Issues;

namespace Decidua.Clinical.Quantities;

/// <summary>
/// The one place where a number changes its unit. Units are UCUM codes; an annotation in braces says nothing about size
/// and is ignored (<c>mL/min/{1.73_m2}</c> reads as <c>mL/min</c>). A pair that is not listed is refused, never guessed.
/// </summary>
public static class UnitConversion
{
    private const decimal Thousand = 1000m;
    private static readonly string[] Kinds = ["{FEU}", "{DDU}"];

    // Definitions of the units themselves: international avoirdupois pound and ounce, international inch and foot.
    private static readonly FrozenDictionary<(string From, string To), decimal> Factors =
        new Dictionary<(string From, string To), decimal>
        {
            [("g", "kg")] = 1 / Thousand,
            [("[lb_av]", "kg")] = 0.45359237m,
            [("[oz_av]", "kg")] = 0.45359237m / 16,
            [("cm", "m")] = 0.01m,
            [("mm", "m")] = 1 / Thousand,
            [("[in_i]", "m")] = 0.0254m,
            [("[ft_i]", "m")] = 0.3048m,
            [("10*3/uL", "10*9/L")] = 1,
            [("10*6/L", "10*9/L")] = 1 / Thousand,
            [("10*3/mm3", "10*9/L")] = 1,
            [("/uL", "10*9/L")] = 1 / Thousand,
            [("L", "mL")] = Thousand,
            [("%", "L/L")] = 0.01m,
            [("g/dL", "g/L")] = 10,
            [("g/L", "g/dL")] = 0.1m,
            [("mg/dL", "g/L")] = 0.01m,
            [("g/L", "mg/dL")] = 100,
            [("L/L", "%")] = 100,
            [("ng/mL", "ug/L")] = 1,
            [("ug/L", "ng/mL")] = 1,
            [("mg/L", "ug/mL")] = 1,
            [("ug/mL", "mg/L")] = 1,
            [("ng/mL", "ug/mL")] = 1 / Thousand,
            [("ug/mL", "ng/mL")] = Thousand,
            [("ng/mL", "mg/L")] = 1 / Thousand,
            [("mg/L", "ng/mL")] = Thousand,
            [("ug/L", "mg/L")] = 1 / Thousand,
            [("mg/L", "ug/L")] = Thousand,
            [("mL/s", "mL/min")] = 60,
        }.ToFrozenDictionary();

    /// <summary>Converts a number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="from">Its UCUM code.</param>
    /// <param name="to">The UCUM code wanted.</param>
    /// <param name="converted">The number in the wanted unit, or 0 when refused.</param>
    /// <returns>False when this pair of units is not known, or when the number leaves the range of a decimal.</returns>
    public static bool TryConvert(decimal value, string from, string to, out decimal converted)
    {
        var (plainFrom, plainTo) = (WithoutAnnotation(from), WithoutAnnotation(to));
        converted = value;
        if (Kind(from) != Kind(to))
        {
            converted = 0;
            return false;
        }

        if (plainFrom == plainTo)
            return true;
        if (!Factors.TryGetValue((plainFrom, plainTo), out var factor) || Math.Abs(value) > decimal.MaxValue / Thousand)
        {
            converted = 0;
            return false;
        }

        converted = value * factor;
        return true;
    }

    /// <summary>The issue for a unit that cannot be used.</summary>
    /// <param name="at">The place of the number.</param>
    /// <param name="from">The unit found; may be empty.</param>
    /// <param name="to">The unit wanted.</param>
    public static Issue Refusal(string at, string from, string to) => new(
        IssueCode.WrongUnit,
        Severity.Warning,
        at,
        from.Length == 0 ? $"A number without a unit; {to} was expected. It was not used."
            : $"The unit '{from}' cannot be read as {to}. The number was not used.",
        $"Record it in {to}, with the UCUM code.");

    /// <summary>The annotation when it tells two things apart that are not measured alike; empty for every other.</summary>
    private static string Kind(string unit) => Array.Find(Kinds, kind => unit.EndsWith(kind, StringComparison.Ordinal)) ?? "";

    private static string WithoutAnnotation(string unit)
    {
        var start = unit.IndexOf('{', StringComparison.Ordinal);
        if (start < 0 || !unit.EndsWith('}'))
            return unit;
        var kept = unit[..start];
        return kept.EndsWith('/') ? kept[..^1] : kept;
    }
}
