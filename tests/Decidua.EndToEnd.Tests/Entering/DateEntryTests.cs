using Decidua.Server.Entering;

namespace Decidua.EndToEnd.Tests.Entering;

/// <summary>Dates as people write them.</summary>
public class DateEntryTests
{
    [Theory]
    [InlineData("2026-03-01", "2026-03-01")]
    [InlineData("1 March 2026", "2026-03-01")]
    [InlineData("01 mar 2026", "2026-03-01")]
    [InlineData("1st of March 2026", null)]
    [InlineData("31st Dec. 2025", "2025-12-31")]
    [InlineData("Sept 2024", "2024-09")]
    [InlineData("March, 2026", "2026-03")]
    [InlineData("3/2026", "2026-03")]
    [InlineData("03.2026", "2026-03")]
    [InlineData("2026-03", "2026-03")]
    [InlineData(" 2026 ", "2026")]
    [InlineData("29 February 2023", null)]
    [InlineData("29 February 2024", "2024-02-29")]
    [InlineData("3/4/2026", null)]
    [InlineData("13/2026", null)]
    [InlineData("32 May 2026", null)]
    [InlineData("1 Ma 2026", null)]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    public void A_date_is_read_in_one_way_or_not_at_all(string text, string? expected)
    {
        var isRead = DateEntry.TryParse(text, out var date);
        (isRead ? date.ToString() : null).ShouldBe(expected);
    }
}
