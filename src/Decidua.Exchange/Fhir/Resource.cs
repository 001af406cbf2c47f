using System.Text.Json;
using Decidua.Clinical.Records;
using Decidua.Exchange.Json;

namespace Decidua.Exchange.Fhir;

/// <summary>One FHIR resource of the input, with its place.</summary>
/// <param name="Json">The resource; valid only while its document is open.</param>
/// <param name="Type">The <c>resourceType</c>.</param>
/// <param name="Key">What references to it resolve to: <c>Condition/123</c>, or its full address when it has no id.</param>
/// <param name="Place">Where it stands: <c>Bundle.entry[3].resource</c>, <c>Condition.ndjson:12</c>.</param>
internal readonly record struct Resource(JsonElement Json, string Type, string Key, string Place)
{
    /// <summary>The id, or empty.</summary>
    public string Id => Json.Text("id") ?? "";

    /// <summary>The origin that entries of a record carry.</summary>
    public Origin Origin => new(Type, Id, Place);

    /// <summary>The place of a member, for an issue.</summary>
    public string At(string member) => $"{Place}.{member}";
}
