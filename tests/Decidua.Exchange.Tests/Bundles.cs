using System.Text;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Exchange.Fhir;
using Record = Decidua.Clinical.Records.Record;

namespace Decidua.Exchange.Tests;

/// <summary>Small Bundles for tests, written as text so that a test shows what it reads.</summary>
internal static class Bundles
{
    public const string Patient = """{"resourceType":"Patient","id":"a","gender":"female","birthDate":"1990-05-01"}""";

    public const string Subject = "\"subject\":{\"reference\":\"Patient/a\"}";

    public static string Of(params string[] resources) =>
        "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":["
        + string.Join(",", resources.Select(resource => $"{{\"resource\":{resource}}}")) + "]}";

    public static Reading<Record> Read(string text) => BundleReader.Read(Encoding.UTF8.GetBytes(text), "file.json");

    public static Reading<Record> ReadWith(params string[] resources) => Read(Of([Patient, .. resources]));

    public static Record Usable(Reading<Record> reading)
    {
        reading.IsUsable.ShouldBeTrue(string.Join('\n', reading.Issues));
        reading.Issues.ShouldNotContain(issue => issue.Severity == Severity.Error);
        return reading.Value!;
    }

    /// <summary>No record, and exactly this one error.</summary>
    public static Issue Refused(Reading<Record> reading, string code)
    {
        reading.Value.ShouldBeNull();
        var error = reading.Issues.Where(issue => issue.Severity == Severity.Error).ShouldHaveSingleItem();
        error.Code.ShouldBe(code, error.Message);
        error.At.ShouldNotBeNullOrEmpty();
        error.Message.ShouldNotBeNullOrEmpty();
        return error;
    }

    public static Issue Only(Reading<Record> reading, string code)
    {
        Usable(reading);
        var issue = reading.Issues.ShouldHaveSingleItem();
        issue.Code.ShouldBe(code, issue.Message);
        return issue;
    }
}
