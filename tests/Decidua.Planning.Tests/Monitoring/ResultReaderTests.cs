using Decidua.Clinical.Issues;
using Decidua.Knowledge.Protocols;
using Decidua.Planning.Asking;
using Decidua.Planning.Calendar;
using Decidua.Planning.Monitoring;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;
using Decidua.Reasoning.Tests;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Decidua.Planning.Tests.Monitoring;

/// <summary>Results read against the ranges of pregnancy.</summary>
public sealed class ResultReaderTests
{
    private static readonly ResultReader Reader = new(KnowledgeOnDisk.Assessor);
    private static readonly Protocol Uk = KnowledgeOnDisk.Library.Protocol("uk")!;

    [Theory]
    [InlineData("22+0", "0.95", "mg/dL", RangePlace.Above, "83.98")]
    [InlineData("22+0", "0.80", "mg/dL", RangePlace.Within, "70.72")]
    [InlineData("22+0", "71", "umol/L", RangePlace.Within, "71")]
    [InlineData("22+0", "72", "umol/L", RangePlace.Above, "72")]
    [InlineData("22+0", "34", "umol/L", RangePlace.Below, "34")]
    [InlineData("30+0", "80", "umol/L", RangePlace.Within, "80")]
    public void Creatinine_is_read_by_trimester_in_either_unit(string gestation, string value, string unit, RangePlace place, string read)
    {
        var reading = Read("creatinine", value, unit, $"gestation {gestation}");
        (reading.Place, reading.Value).ShouldBe((place, decimal.Parse(read)));
        reading.Unit.ShouldBe("umol/L");
        reading.Issues.ShouldBeEmpty();
    }

    [Fact]
    public void Haemoglobin_in_grams_per_litre_is_turned_explicitly()
    {
        var reading = Read("haemoglobin", "97", "g/L", "gestation 20+0");
        (reading.Value, reading.Place, reading.Lowest).ShouldBe((9.7m, RangePlace.Within, 9.7m));
        Read("haemoglobin", "96", "g/L", "gestation 20+0").Place.ShouldBe(RangePlace.Below);
    }

    [Fact]
    public void Free_protein_s_of_42_is_no_deficiency_and_65_is_the_corrected_limit()
    {
        Read("free protein S", "65", "%", "gestation 30+0").Place.ShouldBe(RangePlace.Within);
        Read("free protein S", "66", "%", "gestation 30+0").Place.ShouldBe(RangePlace.Above);
        Read("protein S activity", "42", "%", "gestation 30+0").ForHeparin.ShouldContain("cannot be read in pregnancy");
    }

    [Theory]
    [InlineData("ug/mL{FEU}")]
    [InlineData("ng/mL{DDU}")]
    public void D_dimer_has_no_range_and_steers_nothing(string unit)
    {
        var reading = Read("D-dimer", "1.3", unit, "gestation 35+0");
        reading.Place.ShouldBe(RangePlace.NotRead);
        reading.Lowest.ShouldBeNull();
        reading.ForHeparin.ShouldStartWith("nothing");
        reading.Issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.UnknownTest);
    }

    [Fact]
    public void A_unit_that_cannot_be_turned_is_refused()
    {
        var reading = Read("creatinine", "0.95", "g/L", "gestation 22+0");
        reading.Place.ShouldBe(RangePlace.NotRead);
        reading.Issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.WrongUnit);
        Read("haemoglobin", "11", "", "gestation 22+0").Issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.WrongUnit);
        Read("potassium", "4", "mg/dL", "gestation 22+0").Issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.WrongUnit);
    }

    [Fact]
    public void Without_a_gestation_nothing_is_guessed()
    {
        var reading = Read("creatinine", "72", "umol/L");
        reading.Place.ShouldBe(RangePlace.NotRead);
        reading.Issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.TrimesterUnknown);
    }

    [Fact]
    public void An_unknown_test_is_named_with_the_nearest()
    {
        var issue = Read("creatinin", "72", "umol/L", "gestation 22+0").Issues.ShouldHaveSingleItem();
        issue.Code.ShouldBe(IssueCode.UnknownTest);
        issue.Remedy.ShouldContain("creatinine");
    }

    [Fact]
    public void An_earlier_sample_is_read_in_its_own_trimester()
    {
        var asOf = new LocalDate(2026, 6, 1);
        var request = new PlanRequest { AsOf = asOf, Datings = [new Dating(DatingKind.LastPeriod, asOf.PlusDays(-200), null, null, "a")] };
        var calendar = GestationalCalendar.Of(request, null, Uk, []);
        var facts = WatchedWoman.With("phase pregnant", "gestation 28+4");
        Reader.Read(facts, Uk, new LabResult("creatinine", 65, "umol/L", asOf.PlusDays(-130), "r"), calendar).Trimester.ShouldBe("first");
        Reader.Read(facts, Uk, new LabResult("creatinine", 65, "umol/L", asOf, "r"), calendar).Trimester.ShouldBe("third");
    }

    [Fact]
    public void A_protocol_without_a_document_reads_nothing()
    {
        var bare = new Protocol { Id = "bare", Title = "bare", IsDefault = false, Channels = Uk.Channels, Planning = Uk.Planning.Clear(), Parameters = Uk.Parameters };
        Reader.Read(WatchedWoman.With("phase pregnant"), bare, new LabResult("creatinine", 65, "umol/L", null, "r")).Issues.ShouldHaveSingleItem().Code.ShouldBe(IssueCode.NoDocumentForTopic);
    }

    [Fact]
    public void Every_range_of_the_document_can_be_read_and_every_test_has_a_row()
    {
        var document = KnowledgeOnDisk.Library.Guideline("results-pregnancy")!;
        var ranges = document.Tables.Single(table => table.Title == "Ranges");
        string[] columns = [.. document.Derived.Single(value => value.Name == WatchColumn.Trimester).Type.Choices.Select(choice => choice == "not pregnant" ? choice : $"{choice} {WatchColumn.Trimester}")];
        columns.ShouldBeSubsetOf(ranges.OutputColumns.Select(column => column.Name));
        foreach (var cell in ranges.Rows.SelectMany(row => row.Outputs).Where(output => columns.Contains(output.Column.Name) && output.Text.Length > 0))
            ResultReader.Bounds(cell.Text).ShouldNotBeNull($"{cell.Place}: {cell.Text}");
        ranges.Rows.Length.ShouldBe(KnowledgeOnDisk.Library.Vocabulary.Named(PlannedFacts.LaboratoryTest)!.Type.Choices.Length);
    }

    [Fact]
    public void A_higher_result_never_reads_lower() => Prop.ForAll(Gen.Choose(1, 4000).Two().ToArbitrary(), pair =>
    {
        var (low, high) = (Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2));
        ((int)Place(low)).ShouldBeLessThanOrEqualTo((int)Place(high));
        static RangePlace Place(int tenths) => Read("creatinine", $"{tenths / 10}.{tenths % 10}", "umol/L", "gestation 22+0").Place;
    }).QuickCheckThrowOnFailure();

    private static ResultReading Read(string test, string value, string unit, params string[] facts) =>
        Reader.Read(WatchedWoman.With(["phase pregnant", .. facts]), Uk, new LabResult(test, decimal.Parse(value), unit, null, "results[0]"));
}
