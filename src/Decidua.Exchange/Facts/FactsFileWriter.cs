using System.Text.Encodings.Web;
using System.Text.Json;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;

namespace Decidua.Exchange.Facts;

/// <summary>Writes a facts file that <see cref="FactsFileReader"/> reads back to the same facts.</summary>
public static class FactsFileWriter
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes facts of which everything is known.</summary>
    /// <param name="facts">Facts with one value each, in the order in which they are written.</param>
    /// <param name="protocol">Id of the protocol; empty for none.</param>
    /// <returns>UTF-8 JSON.</returns>
    public static ReadOnlyMemory<byte> Write(IEnumerable<(Fact Fact, ValueSet Value)> facts, string protocol = "")
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, Readable))
        {
            json.WriteStartObject();
            if (protocol.Length > 0) json.WriteString("protocol", protocol);
            json.WriteStartObject("facts");
            foreach (var (fact, value) in facts) Write(json, fact, value);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return memory.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Fact fact, ValueSet value)
    {
        switch (fact.Type.Kind, value)
        {
            case (FactKind.YesNo, ValueSet.Choices yes):
                json.WriteBoolean(fact.Id, yes.Index == 1);
                break;
            case (FactKind.Choice, ValueSet.Choices choice):
                json.WriteString(fact.Id, fact.Type.Choices[choice.Index]);
                break;
            case (FactKind.Gestation, ValueSet.Numbers days):
                json.WriteString(fact.Id, ValueText.Gestation(days.Single));
                break;
            case (FactKind.Duration, ValueSet.Numbers minutes):
                json.WriteString(fact.Id, ValueText.Duration(minutes.Single));
                break;
            case (_, ValueSet.Numbers number):
                json.WriteNumber(fact.Id, number.Single);
                break;
            default:
                throw new InvalidOperationException($"{fact.Name} has a value of another type.");
        }
    }
}
