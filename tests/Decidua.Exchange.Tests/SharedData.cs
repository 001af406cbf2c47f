namespace Decidua.Exchange.Tests;

/// <summary>Data that stands beside the repository; absent elsewhere, and then the test skips and says so.</summary>
internal static class SharedData
{
    public static string BulkFhir()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Decidua.slnx")))
            root = root.Parent;
        var folder = root?.Parent is { } parent ? Path.Combine(parent.FullName, "shared", "data", "bulk-fhir") : "";
        if (!Directory.Exists(folder))
            Assert.Skip("../shared/data/bulk-fhir is not here.");
        return folder;
    }
}
