using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Protocols;
using Decidua.Planning.Asking;
using Decidua.Planning.Calendar;
using Decidua.Reasoning.Assessing;
using NodaTime.Text;

namespace Decidua.Planning.Courses;

/// <summary>Makes courses out of the advice that a protocol chooses.</summary>
/// <param name="request">What she takes already, and which heparin is meant.</param>
/// <param name="protocol">The protocol.</param>
/// <param name="dates">The days of milestones.</param>
internal sealed class CourseMaking(PlanRequest request, Protocol protocol, MilestoneDates dates)
{
    /// <summary>The courses that an assessment asks for, without doses.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="foreseen">Whether it is that of the time after the birth.</param>
    /// <param name="issues">Receives what is withheld, and what she takes without advice.</param>
    public ImmutableArray<Course> Make(Assessment assessment, bool foreseen, ICollection<Issue> issues)
    {
        var chosen = assessment.Recommendations.Where(assessment.IsChosen).Where(advice => advice.Certainty == Certainty.Certain).ToList();
        var courses = ImmutableArray.CreateBuilder<Course>();
        foreach (var group in chosen.Where(IsCourse).GroupBy(advice => advice.Subject).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var against = Against(assessment, chosen, group.Key);
            foreach (var stretch in CourseMerging.Merge(group.Select(Reason)))
                courses.Add(new Course
                {
                    Subject = group.Key,
                    Medicine = Medicine(group.Key),
                    Intensity = stretch.Intensity,
                    From = stretch.From,
                    Until = stretch.Until,
                    ToBeDecided = stretch.ToBeDecided,
                    Foreseen = foreseen,
                    Reasons = stretch.Reasons,
                    Against = against,
                    Dose = null,
                });
            if (!against.IsEmpty)
                issues.Add(new Issue(IssueCode.CourseWithheld, Severity.Warning, group.Key,
                    $"{group.Key} is advised, and no dose is planned: {string.Join("; ", against.Select(Words))}."));
        }

        if (!foreseen) Unadvised(courses, issues);
        return Continued(courses.ToImmutable());
    }

    /// <summary>The heparin or other medicine that a subject is planned with.</summary>
    private string Medicine(string subject) => subject == PlannedSubject.Heparin ? request.Heparin.Length > 0 ? request.Heparin : protocol[Protocol.Drug] : subject;

    private static bool IsCourse(Recommendation advice) => advice.Advice is AdviceKind.Offer or AdviceKind.Consider && PlannedSubject.All.Contains(advice.Subject);

    private CourseReason Reason(Recommendation advice)
    {
        var from = dates.Resolve(advice.From ?? Milestone.Now);

        // What should have begun already begins now, or began when she took the first dose.
        if (from is PlanMoment.On { Date: var date } && date < request.AsOf) from = new PlanMoment.On(request.AsOf);
        return new CourseReason(advice, from, advice.Until is { } until ? dates.Resolve(until) : null);
    }

    /// <summary>Safety advice on the subject, from whichever chosen document, and what the default protocol lends.</summary>
    private static ImmutableArray<Recommendation> Against(Assessment assessment, List<Recommendation> chosen, string subject) =>
    [
        .. chosen.Concat(Safeguard.Lent(assessment).Select(lent => lent.Advice).Where(advice => advice.Certainty == Certainty.Certain))
            .Where(advice => advice.Subject == subject && advice.Advice.IsSafety()),
    ];

    /// <summary>A course that she takes already began when it began: its start is not rewritten.</summary>
    private ImmutableArray<Course> Continued(ImmutableArray<Course> courses)
    {
        var left = request.Running.ToList();
        return
        [
            .. courses.Select(course =>
            {
                if (course.Foreseen || course.From is not PlanMoment.On on || on.Date != request.AsOf) return course;
                var running = left.Find(one => one.Medicine == course.Medicine && one.Since < on.Date);
                if (running is null) return course;
                left.Remove(running);
                return course with { From = new PlanMoment.On(running.Since), Running = running };
            }),
        ];
    }

    private void Unadvised(IReadOnlyCollection<Course> courses, ICollection<Issue> issues)
    {
        foreach (var running in request.Running.Where(running => courses.All(course => course.Medicine != running.Medicine)))
            issues.Add(new Issue(IssueCode.NothingAdvisesIt, Severity.Warning, running.Place,
                $"She has taken {running.Medicine} since {LocalDatePattern.Iso.Format(running.Since)}, and nothing that this protocol chooses advises it now.",
                "Ask who started it and why. The plan stops nothing."));
        foreach (var twice in request.Running.GroupBy(running => running.Medicine).Where(group => group.Count() > 1))
            issues.Add(new Issue(IssueCode.CoursesOverlap, Severity.Error, twice.Last().Place,
                $"{twice.Key} is given twice as running.", "Keep the course that goes on."));
        var heparins = request.Running.Where(running => Heparins.Contains(running.Medicine)).Select(running => running.Medicine).Distinct().ToList();
        if (heparins.Count > 1)
            issues.Add(new Issue(IssueCode.CoursesOverlap, Severity.Error, "plan.running", $"Two heparins run at the same time: {string.Join(" and ", heparins)}.", "Only one may; correct the list or stop one."));
    }

    private static readonly string[] Heparins = ["enoxaparin", "dalteparin", "tinzaparin", "nadroparin", "bemiparin", "UFH"];

    private static string Words(Recommendation advice) =>
        $"{advice.Advice.Word()}{(advice.Reasons.FirstOrDefault() is { } reason ? $" ({reason})" : "")} by {advice.Guideline}";
}
