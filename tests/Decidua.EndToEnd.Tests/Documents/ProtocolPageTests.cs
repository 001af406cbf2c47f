using System.Net;
using Decidua.EndToEnd.Tests.Surroundings;
using Deque.AxeCore.Playwright;

namespace Decidua.EndToEnd.Tests.Documents;

/// <summary>Protocols: who answers which question is shown and can be chosen.</summary>
public sealed class ProtocolPageTests(Ward ward)
{
    [Fact]
    public async Task The_list_shows_who_answers_what_everywhere()
    {
        var html = await Get("/protocols");
        foreach (var protocol in ward.Library.Protocols)
        {
            html.ShouldContain($"href=\"/protocols/{protocol.Id}\"");
            foreach (var guideline in protocol.Channels.Values) html.ShouldContain($"href=\"/guidelines/{guideline}\"");
        }
    }

    [Fact]
    public async Task Every_protocol_opens_with_its_reasons_and_parameters()
    {
        foreach (var protocol in ward.Library.Protocols)
        {
            var text = Replies.Text(await Get($"/protocols/{protocol.Id}"));
            text.ShouldContain(protocol.Title);
            foreach (var channel in protocol.Channels.Keys) text.ShouldContain(channel, Case.Insensitive);
            foreach (var parameter in protocol.Parameters.Keys) text.ShouldContain(parameter);
        }

        (await ward.Client.GetAsync(new Uri("/protocols/atlantis", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_form_answers_by_the_protocol_that_was_chosen()
    {
        foreach (var protocol in ward.Library.Protocols)
        {
            var html = await ward.AskForHtml([.. Women.FourPoints.With("_protocol", protocol.Id)]);
            html.ShouldContain($"href=\"/protocols/{protocol.Id}\"");
            var answer = Replies.Text(html, "answer");
            foreach (var channel in ward.Library.Protocols.SelectMany(one => one.Channels.Keys).Except(protocol.Channels.Keys).Distinct())
                answer.ShouldNotContain($" {char.ToUpperInvariant(channel[0])}{channel[1..]} ", Case.Sensitive, $"{protocol.Id} does not answer {channel}");
        }
    }

    [Fact]
    public async Task Another_protocol_can_be_chosen_by_keyboard_without_script()
    {
        var page = await ward.Open(script: false);
        await page.Assess(Women.FourPoints);
        var other = ward.Library.Protocols.Last(protocol => protocol != ward.Library.DefaultProtocol || ward.Library.Protocols.Length == 1);
        await page.Locator("#protocol").FocusAsync();
        await page.Locator("#protocol").SelectOptionAsync(other.Id);
        await page.Update();
        (await page.Locator("#protocol").InputValueAsync()).ShouldBe(other.Id);
        (await page.Locator($".protocol-bar a[href='/protocols/{other.Id}']").CountAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData("/protocols", 1280)]
    [InlineData("/protocols", 320)]
    [InlineData("/protocols/uk", 320)]
    public async Task Axe_finds_nothing_and_nothing_runs_off_the_side(string address, int width)
    {
        var page = await ward.Open(width);
        await page.GotoAsync(address);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        var found = await page.RunAxe();
        found.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}")).Distinct().ShouldBeEmpty();
    }

    private Task<string> Get(string address) => ward.Client.GetStringAsync(new Uri(address, UriKind.Relative));
}
