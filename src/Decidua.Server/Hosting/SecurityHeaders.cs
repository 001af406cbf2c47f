namespace Decidua.Server.Hosting;

/// <summary>
/// Headers on every reply: nothing but our own style and script runs, nobody frames the page, and what was answered about a
/// woman is kept by no browser and no proxy.
/// </summary>
/// <param name="next">The rest of the pipeline.</param>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string ContentPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Adds the headers and goes on.</summary>
    /// <param name="context">The request.</param>
    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers.CacheControl = IsPublic(context.Request.Path) ? "no-cache" : "no-store";
        context.Response.OnStarting(() =>
        {
            headers.Remove("blazor-enhanced-nav");
            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <summary>Style sheets, scripts and documents hold nothing about anybody; they may be kept and are checked on each use.</summary>
    private static bool IsPublic(PathString path) =>
        Path.HasExtension(path.Value) || path.StartsWithSegments("/guidelines") || path.StartsWithSegments("/about");
}
