using System.Net;
using System.Text;
using System.Text.Json;
using Decidua.EndToEnd.Tests.Surroundings;

namespace Decidua.EndToEnd.Tests.Hosting;

/// <summary>What every reply has in common, whatever was asked.</summary>
public sealed class HostingTests(Ward ward)
{
    public static TheoryData<string> Addresses => ["/", "/guidelines", "/guidelines/rcog-37a-2015", "/about", "/nowhere", "/health/live", "/style.css", "/api/v1/nowhere"];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_reply_has_the_headers_that_protect(string address)
    {
        using var reply = await Get(address);
        Header(reply, "X-Content-Type-Options").ShouldBe("nosniff");
        Header(reply, "Referrer-Policy").ShouldBe("no-referrer");
        var policy = Header(reply, "Content-Security-Policy");
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("script-src 'self'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        reply.Headers.Contains("Server").ShouldBeFalse();
        reply.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task An_answer_is_kept_by_nobody()
    {
        using var form = new FormUrlEncodedContent(Women.FourPoints);
        using var reply = await ward.Client.PostAsync(new Uri("/", UriKind.Relative), form);
        reply.Headers.CacheControl!.NoStore.ShouldBeTrue();
        reply.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/health/live", "live")]
    [InlineData("/health/ready", "ready")]
    public async Task It_says_that_it_is_well(string address, string status)
    {
        using var reply = await Get(address);
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var json = JsonDocument.Parse(await reply.Content.ReadAsStringAsync());
        json.RootElement.GetProperty("status").GetString().ShouldBe(status);
    }

    [Fact]
    public async Task It_listens_on_the_loopback_address_only() => new Uri(ward.Address).Host.ShouldBe(await Task.FromResult("127.0.0.1"));

    [Fact]
    public async Task Another_host_name_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "elsewhere.example";
        using var reply = await ward.Client.SendAsync(request);
        reply.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/guidelines/no-such-guideline")]
    [InlineData("/guidelines/rcog-37a-2015/antenatal-score/NO-99")]
    [InlineData("/lib/../../Decidua.Cli.dll")]
    [InlineData("/%2e%2e/appsettings.json")]
    public async Task What_is_not_there_is_said_calmly(string address)
    {
        using var reply = await Get(address);
        reply.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var text = Replies.Text(await reply.Content.ReadAsStringAsync());
        text.ShouldContain("Nothing here");
        text.ShouldContain("D6003");
        text.ShouldContain("not a certified medical device");
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_refused()
    {
        using var form = new StringContent("age=" + new string('3', 70_000), Encoding.ASCII, "application/x-www-form-urlencoded");
        using var reply = await ward.Client.PostAsync(new Uri("/", UriKind.Relative), form);
        reply.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        Replies.Text(await reply.Content.ReadAsStringAsync()).ShouldContain("D6001");
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "%zz=%zz&=&&age", HttpStatusCode.OK)]
    [InlineData("application/json", "{}", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nnonsense", HttpStatusCode.BadRequest)]
    public async Task Odd_forms_end_calmly(string type, string body, HttpStatusCode status)
    {
        using var form = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        form.Headers.TryAddWithoutValidation("Content-Type", type);
        using var reply = await ward.Client.PostAsync(new Uri("/", UriKind.Relative), form);
        reply.StatusCode.ShouldBe(status);
        var html = await reply.Content.ReadAsStringAsync();
        html.ShouldNotContain("   at ");
        html.ShouldContain("not a certified medical device");
    }

    [Fact]
    public async Task A_form_with_too_many_fields_is_refused()
    {
        using var form = new FormUrlEncodedContent(Enumerable.Range(0, 1500).Select(number => new KeyValuePair<string, string>($"f{number}", "1")));
        using var reply = await ward.Client.PostAsync(new Uri("/", UriKind.Relative), form);
        reply.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Replies.Text(await reply.Content.ReadAsStringAsync()).ShouldContain("D6001");
    }

    [Fact]
    public async Task Another_verb_is_refused()
    {
        using var reply = await ward.Client.DeleteAsync(new Uri("/", UriKind.Relative));
        reply.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        Replies.Text(await reply.Content.ReadAsStringAsync()).ShouldContain("D6001");
    }

    private Task<HttpResponseMessage> Get(string address) => ward.Client.GetAsync(new Uri(address, UriKind.Relative));

    private static string Header(HttpResponseMessage reply, string name) => string.Join(",", reply.Headers.GetValues(name));
}
