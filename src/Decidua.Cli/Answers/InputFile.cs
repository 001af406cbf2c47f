using Decidua.Clinical.Issues;
using Decidua.Exchange;

namespace Decidua.Cli.Answers;

/// <summary>Opens what the user named, within the limits, without exceptions.</summary>
internal static class InputFile
{
    /// <summary>The bytes of a file; null with an issue when it cannot be read or is too large.</summary>
    internal static ReadOnlyMemory<byte>? Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists) return Refuse(new Issue(IssueCode.CannotOpen, Severity.Error, path, "There is no such file."));
            if (file.Length > ReadingLimits.FileBytes)
                return Refuse(new Issue(IssueCode.TooLarge, Severity.Error, path,
                    $"The file has {file.Length} bytes; at most {ReadingLimits.FileBytes} are read.", "Give one woman per file, or a bulk export as a folder."));
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refuse(new Issue(IssueCode.CannotOpen, Severity.Error, path, $"The file cannot be read: {exception.Message}"));
        }
    }

    private static ReadOnlyMemory<byte>? Refuse(Issue issue)
    {
        Workplace.Report([issue]);
        return null;
    }
}
