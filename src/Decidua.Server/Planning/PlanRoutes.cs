using System.Text;
using Decidua.Exchange.ICalendar;
using Decidua.Server.Assessing;
using Decidua.Server.Documents;
using Decidua.Server.Entering;
using Decidua.Server.Pages;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Primitives;
using NodaTime;

namespace Decidua.Server.Planning;

/// <summary>The pages of a plan. What is entered travels in the body of a request, never in an address.</summary>
internal static class PlanRoutes
{
    /// <summary>Maps the pages.</summary>
    /// <param name="app">The server.</param>
    internal static void MapPlan(this WebApplication app)
    {
        app.MapGet("/plan", (Shelf shelf, TimeProvider clock) => Page(Read(shelf, [], clock)));
        app.MapPost("/plan", (HttpRequest request, Shelf shelf, TimeProvider clock) => Answer(request, shelf, clock, Page));
        app.MapGet("/dose", (Shelf shelf, TimeProvider clock) => Dose(Read(shelf, [], clock)));
        app.MapPost("/dose", (HttpRequest request, Shelf shelf, TimeProvider clock) => Answer(request, shelf, clock, Dose));
        app.MapPost("/plan/letter", (HttpRequest request, Shelf shelf, TimeProvider clock) => Answer(request, shelf, clock,
            woman => woman.Plan is null ? Page(woman) : new RazorComponentResult<PlanLetterPage>(new { Woman = woman })));
        app.MapPost("/plan/calendar", (HttpRequest request, Shelf shelf, TimeProvider clock) => Answer(request, shelf, clock,
            woman => woman.Plan is not { } plan ? Page(woman) : Results.File(Encoding.UTF8.GetBytes(PlanCalendar.Write(plan)), "text/calendar; charset=utf-8", "heparin-plan.ics")));
    }

    private static async Task<IResult> Answer(HttpRequest request, Shelf shelf, TimeProvider clock, Func<PlannedConsultation, IResult> show) => request.HasFormContentType
        ? show(Read(shelf, [.. await new FormFeature(request, PageRoutes.FormLimits).ReadFormAsync(request.HttpContext.RequestAborted)], clock))
        : Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);

    private static IResult Page(PlannedConsultation woman) => new RazorComponentResult<PlanPage>(new { Woman = woman });

    private static IResult Dose(PlannedConsultation woman) => new RazorComponentResult<DosePage>(new { Dose = new DoseCalculation(woman.Consultation) });

    private static PlannedConsultation Read(Shelf shelf, List<KeyValuePair<string, StringValues>> fields, TimeProvider clock)
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var form = EntryForm.Read(fields, shelf, today);
        var plan = PlanForm.Read(fields, shelf, form.Protocol, Instant.FromDateTimeOffset(clock.GetUtcNow()));
        return new PlannedConsultation(Consultation.Of(shelf, form, today), plan);
    }
}
