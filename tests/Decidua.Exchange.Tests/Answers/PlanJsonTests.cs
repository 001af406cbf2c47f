using System.Text.Json;
using Decidua.Exchange.Answers;
using Decidua.Exchange.Tests.Planning;

namespace Decidua.Exchange.Tests.Answers;

/// <summary>The plan as JSON: the same bytes for the same input, dates as dates, clock times with their offset, and every member documented.</summary>
public class PlanJsonTests
{
    private static byte[] Bytes => PlanJson.Write(SmallPlan.Make(), []).ToArray();

    [Fact]
    public void Equal_input_gives_equal_bytes() => Bytes.ShouldBe(Bytes);

    [Fact]
    public void It_says_when_and_what_is_awaited()
    {
        using var json = JsonDocument.Parse(Bytes);
        var root = json.RootElement;
        root.GetProperty("intendedUse").GetString().ShouldNotBeNull().ShouldContain("licensed clinicians");
        root.GetProperty("asOf").GetString().ShouldBe("2026-03-01");
        root.GetProperty("timeZone").GetString().ShouldBe("Europe/London");
        root.GetProperty("calendar").GetProperty("dueDate").GetString().ShouldBe("2026-09-09");
        var course = root.GetProperty("courses")[0];
        course.GetProperty("from").GetProperty("on").GetString().ShouldBe("2026-03-01");
        course.GetProperty("until").GetProperty("awaits").GetString().ShouldBe("labour");
        course.GetProperty("until").GetProperty("expected").GetString().ShouldBe("2026-08-30");
        course.GetProperty("toBeDecided").GetBoolean().ShouldBeTrue();
        course.GetProperty("dose").GetProperty("syringes")[0].GetProperty("volumeMl").GetDecimal().ShouldBe(0.6m);
        course.GetProperty("reasons")[0].GetProperty("rows")[0].GetString().ShouldBe("rcog-37a-2015/antenatal-prophylaxis/MGT-01");
        root.GetProperty("holds")[0].GetProperty("lastDose").GetString().ShouldBe("2026-08-29T20:00:00+01:00");
        root.GetProperty("due")[2].GetProperty("when").GetProperty("expected").ValueKind.ShouldBe(JsonValueKind.Null);
        root.GetProperty("supplies")[0].GetProperty("lines")[0].GetProperty("packs").GetInt32().ShouldBe(19);
    }

    [Fact]
    public void Every_member_is_documented()
    {
        using var json = JsonDocument.Parse(Bytes);
        var names = new SortedSet<string>(StringComparer.Ordinal);
        Collect(json.RootElement, names);
        names.Count.ShouldBeGreaterThan(50);
        var text = File.ReadAllText(Path.Combine(RealKnowledge.Root, "docs", "reference", "plan.md"));
        names.Where(name => !text.Contains($"`{name}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static void Collect(JsonElement element, SortedSet<string> names)
    {
        if (element.ValueKind == JsonValueKind.Array)
            foreach (var item in element.EnumerateArray()) Collect(item, names);
        if (element.ValueKind != JsonValueKind.Object) return;
        foreach (var member in element.EnumerateObject())
        {
            names.Add(member.Name);
            Collect(member.Value, names);
        }
    }
}
