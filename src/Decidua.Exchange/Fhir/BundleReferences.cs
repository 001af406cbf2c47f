using System.Text.Json;
using Decidua.Exchange.Json;

namespace Decidua.Exchange.Fhir;

/// <summary>
/// Resolves references inside a Bundle: absolute addresses and <c>urn:uuid:</c> by the full address of an entry, relative
/// ones by type and id.
/// </summary>
internal sealed class BundleReferences
{
    private readonly Dictionary<string, string> byAddress = new(StringComparer.Ordinal);
    private readonly HashSet<string> withoutAddress = new(StringComparer.Ordinal);

    /// <summary>Notes an entry, and answers its key: <c>Type/id</c>, or its full address when it has no id, or its place.</summary>
    public string Add(JsonElement entry, JsonElement resource, string place)
    {
        var address = entry.Text("fullUrl") is { Length: > 0 } stated ? WithoutVersion(stated) : null;
        var id = resource.Text("id");
        var key = id is { Length: > 0 } ? $"{resource.Text("resourceType")}/{id}" : address ?? place;
        if (address is null)
            withoutAddress.Add(key);
        else
            byAddress.TryAdd(address, key);
        return key;
    }

    /// <summary>The key of the target; when nothing in the Bundle is meant, the reference itself.</summary>
    public string Resolve(string reference)
    {
        var plain = WithoutVersion(reference);
        if (byAddress.TryGetValue(plain, out var key))
            return key;
        if (!plain.Contains("://", StringComparison.Ordinal))
            return plain;
        var tail = LastTwoSegments(plain);
        return withoutAddress.Contains(tail) ? tail : plain;
    }

    /// <summary><c>Patient/1</c> of <c>https://a.example/fhir/Patient/1/_history/2</c>; the text itself when it is shorter.</summary>
    public static string LastTwoSegments(string reference)
    {
        var plain = WithoutVersion(reference);
        var last = plain.LastIndexOf('/');
        var before = last <= 0 ? -1 : plain.LastIndexOf('/', last - 1);
        return before < 0 ? plain : plain[(before + 1)..];
    }

    private static string WithoutVersion(string reference)
    {
        var history = reference.IndexOf("/_history/", StringComparison.Ordinal);
        return history < 0 ? reference : reference[..history];
    }
}
