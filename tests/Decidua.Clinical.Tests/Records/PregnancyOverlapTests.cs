using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Record = Decidua.Clinical.Records.Record;

namespace Decidua.Clinical.Tests.Records;

public class PregnancyOverlapTests
{
    private static readonly Pregnancy Year2024 = Of("2024-01-10", "2024-10-10");

    public static TheoryData<Pregnancy, bool> Others => new()
    {
        { Of("2024-05-01", "2024-07-01"), true },
        { Of("2023-05-01", "2024-02-01"), true },
        { Of("2024-10-09", null), true },
        { Of("2024-10-10", null), false },
        { Of("2023-03-01", "2024-01-10"), false },
        { Of("2023-03-01", "2024-01-11"), true },
        { Of("2023-03-01", "2024-01"), false },
        { Of(null, "2024-05-01"), true },
        { Of(null, "2024"), false },
        { Of(null, "2024-12-01") with { GestationAtEnd = Weeks("8+0") }, true },
        { Of(null, "2024-12-05") with { GestationAtEnd = Weeks("8+0") }, false },
        { Of(null, null) with { End = PregnancyEnd.Miscarriage }, false },
        { Of("2023-01-01", null), true },
        { Of("2023-01-01", null) with { End = PregnancyEnd.Miscarriage }, false },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Two_pregnancies_at_one_time_are_an_error_when_the_dates_leave_no_way_out(Pregnancy other, bool overlaps)
    {
        Found(Year2024, other).ShouldBe(overlaps);
        Found(other, Year2024).ShouldBe(overlaps);
    }

    [Fact]
    public void Two_that_still_go_on_overlap() => Found(Of("2026-01-01", null), Of("2026-02-01", null)).ShouldBeTrue();

    private static bool Found(Pregnancy one, Pregnancy other)
    {
        var issues = RecordChecks.Check(new Record { PatientId = "a", From = new("Patient", "a", "patient"), Pregnancies = [one, other] }).ToList();
        issues.ShouldAllBe(issue => issue.Code == IssueCode.OverlappingPregnancies && issue.Severity == Severity.Error);
        return issues.Count == 1;
    }

    private static Pregnancy Of(string? from, string? until) => new()
    {
        From = new("record file", "", $"{from} {until}"), LastPeriod = Date(from), Ended = Date(until), End = until is null ? PregnancyEnd.Unstated : PregnancyEnd.LiveBirth,
    };

    private static GestationSpan? Weeks(string text) => GestationSpan.TryParse(text, out var span) ? span : null;

    private static PartialDate? Date(string? text) => PartialDate.TryParse(text, out var date) ? date : null;
}
