using System.Collections.Immutable;
using System.Globalization;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Quantities;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Protocols;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Planning.Calendar;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;

namespace Decidua.Planning.Monitoring;

/// <summary>
/// Reads a laboratory result against the range of its part of pregnancy. A result is never read against a range of another trimester,
/// nor after a conversion that is not listed.
/// </summary>
/// <param name="assessor">The knowledge.</param>
public sealed class ResultReader(Assessor assessor)
{
    private const string ByMass = "mg/dL";

    /// <summary>Reads one result.</summary>
    /// <param name="facts">Her facts: phase and gestation.</param>
    /// <param name="protocol">The protocol, which names the document of the ranges.</param>
    /// <param name="result">The result.</param>
    /// <param name="calendar">The pregnancy on the calendar, so that an earlier sample is read in its own trimester; null when nothing dates it.</param>
    public ResultReading Read(WomanFacts facts, Protocol protocol, LabResult result, GestationalCalendar? calendar = null)
    {
        var issues = ImmutableArray.CreateBuilder<Issue>();
        var unread = new ResultReading
        {
            Result = result, Place = RangePlace.NotRead, Value = null, Lowest = null, Highest = null, Unit = "", Trimester = "", ForHeparin = "", Rows = [], Issues = [],
        };
        if (!protocol.Planning.TryGetValue(PlanningTopic.Result, out var id))
            return unread with { Issues = [new Issue(IssueCode.NoDocumentForTopic, Severity.Warning, $"protocols/{protocol.Id}", "This protocol names no document for results.")] };
        if (facts.Named(PlannedFacts.LaboratoryTest) is not { } test || test.Type.Choice(result.Test) is null)
            return unread with { Issues = [Unknown(facts, result)] };
        var answer = assessor.Assess(On(facts, result, calendar).WithChoice(PlannedFacts.LaboratoryTest, result.Test, "result"), protocol, id).Of(id)!;
        var found = answer.Results.Where(one => one.Certainty == Certainty.Certain).ToList();
        var range = found.FirstOrDefault(one => one.Row.Outputs.Any(output => output.Column.Name == WatchColumn.Unit));
        var meaning = found.FirstOrDefault(one => one.Values.Any(value => value.Column.Name == WatchColumn.ForHeparin));
        var trimester = TrimesterOf(answer);
        if (trimester.Length == 0)
            issues.Add(new Issue(IssueCode.TrimesterUnknown, Severity.Warning, result.Place, $"The {result.Test} was not read, because it is not known in which part of a pregnancy it was taken.", "Give the phase and the gestation."));
        var read = unread with
        {
            Trimester = trimester,
            ForHeparin = meaning is null ? "" : Text(meaning, WatchColumn.ForHeparin),
            Rows = [.. new[] { range?.Row, meaning?.Row }.OfType<Row>()],
        };
        read = trimester.Length == 0 ? read : Place(read, range, trimester, issues);
        return read with { Issues = issues.ToImmutable() };
    }

    private static ResultReading Place(ResultReading read, ResultAnswer? range, string trimester, ImmutableArray<Issue>.Builder issues)
    {
        if (range is null || Bounds(Text(range, Column(trimester))) is not { } bounds)
        {
            issues.Add(new Issue(IssueCode.UnknownTest, Severity.Information, read.Result.Place, $"No range of {read.Result.Test} is held for this time.", "Use the range that the laboratory prints."));
            return read;
        }

        var unit = Text(range, WatchColumn.Unit);
        if (Converted(read.Result, unit, range) is not { } value)
        {
            issues.Add(UnitConversion.Refusal(read.Result.Place, read.Result.Unit, unit));
            return read with { Lowest = bounds.Low, Highest = bounds.High, Unit = unit };
        }

        var place = value < bounds.Low ? RangePlace.Below : value > bounds.High ? RangePlace.Above : RangePlace.Within;
        return read with { Place = place, Value = value, Lowest = bounds.Low, Highest = bounds.High, Unit = unit };
    }

    private static decimal? Converted(LabResult result, string unit, ResultAnswer range)
    {
        if (UnitConversion.TryConvert(result.Value, result.Unit, unit, out var converted)) return converted;
        return result.Unit == ByMass && range.Values.FirstOrDefault(value => value.Column.Name == WatchColumn.PerMass)?.Number is { } factor ? result.Value * factor : null;
    }

    /// <summary>The facts on the day of the sample.</summary>
    private static WomanFacts On(WomanFacts facts, LabResult result, GestationalCalendar? calendar) =>
        calendar is not null && result.On is { } day ? facts.WithNumber(PlannedFacts.Gestation, calendar.DaysOn(day), calendar.Basis) : facts;

    private static string TrimesterOf(GuidelineAnswer answer) =>
        answer.DerivedValue(WatchColumn.Trimester) is { Values: ValueSet.Choices { IsSingle: true } one } derived ? derived.Value.Type.Choices[one.Index] : "";

    /// <summary>The heading of the column for a part of pregnancy: <c>third trimester</c>, <c>not pregnant</c>.</summary>
    private static string Column(string trimester) => trimester == NotPregnant ? trimester : $"{trimester} {WatchColumn.Trimester}";

    private const string NotPregnant = "not pregnant";

    private static string Text(ResultAnswer answer, string column) => answer.Values.FirstOrDefault(value => value.Column.Name == column)?.Text ?? "";

    /// <summary>The lowest and the highest of a range as the documents write it, <c>35..71</c>; null when there is none.</summary>
    /// <param name="cell">The cell.</param>
    public static (decimal Low, decimal High)? Bounds(string cell) =>
        cell.Split("..") is [var low, var high] && decimal.TryParse(low, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var lowest)
        && decimal.TryParse(high, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var highest) && lowest <= highest ? (lowest, highest) : null;

    private static Issue Unknown(WomanFacts facts, LabResult result)
    {
        var known = facts.Named(PlannedFacts.LaboratoryTest)?.Type.Choices ?? [];
        return new Issue(IssueCode.UnknownTest, Severity.Warning, result.Place, $"No range is held for '{result.Test}'.", Nearest.Hint(result.Test, known));
    }
}
