using System.Text.RegularExpressions;
using Decidua.Architecture.Tests.Repository;
using Decidua.Knowledge;
using Decidua.Knowledge.Documents;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Cases;

namespace Decidua.Architecture.Tests.Documents;

/// <summary>The examples in the documents are read by the same readers as the real thing, so that they stay true.</summary>
public sealed partial class ExampleTests
{
    private static List<SourceFile> Knowledge { get; } =
        [.. Tree.Markdown.Where(file => file.StartsWith("knowledge/", StringComparison.Ordinal)).Select(file => new SourceFile(file["knowledge/".Length..], Tree.Text(file)))];

    [Fact]
    public void The_example_of_the_language_checks_clean()
    {
        Assert.SkipWhen(Knowledge.Count == 0, "No knowledge yet.");
        var reading = LibraryReader.Read([.. Knowledge, new SourceFile("guidelines/documented-example.md", Block("docs/reference/knowledge-language.md"))]);
        reading.Issues.Select(issue => issue.ToString()).ShouldBeNone("The example in the language reference is not clean:");
        reading.Library!.Find("example-2026/example-score/EX-01").ShouldNotBeNull();
    }

    [Fact]
    public void The_example_case_is_read_and_passes()
    {
        Assert.SkipWhen(Knowledge.Count == 0, "No knowledge yet.");
        var reading = LibraryReader.Read([.. Knowledge, new SourceFile("cases/documented-example.md", Block("CONTRIBUTING.md"))]);
        reading.Issues.Select(issue => issue.ToString()).ShouldBeNone("The example case is not clean:");
        var worked = reading.Library!.Cases.Where(one => one.Place.File == "cases/documented-example.md").ToList();
        worked.Count.ShouldBe(1);
        var trial = new CaseTrial(new Assessor(reading.Library));
        worked.SelectMany(one => trial.Run(one)).Select(issue => issue.ToString()).ShouldBeNone("The example case fails:");
    }

    [Fact]
    public void Addresses_in_documents_exist()
    {
        Assert.SkipWhen(Knowledge.Count == 0, "No knowledge yet.");
        var library = LibraryReader.Read(Knowledge).Library.ShouldNotBeNull();
        Tree.Markdown.Where(file => !file.StartsWith("knowledge/", StringComparison.Ordinal))
            .SelectMany(file => Address().Matches(Tree.Text(file)).Select(match => (file, address: match.Value)))
            .Where(one => library.Find(one.address) is null)
            .Select(one => $"{one.file}: {one.address}").ShouldBeNone("A row that does not exist:");
    }

    private static string Block(string file) => MarkdownBlock().Match(Tree.Text(file)).Groups[1].Value;

    [GeneratedRegex("^```markdown\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex MarkdownBlock();

    [GeneratedRegex(@"\brcog-37a-2015/[a-z0-9-]+/[A-Za-z0-9.-]+\b")]
    private static partial Regex Address();
}
