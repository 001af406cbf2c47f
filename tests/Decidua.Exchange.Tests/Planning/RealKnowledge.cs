using Decidua.Knowledge.Documents;
using Decidua.Knowledge;
using Decidua.Reasoning.Assessing;

namespace Decidua.Exchange.Tests.Planning;

/// <summary>The real knowledge, read once.</summary>
internal static class RealKnowledge
{
    private static readonly Lazy<Assessor> Read = new(() => new Assessor(LibraryReader.Read(Files()).Library.ShouldNotBeNull()));

    public static Assessor Assessor => Read.Value;

    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = Find();

    private static IEnumerable<SourceFile> Files()
    {
        var knowledge = Path.Combine(Root, "knowledge");
        return Directory.EnumerateFiles(knowledge, "*.md", SearchOption.AllDirectories).Where(path => !path.Contains("cases", StringComparison.Ordinal))
            .Select(path => new SourceFile(Path.GetRelativePath(knowledge, path).Replace('\\', '/'), File.ReadAllText(path)));
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Decidua.slnx"))) folder = folder.Parent.ShouldNotBeNull();
        return folder.FullName;
    }
}
