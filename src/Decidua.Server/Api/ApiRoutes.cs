namespace Decidua.Server.Api;

/// <summary>Calls from other programs.</summary>
internal static class ApiRoutes
{
    /// <summary>Maps the calls.</summary>
    /// <param name="app">The server.</param>
    internal static void MapApi(this WebApplication app) => ArgumentNullException.ThrowIfNull(app);
}
