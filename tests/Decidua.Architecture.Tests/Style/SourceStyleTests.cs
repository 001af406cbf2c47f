using System.Text.RegularExpressions;
using Decidua.Architecture.Tests.Repository;

namespace Decidua.Architecture.Tests.Style;

/// <summary>How the source reads: short files, topic folders, names from the clinic.</summary>
public sealed partial class SourceStyleTests
{
    private const int MostLines = 400;
    private const int MostFolders = 2;

    private static readonly string[] EmptyWords = ["Service", "Manager", "Helper", "Helpers", "Processor", "Util", "Utils", "Utility", "Base", "Impl", "Dto"];

    [Fact]
    public void Source_files_are_short() =>
        Tree.Files.Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".css" or ".js" || file == "decidua")
            .Select(file => (file, lines: Tree.Lines(file).Length)).Where(one => one.lines > MostLines)
            .Select(one => $"{one.file}: {one.lines}").ShouldBeNone($"More than {MostLines} lines:");

    [Fact]
    public void Folders_name_topics_and_stay_shallow() =>
        Tree.CSharp.Where(file => file.Split('/').Length - 3 > MostFolders).ShouldBeNone($"Deeper than {MostFolders} folders under the project:");

    [Fact]
    public void Namespaces_are_file_scoped_and_begin_with_the_project() =>
        Tree.CSharp.Select(file => (file, names: AnyNamespace().Matches(Tree.Text(file))))
            .Where(one => one.names.Any(name => !name.Value.EndsWith(';') || !(name.Groups[1].Value + ".").StartsWith(one.file.Split('/')[1] + ".", StringComparison.Ordinal)))
            .Select(one => $"{one.file}: {one.names[0].Value}").ShouldBeNone("A namespace that is not file-scoped or not the project's:");

    [Fact]
    public void Type_names_say_what_a_clinician_would_say() =>
        Tree.CSharp.SelectMany(file => AnyType().Matches(Tree.Text(file)).Select(match => match.Groups[2].Value)
                .Where(name => !name.StartsWith("Cds", StringComparison.Ordinal) && Words().Matches(name).Any(word => EmptyWords.Contains(word.Value)))
                .Select(name => $"{file}: {name}"))
            .ShouldBeNone("A type name with a word that says nothing:");

    [Fact]
    public void Nothing_is_left_for_later_in_a_comment() =>
        Tree.TextFiles.Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".css" or ".js" || file == "decidua")
            .SelectMany(file => Find(file, Unfinished())).ShouldBeNone("Unfinished business in the source:");

    [Fact]
    public void No_exception_is_swallowed() =>
        Tree.ProductSources.Where(file => EmptyCatch().IsMatch(Tree.Text(file))).ShouldBeNone("An empty catch:");

    [Fact]
    public void Nothing_is_left_unwritten() =>
        Tree.ProductSources.Where(file => Tree.Text(file).Contains("NotImplemented" + "Exception", StringComparison.Ordinal)).ShouldBeNone("Not written yet:");

    [Fact]
    public void Text_files_end_with_a_newline_and_use_line_feeds() =>
        Tree.TextFiles.Where(file => !file.EndsWith("packages.lock.json", StringComparison.Ordinal) && Tree.Text(file) is var text && text.Length > 0 && (!text.EndsWith('\n') || text.Contains('\r', StringComparison.Ordinal)))
            .ShouldBeNone("No newline at the end, or carriage returns:");

    [Fact]
    public void Nothing_generated_is_committed() =>
        Tree.Files.Where(file => file.Contains("/bin/", StringComparison.Ordinal) || file.Contains("/obj/", StringComparison.Ordinal)
                || file.Contains("node_modules/", StringComparison.Ordinal) || file.Contains("wwwroot/lib/", StringComparison.Ordinal) || file.EndsWith(".min.js", StringComparison.Ordinal))
            .ShouldBeNone("Built or fetched, not written:");

    internal static IEnumerable<string> Find(string file, Regex pattern) =>
        Tree.Lines(file).Select((line, index) => (line, number: index + 1)).Where(one => pattern.IsMatch(one.line))
            .Select(one => $"{file}:{one.number}: {one.line.Trim()}");

    [GeneratedRegex(@"^[ \t]*namespace\s+([\w.]+)\s*[;{]?", RegexOptions.Multiline)]
    private static partial Regex AnyNamespace();

    [GeneratedRegex(@"^[ \t]*(?:(?:public|internal|private|protected|sealed|static|abstract|readonly|partial|file|ref)\s+)*(class|record\s+struct|record\s+class|record|struct|interface|enum)\s+(\w+)", RegexOptions.Multiline)]
    private static partial Regex AnyType();

    [GeneratedRegex("[A-Z][a-z0-9]*")]
    private static partial Regex Words();

    [GeneratedRegex(@"\b(TO" + "DO|FIX" + @"ME|HA" + @"CK)\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"catch\b[^{;]*\{\s*\}")]
    private static partial Regex EmptyCatch();
}
