using Decidua.Knowledge.Advice;
using Decidua.Reasoning.Assessing;

namespace Decidua.Reasoning.Tests.Assessing;

/// <summary>What forbids a drug is heard under every protocol.</summary>
public class SafeguardTests
{
    private const int Women = 150;
    private const string LowPlatelets = "phase: pregnant; gestation: 12+0; previous clot: recurrent; platelet count: 40";

    [Fact]
    public void Whoever_gives_a_drug_hears_what_forbids_it()
    {
        var lender = KnowledgeOnDisk.Library.DefaultProtocol!;
        var women = new RandomWomen(37);
        var heard = 0;
        for (var i = 0; i < Women; i++)
        {
            var facts = women.Widened(women.Known(60), 0.2);
            foreach (var protocol in KnowledgeOnDisk.Library.Protocols)
            {
                var assessment = KnowledgeOnDisk.Assessor.Assess(facts, protocol);
                var chosen = assessment.Answers.Where(answer => assessment.IsChosen(answer.Guideline)).ToList();
                var lent = Safeguard.Lent(assessment);
                foreach (var subject in Safeguard.Given(assessment))
                {
                    var forbidden = assessment.Answers.Where(answer => lender.Channels.ContainsValue(answer.Guideline.Id))
                        .SelectMany(answer => answer.Recommendations).Any(advice => advice.Subject == subject && advice.Advice == AdviceKind.Contraindicated);
                    if (!forbidden) continue;
                    heard++;
                    var speaks = chosen.Exists(answer => answer.Guideline.Rows.Any(row => row.Advice is { Kind: AdviceKind.Contraindicated } own && own.Subject == subject));
                    (speaks || lent.Any(one => one.Advice.Subject == subject && one.Advice.Advice == AdviceKind.Contraindicated)).ShouldBeTrue($"{protocol.Id}: {subject}");
                }
            }
        }

        heard.ShouldBeGreaterThan(Women);
    }

    [Fact]
    public void Low_platelets_are_heard_where_the_chosen_guideline_is_silent_on_them()
    {
        var facts = SmallWoman.Of(LowPlatelets, KnowledgeOnDisk.Library);
        foreach (var protocol in KnowledgeOnDisk.Library.Protocols)
        {
            var assessment = KnowledgeOnDisk.Assessor.Assess(facts, protocol);
            Safeguard.Given(assessment).ShouldContain("LMWH", protocol.Id);
            assessment.Recommendations.Where(assessment.IsChosen).Concat(Safeguard.Lent(assessment).Select(lent => lent.Advice))
                .ShouldContain(advice => advice.Subject == "LMWH" && advice.Advice == AdviceKind.Contraindicated && advice.Certainty == Certainty.Certain, protocol.Id);
        }
    }

    [Fact]
    public void Nothing_is_lent_under_the_default_protocol_or_where_nobody_gives_the_drug()
    {
        var facts = SmallWoman.Of(LowPlatelets, KnowledgeOnDisk.Library);
        Safeguard.Lent(KnowledgeOnDisk.Assessor.Assess(facts)).ShouldBeEmpty();
        var idle = SmallWoman.Of("phase: not pregnant; platelet count: 40", KnowledgeOnDisk.Library);
        Safeguard.Lent(KnowledgeOnDisk.Assessor.Assess(idle, KnowledgeOnDisk.Library.Protocol("us"))).ShouldNotContain(lent => lent.Advice.Subject == "LMWH");
    }
}
