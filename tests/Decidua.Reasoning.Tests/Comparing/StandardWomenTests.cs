using Decidua.Knowledge.Cases;
using Decidua.Reasoning.Cases;
using Decidua.Reasoning.Comparing;

namespace Decidua.Reasoning.Tests.Comparing;

/// <summary>The disagreements that the source books list, seen in the comparison of the standard women.</summary>
public class StandardWomenTests
{
    private static readonly Dictionary<string, KnowledgeCase> Women = KnowledgeOnDisk.Library.Cases
        .Where(worked => worked.Place.File == "cases/standard-women.md").ToDictionary(worked => worked.Title);

    private static Comparison Compare(string woman, string protocol = "uk") => Comparison.Of(KnowledgeOnDisk.Assessor.Assess(
        new CaseTrial(KnowledgeOnDisk.Assessor).FactsOf(Women[woman]), KnowledgeOnDisk.Library.Protocol(protocol)));

    private static ComparedSubject Subject(Comparison comparison, string question, string subject) =>
        comparison.Subjects.Single(one => one.Question.Id == question && one.Subject == subject);

    [Fact]
    public void There_are_twelve() => Women.Count.ShouldBe(12);

    /// <summary>Numbers of the disagreements: DIS in the book on clots, X in the book on indications.</summary>
    [Theory]
    [InlineData("DIS-02", "One clot, after major surgery", "clots-before-birth", "LMWH", Differences.Direction | Differences.Advice | Differences.Start)]
    [InlineData("DIS-05, DIS-12, DIS-27", "One copy of factor V Leiden and a clot in the family, after birth", "clots-after-birth", "LMWH", Differences.Direction | Differences.Advice | Differences.Start | Differences.End)]
    [InlineData("DIS-07", "Two copies of factor V Leiden", "clots-before-birth", "LMWH", Differences.Direction | Differences.Advice | Differences.Start)]
    [InlineData("DIS-08", "Antithrombin deficiency without a clot", "clots-before-birth", "LMWH", Differences.Direction | Differences.Advice | Differences.Intensity)]
    [InlineData("X05, X09, X10", "Obstetric antiphospholipid syndrome, planning a pregnancy", "keep-the-pregnancy", "LMWH", Differences.Advice | Differences.Start | Differences.End)]
    [InlineData("X07", "Obstetric antiphospholipid syndrome, planning a pregnancy", "keep-the-pregnancy", "aspirin", Differences.Start)]
    [InlineData("X20", "Two losses and one copy of factor V Leiden", "keep-the-pregnancy", "LMWH", Differences.Direction)]
    [InlineData("X17, DIS-13", "Severe hyperstimulation", "ohss", "LMWH", Differences.Advice | Differences.End)]
    [InlineData("DIS-15 to DIS-18", "Four points from age, weight and parity", "clots-before-birth", "LMWH", Differences.Direction)]
    public void A_listed_disagreement_is_seen(string listed, string woman, string question, string subject, Differences differences)
    {
        var found = Subject(Compare(woman), question, subject);
        (found.Differences & differences).ShouldBe(differences, listed);
    }

    [Theory]
    [InlineData("Three losses without a cause", "keep-the-pregnancy")]
    [InlineData("Antibodies, and nothing else", "keep-the-pregnancy")]
    [InlineData("Bleeding at 8 weeks, one miscarriage before, and a raised D-dimer", "keep-the-pregnancy")]
    [InlineData("Frozen transfer after oestrogen", "clots-before-birth")]
    public void Practice_gives_heparin_where_no_guideline_does(string woman, string question)
    {
        var found = Subject(Compare(woman), question, Subjects.Heparin);
        found.Positions.ShouldAllBe(position => !position.Gives);
        found.Practice.ShouldContain(position => position.Gives);
        found.Differences.HasFlag(Differences.Direction).ShouldBeFalse("practice makes no disagreement");
    }

    [Fact]
    public void What_counts_as_repeated_loss_differs()
    {
        var value = Compare("Two losses and one copy of factor V Leiden").Values.Single(value => value.Name == "repeated loss");
        value.IsDisagreement.ShouldBeTrue("X01");
        value.Readings.Select(reading => reading.Text).Distinct().Order(StringComparer.Ordinal).ShouldBe(["no", "yes"]);
    }

    [Fact]
    public void The_two_classifications_part_on_losses_alone()
    {
        var readings = Compare("Obstetric antiphospholipid syndrome, planning a pregnancy").Values.SelectMany(value => value.Readings).ToDictionary(reading => reading.Derived.Value.Name, reading => reading.Text);
        readings["APS (Sydney)"].ShouldBe("obstetric by loss");
        readings["classification (ACR/EULAR)"].ShouldBe("not classified", "X06");
    }

    [Fact]
    public void A_no_for_the_pregnancy_and_a_yes_for_clots_stand_side_by_side()
    {
        var comparison = Compare("Two copies of factor V Leiden");
        comparison.Chosen(SideBySide.Question("clots-before-birth"))!.On(SideBySide.Question("clots-before-birth"), Subjects.Heparin)!.Gives.ShouldBeTrue();
        comparison.Guidelines.Where(guideline => !guideline.IsPractice).SelectMany(guideline => guideline.On(SideBySide.Question("keep-the-pregnancy")))
            .Where(position => position.Subject == Subjects.Heparin).ShouldAllBe(position => !position.Gives);
    }

    /// <summary>Raised D-dimer, MTHFR and PAI-1 move no guideline's answer on heparin; only the founding practice reads them.</summary>
    [Theory]
    [InlineData("raised D-dimer")]
    [InlineData("MTHFR variant")]
    [InlineData("PAI-1 variant")]
    public void What_decides_nothing_changes_no_answer_on_heparin(string name)
    {
        const int women = 60;
        var random = new RandomWomen(17);
        var fact = KnowledgeOnDisk.Library.Vocabulary.Named(name)!;
        for (var number = 0; number < women; number++)
        {
            var woman = random.Known();
            Heparin(woman.With(fact, fact.Type.Choice("yes")!)).ShouldBe(Heparin(woman.With(fact, fact.Type.Choice("no")!)));
        }

        static List<string> Heparin(Decidua.Reasoning.Facts.WomanFacts woman) =>
        [
            .. Comparison.Of(KnowledgeOnDisk.Assessor.Assess(woman)).Guidelines.Where(guideline => !guideline.IsPractice)
                .SelectMany(guideline => guideline.Positions).Where(position => position.Subject is Subjects.Heparin or "UFH").Select(position => position.ToString()),
        ];
    }
}
