using System.Net.Http.Json;
using System.Text.Json;
using Decidua.EndToEnd.Tests.Surroundings;

namespace Decidua.EndToEnd.Tests.Evidence;

/// <summary>Studies stand beside the advice that names them, on the page and in the answer for programs; and what forbids a drug stands above it.</summary>
public sealed class EvidenceInAnswersTests(Ward ward)
{
    private static Dictionary<string, string> ThreeLosses => new()
    {
        ["phase"] = "pregnant", ["gestation"] = "6+3", ["age"] = "33", ["booking-bmi"] = "23", ["parity"] = "0", ["smoker"] = "no", ["previous-clot"] = "none", ["dosing-weight"] = "66",
        ["first-trimester-losses"] = "3", ["previous-miscarriages"] = "3", ["losses-eshre"] = "3", ["losses-asrm"] = "3", ["second-trimester-losses"] = "0", ["cause-of-the-losses"] = "looked for and not found",
    };

    [Fact]
    public async Task Unexplained_losses_are_answered_with_the_trials_and_their_figures()
    {
        var html = await ward.AskForHtml([.. ThreeLosses]);
        var answer = Replies.Text(html, "answer");
        answer.ShouldContain("Avoid LMWH");
        answer.ShouldContain("Evidence: ALIFE (2010)");
        answer.ShouldContain("69.1 % with both, 61.6 % with aspirin, 67.0 % with placebo");
        foreach (var trial in new[] { "alife-2010", "spin-2010", "ethig2-2015", "prefix-2015" }) html.ShouldContain($"href=\"/evidence/{trial}\"");
    }

    [Fact]
    public async Task Programs_get_the_ids_of_the_studies()
    {
        using var reply = await ward.Client.PostAsJsonAsync(new Uri("/api/v1/assess", UriKind.Relative), new
        {
            asOf = "2026-03-01",
            facts = new Dictionary<string, object> { ["phase"] = "pregnant", ["gestation"] = "6+3", ["first-trimester-losses"] = 3, ["cause-of-the-losses"] = "looked for and not found" },
        });
        using var json = JsonDocument.Parse(await reply.Content.ReadAsStringAsync());
        var advice = json.RootElement.GetProperty("recommendations").EnumerateArray()
            .First(one => one.GetProperty("guideline").GetString() == "rcog-17-2023" && one.GetProperty("subject").GetString() == "LMWH" && one.GetProperty("advice").GetString() == "avoid");
        advice.GetProperty("evidence").EnumerateArray().Select(id => id.GetString()).ShouldContain("alife-2010");
        json.RootElement.GetProperty("recommendations").EnumerateArray().Count(one => !one.TryGetProperty("evidence", out _)).ShouldBeGreaterThan(0, "absent where a row names none");
    }

    [Fact]
    public async Task Every_named_study_opens_from_its_row()
    {
        var rows = ward.Library.Guidelines.SelectMany(guideline => guideline.Rows).Where(row => !row.Evidence.IsEmpty).ToList();
        rows.Count.ShouldBeGreaterThan(50);
        foreach (var row in rows.Where((_, index) => index % 5 == 0))
        {
            var html = await ward.Client.GetStringAsync(new Uri($"/guidelines/{row.Address}", UriKind.Relative));
            foreach (var id in row.Evidence) html.ShouldContain($"href=\"/evidence/{id}\"");
        }
    }

    [Theory]
    [InlineData("uk")]
    [InlineData("us")]
    [InlineData("international")]
    [InlineData("china")]
    [InlineData("russia")]
    public async Task Few_platelets_stand_above_the_advice_under_every_protocol(string protocol)
    {
        var woman = Women.FourPoints.With("previous-clot", "recurrent").With("platelet-count", "40").With("_protocol", protocol);
        var answer = Replies.Text(await ward.AskForHtml([.. woman]), "answer");
        answer.ShouldContain("LMWH is contraindicated");
        answer.ShouldContain("Indicated, but see the warning above.");
    }
}
