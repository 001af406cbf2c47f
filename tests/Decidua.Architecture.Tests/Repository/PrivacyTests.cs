using System.Text.RegularExpressions;
using Decidua.Architecture.Tests.Style;

namespace Decidua.Architecture.Tests.Repository;

/// <summary>Nothing in the repository names the machine, the workplace or the package host that it was built with.</summary>
public sealed partial class PrivacyTests
{
    [Fact]
    public void No_file_names_a_folder_of_somebodys_machine() =>
        Tree.TextFiles.SelectMany(file => SourceStyleTests.Find(file, MachineFolder())).ShouldBeNone("A path that exists on one machine only:");

    [Fact]
    public void Shared_folders_are_named_only_by_tests_that_skip_without_them() =>
        Tree.TextFiles.SelectMany(file => SourceStyleTests.Find(file, SharedFolder())
                .Where(line => !file.StartsWith("tests/", StringComparison.Ordinal) || !line.Contains(Shared + "data", StringComparison.Ordinal)))
            .ShouldBeNone("A folder outside the repository:");

    [Fact]
    public void No_file_names_a_package_host() =>
        Tree.TextFiles.SelectMany(file => SourceStyleTests.Find(file, PackageHost())).ShouldBeNone("A package host:");

    [Fact]
    public void The_npm_lock_file_names_no_address() =>
        SourceStyleTests.Find("package-lock.json", ResolvedAddress()).ShouldBeNone("npm wrote where it fetched from:");

    [Fact]
    public void Build_files_name_no_address() =>
        Tree.TextFiles.Where(file => Path.GetExtension(file) is ".csproj" or ".props" or ".slnx" || file is "decidua" or ".ci/run" or "package.json" or "global.json")
            .SelectMany(file => SourceStyleTests.Find(file, AnyAddress())).ShouldBeNone("An address in a build file:");

    [Fact]
    public void No_configuration_of_package_sources_is_committed() =>
        Tree.Files.Where(file => Path.GetFileName(file).ToLowerInvariant() is "nuget.config" or ".npmrc").ShouldBeNone("Package sources belong to the machine:");

    private const string Shared = "../" + "shared/";

    [GeneratedRegex("""(?<![\w.:/~*-])/(work|tmp|root|home|Users)/""")]
    private static partial Regex MachineFolder();

    [GeneratedRegex(@"\.\./" + "shared/")]
    private static partial Regex SharedFolder();

    [GeneratedRegex(@"(?i)(registry\.\w+\.\w|nuget\." + @"org|npm" + @"js\.(org|com)|arti" + @"factory|pypi\." + @"org|verd" + "accio)")]
    private static partial Regex PackageHost();

    [GeneratedRegex("\"resolved\"|https?:")]
    private static partial Regex ResolvedAddress();

    [GeneratedRegex("https?://")]
    private static partial Regex AnyAddress();
}
