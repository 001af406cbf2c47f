using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Decidua.Architecture.Tests.Repository;
using Decidua.Exchange.Answers;
using Decidua.Exchange.Facts;
using Decidua.Knowledge;
using Decidua.Knowledge.Documents;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Comparing;

namespace Decidua.Architecture.Tests.Documents;

/// <summary>The facts files that the documents show can be read, and every member of an answer is documented.</summary>
public sealed partial class InputAndOutputTests
{
    private static Library? Library { get; } = LibraryReader.Read(Tree.Markdown
        .Where(file => file.StartsWith("knowledge/", StringComparison.Ordinal))
        .Select(file => new SourceFile(file["knowledge/".Length..], Tree.Text(file)))).Library;

    /// <summary>Every fenced JSON object, or here-document, that has a member "facts".</summary>
    public static TheoryData<string, string> FactsFiles { get; } = FactsFilesOf("README.md", "docs/guide/first-answer.md", "docs/guide/comparing.md", "docs/reference/facts-file.md", "docs/reference/plan.md");

    [Theory]
    [MemberData(nameof(FactsFiles))]
    public void Facts_files_in_documents_are_read_without_issue(string document, string json)
    {
        Assert.SkipWhen(Library is null, "No knowledge yet.");
        FactsFileReader.Read(Encoding.UTF8.GetBytes(json), document, Library).Issues.Select(issue => issue.ToString())
            .ShouldBeNone($"An example in {document} is not clean:");
    }

    [Fact]
    public void Every_member_of_an_answer_is_documented() =>
        EveryMemberIsIn("docs/reference/assessment-json.md", (assessment, file) => AssessmentJson.Write(assessment, file.AsOf, []));

    [Fact]
    public void Every_member_of_a_comparison_is_documented() =>
        EveryMemberIsIn("docs/reference/comparison-json.md", (assessment, file) => ComparisonJson.Write(Comparison.Of(assessment), file.AsOf, []));

    private static void EveryMemberIsIn(string reference, Func<Assessment, FactsFile, ReadOnlyMemory<byte>> write)
    {
        Assert.SkipWhen(Library is null, "No knowledge yet.");
        var assessor = new Assessor(Library);
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (document, json) in FactsFiles.Select(row => row.Data))
        {
            var file = FactsFileReader.Read(Encoding.UTF8.GetBytes(json), document, Library).Value.ShouldNotBeNull();
            using var answer = JsonDocument.Parse(write(assessor.Assess(file.Facts), file));
            Collect(answer.RootElement, "", names);
        }

        names.Count.ShouldBeGreaterThan(20);
        var text = Tree.Text(reference);
        names.Where(name => !text.Contains($"`{name}`", StringComparison.Ordinal)).ShouldBeNone($"Members of an answer that {reference} does not explain:");
    }

    /// <summary>Collects member names; below the objects whose members are facts, addresses or columns, the next level counts.</summary>
    private static void Collect(JsonElement element, string parent, SortedSet<string> names)
    {
        if (element.ValueKind == JsonValueKind.Array)
            foreach (var item in element.EnumerateArray()) Collect(item, parent, names);
        if (element.ValueKind != JsonValueKind.Object) return;
        foreach (var member in element.EnumerateObject())
        {
            var isKey = parent is "derived" or "facts" or "values";
            if (!isKey) names.Add(member.Name);
            Collect(member.Value, isKey ? "" : member.Name, names);
        }
    }

    private static TheoryData<string, string> FactsFilesOf(params string[] documents)
    {
        var data = new TheoryData<string, string>();
        foreach (var document in documents)
            foreach (var match in JsonBlock().Matches(Tree.Text(document)).Where(match => match.Value.Contains("\"facts\"", StringComparison.Ordinal)))
                data.Add(document, match.Groups[1].Value);
        return data;
    }

    [GeneratedRegex(@"(?:^```json\n|<<'JSON'\n)(\{.*?)(?:^```|^JSON)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex JsonBlock();
}
