using System.Text.RegularExpressions;
using Decidua.Architecture.Tests.Repository;

namespace Decidua.Architecture.Tests.Style;

/// <summary>
/// A literal dose, threshold or interval in C# is a defect: clinical numbers live in knowledge/, with their source.
/// No test can know every clinical number; this one catches the ways in which they usually slip in.
/// Comments may give examples. A file named after units may hold conversion factors; a constant named as a limit is one.
/// </summary>
public sealed partial class ClinicalNumberTests
{
    private static IEnumerable<(string File, int Number, string Code)> Code =>
        Tree.ProductSources.Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => Tree.Lines(file).Select((line, index) => (file, index + 1, Comment().Replace(line, ""))));

    [Fact]
    public void No_number_stands_beside_a_dose_unit() =>
        Code.Where(line => NumberWithUnit().IsMatch(line.Code)).Select(Show).ShouldBeNone("A clinical quantity in C#:");

    [Fact]
    public void No_clinical_quantity_is_compared_with_a_literal() =>
        Code.Where(line => Comparison().IsMatch(line.Code)).Select(Show).ShouldBeNone("A clinical threshold in C#:");

    [Fact]
    public void Decimal_literals_are_powers_of_ten_outside_unit_conversion() =>
        Code.Where(line => !Path.GetFileName(line.File).Contains("Unit", StringComparison.Ordinal) && !NamedLimit().IsMatch(line.Code))
            .Where(line => DecimalLiteral().Matches(line.Code).Any(match => !PowerOfTen().IsMatch(match.Groups[1].Value)))
            .Select(Show).ShouldBeNone("A decimal number whose source nobody can look up:");

    [Theory]
    [InlineData("var dose = \"40 mg\";", true)]
    [InlineData("return \"75 per kg\";", true)]
    [InlineData("if (x) y = \"12 h\";", false)]
    [InlineData("names[0].Kg", false)]
    public void The_pattern_for_units_sees_what_it_should(string code, bool seen) => NumberWithUnit().IsMatch(code).ShouldBe(seen);

    [Theory]
    [InlineData("if (weight > 90)", true)]
    [InlineData("woman.BookingBmi >= 30m", true)]
    [InlineData("platelets is < 75", true)]
    [InlineData("if (weights.Count > 64)", false)]
    [InlineData("score == 0", false)]
    [InlineData("doses.Length > 12", false)]
    public void The_pattern_for_thresholds_sees_what_it_should(string code, bool seen) => Comparison().IsMatch(code).ShouldBe(seen);

    private static string Show((string File, int Number, string Code) line) => $"{line.File}:{line.Number}: {line.Code.Trim()}";

    [GeneratedRegex(@"(?<!:)//.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<![\w.])\d+([.,]\d+)?\s?(mg|IU|units|micrograms?|mcg|g/L|mmol/L|mmHg|mL/min|kg|per kg|iu/kg|mg/kg)\b")]
    private static partial Regex NumberWithUnit();

    [GeneratedRegex(@"(?i)\b\w*(weight|bmi|platelets?|creatinine|gestation|parity|dose|systolic|diastolic|haemoglobin|gfr)(\.(value|kilograms|days|weeks))?\s*(is\s*)?(<=?|>=?|==)\s*[1-9]\d")]
    private static partial Regex Comparison();

    [GeneratedRegex(@"(?<![\w.])(\d[\d_]*(?:\.\d+)?)[mM]\b")]
    private static partial Regex DecimalLiteral();

    /// <summary>A limit of the language or of an input, which stops a hang and decides nothing about a woman.</summary>
    [GeneratedRegex(@"\bconst\s+\w+\s+(?i:Most|Widest|Largest|Longest|Deepest|Tallest)\w*")]
    private static partial Regex NamedLimit();

    [GeneratedRegex(@"^(0|0?\.?0*1|10*|0\.0*1)$")]
    private static partial Regex PowerOfTen();
}
