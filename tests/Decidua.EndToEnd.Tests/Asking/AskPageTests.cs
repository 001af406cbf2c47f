using System.Net;
using System.Text;
using Decidua.EndToEnd.Tests.Surroundings;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Decidua.EndToEnd.Tests.Asking;

/// <summary>One document asked about one woman: the answer on top, and only what can still change it is asked for.</summary>
public sealed class AskPageTests(Ward ward)
{
    private static readonly Dictionary<string, string> Spotting = new()
    {
        ["phase"] = "pregnant", ["gestation"] = "9+0", ["active-bleeding"] = "spotting", ["reason-for-heparin"] = "antiphospholipid syndrome",
    };

    [Fact]
    public async Task The_list_leads_to_every_planning_document_and_each_has_an_empty_form()
    {
        var list = await ward.Client.GetStringAsync(new Uri("/ask", UriKind.Relative));
        foreach (var document in ward.Library.Planning)
        {
            list.ShouldContain($"href=\"/ask/{document.Id}\"");
            var text = Replies.Text(await ward.Client.GetStringAsync(new Uri($"/ask/{document.Id}", UriKind.Relative)));
            text.ShouldContain("Nothing is known yet.", customMessage: document.Id);
            text.ShouldContain("not a certified medical device");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bleeding_is_answered_in_one_screen_with_and_without_script(bool script)
    {
        var page = await ward.Open(script: script);
        await Ask(page, "bleeding-triage", Spotting);
        new Uri(page.Url).Query.ShouldBeEmpty();
        var answer = await page.Locator("#answer").InnerTextAsync();
        answer.ShouldContain("Hold LMWH");
        answer.ShouldContain("Refer: maternity hospital or early pregnancy unit");
        foreach (var (heading, words) in new[] { ("How fast", "urgently, the same day"), ("Next dose", "not before review; heparin is not ended on its own"), ("Who decides", "haematologist within 24 hours") })
        {
            answer.ShouldContain(heading);
            answer.ShouldContain(words);
        }

        (await page.Locator("#answer dd:text-is('haematologist within 24 hours')").BoundingBoxAsync())!.Y.ShouldBeLessThan(900);
        (await page.Locator("#answer .cite a:text-is('TRI-11')").GetAttributeAsync("href")).ShouldBe("/guidelines/bleeding-triage/what-to-do/TRI-11");
        (await page.Locator("[id='active-bleeding']").InputValueAsync()).ShouldBe("spotting");
    }

    [Fact]
    public async Task An_emergency_stands_first_and_in_red_and_a_bruise_does_not()
    {
        var html = await Send("bleeding-triage", new(Spotting) { ["collapse-or-instability"] = "yes" });
        var text = Replies.Text(html, "answer");
        text.IndexOf("Call now: emergency department", StringComparison.Ordinal).ShouldBeInRange(0, text.IndexOf("Hold LMWH", StringComparison.Ordinal));
        html.ShouldContain("safety--certain");
        var bruise = await Send("bleeding-triage", new() { ["phase"] = "pregnant", ["gestation"] = "20+0", ["active-bleeding"] = "none", ["bruise-at-the-injection-site-only"] = "yes" });
        bruise.ShouldNotContain("safety--certain");
        Replies.Text(bruise, "answer").ShouldContain("No need for change of heparin");
    }

    [Fact]
    public async Task What_is_presumed_is_said_beside_the_row_that_rests_on_it()
    {
        Replies.Text(await Send("bleeding-triage", Spotting), "answer").ShouldContain("Rests on assumed");
    }

    [Fact]
    public async Task Only_what_can_still_change_the_answer_is_asked_for()
    {
        var html = await Send("bleeding-triage", new() { ["nerve-signs"] = "yes" });
        var open = html[..html.IndexOf("id=\"idle-facts\"", StringComparison.Ordinal)];
        open.ShouldNotContain("id=\"reason-for-heparin\"");
        html.ShouldContain("id=\"reason-for-heparin\"", customMessage: "it can still be entered");
    }

    [Fact]
    public async Task A_score_adds_up_and_acts()
    {
        var text = Replies.Text(await Send("score-4ts", new()
        {
            ["platelet-fall"] = "56", ["lowest-platelet-count-on-heparin"] = "110", ["onset-of-the-platelet-fall"] = "days 5 to 10 and clear", ["new-clot-or-skin-sign"] = "none", ["other-cause-of-low-platelets"] = "none apparent",
        }), "answer");
        text.ShouldContain("Stop UFH");
        text.ShouldContain("4Ts score");
        text.ShouldContain("high");
    }

    [Fact]
    public async Task Low_dose_aspirin_is_never_forbidden()
    {
        var html = await Send("interactions", new() { ["takes-low-dose-aspirin"] = "yes", ["smoker"] = "no", ["heparin-in-use"] = "enoxaparin" });
        html.ShouldNotContain("safety--certain");
        Replies.Text(html, "answer").ShouldContain("give both");
    }

    [Theory]
    [InlineData("60 mg", "50 mg, the most at once; by the dose alone 60 mg", "D2057")]
    [InlineData("40 mg", "Protamine: 40 mg", "")]
    [InlineData("60", "Expected a number with its unit", "D2010")]
    public async Task Protamine_is_reckoned_from_the_last_dose_and_never_above_what_is_given_at_once(string dose, string words, string code)
    {
        var text = Replies.Text(await Send("reversal-protamine", new() { ["heparin-in-use"] = "enoxaparin", ["time-since-last-lmwh-dose"] = "3 h", ["_amount"] = dose }), "answer");
        text.ShouldContain(words);
        text.ShouldContain(code);
    }

    [Theory]
    [InlineData("0.95 mg/dL", "above its range, 83.98 of 35 to 71 µmol/L (second trimester)")]
    [InlineData("60 µmol/L", "within its range, 60 of 35 to 71 µmol/L (second trimester)")]
    [InlineData("0.95 g/L", "D2010")]
    public async Task A_result_is_read_in_its_trimester(string result, string words)
    {
        Replies.Text(await Send("results-pregnancy", new() { ["phase"] = "pregnant", ["gestation"] = "22+0", ["laboratory-test"] = "creatinine", ["_amount"] = result }), "answer").ShouldContain(words);
    }

    [Fact]
    public async Task A_bad_entry_is_named_and_left_open()
    {
        var text = Replies.Text(await Send("bleeding-triage", new(Spotting) { ["haemoglobin-fall"] = "900" }));
        text.ShouldContain("D2003");
        text.ShouldContain("Hold LMWH");
        Replies.Text(await Send("bleeding-triage", new(Spotting) { ["mode-of-birth"] = "vaginal" })).ShouldContain("D2005");
    }

    [Fact]
    public async Task Unknown_documents_and_other_bodies_are_refused()
    {
        (await ward.Client.GetAsync(new Uri("/ask/nowhere", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var json = new StringContent("{}", Encoding.UTF8, "application/json");
        (await ward.Client.PostAsync(new Uri("/ask/bleeding-triage", UriKind.Relative), json)).StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task The_same_entries_give_the_same_page() => (await Send("bleeding-triage", Spotting)).ShouldBe(await Send("bleeding-triage", Spotting));

    [Fact]
    public async Task By_keyboard_alone_an_entry_is_made_and_the_answer_reached()
    {
        var page = await ward.Open();
        await page.GotoAsync("/ask/symptoms-clot");
        await page.Locator("[id='symptom-of-a-clot']").FocusAsync();
        await page.Keyboard.TypeAsync("chest");
        await page.Keyboard.PressAsync("Tab");
        await page.RunAndWaitForResponseAsync(() => page.Keyboard.PressAsync("Enter"), response => response.Request.Method == "POST");
        await page.Settled();
        (await page.Locator("#answer").InnerTextAsync()).ShouldContain("Call now: emergency department");
    }

    [Theory]
    [InlineData("/ask", 1280)]
    [InlineData("/ask", 320)]
    [InlineData("/ask/bleeding-triage", 1280)]
    [InlineData("/ask/bleeding-triage", 320)]
    [InlineData("answered", 1280)]
    [InlineData("answered", 320)]
    [InlineData("refused", 320)]
    [InlineData("results", 320)]
    public async Task Axe_finds_nothing_and_nothing_runs_off_the_side(string name, int width)
    {
        var page = await ward.Open(width);
        if (name.StartsWith('/')) await page.GotoAsync(name);
        else if (name == "results") await Ask(page, "results-pregnancy", new() { ["phase"] = "pregnant", ["gestation"] = "30+0", ["laboratory-test"] = "creatinine" });
        else await Ask(page, "bleeding-triage", name == "refused" ? new(Spotting) { ["haemoglobin-fall"] = "900" } : Spotting);
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(fold => fold.open = true)");
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        var found = await page.RunAxe();
        found.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}")).Distinct().ShouldBeEmpty();
    }

    /// <summary>Opens the form of a document, enters facts and asks; a field that an earlier entry made idle is opened first.</summary>
    internal static async Task Ask(IPage page, string document, Dictionary<string, string> woman)
    {
        await page.GotoAsync($"/ask/{document}");
        foreach (var (fact, entry) in woman)
        {
            var field = page.Locator($"[id='{fact}']");
            if (await page.Locator($"select[id='{fact}']").CountAsync() > 0) await field.SelectOptionAsync(entry);
            else await field.FillAsync(entry);
        }

        await page.RunAndWaitForResponseAsync(() => page.Locator("#ask-now").ClickAsync(), response => response.Request.Method == "POST");
        await page.Settled();
    }

    private async Task<string> Send(string document, Dictionary<string, string> woman)
    {
        using var form = new FormUrlEncodedContent(woman);
        using var reply = await ward.Client.PostAsync(new Uri($"/ask/{document}", UriKind.Relative), form);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await reply.Content.ReadAsStringAsync();
    }
}
