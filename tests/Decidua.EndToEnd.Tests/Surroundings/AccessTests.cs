using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Decidua.EndToEnd.Tests.Surroundings;

/// <summary>Every kind of page, on a desk and on a phone: axe finds nothing, and nothing runs off the side.</summary>
public sealed class AccessTests(Ward ward)
{
    public static TheoryData<string, int> Pages
    {
        get
        {
            var all = new TheoryData<string, int>();
            foreach (var name in new[] { "empty", "possible", "certain", "forbidden", "refused", "contradiction", "after birth", "/guidelines", "/guidelines/rcog-37a-2015",
                         "/guidelines/rcog-37a-2015/first-trimester-rules/FT-03", "/about", "/nowhere",
                         "/compare", "/compare/women", "/compare/women/obstetric-antiphospholipid-syndrome-planning-a-pregnancy", "compared", "compared with errors", "/plan", "planned", "planned with errors", "letter", "needle", "/dose", "dose" })
                foreach (var width in new[] { 1280, 320 })
                    all.Add(name, width);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_and_nothing_runs_off_the_side(string name, int width)
    {
        var page = await ward.Open(width);
        await Show(page, name);
        await OpenAllFolds(page);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        var found = await page.RunAxe();
        found.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}")).Distinct().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("possible")]
    [InlineData("/guidelines/rcog-37a-2015")]
    [InlineData("/about")]
    public async Task Text_is_large_and_lines_are_short(string name)
    {
        var page = await ward.Open();
        await Show(page, name);
        (await page.EvaluateAsync<string>("getComputedStyle(document.body).fontSize")).ShouldBe("19px");
        var widest = await page.EvaluateAsync<double>("""
            () => {
              const ruler = document.createElement('span');
              ruler.textContent = '0'.repeat(70);
              document.querySelector('main').append(ruler);
              const line = ruler.getBoundingClientRect().width;
              ruler.remove();
              return Math.max(...[...document.querySelectorAll('main p')].filter(p => getComputedStyle(p).fontSize === '19px' && !p.closest('.protocol-bar')).map(p => p.getBoundingClientRect().width)) / line;
            }
            """);
        widest.ShouldBeLessThanOrEqualTo(1.0);
    }

    [Fact]
    public async Task On_paper_the_answer_stands_without_controls()
    {
        var page = await ward.Open();
        await page.Assess(Women.FourPoints);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        (await page.Locator("#answer .advice").First.IsVisibleAsync()).ShouldBeTrue();
        (await page.Locator("#why .sum").First.IsVisibleAsync()).ShouldBeTrue();
        (await page.Locator("footer").IsVisibleAsync()).ShouldBeTrue();
        (await page.Locator("button:visible").CountAsync()).ShouldBe(0);
        (await page.Locator("#facts").IsVisibleAsync()).ShouldBeFalse();
    }

    private static Task Show(IPage page, string name) => name switch
    {
        "empty" => page.GotoAsync("/"),
        "possible" => page.Assess(Women.MaybeFourPoints),
        "certain" => page.Assess(Women.FourPoints),
        "forbidden" => page.Assess(Women.FourPoints.With("platelet-count", "60")),
        "refused" => page.Assess(Women.FourPoints.With("booking-bmi", "331").With("gestation", "45+0")),
        "contradiction" => page.Assess(Women.FourPoints.With("mode-of-birth", "vaginal")),
        "after birth" => page.Assess(new Dictionary<string, string> { ["phase"] = "postpartum", ["mode-of-birth"] = "caesarean in labour", ["age"] = "30", ["previous-clot"] = "recurrent" }),
        "compared" => Compare(page, Women.MaybeFourPoints),
        "planned" => Plan(page, Women.FourPoints),
        "planned with errors" => Plan(page, Women.FourPoints, "Europe/Londn"),
        "letter" => Letter(page),
        "needle" => Needle(page),
        "dose" => Dose(page),
        "compared with errors" => Compare(page, Women.FourPoints.With("booking-bmi", "331")),
        _ => page.GotoAsync(name),
    };

    private static async Task Compare(IPage page, Dictionary<string, string> woman)
    {
        await page.Assess(woman);
        await page.Locator("#to-compare").ClickAsync();
        await page.Locator("h1:text-is('Compare')").WaitForAsync();
    }

    private static async Task Plan(IPage page, Dictionary<string, string> woman, string zone = "Europe/London")
    {
        await page.Assess(woman);
        await page.Locator("#to-plan").ClickAsync();
        await page.Locator("#plan-dates > summary").ClickAsync();
        await page.Locator("#plan-zone").FillAsync(zone);
        await page.Locator("#make-plan").ClickAsync();
        await page.Locator(zone == "Europe/London" ? "#plan-answer" : ".nhsuk-error-summary").WaitForAsync();
    }

    private static async Task Letter(IPage page)
    {
        await Plan(page, Women.FourPoints);
        await page.Locator("#to-letter").ClickAsync();
        await page.Locator("#letter").WaitForAsync();
    }

    private static async Task Needle(IPage page)
    {
        await page.GotoAsync("/plan");
        await page.Locator("#plan-heparin").SelectOptionAsync("enoxaparin");
        await page.Locator("#plan-last-dose").FillAsync("2 March 2026");
        await page.Locator("#plan-last-dose-time").FillAsync("20:00");
        await page.Locator("#ask-needle").ClickAsync();
        await page.Locator("#needle").WaitForAsync();
    }

    private static async Task Dose(IPage page)
    {
        await page.GotoAsync("/dose");
        await page.Locator("#dose-medicine").SelectOptionAsync("enoxaparin");
        await page.Locator("[id='dosing-weight']").FillAsync("91");
        await page.Locator("#find-dose").ClickAsync();
        await page.Locator("#dose-answer").WaitForAsync();
    }

    private static Task OpenAllFolds(IPage page) => page.EvaluateAsync("() => document.querySelectorAll('details').forEach(fold => fold.open = true)");
}
