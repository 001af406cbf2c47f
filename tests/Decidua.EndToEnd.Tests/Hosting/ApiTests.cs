using System.Net;
using System.Text;
using System.Text.Json;
using Decidua.EndToEnd.Tests.Surroundings;
using Decidua.Exchange.Answers;
using Decidua.Exchange.Inputs;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Comparing;

namespace Decidua.EndToEnd.Tests.Hosting;

/// <summary>The call for programs: the answer of the command line, or problem details with codes.</summary>
public sealed class ApiTests(Ward ward)
{
    private const string Woman = """
        { "asOf": "2026-03-01", "protocol": "uk",
          "facts": { "phase": "pregnant", "gestation": "12+3", "age": 36, "booking-bmi": 33.1, "parity": 3, "smoker": true,
                     "previous-clot": "none", "dosing-weight": 91.0, "platelet-count": null } }
        """;

    [Fact]
    public async Task It_gives_the_bytes_that_the_command_line_writes()
    {
        using var reply = await Send(Woman);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        var assessor = new Assessor(ward.Library);
        var reading = new WomanReader(assessor).Read(Encoding.UTF8.GetBytes(Woman), "body");
        var expected = AssessmentJson.Write(assessor.Assess(reading.Value!.Facts, ward.Library.Protocol("uk")), reading.Value.AsOf, reading.Issues);
        (await reply.Content.ReadAsStringAsync()).ShouldBe(Encoding.UTF8.GetString(expected.Span) + "\n");
    }

    [Fact]
    public async Task Comparing_gives_the_bytes_that_the_command_line_writes()
    {
        using var reply = await Send(Woman, call: "compare");
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        reply.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var assessor = new Assessor(ward.Library);
        var reading = new WomanReader(assessor).Read(Encoding.UTF8.GetBytes(Woman), "body");
        var expected = ComparisonJson.Write(Comparison.Of(assessor.Assess(reading.Value!.Facts, ward.Library.Protocol("uk"))), reading.Value.AsOf, reading.Issues);
        (await reply.Content.ReadAsStringAsync()).ShouldBe(Encoding.UTF8.GetString(expected.Span) + "\n");
    }

    [Theory]
    [InlineData("not json", "", "D1001")]
    [InlineData("{ \"facts\": { \"booking-bmi\": 331 } }", "", "D2003")]
    [InlineData(Woman, "?protocol=ukk", "D2008")]
    public async Task Comparing_refuses_what_assessing_refuses(string body, string query, string code)
    {
        using var reply = await Send(body, query: query, call: "compare");
        await ShouldBeProblem(reply, HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task The_woman_of_the_reference_has_four_points_for_certain()
    {
        using var reply = await Send(Woman);
        using var json = JsonDocument.Parse(await reply.Content.ReadAsStringAsync());
        var score = json.RootElement.GetProperty("derived").GetProperty("rcog-37a-2015/antenatal-score");
        score.GetProperty("min").GetInt32().ShouldBe(4);
        score.GetProperty("max").GetInt32().ShouldBe(4);
        json.RootElement.GetProperty("recommendations").EnumerateArray().ShouldContain(one =>
            one.GetProperty("subject").GetString() == "LMWH" && one.GetProperty("advice").GetString() == "consider" && one.GetProperty("certainty").GetString() == "certain");
        reply.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Theory]
    [InlineData("{ \"facts\": ", "D1001")]
    [InlineData("not json", "D1001")]
    [InlineData("{}", "D1005")]
    [InlineData("{ \"facts\": { \"age\": 36, \"age\": 41 } }", "D1004")]
    [InlineData("{ \"facts\": { \"smokr\": true } }", "D2001")]
    [InlineData("{ \"facts\": { \"booking-bmi\": 331 } }", "D2003")]
    [InlineData("{ \"facts\": { \"gestation\": \"45+0\" } }", "D2006")]
    [InlineData("{ \"facts\": { \"phase\": \"pregnant\", \"mode-of-birth\": \"vaginal\" } }", "D2005")]
    [InlineData("{ \"resourceType\": \"Bundle\", \"type\": \"collection\", \"entry\": [] }", "D1105")]
    public async Task Bad_input_gets_problem_details_with_a_code(string body, string code)
    {
        using var reply = await Send(body);
        await ShouldBeProblem(reply, HttpStatusCode.BadRequest, code);
    }

    [Theory]
    [InlineData("?protocol=ukk", "D2008")]
    [InlineData("?asOf=yesterday", "D1008")]
    public async Task A_bad_query_gets_problem_details_with_a_code(string query, string code)
    {
        using var reply = await Send(Woman, query: query);
        await ShouldBeProblem(reply, HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task Deep_nesting_is_refused()
    {
        using var reply = await Send("{ \"facts\": " + new string('[', 5000) + new string(']', 5000) + " }");
        await ShouldBeProblem(reply, HttpStatusCode.BadRequest, "D1003");
    }

    [Fact]
    public async Task More_than_a_mebibyte_is_refused_and_half_of_it_is_read()
    {
        using var half = await Send(Woman + new string(' ', 500_000));
        half.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var reply = await Send(Woman + new string(' ', 1_100_000));
        await ShouldBeProblem(reply, HttpStatusCode.RequestEntityTooLarge, "D6001");
    }

    [Fact]
    public async Task Another_type_or_verb_is_refused()
    {
        using var text = await Send(Woman, "text/plain");
        await ShouldBeProblem(text, HttpStatusCode.UnsupportedMediaType, "D6001");
        using var get = await ward.Client.GetAsync(new Uri("/api/v1/assess", UriKind.Relative));
        await ShouldBeProblem(get, HttpStatusCode.MethodNotAllowed, "D6001");
        using var nowhere = await ward.Client.GetAsync(new Uri("/api/v1/nowhere", UriKind.Relative));
        await ShouldBeProblem(nowhere, HttpStatusCode.NotFound, "D6003");
    }

    private async Task<HttpResponseMessage> Send(string body, string type = "application/json", string query = "", string call = "assess")
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/v1/{call}{query}", UriKind.Relative)) { Content = content };

        // The server answers a body that is too large without reading it; a client that does not wait for leave to send may miss the answer.
        request.Headers.ExpectContinue = true;
        return await ward.Client.SendAsync(request);
    }

    private static async Task ShouldBeProblem(HttpResponseMessage reply, HttpStatusCode status, string code)
    {
        reply.StatusCode.ShouldBe(status);
        reply.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var text = await reply.Content.ReadAsStringAsync();
        using var json = JsonDocument.Parse(text);
        json.RootElement.GetProperty("code").GetString().ShouldBe(code);
        json.RootElement.GetProperty("status").GetInt32().ShouldBe((int)status);
        json.RootElement.GetProperty("issues").GetArrayLength().ShouldBeGreaterThan(0);
        text.ShouldNotContain("   at ");
    }
}
