using Decidua.Knowledge;
using Decidua.Server.Api;
using Decidua.Server.Documents;
using Decidua.Server.Pages;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging.Console;

namespace Decidua.Server.Hosting;

/// <summary>
/// The web server: pages, health and API over one library. It listens on the loopback address only, keeps nothing of what it is
/// told, sets no cookies, and takes no settings from the environment.
/// </summary>
public static class DeciduaServer
{
    private const int LongestRequestLine = 8 * 1024;
    private const int LargestHeaders = 32 * 1024;
    private const int MostHeaders = 64;

    /// <summary>The folder from which style sheets and scripts are served.</summary>
    internal static string WebRoot { get; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>Whether the style sheets and scripts from npm are there; without them the pages work, but look plain.</summary>
    public static bool HasLibraries => Directory.Exists(Path.Combine(WebRoot, "lib"));

    /// <summary>Builds the server; the caller starts and stops it.</summary>
    /// <param name="library">Checked knowledge.</param>
    /// <param name="options">Port and clock.</param>
    public static WebApplication Build(Library library, ServerOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ListenLocalhostOnly(options.Port);
            kestrel.Limits.MaxRequestBodySize = RequestLimits.LargestForm;
            kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
            kestrel.Limits.MaxRequestHeadersTotalSize = LargestHeaders;
            kestrel.Limits.MaxRequestHeaderCount = MostHeaders;
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None).AddSimpleConsole(console => console.ColorBehavior = LoggerColorBehavior.Disabled);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddRoutingCore();
        builder.Services.AddRazorComponents();
        builder.Services.ForgetKeys();
        builder.Services.AddHostFiltering(filter => filter.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
        builder.Services.AddSingleton(new Shelf(library));
        builder.Services.AddSingleton(options.Clock);
        var app = builder.Build();
        app.UseHostFiltering();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<FaultReplies>();
        app.UseRouting();
        if (Directory.Exists(WebRoot))
            app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(WebRoot) });
        app.MapBorrowedStyle(WebRoot);
        app.MapHealth();
        app.MapPages();
        app.MapApi();
        return app;
    }

    /// <summary>The address that a started server listens on, for example <c>http://127.0.0.1:5080</c>.</summary>
    /// <param name="app">A server that has been started.</param>
    public static string AddressOf(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>The framework would write keys for cookies and forms to the disk. We have neither, so it keeps none.</summary>
    private static void ForgetKeys(this IServiceCollection registered)
    {
        registered.AddDataProtection().UseEphemeralDataProtectionProvider();
        foreach (var starter in registered.Where(one => one.ImplementationType?.Name == "DataProtectionHostedService").ToList()) registered.Remove(starter);
    }

    private static void ListenLocalhostOnly(this Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions kestrel, int port) =>
        kestrel.Listen(System.Net.IPAddress.Loopback, port);

    private static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Json(new { status = "live" }));
        app.MapGet("/health/ready", (Shelf shelf) => Results.Json(new { status = "ready", knowledge = shelf.Library.Hash }));
    }
}
