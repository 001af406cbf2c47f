using Decidua.Knowledge.Protocols;
using Decidua.Reasoning.Assessing;

namespace Decidua.Reasoning.Tests.Assessing;

/// <summary>A protocol chooses who answers. It changes nothing of what each guideline says.</summary>
public class ProtocolChoiceTests
{
    private const int Women = 150;

    [Fact]
    public void Switching_the_protocol_changes_what_is_chosen_and_never_what_is_said()
    {
        var protocols = KnowledgeOnDisk.Library.Protocols;
        var women = new RandomWomen(31);
        for (var i = 0; i < Women; i++)
        {
            var facts = women.Widened(women.Known(60), 0.2);
            var first = KnowledgeOnDisk.Assessor.Assess(facts, protocols[0]);
            foreach (var protocol in protocols)
            {
                var assessment = KnowledgeOnDisk.Assessor.Assess(facts, protocol);
                Said(assessment).ShouldBe(Said(first), protocol.Id);
                assessment.Recommendations.Where(assessment.IsChosen).Select(Words)
                    .ShouldBe(Answers(assessment).Where(advice => protocol.Channels.GetValueOrDefault(advice.Channel) == advice.Guideline).Select(Words), protocol.Id);
            }
        }
    }

    [Fact]
    public void The_default_is_the_united_kingdom() => KnowledgeOnDisk.Library.DefaultProtocol!.Id.ShouldBe("uk");

    [Fact]
    public void Every_protocol_reads_records_and_weights_alike()
    {
        foreach (var protocol in KnowledgeOnDisk.Library.Protocols)
        {
            foreach (var parameter in new[] { Protocol.WeightRounding, "puerperium", "length of pregnancy", "last period before conception" })
                protocol.Parameters.ShouldContainKey(parameter, protocol.Id);
            protocol.Channels.ShouldContainKey("pregnancy", protocol.Id);
            protocol.Channels.ShouldContainKey("clot prevention", protocol.Id);
        }
    }

    private static IEnumerable<Recommendation> Answers(Assessment assessment) => assessment.Answers.SelectMany(answer => answer.Recommendations);

    private static string[] Said(Assessment assessment) =>
    [
        .. Answers(assessment).Select(Words),
        .. assessment.Answers.SelectMany(answer => answer.Results).Select(result => $"{result.Row.Address} {result.Certainty} {string.Join(", ", result.Values.Select(value => value.Text))}"),
        .. assessment.Answers.SelectMany(answer => answer.Derived).Select(derived => $"{derived.Value.Address} {derived.Values}"),
    ];

    private static string Words(Recommendation advice) =>
        $"{advice.Guideline} {advice.Channel}: {advice} ({advice.Certainty}; {string.Join(", ", advice.Rows.Select(row => row.Address))}; {string.Join(", ", advice.Evidence)})";
}
