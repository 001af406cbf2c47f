using Decidua.Knowledge;
using Decidua.Knowledge.Protocols;
using Decidua.Knowledge.Tables;
using Decidua.Planning.Holding;
using Decidua.Reasoning.Tests;

namespace Decidua.Planning.Tests.Holding;

/// <summary>The documents on holds and planning speak the same words.</summary>
public sealed class HoldWordsTests
{
    private static readonly Library Library = KnowledgeOnDisk.Library;

    [Fact]
    public void Every_table_of_a_document_on_holds_has_the_columns_that_planning_reads_and_no_other()
    {
        var channels = HoldWords.Columns.Keys.Select(key => key.Channel).ToHashSet();
        var read = 0;
        foreach (var document in Library.Planning.Where(document => channels.Contains(document.Channel)))
        {
            foreach (var table in document.Tables.Where(table => HoldWords.Columns.ContainsKey((document.Channel, table.Title))))
            {
                table.OutputColumns.Select(column => column.Name).ShouldBe(HoldWords.Columns[(document.Channel, table.Title)], table.Address);
                read++;
            }

            document.Tables.Any(table => HoldWords.Columns.ContainsKey((document.Channel, table.Title))).ShouldBeTrue(document.Id);
        }

        read.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Every_duration_that_planning_reads_is_one()
    {
        string[] hours = [HoldWords.BlockAfterLastDose, HoldWords.ShorterReading, HoldWords.DoseAfterNeedle, HoldWords.DoseAfterCatheterOut, HoldWords.CatheterOutAfterLastDose,
            HoldWords.HoldBefore, HoldWords.FirstDoseAfterBirth, HoldWords.TreatmentDoseAfterBirth, HoldWords.DoseAfterProcedure, HoldWords.WarfarinAfterBirth];
        foreach (var output in Library.Planning.SelectMany(document => document.Rows).SelectMany(row => row.Outputs).Where(output => hours.Contains(output.Column.Name) && output.Text.Length > 0))
            Knowledge.Cells.Literal.Minutes(output.Text).ShouldNotBeNull(output.Place.ToString());
    }

    [Fact]
    public void A_shorter_reading_is_shorter()
    {
        foreach (var row in Library.Planning.Where(document => document.Channel == HoldWords.BlockChannel).SelectMany(document => document.Rows))
            if (Minutes(row, HoldWords.ShorterReading) is { } shorter) shorter.ShouldBeLessThan(Minutes(row, HoldWords.BlockAfterLastDose)!.Value, row.Address);
    }

    [Fact]
    public void The_words_that_steer_planning_are_known()
    {
        var rows = Library.Planning.SelectMany(document => document.Rows).ToList();
        Texts(HoldWords.WithCatheter).ShouldBeSubsetOf(["allowed", "no dose"]);
        Texts(HoldWords.RegionalBlock).ShouldBeSubsetOf(["avoid"]);
        Texts(HoldWords.Platelets).ShouldBeSubsetOf(["reasonable", "case by case", "avoid"]);
        Texts(HoldWords.ClotRisk).ShouldBeSubsetOf(["high", "ordinary"]);
        Texts(HoldWords.CoagulationCheck).ShouldAllBe(text => text == "required" || text.EndsWith("may replace the wait", StringComparison.Ordinal));
        Texts(HoldWords.LastDoseBy).ShouldAllBe(text => text.Length == 5 && text[2] == ':');

        IEnumerable<string> Texts(string column) =>
            rows.SelectMany(row => row.Outputs).Where(output => output.Column.Name == column && output.Text.Length > 0).Select(output => output.Text).Distinct();
    }

    /// <summary>The hours of the two guidelines that stand here a second time, in the common shape.</summary>
    [Theory]
    [InlineData("rcog-37a-2015/neuraxial-block/LAB-02", "holds-rcog-2015/hold/RH-01")]
    [InlineData("rcog-37a-2015/neuraxial-block/LAB-03", "holds-rcog-2015/hold/RH-02")]
    [InlineData("rcog-37a-2015/neuraxial-block/LAB-03", "holds-rcog-2015/hold/RH-03")]
    [InlineData("rcog-37b-2015/times-around-birth/BI-01", "holds-rcog-2015/hold/RH-03")]
    [InlineData("uhs-2025/neuraxial-block/NB-01", "holds-uhs-2025/hold/UH-01")]
    [InlineData("uhs-2025/neuraxial-block/NB-02", "holds-uhs-2025/hold/UH-02")]
    public void Holds_and_guideline_say_the_same(string guideline, string hold)
    {
        var (printed, held) = (Library.Find(guideline)!.Value.Row, Library.Find(hold)!.Value.Row);
        Minutes(held, HoldWords.BlockAfterLastDose).ShouldBe(Minutes(printed, HoldWords.BlockAfterLastDose));
        Minutes(held, HoldWords.CatheterOutAfterLastDose).ShouldBe(Minutes(printed, HoldWords.CatheterOutAfterLastDose));
        Minutes(held, HoldWords.DoseAfterNeedle).ShouldBe(Minutes(printed, "dose after needle or catheter out"));
        Minutes(held, HoldWords.DoseAfterCatheterOut).ShouldBe(Minutes(printed, "dose after needle or catheter out"));
    }

    [Theory]
    [InlineData("acog-196-2018/neuraxial-block-on-lmwh/BLK-01", "holds-soap-2018/hold/SO-01")]
    [InlineData("acog-196-2018/neuraxial-block-on-lmwh/BLK-02", "holds-soap-2018/hold/SO-02")]
    [InlineData("acog-196-2018/neuraxial-block-on-lmwh/BLK-03", "holds-soap-2018/hold/SO-03")]
    public void SOAP_says_the_same_as_the_College_that_uses_it(string guideline, string hold)
    {
        var (printed, held) = (Library.Find(guideline)!.Value.Row, Library.Find(hold)!.Value.Row);
        Minutes(held, HoldWords.BlockAfterLastDose).ShouldBe(Minutes(printed, HoldWords.BlockAfterLastDose));
        Minutes(held, HoldWords.DoseAfterNeedle).ShouldBe(Minutes(printed, "dose after block"));
        Minutes(held, HoldWords.DoseAfterCatheterOut).ShouldBe(Minutes(printed, HoldWords.DoseAfterCatheterOut));
    }

    [Fact]
    public void Every_protocol_chooses_documents_and_parameters_for_holds()
    {
        foreach (var protocol in Library.Protocols)
        {
            foreach (var (topic, column) in new[] { (PlanningTopic.NeuraxialBlock, HoldWords.BlockAfterLastDose), (PlanningTopic.Birth, HoldWords.HoldBefore), (PlanningTopic.Procedure, HoldWords.HoldBefore) })
            {
                var document = Library.Guideline(protocol.Planning[topic])!;
                document.IsPractice.ShouldBeFalse(document.Id);
                document.Tables.ShouldContain(table => table.OutputColumns.Any(one => one.Name == column), $"{protocol.Id}: {topic}");
            }

            Knowledge.Cells.Literal.Minutes(protocol[Protocol.ClinicHold]).ShouldNotBeNull(protocol.Id);
            Knowledge.Cells.Literal.Minutes(protocol[HoldWords.ClotGap]).ShouldNotBeNull(protocol.Id);
            NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(protocol[Protocol.InjectionTime]).Success.ShouldBeTrue(protocol.Id);
        }
    }

    private static decimal? Minutes(Row row, string column) =>
        row.Outputs.FirstOrDefault(output => output.Column.Name == column)?.Text is { } text ? Knowledge.Cells.Literal.Minutes(text) : null;
}
