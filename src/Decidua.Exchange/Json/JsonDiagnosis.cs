using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Decidua.Clinical.Issues;

namespace Decidua.Exchange.Json;

/// <summary>Says why a text is not JSON that we take: what, at which line and column, and what to do.</summary>
internal static class JsonDiagnosis
{
    private const string Remedy = "Export the file again, or correct it at this place.";

    /// <summary>Why the text cannot be read at all, or null when it can: empty, not UTF-8, or half a surrogate pair.</summary>
    public static Issue? OfText(ReadOnlySpan<byte> text, string at)
    {
        if (text.Trim(" \t\r\n"u8).IsEmpty)
            return Malformed(at, "The input is empty.");
        if (!Utf8.IsValid(text))
            return Malformed(at, "The text is not UTF-8.", "Save it as UTF-8.");
        var lone = LoneSurrogate(text);
        return lone < 0 ? null : Malformed(Position(text, lone, at), "Half of a surrogate pair (\\uD800 to \\uDFFF) stands alone.");
    }

    /// <summary>Which rule the structure breaks: too deep, a member twice, truncated or malformed.</summary>
    /// <param name="text">Valid UTF-8 that the parser refused.</param>
    /// <param name="at">The name of the input.</param>
    /// <param name="fault">What the parser said; only its position is used.</param>
    public static Issue OfStructure(ReadOnlySpan<byte> text, string at, JsonException fault)
    {
        var place = $"{at}:{(fault.LineNumber ?? 0) + 1}:{(fault.BytePositionInLine ?? 0) + 1}";
        var names = new List<HashSet<string>?>();
        var reader = new Utf8JsonReader(
            text, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = int.MaxValue }));
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth >= ReadingLimits.Depth && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                {
                    return new(
                        IssueCode.TooDeep, Severity.Error, Position(text, (int)reader.TokenStartIndex, at),
                        $"The input is nested more than {ReadingLimits.Depth} levels deep.", Remedy);
                }

                if (Repeats(ref reader, names) is { } name)
                {
                    return new(
                        IssueCode.DuplicateKey, Severity.Error, Position(text, (int)reader.TokenStartIndex, at),
                        $"The member '{Quoted.Short(name)}' is named twice in one object.",
                        "Remove one of the two; which of them holds cannot be known here.");
                }
            }
        }
        catch (JsonException)
        {
            return Malformed(place, "The input is not well-formed JSON.");
        }

        return reader.BytesConsumed < text.Length || reader.CurrentDepth > 0
            ? Malformed(place, "The input ends in the middle: it is truncated.", "Export or copy the file again.")
            : Malformed(place, "The input is not well-formed JSON.");
    }

    private static string? Repeats(ref Utf8JsonReader reader, List<HashSet<string>?> names)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                names.Add(new(StringComparer.Ordinal));
                return null;
            case JsonTokenType.StartArray:
                names.Add(null);
                return null;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                names.RemoveAt(names.Count - 1);
                return null;
            case JsonTokenType.PropertyName:
                var name = reader.GetString()!;
                return names[^1]!.Add(name) ? null : name;
            default:
                return null;
        }
    }

    private static int LoneSurrogate(ReadOnlySpan<byte> text)
    {
        for (var at = 0; at < text.Length;)
        {
            var next = text[at..].IndexOf((byte)'\\');
            if (next < 0)
                return -1;
            at += next;
            var unit = Escaped(text, at);
            if (char.IsHighSurrogate(unit))
            {
                if (!char.IsLowSurrogate(Escaped(text, at + 6)))
                    return at;
                at += 12;
            }
            else if (char.IsLowSurrogate(unit))
            {
                return at;
            }
            else
            {
                at += 2;
            }
        }

        return -1;
    }

    // The character of an escape \uXXXX at this place, or a space when there is none.
    private static char Escaped(ReadOnlySpan<byte> text, int at) =>
        at + 6 <= text.Length && text[at] == '\\' && text[at + 1] == 'u'
            && System.Buffers.Text.Utf8Parser.TryParse(text.Slice(at + 2, 4), out ushort unit, out var used, 'x') && used == 4
            ? (char)unit
            : ' ';

    private static string Position(ReadOnlySpan<byte> text, int offset, string at)
    {
        var before = text[..offset];
        var line = before.Count((byte)'\n') + 1;
        var column = offset - (before.LastIndexOf((byte)'\n') + 1) + 1;
        return $"{at}:{line}:{column}";
    }

    private static Issue Malformed(string at, string message, string remedy = Remedy) =>
        new(IssueCode.MalformedJson, Severity.Error, at, message, remedy);
}
