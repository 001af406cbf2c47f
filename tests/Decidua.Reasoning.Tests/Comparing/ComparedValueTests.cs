using Decidua.Reasoning.Comparing;

namespace Decidua.Reasoning.Tests.Comparing;

/// <summary>What documents call it: values of the same name with another source in parentheses, and the conclusions of classifications.</summary>
public class ComparedValueTests
{
    private static string Reading(string source, string limit) => $"""
        ## Derived

        | fact | type | range | meaning |
        |---|---|---|---|
        | older ({source}) | yes/no | | older than most |
        | step | yes/no | | on the way |

        ## Step

        | U | age | → step | source | checked |
        |---|---|---|---|---|
        | ST-1 | {limit} | yes | p. 1 | primary |
        | ST-2 | not({limit}) | no | p. 1 | primary |

        ## Older

        | U | step | → older ({source}) | source | checked |
        |---|---|---|---|---|
        | OL-1 | yes | yes | p. 1 | primary |
        | OL-2 | no | no | p. 1 | primary |
        """;

    private static ComparedValue[] Values(string age) =>
        [.. SideBySide.Compare(SideBySide.Library(SideBySide.Beta2(SideBySide.Cells("offer"), SideBySide.Cells("no need")),
            SideBySide.Document("gamma-2026", Reading("Gamma", ">= 40")), SideBySide.Document("names-2026", Reading("Names", ">= 35"), "classification")), $"age: {age}").Values];

    [Theory]
    [InlineData("34", false, "no no")]
    [InlineData("37", true, "no yes")]
    [InlineData("40", false, "yes yes")]
    [InlineData("[34..37]", false, "no not known")]
    [InlineData(">= 38", false, "not known yes")]
    public void The_same_name_is_read_by_each_in_its_own_way(string age, bool differ, string told)
    {
        var value = Values(age).ShouldHaveSingleItem("a step on the way is no conclusion");
        value.Name.ShouldBe("older");
        value.IsDisagreement.ShouldBe(differ);
        string.Join(' ', value.Readings.Select(reading => reading.Text)).ShouldBe(told);
        value.IsTelling.ShouldBe(age != "34");
    }
}
