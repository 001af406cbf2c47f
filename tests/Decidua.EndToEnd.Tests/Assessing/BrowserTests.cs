using Decidua.EndToEnd.Tests.Surroundings;
using Microsoft.Playwright;

namespace Decidua.EndToEnd.Tests.Assessing;

/// <summary>The assessment in a browser: by keyboard alone, without script, and what it leaves behind.</summary>
public sealed class BrowserTests(Ward ward)
{
    private const int MostKeys = 400;
    private const int MostQuestions = 20;

    [Fact]
    public async Task A_whole_assessment_by_keyboard_only()
    {
        var page = await ward.Open();
        await page.GotoAsync("/");
        var woman = Women.FourPoints.With("platelet-count", "210").With("glomerular-filtration-rate", "95").With("systolic-blood-pressure", "118")
            .With("diastolic-blood-pressure", "74").With("creatinine-clearance", "120");
        await TabInto(page, "#question");
        for (var asked = 0; asked < MostQuestions && await page.Locator("[name=_asked]").CountAsync() > 0; asked++)
        {
            var fact = await page.Locator("[name=_asked]").GetAttributeAsync("value");
            woman.ShouldContainKey(fact!);
            await Answer(page, woman[fact!]);
        }

        (await page.Locator("[name=_asked]").CountAsync()).ShouldBe(0);
        (await page.Locator("#answer").InnerTextAsync()).ShouldContain("Consider LMWH, prophylactic dose, from now until labour.");
        (await page.Locator("#why").InnerTextAsync()).ShouldContain("Antenatal score 4");
    }

    [Fact]
    public async Task The_first_key_leads_to_the_link_that_skips_to_the_content()
    {
        var page = await ward.Open();
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        (await Focused(page, "element.textContent")).ShouldBe("Skip to main content");
        await page.Keyboard.PressAsync("Enter");
        (await Focused(page, "element.id")).ShouldBe("maincontent");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_woman_of_the_reference_entered_by_hand(bool script)
    {
        var page = await ward.Open(script: script);
        await page.Assess(Women.FourPoints);
        (await page.Locator("#answer .advice").First.InnerTextAsync()).ShouldBe("Consider LMWH, prophylactic dose, from now until labour.");
        (await page.Locator("#answer .mark--certain").First.InnerTextAsync()).ShouldBe("certain");
        (await page.Locator("#why .sum").First.InnerTextAsync()).ShouldStartWith("Antenatal score 4 =");
        new Uri(page.Url).Query.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Question_after_question_with_and_without_script(bool script)
    {
        var page = await ward.Open(script: script);
        await page.GotoAsync("/");
        await page.GetByLabel("pregnant", new() { Exact = true }).CheckAsync();
        await page.RunAndWaitForResponseAsync(() => page.Locator("#give-answer").ClickAsync(), response => response.Request.Method == "POST");
        await page.Settled();
        (await page.Locator("#phase").InputValueAsync()).ShouldBe("pregnant");
        (await page.Locator("[name=_asked]").GetAttributeAsync("value")).ShouldNotBe("phase");
    }

    [Fact]
    public async Task A_bad_entry_takes_the_reader_to_its_field()
    {
        var page = await ward.Open();
        await page.Assess(Women.FourPoints.With("booking-bmi", "331"));
        (await page.TitleAsync()).ShouldStartWith("Error");
        await page.Locator(".nhsuk-error-summary a").ClickAsync();
        (await Focused(page, "element.id")).ShouldBe("booking-bmi");
        (await page.Locator("#booking-bmi").InputValueAsync()).ShouldBe("331");
    }

    [Fact]
    public async Task A_changed_entry_marks_the_answer_as_old_until_it_is_updated()
    {
        var page = await ward.Open();
        await page.Assess(Women.FourPoints);
        (await page.Locator("#stale").IsVisibleAsync()).ShouldBeFalse();
        await page.Enter("age", "25");
        (await page.Locator("#stale").IsVisibleAsync()).ShouldBeTrue();
        await page.Update();
        (await page.Locator("#stale").IsVisibleAsync()).ShouldBeFalse();
        (await page.Locator("#answer .advice").First.InnerTextAsync()).ShouldContain("from 28+0");
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_noticed()
    {
        var page = await ward.Open();
        await page.Assess(Women.FourPoints);
        await page.RouteAsync("**/*", route => route.AbortAsync());
        await page.Enter("age", "25");
        await page.Locator("#facts details[open] button[type=submit]").First.ClickAsync();
        await page.Locator("#trouble").WaitForAsync();
        (await page.Locator("#announcement").TextContentAsync()).ShouldBe("No new answer.");
    }

    [Fact]
    public async Task An_update_is_announced_and_leaves_folds_as_they_were()
    {
        var page = await ward.Open();
        await page.Assess(Women.FourPoints);
        await page.Locator("#topic-illness summary").ClickAsync();
        await page.Enter("age", "25");
        await page.Update();
        (await page.Locator("#announcement").TextContentAsync())!.ShouldContain("Answer: Consider LMWH");
        (await page.Locator("#topic-illness").GetAttributeAsync("open")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Nothing_is_left_in_the_browser_and_nothing_is_asked_of_anybody_else()
    {
        var page = await ward.Open();
        var elsewhere = new List<string>();
        var troubles = new List<string>();
        page.Request += (_, request) => { if (!request.Url.StartsWith(ward.Address, StringComparison.Ordinal)) elsewhere.Add(request.Url); };
        page.Console += (_, message) => { if (message.Type is "error" or "warning") troubles.Add(message.Text); };
        page.PageError += (_, error) => troubles.Add(error);
        await page.Assess(Women.FourPoints);
        await page.GotoAsync("/guidelines");
        elsewhere.ShouldBeEmpty();
        troubles.ShouldBeEmpty();
        (await page.Context.CookiesAsync()).ShouldBeEmpty();
        (await page.EvaluateAsync<int>("localStorage.length")).ShouldBe(0);
        (await page.EvaluateAsync<string[]>("Object.values({ ...sessionStorage })")).Where(kept => !kept.All(letter => letter == '/' || char.IsAsciiLetter(letter))).ShouldBeEmpty("htmx keeps the path; nothing else may be kept.");
        (await page.EvaluateAsync<string>("getComputedStyle(document.body).fontFamily")).ShouldNotContain("Frutiger");
    }

    /// <summary>Answers the question that is asked, beginning inside its panel, with keys only.</summary>
    private static async Task Answer(IPage page, string entry)
    {
        await TabInto(page, "[name=_answer]");
        if (await Focused(page, "element.type") == "text")
        {
            await page.Keyboard.TypeAsync(entry);
        }
        else
        {
            await page.Keyboard.PressAsync("Space");
            for (var step = 0; step < MostQuestions && await Focused(page, "element.value") != entry; step++) await page.Keyboard.PressAsync("ArrowDown");
        }

        await TabInto(page, "#give-answer");
        await page.EvaluateAsync("() => document.getElementById('answer').dataset.old = 'yes'");
        await page.Keyboard.PressAsync("Enter");
        await page.Settled();
        await page.WaitForFunctionAsync("() => document.activeElement?.id === 'question-title'");
    }

    private static async Task TabInto(IPage page, string place)
    {
        for (var key = 0; key < MostKeys; key++)
        {
            if (await page.EvaluateAsync<bool>("place => document.activeElement?.closest(place) !== null && document.activeElement !== document.body && !document.activeElement.matches('h2')", place)) return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The keyboard does not reach {place}.");
    }

    private static Task<string> Focused(IPage page, string what) => page.EvaluateAsync<string>($"() => {{ const element = document.activeElement; return {what}; }}");
}
