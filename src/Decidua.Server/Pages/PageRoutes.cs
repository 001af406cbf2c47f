using Decidua.Server.Asking;
using Decidua.Server.Assessing;
using Decidua.Server.Comparing;
using Decidua.Server.Documents;
using Decidua.Server.Entering;
using Decidua.Server.Hosting;
using Decidua.Server.Planning;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Primitives;

namespace Decidua.Server.Pages;

/// <summary>Which address shows which page.</summary>
internal static class PageRoutes
{
    internal static readonly FormOptions FormLimits = new()
    {
        ValueCountLimit = RequestLimits.MostFields,
        KeyLengthLimit = RequestLimits.LongestName,
        ValueLengthLimit = RequestLimits.LongestValue,
        BufferBodyLengthLimit = RequestLimits.LargestForm,
    };

    /// <summary>Maps the pages.</summary>
    /// <param name="app">The server.</param>
    internal static void MapPages(this WebApplication app)
    {
        app.MapGet("/", (Shelf shelf, TimeProvider clock) => Assess(shelf, [], clock, app.Logger));
        app.MapPost("/", async (HttpRequest request, Shelf shelf, TimeProvider clock) => request.HasFormContentType
            ? Assess(shelf, await new FormFeature(request, FormLimits).ReadFormAsync(request.HttpContext.RequestAborted), clock, app.Logger)
            : Results.StatusCode(StatusCodes.Status415UnsupportedMediaType));
        app.MapGet("/ask", () => new RazorComponentResult<AskListPage>());
        app.MapGet("/ask/{id}", (string id, Shelf shelf, TimeProvider clock) => Ask(shelf, id, [], clock));
        app.MapPost("/ask/{id}", async (string id, HttpRequest request, Shelf shelf, TimeProvider clock) => request.HasFormContentType
            ? Ask(shelf, id, await new FormFeature(request, FormLimits).ReadFormAsync(request.HttpContext.RequestAborted), clock)
            : Results.StatusCode(StatusCodes.Status415UnsupportedMediaType));
        app.MapPlan();
        app.MapGet("/compare", (Shelf shelf, TimeProvider clock) => Compare(shelf, [], clock));
        app.MapPost("/compare", async (HttpRequest request, Shelf shelf, TimeProvider clock) => request.HasFormContentType
            ? Compare(shelf, await new FormFeature(request, FormLimits).ReadFormAsync(request.HttpContext.RequestAborted), clock)
            : Results.StatusCode(StatusCodes.Status415UnsupportedMediaType));
        app.MapGet("/compare/women", (string? protocol, Shelf shelf) => new RazorComponentResult<WomenPage>(new { Protocol = shelf.Library.Protocol(protocol ?? "") ?? shelf.Library.DefaultProtocol }));
        app.MapGet("/compare/women/{id}", (string id, string? protocol, Shelf shelf, TimeProvider clock) => StandardWomen.Of(shelf).FirstOrDefault(woman => woman.Id == id) is { } woman
            ? Compare(shelf, woman.Fields(protocol ?? ""), clock, woman)
            : Results.StatusCode(StatusCodes.Status404NotFound));
        app.MapGet("/guidelines", () => new RazorComponentResult<GuidelinesPage>());
        app.MapGet("/guidelines/{id}", (string id, Shelf shelf) => shelf.Library.Guideline(id) is { } guideline
            ? (IResult)new RazorComponentResult<GuidelinePage>(new { Guideline = guideline })
            : Results.StatusCode(StatusCodes.Status404NotFound));
        app.MapGet("/guidelines/{id}/{table}/{row}", (string id, string table, string row, Shelf shelf) => shelf.Library.Find($"{id}/{table}/{row}") is { } found
            ? (IResult)new RazorComponentResult<RowPage>(new { found.Guideline, found.Table, found.Row })
            : Results.StatusCode(StatusCodes.Status404NotFound));
        app.MapGet("/protocols", () => new RazorComponentResult<ProtocolsPage>());
        app.MapGet("/protocols/{id}", (string id, Shelf shelf) => shelf.Library.Protocol(id) is { } protocol
            ? (IResult)new RazorComponentResult<ProtocolPage>(new { Protocol = protocol })
            : Results.StatusCode(StatusCodes.Status404NotFound));
        app.MapGet("/claims", () => new RazorComponentResult<ClaimsPage>());
        app.MapGet("/claims/{id}", (string id, Shelf shelf) => shelf.Library.Claim(id) is { } claim
            ? (IResult)new RazorComponentResult<ClaimPage>(new { Claim = claim })
            : Results.StatusCode(StatusCodes.Status404NotFound));
        app.MapGet("/evidence", () => new RazorComponentResult<EvidencePage>());
        app.MapGet("/evidence/{id}", (string id, Shelf shelf) => shelf.Library.Trial(id) is { } trial
            ? (IResult)new RazorComponentResult<TrialPage>(new { Trial = trial })
            : Results.StatusCode(StatusCodes.Status404NotFound));
        app.MapGet("/about", () => new RazorComponentResult<AboutPage>());
    }

    private static RazorComponentResult<ComparePage> Compare(Shelf shelf, IEnumerable<KeyValuePair<string, StringValues>> fields, TimeProvider clock, StandardWoman? standard = null)
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var woman = new ComparedWoman(Consultation.Of(shelf, EntryForm.Read(fields, shelf, today), today));
        return new RazorComponentResult<ComparePage>(new { Woman = woman, Heading = standard?.Case.Title ?? "Compare", Story = standard?.Story ?? "" });
    }

    private static IResult Ask(Shelf shelf, string id, IEnumerable<KeyValuePair<string, StringValues>> fields, TimeProvider clock)
    {
        if (shelf.Library.Guideline(id) is not { } document) return Results.StatusCode(StatusCodes.Status404NotFound);
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var all = fields.ToList();
        var amount = all.Find(field => field.Key == AskedWoman.AmountField).Value.ToString();
        var form = EntryForm.Read(all.Where(field => field.Key != AskedWoman.AmountField), shelf, today);
        return new RazorComponentResult<AskPage>(new { Woman = new AskedWoman(Consultation.Of(shelf, form, today), document, amount) });
    }

    private static IResult Assess(Shelf shelf, IEnumerable<KeyValuePair<string, StringValues>> fields, TimeProvider clock, ILogger logger)
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var consultation = Consultation.Of(shelf, EntryForm.Read(fields, shelf, today), today);
        Incidents.Report(logger, consultation.Assessment);
        return new RazorComponentResult<AssessPage>(new { Consultation = consultation });
    }
}
