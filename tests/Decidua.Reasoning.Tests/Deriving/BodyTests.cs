using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using static Decidua.Reasoning.Tests.Deriving.Charts;

namespace Decidua.Reasoning.Tests.Deriving;

public class BodyTests
{
    private const string Obesity = "162864005";
    private const string SevereObesity = "408512008";

    private static readonly object[] Pregnancy = [Condition(Pregnant, "2026-01-20"), Dated(DueDate, "2026-10-08", "2026-02-01")];

    [Fact]
    public void The_first_index_of_this_pregnancy_is_the_booking_index() =>
        Index(Measured(BodyMassIndex, 31, "kg/m2", "2025-11-01"), Measured(BodyMassIndex, 33.1m, "kg/m2", "2026-02-01"), Measured(BodyMassIndex, 35, "kg/m2", "2026-05-01")).ShouldBe("33.1");

    [Fact]
    public void Without_one_the_last_before_it_is() =>
        Index(Measured(BodyMassIndex, 29, "kg/m2", "2020-11-01"), Measured(BodyMassIndex, 31, "kg/m2", "2025-11-01")).ShouldBe("31");

    [Fact]
    public void It_is_reckoned_from_weight_and_height() =>
        Index(Measured(Height, 165, "cm", "2010-01-01"), Measured(Weight, 90000, "g", "2026-02-01")).ShouldBe("33.057851");

    [Fact]
    public void A_measured_index_of_the_same_day_stands_above_the_reckoned_one_or_covers_both() =>
        Index(Measured(Height, 165, "cm", "2026-02-01"), Measured(Weight, 90, "kg", "2026-02-01"), Measured(BodyMassIndex, 33.1m, "kg/m2", "2026-02-01"))
            .ShouldBe("33.057851 to 33.1");

    [Fact]
    public void A_coded_finding_narrows_it()
    {
        Index(Condition(Obesity, "2009-01-21")).ShouldBe("at least 30");
        Index(Condition(Obesity, "2009-01-21"), Condition(SevereObesity, "2015-01-21")).ShouldBe("at least 40");
        Index(Condition(Obesity, "2009-01-21", "2012-01-01")).ShouldBe("not recorded");
    }

    [Fact]
    public void A_measurement_of_this_pregnancy_stands_above_the_finding() =>
        Index(Condition(Obesity, "2009-01-21"), Measured(BodyMassIndex, 27, "kg/m2", "2026-02-01")).ShouldBe("27");

    [Fact]
    public void A_measurement_from_before_that_denies_the_finding_leaves_it_open_with_a_warning()
    {
        object[] entries = [.. Pregnancy, Condition(Obesity, "2009-01-21"), Measured(BodyMassIndex, 27, "kg/m2", "2020-02-01")];
        Index(entries).ShouldBe("not known");
        Derive(Of(entries), "2026-06-01").Issues.ShouldContain(issue => issue.Code == IssueCode.Contradiction && issue.Severity == Severity.Warning);
        Index(Condition(Obesity, "2009-01-21"), Measured(BodyMassIndex, 32, "kg/m2", "2020-02-01")).ShouldBe("32");
    }

    [Fact]
    public void Body_mass_index_331_is_refused()
    {
        var error = Refused(Of([.. Pregnancy, Measured(BodyMassIndex, 331, "kg/m2", "2026-02-01")]), "2026-06-01", IssueCode.OutOfRange);
        error.At.ShouldBe("observation 39156-5 2026-02-01");
        error.Message.ShouldContain("331");
        error.Message.ShouldContain("booking BMI");
    }

    [Theory]
    [InlineData("lb")]
    [InlineData("")]
    [InlineData("stone")]
    public void An_unknown_unit_is_reported_and_not_used(string unit)
    {
        object[] entries = [.. Pregnancy, Measured(Weight, 160, unit, "2026-02-01")];
        Fact(Of(entries), "2026-06-01", "current weight").ShouldBe("not recorded");
        Derive(Of(entries), "2026-06-01").Issues.ShouldContain(issue => issue.Code == IssueCode.WrongUnit);
    }

    [Fact]
    public void Pounds_are_read() =>
        Fact(Of([.. Pregnancy, Measured(Weight, 200, "[lb_av]", "2026-02-01")]), "2026-06-01", "current weight").ShouldBe("90.718474");

    [Fact]
    public void Dosing_weight_is_the_booking_weight_and_current_weight_the_latest()
    {
        var record = Of([.. Pregnancy, Measured(Weight, 70, "kg", "2025-02-01"), Measured(Weight, 72, "kg", "2026-02-01"), Measured(Weight, 91.4m, "kg", "2026-06-01")]);
        Fact(record, "2026-07-01", "dosing weight").ShouldBe("72");
        Fact(record, "2026-07-01", "current weight").ShouldBe("91.4");
        Fact(record, "2026-02-01", "current weight").ShouldBe("72");
        Fact(record, "2026-01-31", "dosing weight").ShouldBe("70");
        Fact(record, "2026-01-31", "current weight").ShouldBe("not recorded");
    }

    [Fact]
    public void Two_weights_of_one_day_leave_the_span_between_them() =>
        Fact(Of([.. Pregnancy, Measured(Weight, 89, "kg", "2026-02-01"), Measured(Weight, 91, "kg", "2026-02-01") with { From = new("Observation", "other", "x") }]),
            "2026-06-01", "current weight").ShouldBe("89 to 91");

    [Fact]
    public void A_number_with_a_comparator_is_a_span() =>
        Fact(Of([.. Pregnancy, Measured("777-3", 75, "10*3/uL", "2026-02-01") with { Found = new Finding.Amount(75, "10*3/uL", "<") }]), "2026-06-01", "platelet count")
            .ShouldBe("less than 75");

    [Fact]
    public void Numbers_from_before_this_pregnancy_say_nothing_about_now()
    {
        var record = Of([.. Pregnancy, Measured("777-3", 70, "10*3/uL", "2025-02-01"), Measured("777-3", 170, "10*3/uL", "2026-02-01"), Measured("777-3", 150, "10*3/uL", "2026-03-01")]);
        Fact(record, "2026-01-31", "platelet count").ShouldBe("not recorded");
        Fact(record, "2026-02-15", "platelet count").ShouldBe("170");
        Fact(record, "2026-06-01", "platelet count").ShouldBe("150");
    }

    [Fact]
    public void Without_a_pregnancy_on_record_only_a_number_of_the_day_itself_counts()
    {
        Fact(Of(Measured("777-3", 70, "10*3/uL", "2025-02-01")), "2025-02-01", "platelet count").ShouldBe("70");
        Fact(Of(Measured("777-3", 70, "10*3/uL", "2025-02-01")), "2025-02-02", "platelet count").ShouldBe("not recorded");
    }

    [Theory]
    [InlineData("4544-3", 46, "%", "haematocrit", "0.46")]
    [InlineData("4544-3", 0.46, "L/L", "haematocrit", "0.46")]
    [InlineData("2951-2", 131, "mmol/L", "serum sodium", "131")]
    [InlineData("2823-3", 5.1, "mmol/L", "serum potassium", "5.1")]
    [InlineData("2692-2", 279, "mosm/kg", "serum osmolality", "279")]
    [InlineData("1751-7", 3.1, "g/dL", "serum albumin", "31")]
    [InlineData("6690-2", 26, "10*3/uL", "white cell count", "26")]
    [InlineData("3167-4", 290, "mL", "urine in 24 hours", "290")]
    public void What_grades_hyperstimulation_is_read_from_the_laboratory(string code, double value, string unit, string fact, string expected) =>
        Fact(Of(Measured(code, (decimal)value, unit, "2026-03-01")), "2026-03-01", fact).ShouldStartWith(expected);

    [Fact]
    public void A_kidney_stage_narrows_the_filtration_rate_unless_it_was_measured()
    {
        Fact(Of([.. Pregnancy, Condition("431857002", "2020-01-01")]), "2026-06-01", "glomerular filtration rate").ShouldBe("15 to under 30");
        Fact(Of([.. Pregnancy, Condition("431857002", "2020-01-01"), Measured("33914-3", 42, "mL/min/{1.73_m2}", "2026-02-01")]), "2026-06-01", "glomerular filtration rate").ShouldBe("42");
    }

    [Fact]
    public void Undated_and_wordy_measurements_are_reported_and_not_used()
    {
        object[] entries = [.. Pregnancy, Measured(Weight, 72, "kg", null), Measured(Weight, 0, "", "2026-02-01") with { Found = new Finding.Words("heavy") }];
        Fact(Of(entries), "2026-06-01", "dosing weight").ShouldBe("not recorded");
        Derive(Of(entries), "2026-06-01").Issues.Count(issue => issue.Code == IssueCode.UnusableResource).ShouldBe(2);
    }

    [Fact]
    public void Preliminary_results_are_used_and_said_to_be_so()
    {
        var record = Of([.. Pregnancy, Measured(Weight, 72, "kg", "2026-02-01") with { Preliminary = true }]);
        Derive(record, "2026-06-01").Value![TheKnowledge.Library.Vocabulary.Named("dosing weight")!].Origin.ShouldContain("preliminary");
    }

    private static string Index(params object[] entries) => Fact(Of([.. Pregnancy, .. entries]), "2026-06-01", "booking BMI");
}
