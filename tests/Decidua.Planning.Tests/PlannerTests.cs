using Decidua.Clinical.Issues;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Documents;
using Decidua.Planning.Asking;
using Decidua.Planning.Calendar;
using Decidua.Reasoning.Facts;
using Decidua.Reasoning.Tests;
using NodaTime;

namespace Decidua.Planning.Tests;

/// <summary>Plans from the real knowledge by the protocol of the United Kingdom.</summary>
public sealed class PlannerTests
{
    private static readonly LocalDate AsOf = new(2026, 3, 1);
    private static readonly LocalDate LastPeriod = new(2025, 12, 4);

    [Fact]
    public void Four_points_mean_heparin_from_today_until_labour_and_six_weeks_after_the_birth()
    {
        var plan = Make(Pregnant("age 36", "booking BMI 33.1", "parity 3", "smoker yes", "previous clot none"));
        var before = plan.Courses.Single(course => course is { Subject: "LMWH", Foreseen: false });
        before.From.ShouldBe(new PlanMoment.On(AsOf));
        before.Until.ShouldBe(new PlanMoment.Awaited("labour", 0, LastPeriod.PlusDays(280)));
        before.ToBeDecided.ShouldBeTrue("the guideline says consider");
        before.Medicine.ShouldBe("enoxaparin");
        var after = plan.Courses.Single(course => course is { Subject: "LMWH", Foreseen: true });
        after.From.ShouldBe(new PlanMoment.Awaited("birth", 0, LastPeriod.PlusDays(280)));
        after.Until.ShouldBe(new PlanMoment.Awaited("birth", 42, LastPeriod.PlusDays(280)));
        after.ToBeDecided.ShouldBeFalse("heparin that lasted until birth puts her in the high tier: offer");
    }

    [Fact]
    public void Three_points_mean_heparin_from_28_weeks_on_its_day()
    {
        var plan = Make(Pregnant("age 36", "booking BMI 33.1", "parity 1", "smoker yes", "previous clot none"));
        var before = plan.Courses.Single(course => course is { Subject: "LMWH", Foreseen: false });
        before.From.ShouldBe(new PlanMoment.On(LastPeriod.PlusDays(28 * 7)));
    }

    [Fact]
    public void The_gestation_of_the_calendar_is_assessed_when_the_facts_have_none()
    {
        var plan = Make(Pregnant("age 30"));
        plan.Assessment.Facts[KnowledgeOnDisk.Library.Vocabulary.Named("gestation")!].Standing.ShouldBe(Standing.Known);
        plan.Calendar!.DaysOn(AsOf).ShouldBe(87);
    }

    [Fact]
    public void A_course_that_runs_keeps_its_start()
    {
        var facts = Pregnant("age 36", "booking BMI 33.1", "parity 3", "smoker yes", "previous clot none");
        var plan = Make(facts, request => request with { Running = [new RunningCourse("enoxaparin", new LocalDate(2026, 1, 10), null, "", null, "plan.running[0]")] });
        plan.Courses.First(course => course.Subject == "LMWH").From.ShouldBe(new PlanMoment.On(new LocalDate(2026, 1, 10)));
    }

    [Fact]
    public void A_medicine_that_nothing_advises_is_said_and_not_stopped()
    {
        var plan = Make(Pregnant("age 30", "booking BMI 22", "parity 0", "smoker no", "previous clot none"),
            request => request with { Running = [new RunningCourse("enoxaparin", new LocalDate(2026, 1, 10), null, "", null, "plan.running[0]")] });
        plan.Issues.ShouldContain(issue => issue.Code == IssueCode.NothingAdvisesIt && issue.At == "plan.running[0]");
    }

    [Fact]
    public void Two_heparins_at_once_are_refused()
    {
        var plan = Make(Pregnant("age 30"), request => request with
        {
            Running = [new RunningCourse("enoxaparin", AsOf, null, "", null, "a"), new RunningCourse("dalteparin", AsOf, null, "", null, "b")],
        });
        plan.Issues.ShouldContain(issue => issue.Code == IssueCode.CoursesOverlap && issue.Severity == Severity.Error);
    }

    [Fact]
    public void What_forbids_it_withholds_the_course_and_says_why()
    {
        var plan = Make(Pregnant("age 36", "booking BMI 33.1", "parity 3", "smoker yes", "previous clot none", "platelet count 60"));
        var course = plan.Courses.First(course => course is { Subject: "LMWH", Foreseen: false });
        course.Against.ShouldContain(advice => advice.Advice == AdviceKind.Contraindicated);
        course.Dose.ShouldBeNull();
        plan.Issues.ShouldContain(issue => issue.Code == IssueCode.CourseWithheld);
    }

    [Fact]
    public void After_a_dated_birth_the_course_ends_on_a_day()
    {
        var birth = new LocalDate(2026, 2, 27);
        var plan = Make(Facts("phase postpartum", "age 36", "booking BMI 41", "parity 1", "smoker no", "previous clot none", "mode of birth vaginal"),
            request => request with { Datings = [], Events = [new CareEvent(CareEvent.Birth, birth, null, "plan.events[0]")] });
        var course = plan.Courses.Single(course => course.Subject == "LMWH");
        course.Until.ShouldBe(new PlanMoment.On(birth.PlusDays(10)));
        course.From.ShouldBe(new PlanMoment.On(AsOf), "a start that was missed begins now");
    }

    [Fact]
    public void The_same_input_gives_the_same_plan()
    {
        var facts = Pregnant("age 36", "booking BMI 33.1", "parity 3", "smoker yes", "previous clot none");
        Make(facts).Courses.Select(course => $"{course.Subject} {course.From} {course.Until}").ShouldBe(Make(facts).Courses.Select(course => $"{course.Subject} {course.From} {course.Until}"));
    }

    private static Plan Make(WomanFacts facts, Func<PlanRequest, PlanRequest>? with = null)
    {
        var request = new PlanRequest { AsOf = AsOf, Heparin = "enoxaparin", Datings = [new Dating(DatingKind.LastPeriod, LastPeriod, null, null, "plan.dating[0]")] };
        return new Planner(KnowledgeOnDisk.Assessor).Make(facts, KnowledgeOnDisk.Library.Protocol("uk"), with is null ? request : with(request));
    }

    private static WomanFacts Pregnant(params string[] facts) => Facts(["phase pregnant", .. facts]);

    /// <summary>Facts written as a name and a value: <c>age 36</c>.</summary>
    private static WomanFacts Facts(params string[] facts)
    {
        var vocabulary = KnowledgeOnDisk.Library.Vocabulary;
        return facts.Aggregate(WomanFacts.None(vocabulary), (known, text) =>
        {
            var fact = vocabulary.Facts.Where(fact => text.StartsWith(fact.Name + " ", StringComparison.Ordinal)).MaxBy(fact => fact.Name.Length)!;
            var issues = new List<Issue>();
            return known.With(fact, new TestReader(fact.Type, issues).Read(new Cell(text[(fact.Name.Length + 1)..], fact.Place))!);
        });
    }
}
