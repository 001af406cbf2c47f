using Decidua.Knowledge.Protocols;
using Decidua.Planning.Monitoring;
using Decidua.Reasoning.Tests;

namespace Decidua.Planning.Tests.Monitoring;

/// <summary>What the program reads by name stands in the documents that the protocols name.</summary>
public sealed class WatchColumnTests
{
    private static readonly (string Topic, string[] Columns)[] Contract =
    [
        (PlanningTopic.Monitoring, [WatchColumn.Every]),
        (PlanningTopic.Result, [WatchColumn.Unit, WatchColumn.PerMass, WatchColumn.ForHeparin]),
        (PlanningTopic.Bleeding, [WatchColumn.HowFast, WatchColumn.NextDose, WatchColumn.WhoDecides]),
        (PlanningTopic.Reversal,
        [
            WatchColumn.UnitsInOneMilligram, WatchColumn.ProtaminePerHundred, WatchColumn.ProtamineAtMostPerHundred, WatchColumn.SecondDosePerHundred, WatchColumn.OfWhichDose,
            WatchColumn.HowSurely, WatchColumn.MostAtOnce, WatchColumn.Over, WatchColumn.Fastest, WatchColumn.MayAnticoagulateAbove,
        ]),
        (PlanningTopic.Event, [WatchColumn.NextDose]),
        (PlanningTopic.Interaction, []),
    ];

    [Fact]
    public void Every_protocol_names_a_document_with_the_columns_of_its_topic()
    {
        foreach (var protocol in KnowledgeOnDisk.Library.Protocols)
        {
            foreach (var (topic, columns) in Contract)
            {
                protocol.Planning.ShouldContainKey(topic, protocol.Id);
                var document = KnowledgeOnDisk.Library.Guideline(protocol.Planning[topic])!;
                columns.ShouldBeSubsetOf(document.Tables.SelectMany(table => table.OutputColumns).Select(column => column.Name), $"{protocol.Id}, {topic}");
            }
        }
    }

    [Fact]
    public void The_reversal_documents_have_no_column_that_the_program_does_not_know()
    {
        var known = Contract.Single(pair => pair.Topic == PlanningTopic.Reversal).Columns;
        foreach (var protocol in KnowledgeOnDisk.Library.Protocols)
            KnowledgeOnDisk.Library.Guideline(protocol.Planning[PlanningTopic.Reversal])!.Tables.SelectMany(table => table.OutputColumns).Select(column => column.Name).ShouldBeSubsetOf(known);
    }

    [Fact]
    public void The_facts_that_a_plan_fills_in_are_in_the_vocabulary()
    {
        foreach (var name in new[] { PlannedFacts.HeparinInUse, PlannedFacts.TimeOnHeparin, PlannedFacts.HeparinIntensity, PlannedFacts.Gestation, PlannedFacts.LaboratoryTest, PlannedFacts.PlateletFall, PlannedFacts.LowestPlatelets, PlannedFacts.Platelets })
            KnowledgeOnDisk.Library.Vocabulary.Named(name).ShouldNotBeNull(name);
    }
}
