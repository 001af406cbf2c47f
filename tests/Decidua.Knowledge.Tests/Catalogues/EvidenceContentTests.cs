using System.Text.RegularExpressions;
using Decidua.Knowledge.Catalogues;
using Decidua.Knowledge.Tables;

namespace Decidua.Knowledge.Tests.Catalogues;

/// <summary>The cards of the repository: complete, honest about how they were checked, and nothing that is sold.</summary>
public sealed partial class EvidenceContentTests
{
    private static Library Library { get; } = LibraryReader.Read(KnowledgeFolder.Files()).Library ?? throw new InvalidOperationException("The knowledge is not clean.");

    [Fact]
    public void There_are_forty_eight_claims_from_three_documents()
    {
        Library.Claims.Length.ShouldBe(48);
        string[] expected = [.. Numbered("sa", 12), .. Numbered("sb", 18), .. Numbered("sc", 18)];
        Library.Claims.Select(claim => claim.Id).ShouldBe(expected, ignoreOrder: true);

        static IEnumerable<string> Numbered(string document, int last) => Enumerable.Range(1, last).Select(number => $"{document}{number}");
    }

    [Fact]
    public void A_claim_is_answered_in_about_two_sentences() =>
        Library.Claims.Where(claim => SentenceEnd().Count(claim.Why) > 2 || claim.Why.Length > 330 || !claim.Why.EndsWith('.')).Select(claim => claim.Id).ShouldBeEmpty();

    [Fact]
    public void The_advertisement_is_rejected_and_not_repeated()
    {
        var claim = Library.Claim("sb10").ShouldNotBeNull();
        claim.Verdict.ShouldBe(Verdict.Rejected);
        $"{claim.Text} {claim.Why} {claim.Instead}".ShouldNotMatch("(?i)[0-9]|%|miracle");
    }

    [Theory]
    [InlineData("sa2", Verdict.False)]
    [InlineData("sa4", Verdict.Dangerous)]
    [InlineData("sa6", Verdict.Dangerous)]
    [InlineData("sa8", Verdict.False)]
    [InlineData("sb6", Verdict.Partly)]
    [InlineData("sb9", Verdict.Outdated)]
    [InlineData("sb11", Verdict.Overstated)]
    [InlineData("sc4", Verdict.False)]
    [InlineData("sc7", Verdict.False)]
    [InlineData("sc13", Verdict.Unverified)]
    public void Verdicts_are_those_of_the_source_book(string id, Verdict verdict) => Library.Claim(id)!.Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData("alife-2010", "69.1 %", "61.6 %", "67.0 %")]
    [InlineData("spin-2010", "32 of 147", "29 of 147", "0.91 (0.52 to 1.59)")]
    [InlineData("hepasa-2009", "35 of 45", "34 of 43", "0.71")]
    [InlineData("ethig2-2015", "185 of 215", "183 of 211", "-0.7 points (-7.3 to 5.9)")]
    [InlineData("prefix-2015", "66.6 %", "72.9 %", "(-17.1 to 5.1)")]
    [InlineData("alife2-2023", "116 of 162", "112 of 158", "1.08 (0.65 to 1.78)")]
    [InlineData("cochrane-cd012852-2020", "1.27 (1.09 to 1.49)", "1,295 women", "low certainty")]
    [InlineData("farquharson-2002", "40 of 51", "34 of 47", "1.39 (0.55 to 3.47)")]
    [InlineData("kutteh-1996", "20 of 25", "11 of 25", "P < 0.05")]
    [InlineData("affirm-2016", "62 of 444", "95 of 443", "0.64 (0.36 to 1.11)")]
    [InlineData("highlow-2022", "2 % with intermediate", "3 % with low", "not significant")]
    [InlineData("bleeding-on-lmwh-2017", "41 of 47", "26 of 67", "P < 0.0001")]
    [InlineData("truong-2016", "50.2 % with aspirin", "13.6 % without", "P < 0.0001")]
    public void Key_figures_are_those_of_the_publications(string id, params string[] figures)
    {
        var key = Library.Trial(id).ShouldNotBeNull().KeyFigure.ShouldNotBeNull().Result;
        foreach (var figure in figures) key.ShouldContain(figure);
    }

    [Fact]
    public void The_retracted_study_is_marked_and_nothing_rests_on_it()
    {
        var retracted = Library.Trials.Where(trial => trial.Status == TrialStatus.Retracted).ToList();
        retracted.Select(trial => trial.Id).ShouldBe(["obgyn-2008-retracted"]);
        retracted[0].Figures.ShouldBeEmpty();
        Library.Guidelines.SelectMany(guideline => guideline.Rows).SelectMany(row => row.Evidence).ShouldNotContain(retracted[0].Id);
        Library.Claims.SelectMany(claim => claim.Trials).ShouldNotContain(retracted[0].Id);
    }

    [Fact]
    public void An_id_ends_with_the_year_of_publication() =>
        Library.Trials.Where(trial => trial.Year is { } year && !trial.Id.Contains($"{year}", StringComparison.Ordinal)).Select(trial => trial.Id).ShouldBeEmpty();

    [Fact]
    public void What_was_not_read_is_marked_so()
    {
        foreach (var id in new[] { "live-enox-2005", "aspre-2017", "bramham-2011", "gris-2004" }) Library.Trial(id)!.Checked.ShouldBe(Checked.Recalled);
        Library.Trial("rai-1997")!.KeyFigure!.Checked.ShouldBe(Checked.Recalled);
        Library.Trials.ShouldAllBe(trial => trial.Checked != Checked.Primary, "no study was read in full");
    }

    [GeneratedRegex(@"[.?!](\s|$)")]
    private static partial Regex SentenceEnd();
}
