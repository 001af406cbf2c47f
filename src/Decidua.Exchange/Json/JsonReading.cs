using System.Text.Json;

namespace Decidua.Exchange.Json;

/// <summary>Asks a JSON element for what may or may not be there, without exceptions: a wrong type reads as absent.</summary>
internal static class JsonReading
{
    extension(JsonElement element)
    {
        /// <summary>The member, or null when this is not an object, or has no such member, or it is null.</summary>
        public JsonElement? Member(string name) =>
            element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found)
                && found.ValueKind != JsonValueKind.Null ? found : null;

        /// <summary>The member when it is an object.</summary>
        public JsonElement? Object(string name) =>
            element.Member(name) is { ValueKind: JsonValueKind.Object } found ? found : null;

        /// <summary>The member when it is text, else null.</summary>
        public string? Text(string name) =>
            element.Member(name) is { ValueKind: JsonValueKind.String } found ? found.GetString() : null;

        /// <summary>The member when it is true or false, else null.</summary>
        public bool? Truth(string name) => element.Member(name)?.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

        /// <summary>The member when it is a number that a decimal can hold, else null.</summary>
        public decimal? Number(string name) =>
            element.Member(name) is { ValueKind: JsonValueKind.Number } found && found.TryGetDecimal(out var number)
                ? number : null;

        /// <summary>The items of a member that is an array; nothing otherwise.</summary>
        public IEnumerable<JsonElement> Items(string name) =>
            element.Member(name) is { ValueKind: JsonValueKind.Array } found ? found.EnumerateArray() : [];
    }
}
