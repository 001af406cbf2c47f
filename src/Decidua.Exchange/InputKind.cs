using System.Text.Json;

namespace Decidua.Exchange;

/// <summary>What a JSON input claims to be, by the members at its top.</summary>
public enum InputKind
{
    /// <summary>None of these; the reader that is tried says why.</summary>
    Unknown,

    /// <summary>A FHIR resource: it has <c>resourceType</c>.</summary>
    Fhir,

    /// <summary>A record file: it has <c>record</c>.</summary>
    RecordFile,

    /// <summary>A facts file: it has <c>facts</c>.</summary>
    FactsFile,
}

/// <summary>Tells inputs apart.</summary>
public static class InputKinds
{
    /// <summary>Looks only at the names of the members at the top; malformed text is <see cref="InputKind.Unknown"/> unless a name came before the fault.</summary>
    public static InputKind Of(ReadOnlySpan<byte> bytes)
    {
        var text = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = ReadingLimits.Depth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
                    continue;
                if (reader.ValueTextEquals("resourceType"u8))
                    return InputKind.Fhir;
                if (reader.ValueTextEquals("record"u8))
                    return InputKind.RecordFile;
                if (reader.ValueTextEquals("facts"u8))
                    return InputKind.FactsFile;
            }
        }
        catch (JsonException)
        {
            return InputKind.Unknown;
        }

        return InputKind.Unknown;
    }
}
