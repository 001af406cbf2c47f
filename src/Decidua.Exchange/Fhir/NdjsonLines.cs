using Decidua.Clinical.Issues;
using Decidua.Exchange.Json;

namespace Decidua.Exchange.Fhir;

/// <summary>
/// Cuts a stream into lines without holding more than one: <c>\n</c> or <c>\r\n</c> ends a line, empty lines are passed over,
/// a line beyond the limit is passed over with an issue.
/// </summary>
internal static class NdjsonLines
{
    private const int ChunkBytes = 81_920;

    /// <summary>Each line with its number, counted from 1. The bytes are valid until the next line is asked for.</summary>
    public static IEnumerable<(ReadOnlyMemory<byte> Line, int Number)> Read(NamedStream file, IssueList issues)
    {
        using var line = new MemoryStream();
        var chunk = new byte[ChunkBytes];
        var number = 1;
        int read;
        while ((read = file.Content.Read(chunk)) > 0)
        {
            for (var start = 0; start < read;)
            {
                var end = Array.IndexOf(chunk, (byte)'\n', start, read - start);
                Append(line, chunk.AsSpan(start, (end < 0 ? read : end) - start));
                start = end < 0 ? read : end + 1;
                if (end < 0)
                    continue;
                if (Take(line, file.Name, number, issues) is { } complete)
                    yield return (complete, number);
                line.SetLength(0);
                number++;
            }
        }

        if (Take(line, file.Name, number, issues) is { } last)
            yield return (last, number);
    }

    // One byte more than the limit is kept, to know that it was passed.
    private static void Append(MemoryStream line, ReadOnlySpan<byte> part)
    {
        var room = ReadingLimits.LineBytes + 1 - (int)line.Length;
        line.Write(part[..Math.Min(part.Length, room)]);
    }

    private static ReadOnlyMemory<byte>? Take(MemoryStream line, string name, int number, IssueList issues)
    {
        if (line.Length > ReadingLimits.LineBytes)
        {
            issues.Add(JsonInput.TooLarge($"{name}:{number}", line.Length, ReadingLimits.LineBytes) with { Severity = Severity.Warning });
            return null;
        }

        ReadOnlyMemory<byte> bytes = line.GetBuffer().AsMemory(0, (int)line.Length);
        return bytes.Span.Trim(" \t\r\uFEFF"u8).IsEmpty ? default(ReadOnlyMemory<byte>?) : bytes;
    }
}
