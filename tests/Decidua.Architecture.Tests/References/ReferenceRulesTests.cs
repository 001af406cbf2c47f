using System.Xml.Linq;
using Decidua.Architecture.Tests.Repository;
using Decidua.Architecture.Tests.Style;

namespace Decidua.Architecture.Tests.References;

/// <summary>Data flows one way: who may refer to whom, and what nobody below a host may know.</summary>
public sealed class ReferenceRulesTests
{
    private static readonly Dictionary<string, string[]> MayReferTo = new()
    {
        ["Decidua.Clinical"] = [],
        ["Decidua.Knowledge"] = ["Decidua.Clinical"],
        ["Decidua.Reasoning"] = ["Decidua.Clinical", "Decidua.Knowledge"],
        ["Decidua.Planning"] = ["Decidua.Clinical", "Decidua.Knowledge", "Decidua.Reasoning"],
        ["Decidua.Proof"] = ["Decidua.Clinical", "Decidua.Knowledge"],
        ["Decidua.Exchange"] = ["Decidua.Clinical", "Decidua.Knowledge", "Decidua.Reasoning", "Decidua.Planning"],
        ["Decidua.Server"] = ["Decidua.Clinical", "Decidua.Knowledge", "Decidua.Reasoning", "Decidua.Planning", "Decidua.Exchange"],
        ["Decidua.Cli"] = ["Decidua.Clinical", "Decidua.Knowledge", "Decidua.Reasoning", "Decidua.Planning", "Decidua.Proof", "Decidua.Exchange", "Decidua.Server"],
    };

    private static readonly Dictionary<string, string[]> MayUsePackages = new()
    {
        ["Decidua.Clinical"] = ["NodaTime"],
        ["Decidua.Knowledge"] = ["Markdig", "YamlDotNet"],
        ["Decidua.Reasoning"] = [],
        ["Decidua.Planning"] = [],
        ["Decidua.Proof"] = [],
        ["Decidua.Exchange"] = [],
    };

    private static IEnumerable<string> ProductProjects => Tree.Projects.Where(file => file.StartsWith("src/", StringComparison.Ordinal));

    [Fact]
    public void Every_product_project_has_a_declared_place() =>
        ProductProjects.Select(Path.GetFileNameWithoutExtension).Where(name => !MayReferTo.ContainsKey(name!))
            .Select(name => name!).ShouldBeNone("Say in this test what a new project may refer to:");

    [Fact]
    public void Projects_refer_only_to_what_stands_before_them() =>
        ProductProjects.SelectMany(file => Referred(file)
                .Where(other => !MayReferTo[Path.GetFileNameWithoutExtension(file)].Contains(other))
                .Select(other => $"{file} refers to {other}"))
            .ShouldBeNone("The reference rules of docs/adr/0011 are broken:");

    [Fact]
    public void Projects_below_the_hosts_use_only_their_packages() =>
        ProductProjects.Where(file => MayUsePackages.ContainsKey(Path.GetFileNameWithoutExtension(file)))
            .SelectMany(file => Items(file, "PackageReference")
                .Where(package => !MayUsePackages[Path.GetFileNameWithoutExtension(file)].Contains(package))
                .Select(package => $"{file} uses {package}"))
            .ShouldBeNone("A package that the project has not declared here:");

    [Fact]
    public void Projects_below_the_hosts_know_no_web_framework() =>
        ProductProjects.Where(file => MayUsePackages.ContainsKey(Path.GetFileNameWithoutExtension(file)))
            .Where(file => Items(file, "FrameworkReference").Any() || Load(file).Root!.Attribute("Sdk")?.Value != "Microsoft.NET.Sdk")
            .ShouldBeNone("Only hosts may use ASP.NET:");

    [Fact]
    public void Compiled_core_refers_to_no_web_framework_and_no_database() =>
        Core.Assemblies.SelectMany(assembly => assembly.GetReferencedAssemblies()
                .Where(other => other.Name is { } name && Forbidden(name))
                .Select(other => $"{assembly.GetName().Name} refers to {other.Name}"))
            .ShouldBeNone("Only hosts may use ASP.NET, a database or the network:");

    [Fact]
    public void Compiled_core_follows_the_same_order() =>
        Core.Assemblies.SelectMany(assembly => assembly.GetReferencedAssemblies()
                .Select(other => other.Name!)
                .Where(other => other.StartsWith("Decidua.", StringComparison.Ordinal) && !MayReferTo[assembly.GetName().Name!].Contains(other))
                .Select(other => $"{assembly.GetName().Name} refers to {other}"))
            .ShouldBeNone("The reference rules are broken in the compiled assemblies:");

    [Fact]
    public void Only_exchange_and_the_hosts_name_their_types_after_FHIR() =>
        Core.Types.Where(type => type.Assembly.GetName().Name != "Decidua.Exchange" && type.Name.Contains("Fhir", StringComparison.OrdinalIgnoreCase))
            .Select(type => type.FullName!).ShouldBeNone("FHIR stays behind Decidua.Exchange:");

    [Fact]
    public void The_ban_on_clock_randomness_and_files_is_never_lifted() =>
        Tree.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal) && Path.GetExtension(file) is ".cs" or ".csproj" or ".editorconfig" or ".props")
            .Where(file => Tree.Text(file).Contains("RS" + "0030", StringComparison.Ordinal))
            .ShouldBeNone("The banned-API rule is switched off in:");

    [Fact]
    public void Every_project_is_in_the_solution() =>
        Tree.Projects.Where(file => !Tree.Text("Decidua.slnx").Contains($"\"{file}\"", StringComparison.Ordinal))
            .ShouldBeNone("Not in Decidua.slnx, so neither built nor tested:");

    [Fact]
    public void Every_project_has_a_lock_file() =>
        Tree.Projects.Select(file => $"{Path.GetDirectoryName(file)}/packages.lock.json").Where(file => !Tree.Files.Contains(file))
            .ShouldBeNone("A lock file is missing:");

    [Fact]
    public void Package_versions_are_exact_and_in_one_place()
    {
        Tree.Projects.Where(file => Load(file).Descendants("PackageReference").Any(item => item.Attribute("Version") is not null || item.Attribute("VersionOverride") is not null))
            .ShouldBeNone("A version stands outside Directory.Packages.props:");
        Load("Directory.Packages.props").Descendants("PackageVersion")
            .Select(item => $"{item.Attribute("Include")!.Value} {item.Attribute("Version")!.Value}")
            .Where(pin => pin.IndexOfAny(['*', '[', '(', ',']) >= 0)
            .ShouldBeNone("A version is a range:");
    }

    private static bool Forbidden(string assembly) =>
        assembly.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
        || assembly.StartsWith("Microsoft.Extensions", StringComparison.Ordinal)
        || assembly.StartsWith("Microsoft.Data", StringComparison.Ordinal)
        || assembly.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
        || assembly is "System.Net.Http" or "System.Data.Common" or "System.Net.Sockets" or "Npgsql" or "System.Console";

    private static IEnumerable<string> Referred(string project) =>
        Items(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

    private static IEnumerable<string> Items(string project, string item) =>
        Load(project).Descendants(item).Select(element => element.Attribute("Include")?.Value ?? "").Where(name => name.Length > 0);

    private static XDocument Load(string file) => XDocument.Load(Tree.Full(file));
}
