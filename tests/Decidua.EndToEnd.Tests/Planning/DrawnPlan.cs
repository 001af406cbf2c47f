using Decidua.Exchange.Tests.Planning;
using Decidua.EndToEnd.Tests.Surroundings;
using Decidua.Planning;
using Decidua.Reasoning.Assessing;
using Decidua.Server.Documents;
using Decidua.Server.Planning;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;

namespace Decidua.EndToEnd.Tests.Planning;

/// <summary>A plan with something in every part, put into a page of the server, so that it is dressed and judged like any other.</summary>
internal static class DrawnPlan
{
    /// <summary>The plan: doses, a hold, things due and a supply, all invented.</summary>
    public static Plan Make(Ward ward) => SmallPlan.Make(new Assessor(ward.Library));

    /// <summary>The view of the plan as HTML.</summary>
    public static async Task<string> Html(Ward ward)
    {
        await using var services = new ServiceCollection().AddSingleton(new Shelf(ward.Library)).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<PlanView>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Plan"] = Make(ward) }))).ToHtmlString());
    }

    /// <summary>Opens a page that shows the plan.</summary>
    public static async Task<IPage> Open(Ward ward, int width)
    {
        var page = await ward.Open(width);
        await page.GotoAsync("/plan");
        await page.EvaluateAsync("html => { const main = document.querySelector('main'); main.querySelectorAll('form, .letter').forEach(one => one.remove()); main.insertAdjacentHTML('beforeend', html); }", await Html(ward));
        return page;
    }
}
