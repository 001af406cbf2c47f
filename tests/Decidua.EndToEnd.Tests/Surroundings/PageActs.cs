using Microsoft.Playwright;

namespace Decidua.EndToEnd.Tests.Surroundings;

/// <summary>What people do on the assessment page.</summary>
internal static class PageActs
{
    /// <summary>Opens the assessment, enters facts in the list and asks for the answer.</summary>
    public static async Task Assess(this IPage page, Dictionary<string, string> woman)
    {
        await page.GotoAsync("/");
        foreach (var (fact, entry) in woman) await page.Enter(fact, entry);
        await page.Update();
    }

    /// <summary>Enters one fact, opening the fold that it stands in.</summary>
    public static async Task Enter(this IPage page, string fact, string entry)
    {
        var field = page.Locator($"[id='{fact}']");
        var fold = page.Locator("details.topic").Filter(new LocatorFilterOptions { Has = field });
        if (await fold.GetAttributeAsync("open") is null) await fold.Locator("summary").First.ClickAsync();
        if (entry.Length > 0 && await page.Locator($"select[id='{fact}']").CountAsync() > 0) await field.SelectOptionAsync(entry);
        else await field.FillAsync(entry);
    }

    /// <summary>Presses the first button in an open topic that updates the answer, and waits for the answer.</summary>
    public static async Task Update(this IPage page)
    {
        await page.RunAndWaitForResponseAsync(
            () => page.Locator("#facts details[open] button[type=submit]").First.ClickAsync(),
            response => response.Request.Method == "POST");
        await page.Settled();
    }

    /// <summary>Waits until the new answer stands in the page: with script until the swap is over, without until the page is there.</summary>
    public static async Task Settled(this IPage page)
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.Locator("form:not(.htmx-request):not(.htmx-swapping):not(.htmx-settling) #answer:not([data-old])").WaitForAsync();
    }
}
