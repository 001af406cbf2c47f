using System.Text.RegularExpressions;
using Decidua.EndToEnd.Tests.Surroundings;

namespace Decidua.EndToEnd.Tests.Documents;

/// <summary>Guidelines as readers see them: nothing left out, every row opens.</summary>
public sealed partial class DocumentPageTests(Ward ward)
{
    private const string Guideline = "/guidelines/rcog-37a-2015";

    [Fact]
    public async Task The_list_names_every_guideline_with_how_it_was_checked()
    {
        var text = Replies.Text(await Get("/guidelines"));
        foreach (var guideline in ward.Library.Guidelines)
        {
            text.ShouldContain(guideline.Title);
            text.ShouldContain(guideline.Document["publisher"]);
            text.ShouldContain($"{guideline.Rows.Count()} in {guideline.Tables.Length} table");
        }

        text.ShouldContain("primary");
    }

    [Fact]
    public async Task Every_row_of_every_document_stands_in_it_and_opens()
    {
        foreach (var guideline in ward.Library.Guidelines)
        {
            var html = await Get($"/guidelines/{guideline.Id}");
            foreach (var row in guideline.Rows) html.ShouldContain($"href=\"/guidelines/{row.Address}\"");
            foreach (var section in guideline.Document.Sections.Where(section => section.Id.Length > 0)) html.ShouldContain($"id=\"{section.Id}\"");
        }
    }

    [Fact]
    public async Task Every_page_of_a_row_can_be_read()
    {
        foreach (var row in ward.Library.Guidelines.SelectMany(guideline => guideline.Rows))
        {
            var text = Replies.Text(await Get($"/guidelines/{row.Address}"));
            text.ShouldContain($"Row {row.Id} ");
            text.ShouldContain(row.Address);
            text.ShouldContain("Checked");
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/guidelines")]
    [InlineData(Guideline)]
    [InlineData(Guideline + "/antenatal-prophylaxis/MGT-02")]
    public async Task Every_id_stands_once(string address) =>
        Id().Matches(await Get(address)).Select(match => match.Groups[1].Value).GroupBy(id => id).Where(same => same.Count() > 1).Select(same => same.Key).ShouldBeEmpty();

    [Fact]
    public async Task Links_inside_a_document_lead_somewhere()
    {
        var html = await Get(Guideline);
        var ids = Id().Matches(html).Select(match => match.Groups[1].Value).ToHashSet();
        Fragment().Matches(html).Select(match => match.Groups[1].Value).Where(target => !ids.Contains(target)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_is_read_aloud_in_one_sentence()
    {
        var text = Replies.Text(await Get(Guideline + "/antenatal-prophylaxis/MGT-02"));
        text.ShouldContain("If phase is pregnant and antenatal score is 3: consider LMWH, prophylactic dose, from now or 28+0 (whichever is later) until labour");
        text.ShouldContain("D, expert opinion");
        text.ShouldContain("Set aside by");
    }

    [Theory]
    [InlineData("/antenatal-score/PRE-07", "If age is more than 35: add 1 to the antenatal score.")]
    [InlineData("/prophylactic-dose/DOS-02", "If dosing weight is 50 to 90 kg: enoxaparin daily 40 mg (prophylactic), dalteparin daily 5000 IU (prophylactic), tinzaparin daily 4500 IU (prophylactic).")]
    [InlineData("/prophylactic-dose/DOS-05", "enoxaparin daily 0.6 mg per kg")]
    [InlineData("/comorbidity/CMB-00", "If no row above applies: comorbidity is no.")]
    [InlineData("/antenatal-prophylaxis/MGT-00", "If phase is not pregnant: this table advises nothing.")]
    public async Task Every_kind_of_row_has_its_sentence(string row, string sentence) => Replies.Text(await Get(Guideline + row)).ShouldContain(sentence);

    [Fact]
    public async Task Prose_cannot_bring_markup()
    {
        var html = await Get(Guideline);
        html.ShouldNotContain("<script>");
        html.ShouldNotContain("javascript:");
    }

    [Fact]
    public async Task A_row_opens_from_the_table_and_leads_back_to_its_place()
    {
        var page = await ward.Open();
        await page.GotoAsync(Guideline + "#antenatal-prophylaxis");
        await page.Locator("tr[id='MGT-01'] a").ClickAsync();
        (await page.Locator("h1").TextContentAsync()).ShouldBe("Row MGT-01");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Antenatal prophylaxis" }).First.ClickAsync();
        page.Url.ShouldEndWith("#MGT-01");
    }

    [Fact]
    public async Task On_a_phone_a_wide_table_scrolls_in_its_own_box()
    {
        var page = await ward.Open(320);
        await page.GotoAsync(Guideline + "#first-trimester-rules");
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(320);
        var box = page.Locator("#first-trimester-rules .scroll");
        (await box.EvaluateAsync<bool>("box => box.scrollWidth > box.clientWidth && getComputedStyle(box).overflowX === 'auto' && box.tabIndex === 0")).ShouldBeTrue();
    }

    private Task<string> Get(string address) => ward.Client.GetStringAsync(new Uri(address, UriKind.Relative));

    [GeneratedRegex("\\sid=\"([^\"]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex("href=\"#([^\"]+)\"")]
    private static partial Regex Fragment();
}
