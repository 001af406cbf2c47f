using System.CommandLine;
using Decidua.Clinical.Issues;
using Decidua.Server.Hosting;

namespace Decidua.Cli.Commands;

/// <summary><c>decidua serve</c>: starts the pages on this machine.</summary>
internal static class ServeCommand
{
    private const int HighestPort = 65_535;

    internal static Command Make(Option<string?> knowledge)
    {
        var port = new Option<int>("--port") { Description = "The port on this machine; 0 takes a free one.", DefaultValueFactory = _ => ServerOptions.UsualPort };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > HighestPort) result.AddError($"Expected a port from 0 to {HighestPort}.");
        });
        var data = new Option<string?>("--data") { Description = "A folder for data. Nothing is stored yet." };
        var command = new Command("serve", "Start the server for this machine and print its address.") { port, data };
        command.SetAction(async (parsed, stop) => Workplace.ReadKnowledge(parsed.GetValue(knowledge), withCases: true) is { } library
            ? await Run(DeciduaServer.Build(library, new ServerOptions { Port = parsed.GetValue(port) }), parsed.GetValue(port), stop)
            : ExitCode.BadKnowledge);
        return command;
    }

    private static async Task<int> Run(Microsoft.AspNetCore.Builder.WebApplication server, int port, CancellationToken stop)
    {
        await using var running = server;
        try
        {
            await server.StartAsync(stop);
        }
        catch (IOException)
        {
            Workplace.Report([new Issue(IssueCode.CannotOpen, Severity.Error, "--port", $"Port {port} is taken or may not be opened.", "Choose another with --port, or 0 for a free one.")]);
            return ExitCode.BadInput;
        }

        if (!DeciduaServer.HasLibraries) Console.Error.WriteLine("The style sheets from npm are missing; the pages look plain. 'npm ci' and a build bring them.");
        Console.WriteLine($"Decidua is at {DeciduaServer.AddressOf(server)} (Ctrl+C stops it).");
        await Microsoft.Extensions.Hosting.HostingAbstractionsHostExtensions.WaitForShutdownAsync(server, stop);
        return ExitCode.Answered;
    }
}
