using System.Text.RegularExpressions;
using Decidua.Architecture.Tests.Repository;

namespace Decidua.Architecture.Tests.Documents;

/// <summary>What the documents promise: links that lead somewhere, commands that exist, a warning where it is needed.</summary>
public sealed partial class DocumentTests
{
    private static readonly string[] DecisionParts = ["## Context", "## Decision", "## Consequences", "## Effect on clinical safety"];

    [Fact]
    public void Links_inside_the_repository_lead_somewhere() =>
        Tree.Markdown.SelectMany(file => Link().Matches(Prose(file)).Select(match => (file, target: match.Groups[1].Value)))
            .Where(link => !AnyScheme().IsMatch(link.target) && !Leads(link.file, link.target))
            .Select(link => $"{link.file} -> {link.target}").ShouldBeNone("A link that leads nowhere:");

    [Fact]
    public void Commands_in_documents_exist() =>
        Tree.Markdown.SelectMany(file => Command().Matches(Tree.Text(file)).Select(match => (file, name: match.Groups[1].Value)))
            .Where(one => !ScriptTests.Commands.Contains(one.name))
            .Select(one => $"{one.file}: ./decidua {one.name}").ShouldBeNone("A command that the script does not know:");

    [Fact]
    public void The_feature_table_has_all_thirty_features_once()
    {
        var numbers = Tree.Lines("docs/features.md").Select(line => FeatureRow().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value).ToList();
        numbers.ShouldBe(Enumerable.Range(1, 30).Select(number => $"{number}"));
    }

    [Fact]
    public void A_feature_that_works_names_its_command_or_page() =>
        Tree.Lines("docs/features.md").Where(line => FeatureRow().Match(line) is { Success: true } row && row.Groups[2].Value != "not yet" && !line.Contains('`', StringComparison.Ordinal))
            .ShouldBeNone("Works, but nobody can see where:");

    [Theory]
    [InlineData("README.md")]
    [InlineData("SAFETY.md")]
    [InlineData("docs/safety/intended-use.md")]
    [InlineData("docs/guide/first-answer.md")]
    public void Whoever_could_rely_on_an_answer_reads_what_this_is_not(string file)
    {
        Tree.Text(file).ShouldContain("licensed clinician");
        Tree.Text(file).ShouldContain("not a certified medical device");
    }

    [Fact]
    public void Decisions_are_numbered_without_gaps_and_have_all_parts()
    {
        var records = Tree.Files.Where(file => file.StartsWith("docs/adr/0", StringComparison.Ordinal)).ToList();
        records.Select(file => Path.GetFileName(file)[..4]).ShouldBe(Enumerable.Range(1, records.Count).Select(number => $"{number:0000}"));
        records.SelectMany(file => DecisionParts.Where(part => !Tree.Lines(file).Contains(part)).Select(part => $"{file}: {part}"))
            .ShouldBeNone("A decision record without one of its parts:");
    }

    [Fact]
    public void The_changelog_keeps_software_and_knowledge_apart()
    {
        Tree.Lines("CHANGELOG.md").ShouldContain("## Software");
        Tree.Lines("CHANGELOG.md").ShouldContain("## Knowledge");
    }

    [Fact]
    public void The_licence_is_whole()
    {
        var text = Tree.Text("LICENSE");
        text.ShouldContain("Apache License");
        text.ShouldContain("9. Accepting Warranty or Additional Liability.");
        text.ShouldContain("END OF TERMS AND CONDITIONS");
    }

    [Fact]
    public void Each_hazard_says_how_its_control_is_shown()
    {
        var rows = Tree.Lines("docs/safety/hazard-log.md").Select(line => HazardRow().Match(line)).Where(match => match.Success).ToList();
        rows.Count.ShouldBeGreaterThan(9);
        var classes = Tree.CSharp.Where(file => file.StartsWith("tests/", StringComparison.Ordinal)).Select(file => Path.GetFileNameWithoutExtension(file)).ToHashSet();
        rows.SelectMany(row => Quoted().Matches(row.Groups["shown"].Value).Select(name => name.Groups[1].Value)
                .Where(name => name.EndsWith("Tests", StringComparison.Ordinal) ? !classes.Contains(name) : name.Contains('/', StringComparison.Ordinal) && !name.StartsWith("./", StringComparison.Ordinal) && !Path.Exists(Tree.Full(name)))
                .Select(name => $"{row.Groups[1].Value}: {name}"))
            .ShouldBeNone("A hazard points to a test or file that does not exist:");
    }

    [Fact]
    public void Cases_named_in_the_hazard_log_exist()
    {
        var cases = string.Concat(Tree.Markdown.Where(file => file.StartsWith("knowledge/cases/", StringComparison.Ordinal)).Select(Tree.Text));
        Assert.SkipWhen(cases.Length == 0, "No worked cases yet.");
        CaseNumber().Matches(string.Concat(Tree.Lines("docs/safety/hazard-log.md").Where(line => HazardRow().IsMatch(line)).Select(line => HazardRow().Match(line).Groups["shown"].Value)))
            .Select(match => match.Value).Distinct().Where(number => !cases.Contains(number, StringComparison.Ordinal))
            .ShouldBeNone("The hazard log names a case that does not exist:");
    }

    private static string Prose(string file) => Fence().Replace(Tree.Text(file), "");

    private static bool Leads(string file, string target)
    {
        var parts = target.Split('#', 2);
        var path = parts[0].Length == 0 ? file : Path.GetRelativePath(Tree.Root, Path.GetFullPath(Path.Combine(Tree.Root, Path.GetDirectoryName(file)!, parts[0])));
        if (!Path.Exists(Tree.Full(path))) return false;
        return parts.Length == 1 || Tree.Lines(path).Where(line => line.StartsWith('#')).Any(line => Anchor(line) == parts[1]);
    }

    /// <summary>The anchor that Markdown renderers give to a heading.</summary>
    private static string Anchor(string heading) =>
        NotInAnchor().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^[a-z]+:")]
    private static partial Regex AnyScheme();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\./decidua\s+([a-z]+)")]
    private static partial Regex Command();

    [GeneratedRegex(@"^\| (\d+) \| .* \| (works|in part|not yet) \|")]
    private static partial Regex FeatureRow();

    [GeneratedRegex(@"^\| (H-\d+) \|.*\| (?<shown>[^|]*\S) \|$")]
    private static partial Regex HazardRow();

    [GeneratedRegex(@"\b[TB]\d\d\b")]
    private static partial Regex CaseNumber();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();
}
