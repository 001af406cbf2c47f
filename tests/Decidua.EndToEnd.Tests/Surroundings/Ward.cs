using Decidua.EndToEnd.Tests.Surroundings;
using Decidua.Knowledge;
using Decidua.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Ward))]

namespace Decidua.EndToEnd.Tests.Surroundings;

/// <summary>What all tests share: one server over the real knowledge on a free port, and one browser.</summary>
public sealed class Ward : IAsyncLifetime
{
    private const string ChromiumPath = "/usr/bin/chromium";
    private static readonly DateTimeOffset Morning = new(2026, 3, 3, 9, 0, 0, TimeSpan.Zero);

    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--headless=new", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private WebApplication? server;
    private IPlaywright? playwright;

    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The knowledge that the server answers from.</summary>
    public Library Library { get; private set; } = null!;

    /// <summary>Where the server is.</summary>
    public string Address { get; private set; } = "";

    /// <summary>A client for the server that follows no redirect.</summary>
    public HttpClient Client { get; private set; } = null!;

    private IBrowser? Browser { get; set; }

    public async ValueTask InitializeAsync()
    {
        var reading = KnowledgeFolder.Read(Path.Combine(Root, "knowledge"));
        Library = reading.Library ?? throw new InvalidOperationException(string.Join('\n', reading.Issues));
        server = DeciduaServer.Build(Library, new ServerOptions { Port = 0, Clock = new StoppedClock(Morning) });
        await server.StartAsync();
        Address = DeciduaServer.AddressOf(server);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Address) };
        if (!File.Exists(ChromiumPath)) return;
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = ChromiumPath, Args = Quiet, Headless = true });
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.CloseAsync();
        playwright?.Dispose();
        Client?.Dispose();
        if (server is not null) await server.DisposeAsync();
    }

    /// <summary>A page of a fresh browser profile. Without chromium the test is skipped, except where CI says that it must run.</summary>
    /// <param name="width">Width in pixels.</param>
    /// <param name="script">Whether JavaScript runs.</param>
    /// <param name="height">Height in pixels.</param>
    public async Task<IPage> Open(int width = 1280, bool script = true, int height = 900)
    {
        if (Browser is null && Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail($"{ChromiumPath} is missing, and CI must run the browser's tests.");
        Assert.SkipWhen(Browser is null, $"{ChromiumPath} is missing; install the package chromium.");
        var context = await Browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
            JavaScriptEnabled = script,
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Decidua.slnx"))) return folder.FullName;
        throw new InvalidOperationException("Decidua.slnx was not found above the test assembly.");
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
    }
}
