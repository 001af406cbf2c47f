using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using static Decidua.Reasoning.Tests.Deriving.Charts;

namespace Decidua.Reasoning.Tests.Deriving;

public class BirthTests
{
    private const string On = "2026-03-10";

    [Fact]
    public void Not_yet_while_she_is_pregnant() =>
        Fact(Of(Condition(Pregnant, "2026-01-01")), "2026-02-01", "mode of birth").ShouldBe("not yet");

    [Theory]
    [InlineData(Birth, "vaginal or low instrumental or mid-cavity or rotational or elective caesarean or caesarean in labour")]
    [InlineData("48782003", "vaginal")]
    [InlineData(Instrumental, "low instrumental or mid-cavity or rotational")]
    [InlineData("302384005", "low instrumental")]
    [InlineData("265639000", "mid-cavity or rotational")]
    [InlineData(Caesarean, "elective caesarean or caesarean in labour")]
    [InlineData(ElectiveCaesarean, "elective caesarean")]
    [InlineData(EmergencyCaesarean, "caesarean in labour")]
    public void A_code_leaves_open_what_it_does_not_say(string code, string expected) =>
        Fact(Of(Procedure(Birth, On), Procedure(code, On)), "2026-03-11", "mode of birth").ShouldBe(expected);

    [Theory]
    [InlineData(ElectiveCaesarean, EmergencyCaesarean)]
    [InlineData(Instrumental, Caesarean)]
    [InlineData("48782003", ElectiveCaesarean)]
    public void Two_ways_of_one_birth_contradict_each_other(string one, string other)
    {
        var error = Refused(Of(Procedure(one, On), Procedure(other, On)), "2026-03-11", IssueCode.Contradiction);
        error.Message.ShouldContain($"Procedure/{one}");
        error.Message.ShouldContain($"Procedure/{other}");
    }

    [Fact]
    public void Earlier_births_say_nothing_of_this_one() =>
        Fact(Of(Procedure(ElectiveCaesarean, "2020-01-01"), Procedure("48782003", On)), "2026-03-11", "mode of birth").ShouldBe("vaginal");

    [Fact]
    public void A_planned_caesarean_is_not_a_birth() =>
        Fact(Of(Condition(Pregnant, "2026-01-01"), Procedure(ElectiveCaesarean, On) with { Status = ProcedureStatus.Planned }), "2026-03-11", "mode of birth").ShouldBe("not yet");

    [Theory]
    [InlineData("2026-03-09", "not recorded")]
    [InlineData("2026-03-10", "yes")]
    [InlineData("2026-03-14", "yes")]
    [InlineData("2026-03-15", "not recorded")]
    public void Admitted_from_the_first_to_the_last_day_of_a_stay(string date, string expected) =>
        Fact(Of(Stay(On, "2026-03-14")), date, "admitted now").ShouldBe(expected);

    [Fact]
    public void A_contact_is_an_admission_by_its_type_too_and_a_visit_is_none()
    {
        Fact(Of(Contact("32485007", On)), On, "admitted now").ShouldBe("yes");
        Fact(Of(Contact(Visit, On)), On, "admitted now").ShouldBe("not recorded");
        Fact(Of(Stay(On, null) with { Inpatient = Presence.Possible }), On, "admitted now").ShouldBe("not known");
        Fact(Of(Stay(On, null) with { Status = EncounterStatus.Planned }), On, "admitted now").ShouldBe("not recorded");
    }

    [Fact]
    public void The_stay_after_birth_is_counted_in_days_either_way_open()
    {
        var record = Of(Procedure(Birth, On), Stay("2026-03-09", "2026-03-14"));
        Fact(record, On, "postnatal hospital stay").ShouldBe("at most 1 d");
        Fact(record, "2026-03-12", "postnatal hospital stay").ShouldBe("1 d to 3 d");
        Fact(record, "2026-03-20", "postnatal hospital stay").ShouldBe("3 d to 5 d");
    }

    [Fact]
    public void A_stay_that_begins_after_the_birth_is_a_readmission()
    {
        var record = Of(Procedure(Birth, On), Stay("2026-03-09", "2026-03-12"), Stay("2026-03-20", null));
        Fact(record, "2026-03-15", "readmitted after birth").ShouldBe("not recorded");
        Fact(record, "2026-03-20", "readmitted after birth").ShouldBe("yes");
        Fact(record, "2026-03-20", "postnatal hospital stay").ShouldBe("1 d to 3 d");
    }
}
