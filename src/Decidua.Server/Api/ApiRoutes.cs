using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Exchange.Answers;
using Decidua.Exchange.Inputs;
using Decidua.Knowledge.Documents;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Comparing;
using Decidua.Server.Documents;
using Decidua.Server.Hosting;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace Decidua.Server.Api;

/// <summary>Calls from other programs.</summary>
internal static class ApiRoutes
{
    private const string Json = "application/json; charset=utf-8";
    private static readonly string[] Accepted = ["application/json", "application/fhir+json"];

    /// <summary>Maps the calls.</summary>
    /// <param name="app">The server.</param>
    internal static void MapApi(this WebApplication app)
    {
        app.MapPost("/api/v1/assess", (HttpRequest request, Shelf shelf) => Answer(request, shelf,
            (_, woman, read) => Reading(AssessmentJson.Write(Assess(shelf, woman, app.Logger), woman.AsOf, read)))).WithMetadata(new RequestSizeLimitAttribute(RequestLimits.LargestApiBody));
        app.MapPost("/api/v1/plan", (HttpRequest request, Shelf shelf) => Answer(request, shelf, (reader, woman, read) => Plan(shelf, reader, woman, read))).WithMetadata(new RequestSizeLimitAttribute(RequestLimits.LargestApiBody));
        app.MapPost("/api/v1/compare", (HttpRequest request, Shelf shelf) => Answer(request, shelf,
            (_, woman, read) => Reading(ComparisonJson.Write(Comparison.Of(Assess(shelf, woman, app.Logger)), woman.AsOf, read)))).WithMetadata(new RequestSizeLimitAttribute(RequestLimits.LargestApiBody));
    }

    /// <summary>
    /// Answers a facts file, a record file or a FHIR R4 Bundle with the JSON that the command line writes. The query may name
    /// <c>asOf</c> and <c>protocol</c>; nothing about the woman belongs into an address.
    /// </summary>
    private static async Task<IResult> Answer(HttpRequest request, Shelf shelf, Func<WomanReader, WomanInput, ImmutableArray<Issue>, (ReadOnlyMemory<byte> Answer, ImmutableArray<Issue> Refused)> write)
    {
        if (!Accepted.Contains(request.ContentType?.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase))
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        var issues = new List<Issue>();
        var asOf = ReadDate(request.Query["asOf"].FirstOrDefault(), issues);
        var protocol = ReadProtocol(request.Query["protocol"].FirstOrDefault(), shelf, issues);
        if (issues.Count > 0) return Refuse([.. issues]);
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        var reader = new WomanReader(shelf.Assessor);
        var reading = reader.Read(body.ToArray(), "body", asOf, protocol);
        if (reading.Value is not { } woman) return Refuse(reading.Issues);
        var (answer, refused) = write(reader, woman, reading.Issues);
        if (!refused.IsEmpty) return Refuse(refused);
        return Results.Bytes((ReadOnlyMemory<byte>)(byte[])[.. answer.Span, (byte)'\n'], Json);
    }

    private static Assessment Assess(Shelf shelf, WomanInput woman, ILogger logger)
    {
        var assessment = shelf.Assessor.Assess(woman.Facts, shelf.Library.Protocol(woman.Protocol));
        Incidents.Report(logger, assessment);
        return assessment;
    }

    private static (ReadOnlyMemory<byte>, ImmutableArray<Issue>) Reading(ReadOnlyMemory<byte> answer) => (answer, []);

    /// <summary>A plan with an error among its issues must not be used, so it is not sent.</summary>
    private static (ReadOnlyMemory<byte>, ImmutableArray<Issue>) Plan(Shelf shelf, WomanReader reader, WomanInput woman, ImmutableArray<Issue> read)
    {
        var request = reader.RequestFor(woman);
        if (request.Value is null) return (default, request.Issues);
        var plan = shelf.Planner.Make(woman.Facts, shelf.Library.Protocol(woman.Protocol), request.Value);
        return plan.Issues.Any(issue => issue.Severity == Severity.Error) ? (default, plan.Issues) : (PlanJson.Write(plan, read), []);
    }

    /// <summary>Errors first: they are why there is no answer.</summary>
    private static IResult Refuse(ImmutableArray<Issue> issues) =>
        FaultReplies.Problem([.. issues.OrderByDescending(issue => issue.Severity)], StatusCodes.Status400BadRequest);

    private static LocalDate? ReadDate(string? text, List<Issue> issues)
    {
        if (string.IsNullOrEmpty(text)) return null;
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } date) return date.Value;
        issues.Add(new Issue(IssueCode.UnreadableDate, Severity.Error, "asOf", "The query names a date that cannot be read.", "Write it as 2026-03-01."));
        return null;
    }

    private static string ReadProtocol(string? id, Shelf shelf, List<Issue> issues)
    {
        if (string.IsNullOrEmpty(id) || shelf.Library.Protocol(id) is not null) return id ?? "";
        issues.Add(new Issue(IssueCode.UnknownProtocol, Severity.Error, "protocol",
            $"Expected one of {string.Join(", ", shelf.Library.Protocols.Select(one => one.Id))}.", Nearest.Hint(id, shelf.Library.Protocols.Select(one => one.Id))));
        return "";
    }
}
