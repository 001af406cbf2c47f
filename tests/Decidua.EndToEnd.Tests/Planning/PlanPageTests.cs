using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Decidua.EndToEnd.Tests.Surroundings;
using Decidua.Server.Planning;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Decidua.EndToEnd.Tests.Planning;

/// <summary>The plan on a page: the facts travel with her, bad dates are refused, the timeline says what the list says.</summary>
public sealed partial class PlanPageTests(Ward ward)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_facts_go_to_the_plan_and_come_back_with_its_dates(bool script)
    {
        var page = await ward.Open(script: script);
        await page.Assess(Women.FourPoints);
        await page.Locator("#to-plan").ClickAsync();
        await page.Locator("h1:text-is('Plan')").WaitForAsync();
        new Uri(page.Url).Query.ShouldBeEmpty();
        (await page.Locator("#plan-answer").InnerTextAsync()).ShouldContain("12+3 today");
        await page.Locator("#plan-dates > summary").ClickAsync();
        await page.Locator("#plan-birth").FillAsync("30 August 2026");
        await page.Locator("#plan-birth-time").FillAsync("09:00");
        await page.Locator("#make-plan").ClickAsync();
        await page.Locator("#plan-answer").WaitForAsync();
        (await page.Locator("#plan-answer").InnerTextAsync()).ShouldContain("Sun 30 August 2026");
        await page.Locator("#change-facts").ClickAsync();
        await page.Locator("h1:text-is('Assessment')").WaitForAsync();
        (await page.Locator("#age").InputValueAsync()).ShouldBe("36");
        await page.Locator("#to-plan").ClickAsync();
        await page.Locator("h1:text-is('Plan')").WaitForAsync();
        (await page.Locator("#plan-birth").InputValueAsync()).ShouldBe("30 August 2026");
    }

    [Fact]
    public async Task Nothing_entered_is_nothing_planned()
    {
        var text = Replies.Text(await ward.Client.GetStringAsync(new Uri("/plan", UriKind.Relative)));
        text.ShouldContain("Nothing is known yet.");
        text.ShouldContain("not a certified medical device");
        text.ShouldNotContain("Error:");
    }

    [Theory]
    [InlineData("_plan-zone", "Europe/Londn", "D2061")]
    [InlineData("_plan-last-period", "2026-04-01", "D2009")]
    [InlineData("_plan-last-period", "2026-02-30", "D1008")]
    [InlineData("_plan-scan", "2026-03-01", "D1007")]
    [InlineData("_plan-since", "2026-03-04", "D2009")]
    [InlineData("_plan-hour", "8pm", "D1008")]
    public async Task What_cannot_be_is_named_and_nothing_is_planned(string field, string entry, string code)
    {
        var html = await Post("/plan", Women.FourPoints.With(field, entry).With("_plan-heparin", "enoxaparin"));
        var text = Replies.Text(html);
        text.ShouldContain("There is no plan until this is corrected");
        text.ShouldContain(code);
        html.ShouldNotContain("id=\"plan-answer\"");
        html.ShouldContain($"value=\"{entry}\"");
    }

    [Fact]
    public async Task Entries_that_contradict_one_another_are_not_planned()
    {
        var text = Replies.Text(await Post("/plan", Women.FourPoints.With("mode-of-birth", "vaginal")));
        text.ShouldContain("D2005");
        text.ShouldNotContain("Timeline");
    }

    [Fact]
    public async Task The_same_entries_give_the_same_page() =>
        (await Post("/plan", Women.FourPoints)).ShouldBe(await Post("/plan", Women.FourPoints));

    [Fact]
    public async Task The_page_takes_no_longer_than_it_may()
    {
        await Post("/plan", Women.FourPoints);
        var fastest = double.MaxValue;
        for (var round = 0; round < 10; round++)
        {
            var began = Stopwatch.GetTimestamp();
            await Post("/plan", Women.FourPoints);
            fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        fastest.ShouldBeLessThan(50);
    }

    [Fact]
    public async Task A_dose_that_is_not_the_planned_one_is_pointed_out()
    {
        var text = Replies.Text(await Post("/plan", Women.FourPoints.With("_plan-since", "1 February 2026").With("_plan-dose", "40 mg")), "plan-answer");
        text.ShouldContain("She takes 40 mg; the plan says 60 mg once daily. Decide which, and from when.");
    }

    [Fact]
    public async Task The_letter_says_what_why_and_that_it_is_not_signed()
    {
        var text = Replies.Text(await Post("/plan/letter", Women.FourPoints));
        text.ShouldContain("Draft, not signed.");
        text.ShouldContain("rcog-37a-2015/antenatal-prophylaxis/MGT-01");
        text.ShouldContain("antenatal score of 4 or more");
        text.ShouldContain("Signature:");
        text.ShouldContain("not a certified medical device");
    }

    [Fact]
    public async Task The_calendar_is_a_calendar()
    {
        using var form = new FormUrlEncodedContent(Women.FourPoints);
        using var reply = await ward.Client.PostAsync(new Uri("/plan/calendar", UriKind.Relative), form);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        reply.Content.Headers.ContentType.ShouldNotBeNull().MediaType.ShouldBe("text/calendar");
        reply.Headers.CacheControl.ShouldNotBeNull().NoStore.ShouldBeTrue();
        (await reply.Content.ReadAsStringAsync()).ShouldStartWith("BEGIN:VCALENDAR\r\n");
    }

    [Fact]
    public async Task Another_program_gets_the_plan_as_json()
    {
        const string woman = """{ "asOf": "2026-03-01", "facts": { "phase": "pregnant", "gestation": "12+3", "age": 36, "booking-bmi": 33.1, "parity": 3, "smoker": true, "previous-clot": "none", "dosing-weight": 91.0 } }""";
        using var reply = await Send(woman);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var json = System.Text.Json.JsonDocument.Parse(await reply.Content.ReadAsStringAsync());
        json.RootElement.GetProperty("courses")[0].GetProperty("subject").GetString().ShouldBe("LMWH");
        foreach (var (bad, code) in new[] { (woman.Replace("\"asOf\": \"2026-03-01\",", "", StringComparison.Ordinal), "D2062"), (woman.Replace("\"asOf\"", "\"plan\": { \"now\": \"09:30\" }, \"asOf\"", StringComparison.Ordinal), "D2040") })
        {
            using var refused = await Send(bad);
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await refused.Content.ReadAsStringAsync()).ShouldContain(code);
        }

        async Task<HttpResponseMessage> Send(string text)
        {
            using var body = new StringContent(text, System.Text.Encoding.UTF8, "application/json");
            return await ward.Client.PostAsync(new Uri("/api/v1/plan", UriKind.Relative), body);
        }
    }

    [Fact]
    public async Task Whatever_is_no_form_is_refused()
    {
        foreach (var address in new[] { "/plan", "/plan/letter", "/plan/calendar" })
        {
            using var body = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
            using var reply = await ward.Client.PostAsync(new Uri(address, UriKind.Relative), body);
            reply.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        }
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Axe_finds_nothing_in_a_whole_plan_and_nothing_runs_off_the_side(int width)
    {
        var page = await DrawnPlan.Open(ward, width);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        var found = await page.RunAxe();
        found.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}")).Distinct().ShouldBeEmpty();
        (await page.Locator("#holds").InnerTextAsync()).ShouldContain("Sat 29 August 2026, 20:00");
        (await page.Locator("#today").InnerTextAsync()).ShouldContain("20:00 ");
    }

    [Fact]
    public async Task The_timeline_shows_nothing_that_the_list_does_not_say()
    {
        var plan = DrawnPlan.Make(ward);
        var html = await DrawnPlan.Html(ward);
        var drawn = Timeline.Of(plan);
        var lines = PlanLines.Of(plan);
        Bar().Count(html).ShouldBe(plan.Courses.Length);
        drawn.Holds.Length.ShouldBe(plan.Holds.Length);
        drawn.Marks.SelectMany(mark => Numbers(mark.Text)).ShouldBeSubsetOf(lines.Where(line => line.Number is not null).Select(line => line.Number!.Value));
        html.ShouldContain("role=\"img\"");
        html.ShouldContain("<title id=\"timeline-title\">");
        var text = Replies.Text(html);
        foreach (var line in lines) text.ShouldContain(line.When);
        drawn.Lanes.SelectMany(lane => lane.Bars).ShouldAllBe(bar => bar.X >= 0 && bar.X + bar.Width <= drawn.Width);
        drawn.Marks.GroupBy(mark => mark.Row).ShouldAllBe(row => row.Select(mark => mark.X).Order().Zip(row.Select(mark => mark.X).Order().Skip(1), (a, b) => b - a).All(distance => distance >= 20));
    }

    [Fact]
    public async Task On_paper_the_plan_stands_without_controls()
    {
        var page = await DrawnPlan.Open(ward, 800);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        (await page.Locator(".timeline__svg").IsVisibleAsync()).ShouldBeTrue();
        (await page.Locator("#timeline .dates").IsVisibleAsync()).ShouldBeTrue();
        (await page.Locator("button:visible").CountAsync()).ShouldBe(0);
        (await page.Locator(".timeline__svg").EvaluateAsync<double>("svg => svg.getBoundingClientRect().width")).ShouldBeLessThanOrEqualTo(800);
        var paper = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new PagePdfOptions { Format = "A4", PreferCSSPageSize = false }));
        Sheet().Count(paper).ShouldBe(1);
    }

    private async Task<string> Post(string address, Dictionary<string, string> woman)
    {
        using var form = new FormUrlEncodedContent(woman);
        using var reply = await ward.Client.PostAsync(new Uri(address, UriKind.Relative), form);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await reply.Content.ReadAsStringAsync();
    }

    private static IEnumerable<int> Numbers(string text) => text.Split(", ").SelectMany(part => part.Split('–') is [var first, var last]
        ? Enumerable.Range(int.Parse(first, CultureInfo.InvariantCulture), int.Parse(last, CultureInfo.InvariantCulture) - int.Parse(first, CultureInfo.InvariantCulture) + 1)
        : [int.Parse(part, CultureInfo.InvariantCulture)]);

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Sheet();

    [GeneratedRegex("class=\"timeline__bar ")]
    private static partial Regex Bar();
}
