namespace Decidua.Exchange;

/// <summary>The limits on everything that comes from outside. Passing one is an issue with a code, never a hang.</summary>
public static class ReadingLimits
{
    private const int Mebibyte = 1024 * 1024;

    /// <summary>Bytes of a Bundle or a record file: 16 MiB.</summary>
    public const int FileBytes = 16 * Mebibyte;

    /// <summary>Bytes of one line of a bulk export, which holds one resource: 16 MiB.</summary>
    public const int LineBytes = 16 * Mebibyte;

    /// <summary>Levels of nesting in JSON: 64.</summary>
    public const int Depth = 64;

    /// <summary>Entries of one Bundle, and of one patient in a bulk export: 50,000.</summary>
    public const int Entries = 50_000;

    /// <summary>Lines of all files of one bulk export together: 20 million.</summary>
    public const int Lines = 20_000_000;

    /// <summary>Issues listed for one input: 500. More are counted, not listed.</summary>
    public const int Issues = 500;

    /// <summary>Codes of one concept: 50. The rest of them is left out, with an issue.</summary>
    public const int CodesPerConcept = 50;

    /// <summary>Characters of the input repeated in a message: 80.</summary>
    public const int QuotedCharacters = 80;
}
