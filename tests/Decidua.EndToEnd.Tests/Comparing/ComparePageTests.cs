using System.Net;
using Decidua.EndToEnd.Tests.Surroundings;
using Decidua.Knowledge.Cases;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Cases;
using Decidua.Reasoning.Comparing;

namespace Decidua.EndToEnd.Tests.Comparing;

/// <summary>Guidelines side by side on a page: the facts travel with her, and every cell says what the comparison says.</summary>
public sealed class ComparePageTests(Ward ward)
{
    private static IEnumerable<KnowledgeCase> Standard(Ward ward) => ward.Library.Cases.Where(worked => worked.Place.File == "cases/standard-women.md");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_facts_go_to_the_comparison_and_come_back(bool script)
    {
        var page = await ward.Open(script: script);
        await page.Assess(FourPoints);
        (await page.Locator("#others").InnerTextAsync()).ShouldContain("About heparin:");
        await page.Locator("#to-compare").ClickAsync();
        await page.Locator("h1:text-is('Compare')").WaitForAsync();
        new Uri(page.Url).Query.ShouldBeEmpty();
        (await page.Locator("main").InnerTextAsync()).ShouldContain("Consider LMWH");
        (await page.Locator(".basis").InnerTextAsync()).ShouldContain("age 36");
        await page.Locator("#choose").ClickAsync();
        (await page.Locator(".basis").InnerTextAsync()).ShouldContain("age 36");
        await page.Locator("#change-facts").ClickAsync();
        await page.Locator("h1:text-is('Assessment')").WaitForAsync();
        (await page.Locator("#age").InputValueAsync()).ShouldBe("36");
    }

    [Fact]
    public async Task Nothing_entered_is_nothing_compared()
    {
        var text = Replies.Text(await ward.Client.GetStringAsync(new Uri("/compare", UriKind.Relative)));
        text.ShouldContain("Nothing is known yet.");
        text.ShouldContain("not a certified medical device");
        Replies.Text(await ward.AskForHtml([])).ShouldNotContain("What other guidelines say");
    }

    [Fact]
    public async Task Entries_that_contradict_one_another_are_not_compared()
    {
        var text = await Compare(FourPoints.With("mode-of-birth", "vaginal"));
        text.ShouldContain("The entries contradict one another");
        text.ShouldContain("D2005");
        text.ShouldNotContain("Every guideline");
    }

    [Fact]
    public async Task A_bad_entry_is_named_and_left_open()
    {
        var text = await Compare(FourPoints.With("booking-bmi", "331"));
        text.ShouldContain("D2003");
        text.ShouldContain("Every guideline");
    }

    [Fact]
    public async Task The_same_entries_give_the_same_page() => (await Compare(FourPoints)).ShouldBe(await Compare(FourPoints));

    [Fact]
    public async Task Every_standard_woman_has_a_page_that_says_what_the_comparison_says()
    {
        var assessor = new Assessor(ward.Library);
        var overview = await ward.Client.GetStringAsync(new Uri("/compare/women", UriKind.Relative));
        Standard(ward).Count().ShouldBe(12);
        foreach (var woman in Standard(ward))
        {
            var address = $"/compare/women/{Decidua.Knowledge.Documents.Slug.Of(woman.Title)}";
            overview.ShouldContain($"href=\"{address}\"");
            var html = await ward.Client.GetStringAsync(new Uri(address, UriKind.Relative));
            var comparison = Comparison.Of(assessor.Assess(new CaseTrial(assessor).FactsOf(woman)));
            foreach (var row in comparison.Guidelines.SelectMany(guideline => guideline.Positions).SelectMany(position => position.Rows)) html.ShouldContain($"href=\"/guidelines/{row.Address}\"");
            Replies.Text(html).ShouldContain(comparison.Tally.ToString());
        }
    }

    [Fact]
    public async Task Another_protocol_changes_what_is_chosen()
    {
        foreach (var protocol in ward.Library.Protocols)
        {
            var text = Replies.Text(await ward.Client.GetStringAsync(new Uri($"/compare/women?protocol={protocol.Id}", UriKind.Relative)));
            text.ShouldContain(protocol.Title);
            (await Compare(FourPoints.With("_protocol", protocol.Id))).ShouldContain(protocol.Title);
        }
    }

    [Fact]
    public async Task A_woman_who_is_not_in_the_knowledge_is_not_found()
    {
        using var reply = await ward.Client.GetAsync(new Uri("/compare/women/nobody", UriKind.Relative));
        reply.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_cell_opens_its_reason_by_keyboard()
    {
        var page = await ward.Open();
        await page.GotoAsync("/compare/women/four-points-from-age-weight-and-parity");
        var why = page.Locator("#guidelines details.says__why").First;
        await why.Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        (await why.Locator(".grounds a").First.IsVisibleAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task On_a_phone_there_is_a_list_per_guideline()
    {
        var page = await ward.Open(390);
        await page.GotoAsync("/compare/women/four-points-from-age-weight-and-parity");
        (await page.Locator("#guidelines .cell:not(.cell--silent) .cell-heading").First.IsVisibleAsync()).ShouldBeTrue();
        (await page.Locator("#guidelines .cell--silent:visible").CountAsync()).ShouldBe(0);
        (await page.Locator("#guidelines thead").EvaluateAsync<double>("head => head.getBoundingClientRect().width")).ShouldBeLessThan(5);
    }

    private static Dictionary<string, string> FourPoints => Women.FourPoints;

    private async Task<string> Compare(Dictionary<string, string> woman)
    {
        using var form = new FormUrlEncodedContent(woman);
        using var reply = await ward.Client.PostAsync(new Uri("/compare", UriKind.Relative), form);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        return Replies.Text(await reply.Content.ReadAsStringAsync());
    }
}
