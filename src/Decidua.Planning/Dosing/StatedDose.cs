using Decidua.Clinical.Issues;
using Decidua.Knowledge.Catalogues;
using Decidua.Knowledge.Cells;

namespace Decidua.Planning.Dosing;

/// <summary>An amount that somebody stated, in the unit in which the medicine is dosed.</summary>
/// <param name="Amount">The amount.</param>
/// <param name="Unit">The medicine's unit.</param>
/// <param name="Volume">The volume that was stated with it, in mL; null when none was.</param>
public sealed record StatedDose(decimal Amount, string Unit, decimal? Volume)
{
    private const string In = " in ";
    private const string Millilitre = " mL";
    private const string WhoUnit = "WHO IU";

    /// <summary>
    /// Reads <c>40 mg</c>, <c>4000 IU</c>, <c>4100 WHO IU</c> or <c>60 mg in 0.6 mL</c>. Milligrams become units only where the label of
    /// the medicine says how many; a bare volume is no dose; a concentration must exist.
    /// </summary>
    /// <param name="text">What was stated.</param>
    /// <param name="product">The medicine.</param>
    /// <param name="place">Where it stands in the input, for issues.</param>
    /// <param name="issues">Receives why it was refused.</param>
    /// <returns>The dose; null when it was refused.</returns>
    public static StatedDose? Read(string text, Product product, string place, ICollection<Issue> issues)
    {
        var parts = text.Trim().Split(In);
        var space = parts[0].IndexOf(' ');
        var amount = space < 0 ? null : Literal.Plain(parts[0][..space]);
        if (parts.Length > 2 || amount is not > 0)
            return Refuse(issues, IssueCode.UnitsMixed, place, $"Expected an amount of {product.Id} such as '40 {product.Unit}'; found '{text}'.");
        if (Of(amount.Value, parts[0][(space + 1)..], product, place, issues) is not { } dose) return null;
        if (parts.Length == 1) return dose;
        if (!parts[1].EndsWith(Millilitre, StringComparison.Ordinal) || Literal.Plain(parts[1][..^Millilitre.Length]) is not (> 0 and { } volume))
            return Refuse(issues, IssueCode.UnitsMixed, place, $"Expected a volume in mL behind 'in'; found '{parts[1]}'.");
        if (product.Concentrations.Contains(dose.Amount / volume)) return dose with { Volume = volume };
        return Refuse(issues, IssueCode.NoSuchConcentration, place,
            FormattableString.Invariant($"{RuledDose.Text(dose.Amount, dose.Unit)} in {volume:0.###} mL is {dose.Amount / volume:0.#} {dose.Unit} per mL; {product.Id} exists with {string.Join(", ", product.Concentrations.Select(one => FormattableString.Invariant($"{one:0.####}")))}."));
    }

    /// <summary>An amount with a unit.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="unit">Its unit as stated.</param>
    /// <param name="product">The medicine.</param>
    /// <param name="place">Where it stands in the input, for issues.</param>
    /// <param name="issues">Receives why it was refused.</param>
    /// <returns>The dose in the medicine's unit; null when it was refused.</returns>
    public static StatedDose? Of(decimal amount, string unit, Product product, string place, ICollection<Issue> issues)
    {
        if (unit == product.Unit) return new StatedDose(amount, product.Unit, null);
        if (unit == "IU" && product is { Unit: "mg", UnitsPerMilligram: { } perMilligram }) return new StatedDose(amount / perMilligram, product.Unit, null);
        if (unit == WhoUnit && product.WhoUnitsPerUnit is { } who) return new StatedDose(decimal.Round(amount / who, 1), product.Unit, null);
        return Refuse(issues, IssueCode.UnitsMixed, place,
            unit == "mL"
                ? $"A volume is no dose: {product.Id} exists with {string.Join(" and ", product.Concentrations.Select(one => FormattableString.Invariant($"{one:0.####}")))} {product.Unit} per mL."
                : $"{product.Name} is dosed in {product.Unit}; found '{unit}', which cannot be turned into it.");
    }

    private static StatedDose? Refuse(ICollection<Issue> issues, string code, string place, string message)
    {
        issues.Add(new Issue(code, Severity.Error, place, message, "Read amount and unit off the label again."));
        return null;
    }
}
