using Decidua.EndToEnd.Tests.Planning;
using Microsoft.Playwright;

namespace Decidua.EndToEnd.Tests.Surroundings;

/// <summary>Takes the pictures for the documents. Runs only when asked for: <c>--explicit only</c>.</summary>
public sealed class Pictures(Ward ward)
{
    /// <summary>What does not fit is cut off: a whole guideline is thousands of lines long.</summary>
    private static readonly int Tallest = int.TryParse(Environment.GetEnvironmentVariable("DECIDUA_PICTURE_HEIGHT"), out var pixels) ? pixels : 1600;

    private static string Folder => Environment.GetEnvironmentVariable("DECIDUA_PICTURES") ?? Path.Combine(Ward.Root, "docs", "images");

    [Theory(Explicit = true)]
    [InlineData("assessment", 1360)]
    [InlineData("assessment-phone", 390)]
    public async Task The_assessment(string name, int width)
    {
        var page = await ward.Open(width);
        await page.Assess(Women.MaybeFourPoints);
        await Take(page, name);
    }

    [Theory(Explicit = true)]
    [InlineData("first", 1360, "")]
    [InlineData("certain", 1360, "four")]
    [InlineData("forbidden", 1360, "forbidden")]
    [InlineData("errors", 1360, "errors")]
    [InlineData("forbidden-phone", 390, "forbidden")]
    [InlineData("first-phone", 320, "")]
    public async Task Other_answers(string name, int width, string woman)
    {
        var page = await ward.Open(width);
        if (woman.Length == 0) await page.GotoAsync("/");
        else await page.Assess(woman switch
        {
            "forbidden" => Women.FourPoints.With("platelet-count", "60"),
            "errors" => Women.FourPoints.With("booking-bmi", "331"),
            _ => Women.FourPoints,
        });
        await Take(page, name);
    }

    [Theory(Explicit = true)]
    [InlineData("guidelines", 1360, "/guidelines")]
    [InlineData("guideline", 1360, "/guidelines/rcog-37a-2015")]
    [InlineData("guideline-phone", 390, "/guidelines/rcog-37a-2015")]
    [InlineData("row", 1360, "/guidelines/rcog-37a-2015/antenatal-prophylaxis/MGT-02")]
    [InlineData("row-phone", 390, "/guidelines/rcog-37a-2015/first-trimester-rules/FT-01")]
    [InlineData("about", 1360, "/about")]
    [InlineData("nothing", 1360, "/nowhere")]
    public async Task Other_pages(string name, int width, string address)
    {
        var page = await ward.Open(width);
        await page.GotoAsync(address);
        await Take(page, name);
    }

    [Theory(Explicit = true)]
    [InlineData("compare", 1360, "")]
    [InlineData("compare-phone", 390, "")]
    [InlineData("compare-losses", 1360, "/compare/women/obstetric-antiphospholipid-syndrome-planning-a-pregnancy")]
    [InlineData("women", 1360, "/compare/women")]
    [InlineData("women-phone", 390, "/compare/women")]
    public async Task Comparing(string name, int width, string address)
    {
        var page = await ward.Open(width);
        if (address.Length > 0)
        {
            await page.GotoAsync(address);
        }
        else
        {
            await page.Assess(Women.MaybeFourPoints);
            await page.Locator("#to-compare").ClickAsync();
            await page.Locator("h1:text-is('Compare')").WaitForAsync();
        }

        await Take(page, name);
    }

    [Theory(Explicit = true)]
    [InlineData("plan", 1360)]
    [InlineData("plan-phone", 390)]
    public async Task The_plan(string name, int width)
    {
        var page = await ward.Open(width);
        await page.Assess(Women.FourPoints.With("platelet-count", "210").With("creatinine-clearance", "110"));
        await page.Locator("#to-plan").ClickAsync();
        await page.Locator("#plan-dates > summary").ClickAsync();
        foreach (var (field, entry) in new[] { ("birth", "30 August 2026"), ("birth-time", "09:00"), ("hour", "20:00") }) await page.Locator($"#plan-{field}").FillAsync(entry);
        await page.Locator("#make-plan").ClickAsync();
        await page.Locator("#holds").WaitForAsync();
        await Take(page, name);
    }

    [Theory(Explicit = true)]
    [InlineData("plan-whole", 1360)]
    [InlineData("plan-whole-phone", 390)]
    public async Task The_plan_with_everything(string name, int width) => await Take(await DrawnPlan.Open(ward, width), name);

    [Theory(Explicit = true)]
    [InlineData("plan-form", 1360, "to-plan", "")]
    [InlineData("plan-form-phone", 390, "to-plan", "")]
    [InlineData("plan-letter", 1360, "to-plan", "to-letter")]
    public async Task Planning(string name, int width, string first, string second)
    {
        var page = await ward.Open(width);
        await page.Assess(Women.FourPoints);
        await page.Locator("#" + first).ClickAsync();
        await page.Locator("#plan-dates > summary").ClickAsync();
        if (second.Length > 0) await page.Locator("#" + second).ClickAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Take(page, name);
    }

    [Theory(Explicit = true)]
    [InlineData("dose", 1360)]
    [InlineData("dose-phone", 390)]
    public async Task Dosing(string name, int width)
    {
        var page = await ward.Open(width);
        await page.GotoAsync("/dose");
        await page.Locator("#dose-medicine").SelectOptionAsync("enoxaparin");
        foreach (var (fact, entry) in new[] { ("dosing-weight", "91"), ("current-weight", "96"), ("creatinine-clearance", "110"), ("platelet-count", "210") }) await page.Locator($"[id='{fact}']").FillAsync(entry);
        await page.Locator("#find-dose").ClickAsync();
        await page.Locator("#dose-answer").WaitForAsync();
        await Take(page, name);
    }

    [Theory(Explicit = true)]
    [InlineData("ask-bleeding", 1360)]
    [InlineData("ask-bleeding-phone", 390)]
    public async Task Asking_a_document(string name, int width)
    {
        var page = await ward.Open(width);
        await Asking.AskPageTests.Ask(page, "bleeding-triage", new() { ["phase"] = "pregnant", ["gestation"] = "9+0", ["active-bleeding"] = "spotting", ["reason-for-heparin"] = "antiphospholipid syndrome" });
        await Take(page, name);
    }

    [Theory(Explicit = true)]
    [InlineData("ask-list", 1360, "/ask")]
    [InlineData("ask-empty-phone", 390, "/ask/bleeding-triage")]
    public async Task Documents_to_ask(string name, int width, string address)
    {
        var page = await ward.Open(width);
        await page.GotoAsync(address);
        await Take(page, name);
    }

    private static async Task Take(IPage page, string name)
    {
        Directory.CreateDirectory(Folder);
        var height = Math.Min(await page.EvaluateAsync<int>("document.documentElement.scrollHeight"), Tallest);
        await page.SetViewportSizeAsync(page.ViewportSize!.Width, height);
        await page.EvaluateAsync("() => { document.activeElement?.blur(); scrollTo(0, 0); }");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, name + ".png") });
    }
}
