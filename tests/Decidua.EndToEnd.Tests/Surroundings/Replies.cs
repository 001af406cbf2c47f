using System.Net;
using System.Text.RegularExpressions;

namespace Decidua.EndToEnd.Tests.Surroundings;

/// <summary>Pages as a browser without script gets them, and as a reader sees their text.</summary>
internal static partial class Replies
{
    /// <summary>Sends the form of the assessment and returns the page as text.</summary>
    public static async Task<string> Ask(this Ward ward, Dictionary<string, string> woman) => Text(await ward.AskForHtml([.. woman]));

    /// <summary>Sends any fields and returns the page as HTML.</summary>
    public static async Task<string> AskForHtml(this Ward ward, params KeyValuePair<string, string>[] fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var reply = await ward.Client.PostAsync(new Uri("/", UriKind.Relative), form);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await reply.Content.ReadAsStringAsync();
    }

    /// <summary>The text of a page, or of the part of it with an id up to the next section, with single blanks.</summary>
    public static string Text(string html, string id = "")
    {
        if (id.Length > 0)
        {
            var start = html.IndexOf($"id=\"{id}\"", StringComparison.Ordinal);
            start.ShouldBeGreaterThan(-1, $"There is no element '{id}'.");
            html = html[html.LastIndexOf('<', start)..];
            html = html[..(html.IndexOf("</section>", StringComparison.Ordinal) is > 0 and var end ? end : html.Length)];
        }

        return Blanks().Replace(WebUtility.HtmlDecode(Tag().Replace(html, " ")), " ").Replace(" .", ".", StringComparison.Ordinal).Replace(" ,", ",", StringComparison.Ordinal).Trim();
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
