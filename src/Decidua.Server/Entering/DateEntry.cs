using System.Globalization;
using System.Text.RegularExpressions;
using Decidua.Clinical.Records;

namespace Decidua.Server.Entering;

/// <summary>
/// Reads a date as people write it: <c>2026-03-01</c>, <c>1 March 2026</c>, <c>March 2026</c>, <c>03/2026</c> or <c>2026</c>. What two
/// countries would read differently, such as <c>3/4/2026</c>, is refused.
/// </summary>
public static partial class DateEntry
{
    /// <summary>What to write, for a hint.</summary>
    public const string Hint = "Such as 1 March 2026, 03/2026 or 2026";

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>Reads a date; false when it cannot be read in one way only.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="date">The date, as precise as it was written.</param>
    public static bool TryParse(string text, out PartialDate date)
    {
        text = text.Trim().Trim('.').ToLowerInvariant();
        if (PartialDate.TryParse(text, out date)) return true;
        if (Words().Match(text) is { Success: true } words && MonthOf(words.Groups["month"].Value) is { } month)
            return Whole(words.Groups["year"].Value, month, words.Groups["day"].Value, out date);
        return MonthAndYear().Match(text) is { Success: true } numbers
            && Whole(numbers.Groups["year"].Value, Number(numbers.Groups["month"].Value), "", out date);
    }

    private static bool Whole(string year, int month, string day, out PartialDate date) => PartialDate.TryParse(
        day.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}") : string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}-{Number(day):00}"),
        out date);

    private static int? MonthOf(string word)
    {
        const int shortest = 3;
        var index = word.Length < shortest ? -1 : Array.FindIndex(Months, month => month.StartsWith(word, StringComparison.Ordinal));
        return index < 0 ? null : index + 1;
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:(?<day>\d{1,2})(?:st|nd|rd|th)?\s+)?(?<month>[a-z]+)\.?,?\s+(?<year>\d{4})$")]
    private static partial Regex Words();

    [GeneratedRegex(@"^(?<month>\d{1,2})\s*[/.-]\s*(?<year>\d{4})$")]
    private static partial Regex MonthAndYear();
}
