using Decidua.Reasoning.Comparing;

namespace Decidua.Reasoning.Tests.Comparing;

/// <summary>In what two guidelines differ: the advice, how much, when it starts, when it ends, and when it must not be given.</summary>
public class DifferingTests
{
    private static Position Beta(string smokers, string facts, string others = "no need | LMWH | - | - | -") =>
        SideBySide.Compare(SideBySide.Library(SideBySide.Beta2(smokers, others)), facts).Lmwh(SideBySide.Beta).ShouldNotBeNull();

    private static string Told(Position position) =>
        string.Join(" ", position.Differences.Words().Prepend(position.Agreement.Word()).Concat(position.PossibleDifferences.Words().Select(word => word + "?")));

    [Theory]
    [InlineData("offer", "prophylactic", "now", "labour", "agrees")]
    [InlineData("offer", "prophylactic", "now", "birth", "agrees")]
    [InlineData("offer", "prophylactic", "now", "planned birth", "agrees")]
    [InlineData("offer", "prophylactic", "now", "birth + 6 wk", "agrees")]
    [InlineData("offer", "-", "-", "-", "agrees")]
    [InlineData("offer", "prophylactic", "12+0", "labour", "agrees")]
    [InlineData("consider", "prophylactic", "now", "labour", "differs advice")]
    [InlineData("no need", "-", "-", "-", "differs advice")]
    [InlineData("avoid", "-", "-", "-", "differs advice")]
    [InlineData("offer", "therapeutic", "now", "labour", "differs intensity")]
    [InlineData("offer", "prophylactic", "28+0", "labour", "differs start")]
    [InlineData("offer", "prophylactic", "later of (now, 28+0)", "labour", "differs start")]
    [InlineData("offer", "prophylactic", "now", "34+0", "differs end")]
    [InlineData("consider", "high prophylactic", "28+0", "36+0", "differs advice intensity start end")]
    public void Known_facts(string advice, string intensity, string from, string until, string told) =>
        Told(Beta(SideBySide.Cells(advice, intensity, from, until), "smoker: yes")).ShouldBe(told);

    [Fact]
    public void Advice_for_and_against_is_opposite()
    {
        Beta(SideBySide.Cells("avoid"), "smoker: yes").Differences.ShouldBe(Differences.Direction | Differences.Advice);
        Beta(SideBySide.Cells("consider", "prophylactic"), "smoker: yes").Differences.ShouldBe(Differences.Advice);
        Beta(SideBySide.Cells("offer"), "smoker: no", SideBySide.Cells("avoid")).Differences.ShouldBe(Differences.Advice, "no need and avoid are both against");
    }

    /// <summary>Alpha offers to smokers and sees no need in others. While smoking is open, each may be what she gets.</summary>
    [Theory]
    [InlineData("offer", "no need", "may differ advice?")]
    [InlineData("consider", "avoid", "differs advice")]
    [InlineData("consider", "no need", "may differ advice?")]
    [InlineData("no need", "no need", "may differ advice?")]
    [InlineData("avoid", "avoid", "differs advice")]
    public void An_open_fact_makes_sets_of_answers(string smokers, string others, string told) =>
        Told(Beta(SideBySide.Cells(smokers), "smoker: unknown", SideBySide.Cells(others))).ShouldBe(told);

    /// <summary>No outcome of one is an outcome of the other, although they share each aspect: they differ, whatever it turns out to be.</summary>
    [Fact]
    public void Sets_are_compared_as_wholes()
    {
        const string alpha = """
            ## Clots

            | U | smoker | → advice | → subject | → intensity | source | checked |
            |---|---|---|---|---|---|---|
            | A-1 | yes | offer | LMWH | prophylactic | p. 1 | primary |
            | A-2 | no | consider | LMWH | therapeutic | p. 1 | primary |
            """;
        var library = SideBySide.Library(alpha.Replace("prophylactic", "x").Replace("therapeutic", "prophylactic").Replace("x", "therapeutic"), SideBySide.Document("gamma-2026", alpha));
        var comparison = SideBySide.Compare(library, "smoker: unknown", "other");
        var position = comparison.Lmwh("gamma-2026").ShouldNotBeNull();
        position.Agreement.ShouldBe(Agreement.Differs);
        position.PossibleDifferences.ShouldBe(Differences.Advice | Differences.Intensity);
    }

    [Theory]
    [InlineData("gestation: unknown", "may differ start?")]
    [InlineData("gestation: 30+0", "agrees")]
    [InlineData("gestation: 28+0", "agrees")]
    [InlineData("gestation: 27+6", "differs start")]
    [InlineData("gestation: [26+0..29+0]", "may differ start?")]
    public void A_week_behind_her_means_now(string gestation, string told) =>
        Told(Beta(SideBySide.Cells("offer", "prophylactic", "28+0", "labour"), $"smoker: yes; {gestation}")).ShouldBe(told);

    [Fact]
    public void Whether_a_heartbeat_was_seen_nobody_has_said() =>
        Told(Beta(SideBySide.Cells("offer", "prophylactic", "fetal heartbeat", "labour"), "smoker: yes")).ShouldBe("may differ start?");

    [Fact]
    public void Contraindications_differ_only_where_both_documents_have_some()
    {
        const string warning = """


            ## Contraindications

            | C | fact | is | → advice | → subject | → reason | source | checked |
            |---|---|---|---|---|---|---|---|
            | CI | platelet count | < LIMIT | contraindicated | LMWH | few platelets | p. 5 | primary |
            """;
        var rows = SideBySide.Beta2(SideBySide.Cells("offer"), SideBySide.Cells("no need"));
        var library = SideBySide.Library(rows + warning.Replace("LIMIT", "75"), SideBySide.Document("gamma-2026", rows + warning.Replace("LIMIT", "50")), SideBySide.Document("silent-2026", rows));
        var comparison = SideBySide.Compare(library, "smoker: yes; platelet count: 60", "other");
        comparison.Lmwh(SideBySide.Beta)!.Words.ShouldBe("offer LMWH, but contraindicated");
        Told(comparison.Lmwh("gamma-2026")!).ShouldBe("differs contraindication");
        Told(comparison.Lmwh("silent-2026")!).ShouldBe("agrees", "a document without contraindications denies none");
        Told(SideBySide.Compare(library, "smoker: yes; platelet count: 40", "other").Lmwh("gamma-2026")!).ShouldBe("agrees");
    }
}
