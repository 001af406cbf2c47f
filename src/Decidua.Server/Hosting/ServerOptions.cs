namespace Decidua.Server.Hosting;

/// <summary>How the server is started.</summary>
public sealed record ServerOptions
{
    /// <summary>The port used when nobody names one.</summary>
    public const int UsualPort = 5080;

    /// <summary>The port on the loopback address, 1 to 65535; 0 lets the system choose a free one.</summary>
    public int Port { get; init; } = UsualPort;

    /// <summary>The clock that dates the pages. Nothing else depends on it.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
