using System.Net;
using System.Text.RegularExpressions;
using Decidua.EndToEnd.Tests.Surroundings;
using Decidua.Knowledge.Catalogues;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Decidua.EndToEnd.Tests.Evidence;

/// <summary>Claims and studies as a woman or a doctor reads them: nothing left out, nothing that leads nowhere, help on every claim.</summary>
public sealed partial class EvidencePageTests(Ward ward)
{
    [Fact]
    public async Task The_list_holds_every_claim_once_with_its_verdict()
    {
        var html = await Get("/claims");
        foreach (var claim in ward.Library.Claims) (html.Split($"href=\"/claims/{claim.Id}\"").Length - 1).ShouldBe(1, claim.Id);
        var text = Replies.Text(html);
        text.ShouldContain("48 claims");
        foreach (var claim in ward.Library.Claims) text.ShouldContain($"{claim.Text} {claim.Verdict.ToString().ToLowerInvariant()}");
    }

    [Fact]
    public async Task Every_claim_gives_its_verdict_the_reason_the_figures_and_where_help_is()
    {
        foreach (var claim in ward.Library.Claims)
        {
            var html = await Get($"/claims/{claim.Id}");
            var text = Replies.Text(html);
            foreach (var part in new[] { claim.Text, claim.Why, claim.Instead, "What to do", "This explains; it decides nothing about you", "When to get help at once", "Where support is" })
                text.ShouldContain(Replies.Text(part), Case.Sensitive, claim.Id);
            foreach (var trial in claim.Trials) html.ShouldContain($"href=\"/evidence/{trial}\"");
        }
    }

    [Fact]
    public async Task Every_study_says_what_it_shows_and_what_not()
    {
        foreach (var trial in ward.Library.Trials)
        {
            var text = Replies.Text(await Get($"/evidence/{trial.Id}"));
            text.ShouldContain(Replies.Text(trial.Shows));
            text.ShouldContain("It does not show");
            foreach (var figure in trial.Figures) text.ShouldContain(figure.Outcome);
        }
    }

    [Fact]
    public async Task A_retracted_study_is_marked_and_quotes_nothing()
    {
        var retracted = ward.Library.Trials.Single(trial => trial.Status == TrialStatus.Retracted);
        (await Get("/evidence")).ShouldContain("status--retracted");
        var text = Replies.Text(await Get($"/evidence/{retracted.Id}"));
        text.ShouldContain("retracted Withdrawn by the journal; supports nothing.");
        text.ShouldNotContain("Where it is named");
        text.ShouldNotContain("%");
    }

    [Fact]
    public async Task A_figure_that_was_not_read_says_so()
    {
        var text = Replies.Text(await Get("/evidence/rai-1997"));
        text.ShouldContain("not yet checked against the original");
        Replies.Text(await Get("/claims/sa8")).ShouldContain("32 of 45 (71 %) with UFH and aspirin, 19 of 45 (42 %) with aspirin; odds ratio 3.37 (1.40 to 8.10) (not yet checked against the original)");
    }

    [Theory]
    [InlineData("/claims")]
    [InlineData("/claims/sb18")]
    [InlineData("/evidence")]
    [InlineData("/evidence/alife2-2023")]
    public async Task Links_lead_somewhere_and_every_id_stands_once(string address)
    {
        var html = await Get(address);
        Id().Matches(html).Select(match => match.Groups[1].Value).GroupBy(id => id).Where(same => same.Count() > 1).Select(same => same.Key).ShouldBeEmpty();
        foreach (var target in Link().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Distinct())
        {
            if (target.StartsWith('#')) html.ShouldContain($"id=\"{target[1..]}\"");
            else (await ward.Client.GetAsync(new Uri(target, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK, target);
        }
    }

    [Theory]
    [InlineData("/claims/sz1")]
    [InlineData("/evidence/alife3-2030")]
    public async Task An_unknown_card_is_not_found(string address) =>
        (await ward.Client.GetAsync(new Uri(address, UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("/claims", 1280)]
    [InlineData("/claims", 320)]
    [InlineData("/claims/sa4", 320)]
    [InlineData("/claims/sa1", 1280)]
    [InlineData("/evidence", 320)]
    [InlineData("/evidence/alife2-2023", 1280)]
    [InlineData("/evidence/cochrane-cd012852-2020", 320)]
    [InlineData("/evidence/obgyn-2008-retracted", 320)]
    public async Task Axe_finds_nothing_and_nothing_runs_off_the_side(string address, int width)
    {
        var page = await ward.Open(width);
        await page.GotoAsync(address);
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(fold => fold.open = true)");
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        var found = await page.RunAxe();
        found.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}")).Distinct().ShouldBeEmpty();
    }

    [Fact]
    public async Task From_the_claims_to_a_study_by_keyboard_without_script()
    {
        var page = await ward.Open(390, script: false);
        await page.GotoAsync("/claims");
        await page.Locator("a[href='/claims/sa2']").PressAsync("Enter");
        await page.Locator("h1", new PageLocatorOptions { HasText = "heparin is needed" }).WaitForAsync();
        await page.Locator("a[href='/evidence/alife-2010']").PressAsync("Enter");
        await page.Locator("h1", new PageLocatorOptions { HasText = "ALIFE (2010)" }).WaitForAsync();
        new Uri(page.Url).AbsolutePath.ShouldBe("/evidence/alife-2010");
    }

    private Task<string> Get(string address) => ward.Client.GetStringAsync(new Uri(address, UriKind.Relative));

    [GeneratedRegex("\\sid=\"([^\"]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Link();
}
