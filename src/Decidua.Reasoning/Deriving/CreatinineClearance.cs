using Decidua.Clinical.Issues;
using Decidua.Clinical.Quantities;
using Decidua.Clinical.Records;
using Decidua.Knowledge;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using Interval = Decidua.Knowledge.Values.Interval;

namespace Decidua.Reasoning.Deriving;

/// <summary>The constants of the formula of Cockcroft and Gault, from knowledge/derivation.</summary>
/// <param name="Constant">Years from which the age is taken away.</param>
/// <param name="Factor">The factor for women, with creatinine in micromol/L.</param>
/// <param name="PerMass">Micromol/L for each mg/dL.</param>
/// <param name="Plausible">Creatinine that is no slip, in micromol/L.</param>
internal sealed record ClearanceFormula(decimal Constant, decimal Factor, decimal PerMass, Interval Plausible)
{
    /// <summary>Reads the document <c>clearance formula</c>; null when there is none.</summary>
    public static ClearanceFormula? Read(Library library, List<Issue> issues)
    {
        var catalogue = new Catalogue("clearance formula", library, issues);
        var rows = catalogue.Rows("parameter", "value", "meaning").ToList();
        catalogue.RefuseOthers();
        if (rows.Count == 0)
            return null;
        return new(Number("constant"), Number("factor"), Number("micromol/L per mg/dL"), Interval.Closed(Number("least creatinine"), Number("greatest creatinine")));

        decimal Number(string parameter)
        {
            if (rows.Find(row => row["parameter"].Text == parameter) is not { } row)
                rows[0].Refuse(IssueCode.MalformedTable, rows[0]["parameter"], $"Expected a row '{parameter}' in this table.");
            else if (Literal.Plain(row["value"].Text) is { } value)
                return value;
            else
                row.Refuse(IssueCode.MalformedCell, row["value"], $"Expected a number; found '{row["value"].Text}'.");
            return 1;
        }
    }
}

/// <summary>Creatinine clearance: measured, or reckoned from creatinine, weight and age.</summary>
internal static class CreatinineClearance
{
    private const string Kilogram = "kg";
    private const string Amount = "umol/L";
    private const decimal Tenths = 10m;

    /// <summary>The latest measured clearance of this pregnancy, or else the reckoned one, whose origin names the weight that it used.</summary>
    public static DerivedValue? Derive(Chart chart, Fact fact) => BodyFacts.Latest(chart, fact) ?? CodedFacts.Derive(chart, fact) ?? Reckoned(chart, fact);

    private static DerivedValue? Reckoned(Chart chart, Fact fact)
    {
        if (chart.Knowledge.Clearance is not { } formula || chart.Record.BirthDate is not { } born)
            return null;
        var creatinine = Creatinine(chart, formula);
        if (creatinine is null || Weight(chart, creatinine) is not { } weight)
            return null;
        var (youngest, oldest) = (AgeFact.Years(born.Latest, creatinine.When.Earliest), AgeFact.Years(born.Earliest, creatinine.When.Latest));
        var clearance = Interval.Closed(
            Rounded((formula.Constant - oldest) * weight.Values.Low * formula.Factor / creatinine.Values.High),
            Rounded((formula.Constant - youngest) * weight.Values.High * formula.Factor / creatinine.Values.Low));
        var age = youngest == oldest ? $"{youngest}" : $"{youngest} or {oldest}";
        chart.Report(new(
            IssueCode.Reckoned, Severity.Information, creatinine.From.Place,
            $"{fact.Name}: reckoned by Cockcroft and Gault from {creatinine.Citation}, the weight {weight.Citation} and the age of {age} years. The formula is not validated in pregnancy.",
            "A measured clearance stands above it."));
        return chart.InRange(fact, clearance, $"reckoned from {creatinine.Shown}", creatinine.From) is { } values
            ? new(values, $"Cockcroft and Gault: creatinine {creatinine.Citation}, weight {weight.Citation}, age {age}")
            : null;
    }

    // The latest of this pregnancy or since its birth, or without a pregnancy of the day itself.
    private static Measured? Creatinine(Chart chart, ClearanceFormula formula)
    {
        var span = PregnancySpan.Of(chart);
        var from = span?.LikelyStart ?? chart.Date;
        var latest = chart.Record.Measurements
            .Where(entry => chart.Knowledge.Has(CodeSetNames.Creatinine, entry.What) && entry.When is { } when && when.Earliest >= from)
            .MaxBy(entry => entry.When!.Value.Earliest);
        if (latest is not { Found: Finding.Amount { Comparator: "" } amount, When: { } day })
            return null;
        if (InMicromoles(amount, formula) is not { } number)
        {
            chart.Report(UnitConversion.Refusal(latest.From.Place, amount.Unit, $"{Amount} or mg/dL"));
            return null;
        }

        if (formula.Plausible.Contains(number))
            return new(Interval.Point(number), day, amount.ToString(), latest.From);
        chart.Report(new(
            IssueCode.OutOfRange, Severity.Error, latest.From.Place,
            $"Creatinine: {amount} is outside the plausible range {formula.Plausible.Low} to {formula.Plausible.High} {Amount}.", "Correct it in the source."));
        return null;
    }

    private static decimal? InMicromoles(Finding.Amount amount, ClearanceFormula formula) => amount.Unit switch
    {
        Amount or "µmol/L" or "micromol/L" => amount.Value,
        "mg/dL" => amount.Value < formula.Plausible.High ? amount.Value * formula.PerMass : null,
        _ => null,
    };

    private static Measured? Weight(Chart chart, Measured creatinine)
    {
        var weights = Measured.Find(chart, what => chart.Knowledge.Has(CodeSetNames.Weight, what), Kilogram).FindAll(one => one.Values.IsPoint && one.Values.Low > 0);
        return weights.LastOrDefault(one => one.When.Earliest <= creatinine.When.Earliest) ?? weights.FirstOrDefault();
    }

    private static decimal Rounded(decimal clearance) => Math.Max(0, decimal.Floor(clearance * Tenths) / Tenths);
}
