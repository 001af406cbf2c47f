namespace Decidua.Server.Hosting;

/// <summary>How large a request may be. What is larger is refused before it is read.</summary>
internal static class RequestLimits
{
    /// <summary>The largest form of a page, in bytes.</summary>
    internal const long LargestForm = 64 * 1024;

    /// <summary>The largest body of a call to the API, in bytes.</summary>
    internal const long LargestApiBody = 1024 * 1024;

    /// <summary>The most fields of a form; the vocabulary has far fewer.</summary>
    internal const int MostFields = 1000;

    /// <summary>The longest name of a field, in characters.</summary>
    internal const int LongestName = 200;

    /// <summary>The longest value of a field, in characters.</summary>
    internal const int LongestValue = 500;
}
