using System.Globalization;

namespace Decidua.Server.Wording;

/// <summary>Writes dates as they stand in a letter.</summary>
public static class Dates
{
    /// <summary>A day: <c>Tue 3 March 2026</c>.</summary>
    /// <param name="day">The day.</param>
    public static string Words(DateOnly day) => day.ToString("ddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A month of publication: <c>April 2015</c> for <c>2015-04</c>; other texts stay as they are.</summary>
    /// <param name="text">Year, year and month, or a whole date.</param>
    public static string Published(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month.ToString("MMMM yyyy", CultureInfo.InvariantCulture)
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
        : text;
}
