using Decidua.Clinical.Issues;
using Decidua.Server.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Decidua.Server.Hosting;

/// <summary>
/// Turns every failure into a calm reply with an issue code: problem details (RFC 9457) under <c>/api</c>, a page elsewhere.
/// Never a stack trace, and never a word of what was entered, neither in the reply nor in the log.
/// </summary>
/// <param name="next">The rest of the pipeline.</param>
/// <param name="log">Where a fault of the program is noted, without its message, which could hold a fact.</param>
internal sealed partial class FaultReplies(RequestDelegate next, ILogger<FaultReplies> log)
{
    /// <summary>Goes on, and answers where the rest of the pipeline could not.</summary>
    /// <param name="context">The request.</param>
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = exception.StatusCode;
        }
        catch (InvalidDataException) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            Note(exception.GetType().Name, exception.StackTrace ?? "");
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }

        if (context.Response is { HasStarted: false, StatusCode: >= StatusCodes.Status400BadRequest, ContentType: null })
            await Reply(context, IssueFor(context.Response.StatusCode, context.Request.Path));
    }

    /// <summary>Writes an issue in the form that the caller understands.</summary>
    /// <param name="context">The request; the status of its response is set already.</param>
    /// <param name="issue">What went wrong.</param>
    internal static Task Reply(HttpContext context, Issue issue) => context.Request.Path.StartsWithSegments("/api")
        ? Problem([issue], context.Response.StatusCode).ExecuteAsync(context)
        : new RazorComponentResult<ErrorPage>(new { Issue = issue, Status = context.Response.StatusCode }) { StatusCode = context.Response.StatusCode }
            .ExecuteAsync(context);

    /// <summary>Problem details for issues; the first one gives title and code.</summary>
    /// <param name="issues">At least one issue.</param>
    /// <param name="status">The HTTP status.</param>
    internal static ProblemHttpResult Problem(IReadOnlyList<Issue> issues, int status) => TypedResults.Problem(
        detail: issues[0].Remedy.Length > 0 ? $"{issues[0].Message} {issues[0].Remedy}" : issues[0].Message,
        statusCode: status,
        title: issues[0].Code,
        extensions: new Dictionary<string, object?>
        {
            ["code"] = issues[0].Code,
            ["issues"] = issues.Select(issue => new
            {
                code = issue.Code,
                severity = issue.Severity.ToString().ToLowerInvariant(),
                at = issue.At,
                message = issue.Message,
                remedy = issue.Remedy,
            }),
        });

    private static Issue IssueFor(int status, PathString path) => status switch
    {
        StatusCodes.Status404NotFound => new Issue(IssueCode.NoSuchPage, Severity.Error, path.Value ?? "/",
            "There is nothing at this address.", "Begin at the assessment, or look the document up under Guidelines."),
        StatusCodes.Status405MethodNotAllowed => new Issue(IssueCode.BadRequest, Severity.Error, path.Value ?? "/",
            "This address does not take that kind of request.", "Begin at the assessment."),
        StatusCodes.Status413PayloadTooLarge => new Issue(IssueCode.BadRequest, Severity.Error, path.Value ?? "/",
            $"The request is larger than the server takes: {RequestLimits.LargestForm / 1024} KiB for a form, {RequestLimits.LargestApiBody / 1024} KiB for the API.",
            "Send less. A facts file or the record of one woman is far smaller."),
        >= StatusCodes.Status500InternalServerError => new Issue(IssueCode.InternalFault, Severity.Error, path.Value ?? "/",
            "The server failed. Nothing was decided and nothing was kept.", "Do not rely on any earlier answer. Try again; if it happens again, tell whoever runs the server."),
        _ => new Issue(IssueCode.BadRequest, Severity.Error, path.Value ?? "/", "The server cannot read this request.", "Begin at the assessment."),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "D6002 {Kind}\n{Stack}")]
    private partial void Note(string kind, string stack);
}
