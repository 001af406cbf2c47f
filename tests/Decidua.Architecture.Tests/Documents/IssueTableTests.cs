using System.Reflection;
using System.Text.RegularExpressions;
using Decidua.Architecture.Tests.Repository;
using Decidua.Clinical.Issues;

namespace Decidua.Architecture.Tests.Documents;

/// <summary>Issue codes are permanent: each has one meaning, and docs/reference/issues.md explains every one.</summary>
public sealed partial class IssueTableTests
{
    private const string Document = "docs/reference/issues.md";

    private static List<(string Name, string Code)> Constants { get; } =
        [.. typeof(IssueCode).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (field.Name, (string)field.GetRawConstantValue()!))];

    private static List<(string Code, string Name)> Documented { get; } =
        [.. Tree.Lines(Document).Select(line => IssueRow().Match(line)).Where(match => match.Success).Select(match => (match.Groups[1].Value, match.Groups[2].Value))];

    [Fact]
    public void No_code_has_two_meanings() =>
        Constants.GroupBy(one => one.Code).Where(group => group.Count() > 1)
            .Select(group => $"{group.Key}: {string.Join(", ", group.Select(one => one.Name))}").ShouldBeNone("One code, several meanings:");

    [Fact]
    public void Codes_say_their_stage() =>
        Constants.Where(one => !CodeShape().IsMatch(one.Code)).Select(one => one.Code).ShouldBeNone("Not D and four digits, beginning with a stage from 1 to 7:");

    [Fact]
    public void Every_code_is_documented() =>
        Constants.Where(one => !Documented.Contains((one.Code, one.Name))).Select(one => $"| {one.Code} | {one.Name} | ... | ... |")
            .ShouldBeNone($"Add a row to {Document}:");

    [Fact]
    public void Nothing_else_is_documented() =>
        Documented.Where(one => !Constants.Contains((one.Name, one.Code))).Select(one => $"{one.Code} {one.Name}")
            .ShouldBeNone($"{Document} explains a code that does not exist (a retired one keeps its constant):");

    [Fact]
    public void No_code_is_documented_twice() =>
        Documented.GroupBy(one => one.Code).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeNone("Documented twice:");

    [GeneratedRegex(@"^\| (D\d{4}) \| (\w+) \| \S.* \| \S.* \|$")]
    private static partial Regex IssueRow();

    [GeneratedRegex("^D[1-7][0-9]{3}$")]
    private static partial Regex CodeShape();
}
