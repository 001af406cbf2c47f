using Decidua.Knowledge.Documents;
using Decidua.Reasoning.Comparing;

namespace Decidua.Reasoning.Tests.Comparing;

/// <summary>Guidelines side by side: questions, silence, practice, order, and what is counted.</summary>
public class ComparisonTests
{
    private const string Spanning = """
        ## Clots

        | U | smoker | → advice | → subject | → intensity | → from | → until | source | checked |
        |---|---|---|---|---|---|---|---|---|
        | S-1 | yes | offer | LMWH | prophylactic | now | birth + 6 wk | p. 2 | primary |
        | S-2 | no | no need | LMWH | - | - | - | p. 2 | primary |
        """;

    private const string Habit = """
        ## What is done

        | U | smoker | → advice | → subject | source | checked |
        |---|---|---|---|---|---|
        | H-1 | - | avoid | LMWH | words | recalled |
        """;

    private const string KeepIt = """
        ## Losses

        | U | clot | → advice | → subject | source | checked |
        |---|---|---|---|---|---|
        | K-1 | none | avoid | LMWH | p. 3 | primary |
        | K-2 | not(none) | - | - | p. 3 | primary |
        """;

    private static SourceFile[] Others =>
    [
        SideBySide.Document("gamma-2026", Spanning), SideBySide.Document("aaa-habit", Habit, practice: true), SideBySide.Document("keep-2026", KeepIt, "pregnancy"),
    ];

    private static Comparison Compare(string facts, string protocol = "uk") =>
        SideBySide.Compare(SideBySide.Library(SideBySide.Beta2(SideBySide.Cells("consider", "prophylactic", "28+0"), SideBySide.Cells("no need")), Others), facts, protocol);

    [Fact]
    public void The_chosen_guideline_stands_first_and_practice_last()
    {
        Compare("smoker: yes").Guidelines.Select(one => one.Guideline.Id).ShouldBe(["alpha-2026", "beta-2026", "gamma-2026", "keep-2026", "aaa-habit"]);
        Compare("smoker: yes", "other").Guidelines.Select(one => one.Guideline.Id).ShouldBe(["beta-2026", "alpha-2026", "gamma-2026", "keep-2026", "aaa-habit"]);
    }

    [Fact]
    public void A_course_that_spans_the_birth_is_cut_at_it()
    {
        var comparison = Compare("smoker: yes");
        comparison.Lmwh("gamma-2026")!.Course.ShouldBe(["prophylactic from now until birth"]);
        comparison.Lmwh("gamma-2026", "clots-after-birth")!.Course.ShouldBe(["prophylactic from birth until birth + 6 wk"]);
        comparison.Lmwh("alpha-2026", "clots-after-birth").ShouldBeNull("its rows for the time after birth are for women who have given birth");
    }

    [Fact]
    public void After_the_birth_the_question_is_what_to_do_now()
    {
        var comparison = Compare("phase: postpartum; birth: vaginal; gestation: unknown; smoker: yes");
        comparison.Lmwh("alpha-2026").ShouldBeNull();
        comparison.Lmwh("alpha-2026", "clots-after-birth")!.ToString().ShouldBe("alpha-2026, clots-after-birth: offer LMWH, prophylactic from birth until birth + 10 d");
        comparison.Lmwh("gamma-2026", "clots-after-birth")!.Course.ShouldBe(["prophylactic from now until birth + 6 wk"]);
    }

    /// <summary>A row that names no time speaks of the present, so a "no need" before the birth is none after it.</summary>
    [Fact]
    public void Advice_without_a_time_is_about_now()
    {
        var before = Compare("smoker: no");
        before.Lmwh("gamma-2026")!.Words.ShouldBe("no need for LMWH");
        before.Lmwh("gamma-2026", "clots-after-birth").ShouldBeNull();
        var after = Compare("phase: postpartum; birth: vaginal; gestation: unknown; smoker: no");
        after.Lmwh("gamma-2026").ShouldBeNull();
        after.Lmwh("gamma-2026", "clots-after-birth")!.Words.ShouldBe("no need for LMWH");
    }

    [Fact]
    public void Silence_of_the_document_is_not_silence_about_her()
    {
        var comparison = Compare("smoker: yes; clot: one");
        var keep = comparison.Guidelines.Single(one => one.Guideline.Id == "keep-2026");
        keep.Positions.ShouldBeEmpty();
        keep.Covers(SideBySide.Question("keep-the-pregnancy")).ShouldBeTrue();
        keep.Covers(SideBySide.Question("clots-before-birth")).ShouldBeFalse();
        comparison.Questions.Select(question => question.Id).ShouldBe(["keep-the-pregnancy", "clots-before-birth", "clots-after-birth"]);
    }

    /// <summary>Two channels are two questions: a no in one says nothing about the other.</summary>
    [Fact]
    public void A_no_in_one_channel_is_no_disagreement_with_a_yes_in_another()
    {
        var comparison = Compare("smoker: yes");
        comparison.Lmwh("keep-2026", "keep-the-pregnancy")!.Agreement.ShouldBe(Agreement.NothingToCompare);
        comparison.Subjects.Single(subject => subject.Question.Id == "keep-the-pregnancy").IsDisagreement.ShouldBeFalse();
    }

    [Fact]
    public void Disagreements_come_first_and_practice_makes_none()
    {
        var comparison = Compare("smoker: no");
        comparison.Lmwh("aaa-habit")!.Agreement.ShouldBe(Agreement.Differs);
        comparison.Subjects.ShouldAllBe(subject => !subject.IsDisagreement);
        var told = Compare("smoker: yes").Subjects.Select(subject => $"{subject.Question.Id} {subject.Subject}: {string.Join(' ', subject.Differences.Words())}");
        told.ShouldBe(["clots-before-birth LMWH: advice start", "keep-the-pregnancy LMWH: ", "clots-after-birth LMWH: "]);
    }

    [Fact]
    public void Those_that_say_the_same_stand_on_one_side()
    {
        var library = SideBySide.Library(SideBySide.AlphaTables.Replace("A-", "B-").Replace("trial-1, trial-2", "trial-3"), SideBySide.Document("gamma-2026", Spanning));
        var sides = SideBySide.Compare(library, "smoker: no").Subjects.Single(subject => subject.Question.Id == "clots-before-birth").Sides.ToList();
        sides.Select(side => side.Key).ShouldBe(["no need for LMWH"]);
        sides[0].Select(position => position.Guideline).ShouldBe(["alpha-2026", "beta-2026", "gamma-2026"]);
    }

    [Fact]
    public void Each_position_names_its_rows_and_trials()
    {
        var position = Compare("smoker: yes").Lmwh("alpha-2026")!;
        position.Rows.Select(row => row.Address).ShouldBe(["alpha-2026/clots/A-1"]);
        position.Evidence.ShouldBe(["trial-1", "trial-2"]);
    }

    [Theory]
    [InlineData("smoker: yes", "1 agrees, 1 differs, 1 not covered")]
    [InlineData("smoker: no", "2 agree, 1 not covered")]
    [InlineData("smoker: unknown", "2 may differ, 1 not covered")]
    public void Others_are_counted_without_the_chosen_one_and_without_practice(string facts, string tally) => Compare(facts).Tally.ToString().ShouldBe(tally);

    [Fact]
    public void Equal_input_gives_equal_comparisons() =>
        Compare("smoker: unknown").Guidelines.SelectMany(one => one.Positions).Select(position => position.ToString())
            .ShouldBe(Compare("smoker: unknown").Guidelines.SelectMany(one => one.Positions).Select(position => position.ToString()));
}
