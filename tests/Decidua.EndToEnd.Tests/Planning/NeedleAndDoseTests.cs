using System.Net;
using Decidua.EndToEnd.Tests.Surroundings;
using Decidua.Knowledge.Advice;
using Decidua.Planning.Dosing;
using Decidua.Planning.Holding;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;

namespace Decidua.EndToEnd.Tests.Planning;

/// <summary>The two calculators: may a needle go in now, and which dose is it. They say what the planner says, and guess nothing.</summary>
public sealed class NeedleAndDoseTests(Ward ward)
{
    private static Dictionary<string, string> Asking => new()
    {
        ["_plan-heparin"] = "enoxaparin", ["_plan-last-dose"] = "2 March 2026", ["_plan-last-dose-time"] = "20:00", ["_plan-now"] = "06:30", ["_plan-needle-now"] = "yes",
    };

    [Fact]
    public async Task A_needle_is_answered_in_one_sentence_with_one_clock_time()
    {
        var text = Replies.Text(await Post("/plan", Asking.With("lmwh-intensity", "prophylactic").With("platelet-count", "210").With("creatinine-clearance", "110")), "needle");
        text.ShouldContain("Wait 1 h 30 min: not before Tue 3 March 2026, 08:00.");
        text.ShouldContain("Who decides:");
        text.ShouldContain("Always, whatever the hours say:");
        text.ShouldContain("RH-01");
        text.ShouldContain("not a certified medical device");
    }

    [Fact]
    public async Task When_the_hours_have_passed_it_says_so()
    {
        var text = Replies.Text(await Post("/plan", Asking.With("_plan-now", "08:00").With("lmwh-intensity", "prophylactic").With("platelet-count", "210").With("creatinine-clearance", "110")), "needle");
        text.ShouldStartWith("Needle now? May proceed by the hours. Reckoned for");
    }

    [Fact]
    public async Task Without_the_last_dose_nobody_can_say()
    {
        var asking = Asking.With("platelet-count", "210");
        asking.Remove("_plan-last-dose");
        asking.Remove("_plan-last-dose-time");
        Replies.Text(await Post("/plan", asking), "needle").ShouldContain(NeedleVerdict.NotAnswerable.Word(), Case.Insensitive);
    }

    [Fact]
    public async Task Nobody_is_told_of_a_needle_who_did_not_ask()
    {
        var asking = Asking;
        asking.Remove("_plan-needle-now");
        (await Post("/plan", asking)).ShouldNotContain("id=\"needle\"");
    }

    [Theory]
    [InlineData("enoxaparin", "prophylactic", "91")]
    [InlineData("enoxaparin", "therapeutic", "170.5")]
    [InlineData("dalteparin", "prophylactic", "49.9")]
    [InlineData("tinzaparin", "high prophylactic", "72")]
    public async Task The_dose_is_what_the_finder_says_with_every_document_beside_it(string medicine, string intensity, string weight)
    {
        var assessor = new Assessor(ward.Library);
        var finder = new DoseFinder(assessor);
        var facts = WomanFacts.None(ward.Library.Vocabulary);
        foreach (var (id, entry) in new[] { ("phase", "pregnant"), ("dosing-weight", weight), ("creatinine-clearance", "110"), ("platelet-count", "210") })
        {
            var fact = ward.Library.Vocabulary.WithId(id)!;
            facts = facts.With(fact, Decidua.Server.Entering.EntryReader.Read(fact, entry).Values!);
        }

        var html = await Post("/dose", new() { ["phase"] = "pregnant", ["dosing-weight"] = weight, ["creatinine-clearance"] = "110", ["platelet-count"] = "210", ["_plan-medicine"] = medicine, ["_plan-intensity"] = intensity });
        var level = new[] { Intensity.Prophylactic, Intensity.HighProphylactic, Intensity.Therapeutic }.Single(one => one.Word() == intensity);
        var protocol = ward.Library.DefaultProtocol!;
        var answer = finder.Find(assessor.Assess(facts, protocol).Facts, protocol, medicine, level);
        var text = Replies.Text(html);
        text.ShouldContain(Decidua.Server.Wording.Sentences.Capital(Decidua.Exchange.Planning.PlanWording.Given(answer)));
        foreach (var issue in answer.Issues) text.ShouldContain(issue.Code);
        foreach (var other in finder.Across(assessor.Assess(facts, protocol).Facts, protocol, medicine, level))
            foreach (var row in other.Rows) html.ShouldContain($"href=\"/guidelines/{row.Address}\"");
    }

    [Fact]
    public async Task Without_a_weight_there_is_no_dose_and_it_says_what_to_measure()
    {
        var text = Replies.Text(await Post("/dose", new() { ["_plan-medicine"] = "enoxaparin", ["_plan-intensity"] = "prophylactic" }), "dose-answer");
        text.ShouldContain("Enoxaparin: no dose");
        text.ShouldContain("D2030");
    }

    [Fact]
    public async Task Every_medicine_can_be_asked_for()
    {
        foreach (var product in ward.Library.Products)
            Replies.Text(await Post("/dose", new() { ["_plan-medicine"] = product.Id, ["_plan-intensity"] = "prophylactic" })).ShouldContain(Decidua.Server.Wording.Sentences.Capital(product.Id));
    }

    private async Task<string> Post(string address, Dictionary<string, string> woman)
    {
        using var form = new FormUrlEncodedContent(woman);
        using var reply = await ward.Client.PostAsync(new Uri(address, UriKind.Relative), form);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await reply.Content.ReadAsStringAsync();
    }
}
