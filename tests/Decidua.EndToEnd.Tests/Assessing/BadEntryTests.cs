using Decidua.EndToEnd.Tests.Surroundings;

namespace Decidua.EndToEnd.Tests.Assessing;

/// <summary>Entries that cannot be right: refused with a code and a remedy, and never used.</summary>
public sealed class BadEntryTests(Ward ward)
{
    [Theory]
    [InlineData("booking-bmi", "331", "D2003", "10 to 100 kg/m²")]
    [InlineData("age", "3", "D2003", "10 to 65")]
    [InlineData("gestation", "45+0", "D2006", "Check the dates.")]
    [InlineData("gestation", "12+8", "D2006", "Days run from 0 to 6.")]
    [InlineData("gestation", "12", "D2002", "such as 12+3")]
    [InlineData("parity", "2.5", "D2002", "whole number")]
    [InlineData("booking-bmi", "33,1", "D2002", "decimal point")]
    [InlineData("bed-rest", "3 moons", "D2002", "such as 12 h")]
    [InlineData("smoker", "yess", "D2004", "Did you mean 'yes'?")]
    public async Task A_bad_entry_is_refused_with_code_and_remedy(string fact, string entry, string code, string remedy)
    {
        var html = await ward.AskForHtml([.. Women.FourPoints.With(fact, entry)]);
        var text = Replies.Text(html);
        text.ShouldContain(code);
        text.ShouldContain(remedy);
        html.ShouldContain($"href=\"#{fact}\"");
        html.ShouldContain("<title>Error: Assessment");
        Replies.Text(html, "answer").ShouldContain($"“{entry}” ({code})");
    }

    [Fact]
    public async Task A_refused_entry_keeps_its_text_and_makes_its_fact_unknown()
    {
        var html = await ward.AskForHtml([.. Women.FourPoints.With("booking-bmi", "331")]);
        html.ShouldContain("value=\"331\"");
        Replies.Text(html, "answer").ShouldContain("If booking BMI is at least 30 kg/m², it becomes certain");
    }

    [Fact]
    public async Task A_refused_entry_is_not_replaced_by_a_presumption()
    {
        var html = await ward.AskForHtml([.. Women.FourPoints.With("bed-rest", "long")]);
        Replies.Text(html, "why").ShouldNotContain("bed rest : 0 h assumed");
    }

    [Fact]
    public async Task Entries_that_contradict_one_another_get_no_answer()
    {
        var html = await ward.AskForHtml([.. Women.FourPoints.With("mode-of-birth", "vaginal")]);
        Replies.Text(html, "answer").ShouldContain("No answer.");
        Replies.Text(html, "answer").ShouldNotContain("LMWH");
        Replies.Text(html).ShouldContain("D2005");
    }

    [Fact]
    public async Task Two_entries_for_one_fact_are_a_contradiction()
    {
        var html = await ward.AskForHtml([.. Women.FourPoints, new("age", "41")]);
        Replies.Text(html).ShouldContain("'age' was entered as '36' and as '41'. Keep one of the two.");
        html.ShouldContain("D2005");
    }

    [Fact]
    public async Task An_answer_that_differs_from_the_list_is_a_contradiction()
    {
        var html = await ward.AskForHtml([.. Women.FourPoints.With("_asked", "smoker").With("_answer", "no")]);
        Replies.Text(html).ShouldContain("'smoker' was entered as 'yes' and as 'no'.");
    }

    [Fact]
    public async Task A_misspelt_fact_is_named_with_the_nearest()
    {
        var text = await ward.Ask(Women.FourPoints.With("smokr", "yes"));
        text.ShouldContain("The vocabulary has no fact 'smokr'. Did you mean 'smoker'?");
        text.ShouldContain("D2001");
    }

    [Fact]
    public async Task An_unknown_protocol_is_named() => (await ward.Ask(Women.FourPoints.With("_protocol", "ukk"))).ShouldContain("There is no protocol 'ukk'");

    [Fact]
    public async Task What_was_entered_is_shown_as_text_and_never_as_markup()
    {
        var html = await ward.AskForHtml([.. Women.FourPoints.With("age", "<script>alert(1)</script>").With("<b>x", "1")]);
        html.ShouldNotContain("<script>alert");
        html.ShouldNotContain("<b>x");
    }

    [Theory]
    [InlineData("12h", "bed rest 12 h")]
    [InlineData("3 days", "bed rest 3 d")]
    [InlineData("2 weeks", "bed rest 2 wk")]
    public async Task Ways_of_writing_that_cannot_be_misunderstood_are_read(string entry, string read) =>
        (await ward.Ask(Women.FourPoints.With("bed-rest", entry))).ShouldContain(read);

    [Theory]
    [InlineData("dosing-weight", "91 kg", "dosing weight 91 kg")]
    [InlineData("booking-bmi", ">= 30", "booking BMI at least 30 kg/m²")]
    [InlineData("age", "not known", "age not known")]
    public async Task Units_bounds_and_not_known_are_read(string fact, string entry, string read)
    {
        var html = await ward.AskForHtml([.. Women.FourPoints.With(fact, entry)]);
        Replies.Text(html).ShouldNotContain("Not used");
        if (read.Contains("not known", StringComparison.Ordinal)) Replies.Text(html, "answer").ShouldContain("possible");
        else Replies.Text(html, "answer").ShouldContain(read);
    }
}
