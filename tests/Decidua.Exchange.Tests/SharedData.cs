using Decidua.Exchange.Fhir;
using Decidua.Knowledge;
using Decidua.Knowledge.Documents;
using Decidua.Reasoning.Deriving;

namespace Decidua.Exchange.Tests;

/// <summary>The knowledge of this repository, and data that stands beside it; where the data is absent the test skips and says so.</summary>
internal static class SharedData
{
    private static readonly Lazy<ReadingKnowledge> Read = new(() =>
    {
        var folder = Path.Combine(Root(), "knowledge");
        var files = Directory.GetFiles(folder, "*.md", SearchOption.AllDirectories)
            .Select(file => new SourceFile(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file)));
        var reading = LibraryReader.Read(files);
        return new(reading.Library.ShouldNotBeNull(string.Join('\n', reading.Issues)));
    });

    public static ReadingKnowledge Knowledge => Read.Value;

    public static string BulkFhir()
    {
        var folder = Path.Combine(Root(), "..", "shared", "data", "bulk-fhir");
        if (!Directory.Exists(folder))
            Assert.Skip("../shared/data/bulk-fhir is not here.");
        return folder;
    }

    public static BulkReading OpenExport(IEnumerable<string> files)
    {
        var streams = files.Select(file => new NamedStream(Path.GetFileName(file), File.OpenRead(file))).ToList();
        try
        {
            return BulkFolderReader.Read(streams);
        }
        finally
        {
            streams.ForEach(stream => stream.Content.Dispose());
        }
    }

    public static string Root()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Decidua.slnx")))
            root = root.Parent ?? throw new DirectoryNotFoundException("No folder above holds Decidua.slnx.");
        return root.FullName;
    }
}
