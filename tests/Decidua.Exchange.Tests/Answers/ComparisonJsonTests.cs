using System.Text;
using System.Text.Json;
using Decidua.Exchange.Answers;
using Decidua.Exchange.Inputs;
using Decidua.Knowledge;
using Decidua.Knowledge.Documents;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Comparing;

namespace Decidua.Exchange.Tests.Answers;

/// <summary>The comparison as JSON: the same bytes for the same input, and everything that it promises.</summary>
public class ComparisonJsonTests
{
    private const string Woman = """
        { "asOf": "2026-03-01",
          "facts": { "phase": "pregnant", "gestation": "12+3", "age": 36, "booking-bmi": 33.1, "parity": 3, "smoker": true, "previous-clot": "none", "dosing-weight": 91.0 } }
        """;

    private static readonly Lazy<IReadOnlyList<SourceFile>> Files = new(Read);

    private static byte[] Write(IEnumerable<SourceFile> files, string woman)
    {
        var assessor = new Assessor(LibraryReader.Read(files).Library.ShouldNotBeNull());
        var reading = new WomanReader(assessor).Read(Encoding.UTF8.GetBytes(woman), "woman");
        return ComparisonJson.Write(Comparison.Of(assessor.Assess(reading.Value.ShouldNotBeNull().Facts)), reading.Value.AsOf, reading.Issues).ToArray();
    }

    [Fact]
    public void Equal_input_gives_equal_bytes_whatever_the_order_of_the_files() =>
        Write(Files.Value.Reverse(), Woman).ShouldBe(Write(Files.Value, Woman));

    [Fact]
    public void It_is_whole_and_consistent()
    {
        using var json = JsonDocument.Parse(Write(Files.Value, Woman));
        var root = json.RootElement;
        root.GetProperty("intendedUse").GetString().ShouldNotBeNull().ShouldContain("licensed clinicians");
        root.GetProperty("asOf").GetString().ShouldBe("2026-03-01");
        var guidelines = root.GetProperty("guidelines").EnumerateArray().Select(one => one.GetProperty("guideline").GetString()!).ToList();
        guidelines.ShouldBeUnique();
        foreach (var subject in root.GetProperty("subjects").EnumerateArray())
        {
            var positions = subject.GetProperty("positions").EnumerateArray().ToList();
            positions.Select(position => position.GetProperty("guideline").GetString()!).ShouldBeSubsetOf(guidelines);
            positions.Count(position => position.GetProperty("againstChosen").GetString() == "chosen").ShouldBeLessThanOrEqualTo(1);
            positions.ShouldAllBe(position => position.GetProperty("outcomes").GetArrayLength() > 0 || position.GetProperty("warnings").GetArrayLength() > 0);
        }

        var lmwh = root.GetProperty("subjects").EnumerateArray().Single(one => one.GetProperty("question").GetString() == "clots-before-birth" && one.GetProperty("subject").GetString() == "LMWH");
        var chosen = lmwh.GetProperty("positions").EnumerateArray().First();
        chosen.GetProperty("guideline").GetString().ShouldBe("rcog-37a-2015");
        chosen.GetProperty("says").GetString().ShouldBe("consider LMWH");
        chosen.GetProperty("outcomes")[0].GetProperty("rows")[0].GetString().ShouldBe("rcog-37a-2015/antenatal-prophylaxis/MGT-01");
    }

    private static IReadOnlyList<SourceFile> Read()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Decidua.slnx"))) folder = folder.Parent.ShouldNotBeNull();
        var knowledge = Path.Combine(folder.FullName, "knowledge");
        return [.. Directory.EnumerateFiles(knowledge, "*.md", SearchOption.AllDirectories).Select(path => new SourceFile(Path.GetRelativePath(knowledge, path).Replace('\\', '/'), File.ReadAllText(path)))];
    }
}
