namespace Decidua.Clinical.Records;

/// <summary>Where an entry of a record came from, so that every answer can be traced to it.</summary>
/// <param name="Kind">The FHIR resource type, or <c>record file</c>.</param>
/// <param name="Id">The resource id; empty when it had none.</param>
/// <param name="Place">The place in the input: <c>Bundle.entry[3].resource</c>, <c>Condition.ndjson:12</c>.</param>
public sealed record Origin(string Kind, string Id, string Place)
{
    /// <summary><c>Condition/123</c>, or the place when there is no id.</summary>
    public override string ToString() => Id.Length == 0 ? Place : $"{Kind}/{Id}";
}
