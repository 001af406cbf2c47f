using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;

namespace Decidua.Server.Hosting;

/// <summary>
/// Serves the style sheet of nhsuk-frontend without its typeface, which belongs to its owner and would be fetched from another
/// server. Everything else of the sheet stays as it is.
/// </summary>
internal static partial class BorrowedStyle
{
    private const string Sheet = "lib/nhsuk-frontend.min.css";

    /// <summary>Maps the address of the style sheet; nothing when npm has not brought it.</summary>
    /// <param name="app">The server.</param>
    /// <param name="webRoot">The folder with style sheets and scripts.</param>
    internal static void MapBorrowedStyle(this WebApplication app, string webRoot)
    {
        var file = new FileInfo(Path.Combine(webRoot, Sheet));
        if (!file.Exists) return;
        var text = Typeface().Replace(TypefaceRule().Replace(File.ReadAllText(file.FullName), ""), "");
        var tag = new EntityTagHeaderValue($"\"{text.Length:x}-{file.LastWriteTimeUtc.Ticks:x}\"");
        app.MapGet("/" + Sheet, () => Results.Bytes(System.Text.Encoding.UTF8.GetBytes(text), "text/css; charset=utf-8", entityTag: tag));
    }

    [GeneratedRegex(@"@font-face\s*\{[^}]*\}")]
    private static partial Regex TypefaceRule();

    [GeneratedRegex("""["']?Frutiger W01["']?\s*,\s*""")]
    private static partial Regex Typeface();
}
