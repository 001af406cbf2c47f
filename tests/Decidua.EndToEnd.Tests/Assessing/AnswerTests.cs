using Decidua.EndToEnd.Tests.Surroundings;

namespace Decidua.EndToEnd.Tests.Assessing;

/// <summary>What the assessment answers. Each page here came from the server without any script.</summary>
public sealed class AnswerTests(Ward ward)
{
    [Fact]
    public async Task An_empty_form_claims_nothing_and_asks_the_first_question()
    {
        var html = await ward.Client.GetStringAsync(new Uri("/", UriKind.Relative));
        Replies.Text(html, "answer").ShouldContain("Nothing is known yet.");
        Replies.Text(html, "answer").ShouldNotContain("LMWH");
        html.ShouldContain("name=\"_asked\" value=\"phase\"");
        Replies.Text(html).ShouldContain("not a certified medical device");
        Replies.Text(html).ShouldContain("As of Tue 3 March 2026");
    }

    [Fact]
    public async Task The_woman_of_the_reference_is_considered_for_LMWH_from_now()
    {
        var html = await ward.AskForHtml([.. Women.FourPoints]);
        var answer = Replies.Text(html, "answer");
        answer.ShouldContain("Consider LMWH, prophylactic dose, from now until labour. certain");
        answer.ShouldContain("60 mg enoxaparin daily");
        answer.ShouldContain("Not yet excluded");
        answer.ShouldContain("low platelets (platelet count not known)");
        Replies.Text(html, "why").ShouldContain("Antenatal score 4 = age 36");
        Replies.Text(html, "why").ShouldContain("smoker (1)");
    }

    [Fact]
    public async Task An_unknown_smoker_leaves_two_answers_possible_and_is_the_question()
    {
        var html = await ward.AskForHtml([.. Women.MaybeFourPoints]);
        var answer = Replies.Text(html, "answer");
        answer.ShouldContain("Consider LMWH, prophylactic dose, from 28+0 until labour possible");
        answer.ShouldContain("Consider LMWH, prophylactic dose, from now until labour possible Antenatal score of 4 or more. Grade");
        answer.ShouldContain("If smoker is yes, it becomes certain: consider LMWH, prophylactic dose, from now until labour.");
        Replies.Text(html, "question").ShouldContain("Does she smoke now? yes no not known");
        Replies.Text(html, "why").ShouldContain("smoker yes (perhaps 1)");
    }

    [Fact]
    public async Task The_answer_to_the_question_counts_as_a_fact()
    {
        var answer = await ward.Ask(Women.MaybeFourPoints.With("_asked", "smoker").With("_answer", "yes"));
        answer.ShouldContain("Consider LMWH, prophylactic dose, from now until labour. certain");
    }

    [Fact]
    public async Task A_question_answered_with_not_known_gives_way_to_the_next()
    {
        var html = await ward.AskForHtml([.. Women.MaybeFourPoints.With("_asked", "smoker").With("_answer", "unknown")]);
        html.ShouldNotContain("name=\"_asked\" value=\"smoker\"");
        Replies.Text(html, "answer").ShouldContain("from 28+0 until labour possible");
    }

    [Fact]
    public async Task A_contraindication_stands_before_the_indication_and_deletes_nothing()
    {
        var answer = Replies.Text(await ward.AskForHtml([.. Women.FourPoints.With("platelet-count", "60")]), "answer");
        var warning = answer.IndexOf("LMWH is contraindicated certain Low platelets.", StringComparison.Ordinal);
        warning.ShouldBeGreaterThan(-1);
        answer.IndexOf("Consider LMWH", StringComparison.Ordinal).ShouldBeGreaterThan(warning);
        answer.ShouldContain("Indicated, but see the warning above.");
    }

    [Fact]
    public async Task A_certain_contraindication_does_not_lend_its_certainty_to_another()
    {
        var answer = Replies.Text(await ward.AskForHtml([.. Women.FourPoints.With("platelet-count", "60")]), "answer");
        answer.ShouldContain("severe kidney disease (glomerular filtration rate not known)");
        answer.ShouldNotContain("Low platelets; severe kidney disease");
    }

    [Fact]
    public async Task Weights_in_two_bands_give_a_warning_with_both_doses()
    {
        var answer = await ward.Ask(Women.MaybeFourPoints);
        answer.ShouldContain("Warning: her current weight is in another band.");
        answer.ShouldContain("Dosing weight 72 kg, band 50 to 90 kg: enoxaparin daily 40 mg");
        answer.ShouldContain("Current weight 91.4 kg, band over 90 to 130 kg: enoxaparin daily 60 mg");
    }

    [Fact]
    public async Task Weights_in_one_band_give_none() =>
        (await ward.Ask(Women.MaybeFourPoints.With("current-weight", "89.9"))).ShouldNotContain("in another band");

    [Fact]
    public async Task A_dose_per_kilogram_shows_its_arithmetic() =>
        (await ward.Ask(Women.FourPoints.With("dosing-weight", "180"))).ShouldContain("108 mg enoxaparin daily = 0.6 mg per kg × 180 kg");

    [Fact]
    public async Task Without_a_weight_every_band_is_named_and_none_is_chosen()
    {
        var woman = Women.FourPoints;
        woman.Remove("dosing-weight");
        var answer = await ward.Ask(woman);
        answer.ShouldContain("The dosing weight is not known, so the dose is open.");
        answer.ShouldContain("less than 50 kg: enoxaparin daily 20 mg");
    }

    [Fact]
    public async Task No_dose_is_shown_to_a_woman_who_needs_none()
    {
        var woman = Women.FourPoints.With("age", "25").With("booking-bmi", "22").With("parity", "0").With("smoker", "no");
        var answer = Replies.Text(await ward.AskForHtml([.. woman]), "answer");
        answer.ShouldContain("No need for LMWH. certain");
        answer.ShouldNotContain("enoxaparin daily");
        answer.ShouldNotContain("Prophylactic dose");
    }

    [Fact]
    public async Task What_is_presumed_is_listed_as_assumed()
    {
        var why = Replies.Text(await ward.AskForHtml([.. Women.FourPoints]), "why");
        why.ShouldContain("presumptions");
        why.ShouldContain("hyperemesis now : no assumed");
    }

    [Fact]
    public async Task The_smallest_change_is_named() =>
        Replies.Text(await ward.AskForHtml([.. Women.FourPoints]), "question").ShouldContain("would no longer hold with: age at most 35");

    [Fact]
    public async Task Every_fact_of_the_vocabulary_can_be_entered_but_those_of_planning()
    {
        var html = await ward.Client.GetStringAsync(new Uri("/", UriKind.Relative));
        var planning = ward.Library.Documents.Where(document => document["for"] == "planning").Select(document => document.Source.Path).ToHashSet();
        foreach (var fact in ward.Library.Vocabulary.Facts.Where(fact => !planning.Contains(fact.Place.File))) html.ShouldContain($"name=\"{fact.Id}\"");
    }

    [Fact]
    public async Task The_same_entries_give_the_same_page()
    {
        var first = await ward.AskForHtml([.. Women.MaybeFourPoints]);
        (await ward.AskForHtml([.. Women.MaybeFourPoints])).ShouldBe(first);
    }
}
