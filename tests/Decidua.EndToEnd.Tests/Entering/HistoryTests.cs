using Decidua.EndToEnd.Tests.Surroundings;

namespace Decidua.EndToEnd.Tests.Entering;

/// <summary>Dated entries on the assessment page: what follows from them, and what is wrong with them. The page's day is 3 March 2026.</summary>
public sealed class HistoryTests(Ward ward)
{
    private static KeyValuePair<string, string>[] Loss(int number, string ended, string weeks, string end = "miscarriage", string shown = "ultrasound") =>
    [
        new($"_pregnancy-{number}-ended", ended), new($"_pregnancy-{number}-gestationAtEnd", weeks), new($"_pregnancy-{number}-end", end),
        new($"_pregnancy-{number}-confirmedBy", shown), new($"_pregnancy-{number}-causeKnown", "no"),
    ];

    private static KeyValuePair<string, string>[] Test(int number, string on, string test, string result, string on2 = "none") =>
    [
        new($"_antibody-{number}-on", on), new($"_antibody-{number}-test", test), new($"_antibody-{number}-result", result),
        new($"_antibody-{number}-anticoagulant", on2),
    ];

    private static KeyValuePair<string, string>[] ThreeLosses => [.. Loss(1, "3 May 2022", "8+1"), .. Loss(2, "11/2022", "7+0"), .. Loss(3, "10 June 2023", "9+6")];

    private async Task<string> History(params KeyValuePair<string, string>[] fields) => Replies.Text(await ward.AskForHtml(fields), "history");

    [Fact]
    public async Task Three_dated_losses_are_counted_by_every_definition()
    {
        var text = await History(ThreeLosses);
        text.ShouldContain("Losses (ESHRE): 3");
        text.ShouldContain("First-trimester losses: 3");
        text.ShouldContain("Consecutive losses before 10 weeks: 3");
        text.ShouldContain("3 May 2022, 8+1, miscarriage, ultrasound");
    }

    [Fact]
    public async Task Two_tests_twelve_weeks_apart_make_a_persistent_lupus_anticoagulant()
    {
        var text = await History([.. Test(1, "1 March 2024", "lupus anticoagulant", "positive"), .. Test(2, "24 May 2024", "lupus anticoagulant", "positive")]);
        text.ShouldContain("Lupus anticoagulant: persistent");
        text.ShouldContain("Antiphospholipid antibodies: persistent");
    }

    [Fact]
    public async Task Two_tests_ten_weeks_apart_are_not_confirmed_and_the_day_to_repeat_is_named()
    {
        var text = await History([.. Test(1, "1 March 2024", "lupus anticoagulant", "positive"), .. Test(2, "10 May 2024", "lupus anticoagulant", "positive")]);
        text.ShouldContain("Lupus anticoagulant: not confirmed");
        text.ShouldContain("2024-05-24");
    }

    [Fact]
    public async Task A_lupus_anticoagulant_on_therapeutic_heparin_cannot_be_read()
    {
        var text = await History(Test(1, "1 March 2024", "lupus anticoagulant", "positive", "therapeutic UFH"));
        text.ShouldNotContain("Lupus anticoagulant: not confirmed");
        text.ShouldContain("cannot be read");
    }

    [Theory]
    [InlineData("3/4/2023", "8+0", "D1008")]
    [InlineData("3 May 2023", "8+9", "D2006")]
    public async Task A_bad_field_is_refused_beside_its_entry_and_leaves_the_counts_open(string ended, string weeks, string code)
    {
        var html = await ward.AskForHtml([.. Women.FourPoints, .. Loss(1, ended, weeks)]);
        Replies.Text(html, "history").ShouldContain(code);
        html.ShouldContain("href=\"#pregnancy-1\"");
        html.ShouldContain("<title>Error: Assessment");
        html.ShouldContain($"value=\"{ended.Replace("+", "&#x2B;")}\"");
        html.ShouldNotContain("id=\"followed\"");
        Replies.Text(html, "topic-pregnancy-losses").ShouldContain("not known");
    }

    [Fact]
    public async Task A_result_without_a_day_is_refused() =>
        (await History(Test(1, "", "lupus anticoagulant", "positive"))).ShouldContain("D");

    [Fact]
    public async Task A_count_entered_by_hand_must_agree_with_the_dates()
    {
        var html = await ward.AskForHtml([.. ThreeLosses, new("losses-eshre", "1")]);
        Replies.Text(html).ShouldContain("but the dated entries make it 3");
        html.ShouldContain("D2005");
    }

    [Fact]
    public async Task An_entry_can_be_added_and_removed()
    {
        var html = await ward.AskForHtml([.. ThreeLosses, new("_add", "pregnancy")]);
        html.ShouldContain("id=\"pregnancy-4\"");
        html = await ward.AskForHtml([.. ThreeLosses, new("_remove", "pregnancy-2")]);
        html.ShouldNotContain("id=\"pregnancy-2\"");
        Replies.Text(html, "history").ShouldContain("Losses (ESHRE): 2");
    }

    [Fact]
    public async Task Nothing_follows_from_a_blank_entry()
    {
        var html = await ward.AskForHtml([new("_add", "antibody")]);
        html.ShouldContain("id=\"antibody-1\"");
        html.ShouldNotContain("id=\"followed\"");
        Replies.Text(html, "answer").ShouldContain("Nothing is known yet.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Losses_are_entered_by_keyboard_with_and_without_script(bool script)
    {
        var page = await ward.Open(script: script);
        await page.GotoAsync("/");
        foreach (var (number, ended, weeks) in new[] { (1, "3 May 2022", "8+1"), (2, "11/2022", "7+0"), (3, "10 June 2023", "9+6") })
        {
            await page.Locator("#add-pregnancy").FocusAsync();
            await page.RunAndWaitForResponseAsync(() => page.Keyboard.PressAsync("Enter"), response => response.Request.Method == "POST");
            await page.Settled();
            await page.Locator($"#pregnancy-{number}-ended").FocusAsync();
            await page.Keyboard.TypeAsync(ended);
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.TypeAsync(weeks);
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.TypeAsync("miscarriage");
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.TypeAsync("ultrasound");
        }

        await page.Locator("#update-pregnancy-3").FocusAsync();
        await page.RunAndWaitForResponseAsync(() => page.Keyboard.PressAsync("Enter"), response => response.Request.Method == "POST");
        await page.Settled();
        (await page.Locator("#followed").InnerTextAsync()).ShouldContain("First-trimester losses: 3");
    }

    [Fact]
    public async Task A_fact_is_found_by_a_word()
    {
        var html = await ward.AskForHtml([new("_find", "hyperstimulation")]);
        Replies.Text(html, "facts").ShouldContain("OHSS now");
        Replies.Text(await ward.AskForHtml([new("_find", "zebra")]), "facts").ShouldContain("No fact has “zebra”");
    }
}
