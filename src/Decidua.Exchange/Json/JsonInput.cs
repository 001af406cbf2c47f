using System.Text.Json;
using System.Text.Unicode;
using Decidua.Clinical.Issues;

namespace Decidua.Exchange.Json;

/// <summary>
/// Reads JSON from outside within limits: size, depth, no member named twice, valid UTF-8 without lone surrogates, so that
/// whatever passes can be read without an exception.
/// </summary>
internal static class JsonInput
{
    private static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = ReadingLimits.Depth,
        AllowDuplicateProperties = false,
        AllowTrailingCommas = false,
        CommentHandling = JsonCommentHandling.Disallow,
    };

    /// <summary>The document, or null after one error was added that names the place and the remedy.</summary>
    /// <param name="bytes">UTF-8, with or without a byte order mark.</param>
    /// <param name="at">The name of the input: a file, or a file and a line.</param>
    /// <param name="limit">The most bytes taken.</param>
    /// <param name="issues">Where the error goes.</param>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> bytes, string at, int limit, IssueList issues)
    {
        if (bytes.Length > limit)
        {
            issues.Add(TooLarge(at, bytes.Length, limit));
            return null;
        }

        var text = bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        if (JsonDiagnosis.OfText(text.Span, at) is { } unreadable)
        {
            issues.Add(unreadable);
            return null;
        }

        try
        {
            return JsonDocument.Parse(text, Options);
        }
        catch (JsonException fault)
        {
            issues.Add(JsonDiagnosis.OfStructure(text.Span, at, fault));
            return null;
        }
    }

    /// <summary>Reads a stream to its end, or stops one byte past the limit.</summary>
    /// <param name="stream">Opened by the host, which closes it.</param>
    /// <param name="limit">The most bytes taken.</param>
    /// <returns>The bytes; longer than the limit when there were more.</returns>
    public static ReadOnlyMemory<byte> ReadAll(Stream stream, int limit)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[81_920];
        int read;
        while (buffer.Length <= limit && (read = stream.Read(chunk)) > 0)
            buffer.Write(chunk, 0, read);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    /// <summary>The issue for an input beyond its limit.</summary>
    public static Issue TooLarge(string at, long length, int limit) => new(
        IssueCode.TooLarge, Severity.Error, at,
        $"The input is larger than the limit of {limit:N0} bytes (at least {length:N0} were given).",
        "Give one patient per file, or a bulk export with one resource per line.");
}
