using System.Reflection;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using NodaTime;
using Record = Decidua.Clinical.Records.Record;

namespace Decidua.Clinical.Tests.Records;

public class RecordTests
{
    private static readonly Origin Here = new("Condition", "1", "here");

    [Fact]
    public void Two_records_of_the_same_entries_are_equal()
    {
        Sample().ShouldBe(Sample());
        Sample().GetHashCode().ShouldBe(Sample().GetHashCode());
        Sample().ShouldNotBe(Sample() with { Conditions = [] });
    }

    [Fact]
    public void The_last_entry_is_the_last_day_that_is_certainly_reached()
    {
        Sample().LastEntry.ShouldBe(new LocalDate(2026, 1, 1));
        (Sample() with { Conditions = [] }).LastEntry.ShouldBeNull();
    }

    [Fact]
    public void Impossible_orders_are_named_with_their_place()
    {
        var record = Sample() with
        {
            BirthDate = Date("1990-05-01"),
            Died = Date("1980"),
            Conditions = [Sample().Conditions[0] with { Onset = Date("2026-01-01"), Abatement = Date("2025-12") }],
            Medications = [new() { What = Concept.None, From = Here, Began = Date("2024"), Ended = Date("2023") }],
            Encounters = [new() { Setting = Concept.None, Types = Concept.None, Reasons = Concept.None, From = Here, Began = Date("2024"), Ended = Date("2023") }],
            Procedures = [new() { What = Concept.None, From = Here, When = Date("1989") }],
            Pregnancies = [new() { From = Here, LastPeriod = Date("2026-01-01"), Ended = Date("2025-06-01") }],
        };
        var issues = RecordChecks.Check(record).ToList();
        issues.Count.ShouldBe(6);
        issues.ShouldAllBe(issue => issue.Code == IssueCode.ImpossibleOrder && issue.At == "here");
        issues.Count(issue => issue.Severity == Severity.Error).ShouldBe(2);
    }

    [Fact]
    public void Dates_that_may_still_be_in_order_are_not_complained_of() =>
        RecordChecks.Check(Sample() with
        {
            BirthDate = Date("2026"),
            Conditions = [Sample().Conditions[0] with { Onset = Date("2026-03-05"), Abatement = Date("2026-03") }],
        }).ShouldBeEmpty();

    [Fact]
    public void As_it_stood_on_a_date_it_knows_nothing_of_later()
    {
        var record = Sample() with
        {
            Conditions = [Sample().Conditions[0] with { Onset = Date("2026-01-01"), Abatement = Date("2026-09-01"), Status = ClinicalStatus.Over }],
            Procedures = [new() { What = Concept.None, From = Here, When = Date("2026-09-01") }, new() { What = Concept.None, From = Here }],
            Pregnancies =
            [
                new()
                {
                    From = Here, LastPeriod = Date("2025-12-01"), Ended = Date("2026-09-01"), End = PregnancyEnd.LiveBirth,
                    GestationAtEnd = Clinical.Gestation.GestationalAge.FromWeeks(39),
                },
            ],
        };
        var then = record.UpTo(new(2026, 8, 31));
        then.Conditions[0].Abatement.ShouldBeNull();
        then.Conditions[0].Status.ShouldBe(ClinicalStatus.Active);
        then.Procedures.Count.ShouldBe(1);
        then.Pregnancies[0].ShouldBe(new Pregnancy { From = Here, LastPeriod = Date("2025-12-01") });
        record.UpTo(new(2026, 9, 1)).ShouldBe(record);
        record.UpTo(new(2025, 6, 1)).Conditions.ShouldBeEmpty();
    }

    [Fact]
    public void Everything_in_a_record_is_immutable()
    {
        var mutable = typeof(Record).Assembly.GetExportedTypes()
            .Where(type => type.Namespace is "Decidua.Clinical.Records" or "Decidua.Clinical.Gestation")
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Where(property => property.SetMethod is { IsPublic: true } setter
                && !setter.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit"));
        mutable.ShouldBeEmpty();
    }

    private static Record Sample() => new()
    {
        PatientId = "1",
        From = new("Patient", "1", "here"),
        Conditions =
        [
            new()
            {
                What = new([new(CodeSystem.Snomed, "72892002", "Normal pregnancy")], ""), From = Here,
                Onset = Date("2025-05-01"), Recorded = Date("2026"),
            },
        ],
    };

    private static PartialDate? Date(string text) => PartialDate.TryParse(text, out var date) ? date : null;
}
