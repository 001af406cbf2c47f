using System.Diagnostics;
using System.Net.Http;
using System.Text;
using Decidua.Exchange.Inputs;
using Decidua.Planning;
using Decidua.Reasoning.Assessing;
using Decidua.Server.Hosting;

namespace Decidua.Bench;

/// <summary>Times a plan over a whole pregnancy, and the pages on a server of its own.</summary>
internal static class PlanTimes
{
    private const int Rounds = 300;
    private const string Woman = """
        { "asOf": "2026-03-01", "facts": { "phase": "pregnant", "age": 36, "booking-bmi": 33.1, "parity": 3, "smoker": true, "previous-clot": "none", "dosing-weight": 91.0, "platelet-count": 210, "creatinine-clearance": 110 },
          "plan": { "timeZone": "Europe/London", "now": "09:30", "dating": [ { "by": "last period", "date": "2025-12-04" } ], "events": [ { "event": "planned caesarean", "on": "2026-09-03T09:00" } ], "supplied": 60 } }
        """;

    private static readonly KeyValuePair<string, string>[] Fields =
    [
        new("phase", "pregnant"), new("gestation", "12+3"), new("age", "36"), new("booking-bmi", "33.1"), new("parity", "3"), new("smoker", "yes"), new("previous-clot", "none"), new("dosing-weight", "91"),
    ];

    public static async Task PrintAsync()
    {
        var library = AssessmentBenchmarks.Read();
        var assessor = new Assessor(library);
        var reader = new WomanReader(assessor);
        var woman = reader.Read(Encoding.UTF8.GetBytes(Woman), "bench").Value!;
        var request = reader.RequestFor(woman).Value!;
        var planner = new Planner(assessor);
        var plan = Enumerable.Range(0, Rounds).Min(_ => Time(() => planner.Make(woman.Facts, library.Protocol("uk"), request)));
        Console.WriteLine($"{plan,14:0.00}  ms for a plan over a whole pregnancy, with doses, holds, tests and supply (aim at most 1)");
        await using var server = DeciduaServer.Build(library, new ServerOptions { Port = 0 });
        await server.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(DeciduaServer.AddressOf(server)) };
        foreach (var page in new[] { "/", "/compare", "/plan" })
        {
            var best = double.MaxValue;
            for (var round = 0; round < Rounds / 10; round++) best = Math.Min(best, await PostAsync(client, page));
            Console.WriteLine($"{best,14:0.0}  ms on the server for the page {page} of a woman of whom eight facts are known (aim at most 50)");
        }

        await server.StopAsync();
    }

    private static async Task<double> PostAsync(HttpClient client, string page)
    {
        using var form = new FormUrlEncodedContent(Fields);
        var watch = Stopwatch.StartNew();
        using var reply = await client.PostAsync(new Uri(page, UriKind.Relative), form);
        _ = (await reply.Content.ReadAsByteArrayAsync()).Length;
        if (!reply.IsSuccessStatusCode) throw new InvalidOperationException($"{page} answered {reply.StatusCode}.");
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double Time(Func<object> work)
    {
        var watch = Stopwatch.StartNew();
        GC.KeepAlive(work());
        return watch.Elapsed.TotalMilliseconds;
    }
}
