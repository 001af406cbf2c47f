using Decidua.Clinical.Issues;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Tables;

namespace Decidua.Knowledge.Tests.Tables;

public class DoseColumnTests
{
    [Theory]
    [InlineData("enoxaparin daily, prophylactic (mg)", "enoxaparin", 24, Intensity.Prophylactic, "mg", DoseBound.Exact)]
    [InlineData("dalteparin every 12 h, high prophylactic (IU)", "dalteparin", 12, Intensity.HighProphylactic, "IU", DoseBound.Exact)]
    [InlineData("UFH every 8 h, therapeutic (U)", "UFH", 8, Intensity.Therapeutic, "U", DoseBound.Exact)]
    [InlineData("tinzaparin once, prophylactic (IU)", "tinzaparin", null, Intensity.Prophylactic, "IU", DoseBound.Exact)]
    [InlineData("aspirin daily (mg)", "aspirin", 24, Intensity.None, "mg", DoseBound.Exact)]
    [InlineData("lowest aspirin daily (mg)", "aspirin", 24, Intensity.None, "mg", DoseBound.Lowest)]
    [InlineData("highest dalteparin daily, therapeutic (IU)", "dalteparin", 24, Intensity.Therapeutic, "IU", DoseBound.Highest)]
    [InlineData("nadroparin daily (IU)", "nadroparin", 24, Intensity.None, "IU", DoseBound.Exact)]
    public void A_heading_says_medicine_frequency_intensity_and_unit(string heading, string medicine, int? hours, Intensity intensity, string unit, DoseBound bound)
    {
        var column = new OutputColumn(heading, null);
        var dose = DoseColumn.Parse(column).ShouldNotBeNull();
        dose.ShouldBe(new DoseColumn(medicine, hours, intensity, unit, bound));
        dose.ToString().ShouldBe(heading);
        DoseColumn.IsMeant(column).ShouldBeTrue();
    }

    [Theory]
    [InlineData("enoxaparin every 6 h, prophylactic (mg)")]
    [InlineData("enoxaparin daily, middling (mg)")]
    [InlineData("aspirin daily, prophylactic (mg)")]
    [InlineData("adjusted enoxaparin daily (mg)")]
    [InlineData("enoxaparin (mg)")]
    [InlineData("least UFH every 12 h (U)")]
    [InlineData("enoxaparin, first dose (mg)")]
    public void What_is_meant_as_a_dose_and_cannot_be_read_is_refused(string heading)
    {
        var column = new OutputColumn(heading, null);
        DoseColumn.Parse(column).ShouldBeNull();
        DoseColumn.IsMeant(column).ShouldBeTrue();
        var reading = SmallKnowledge.Read(SmallKnowledge.With(SmallKnowledge.GuidelinePath, "→ enoxaparin daily, prophylactic (mg)", $"→ {heading}"));
        reading.Issues.Where(issue => issue.Code == IssueCode.MalformedDoseColumn).ShouldHaveSingleItem().Message.ShouldContain(DoseColumn.Form);
    }

    [Theory]
    [InlineData("lowest peak (IU/mL)")]
    [InlineData("enoxaparin in two doses")]
    [InlineData("first dose (IU)")]
    [InlineData("block after last dose")]
    [InlineData("anti-D (IU)")]
    public void Other_results_are_no_doses(string heading)
    {
        DoseColumn.Parse(new OutputColumn(heading, null)).ShouldBeNull();
        DoseColumn.IsMeant(new OutputColumn(heading, null)).ShouldBeFalse();
    }

    [Fact]
    public void A_heparin_without_intensity_is_a_warning_and_loads()
    {
        var reading = SmallKnowledge.Read(SmallKnowledge.With(SmallKnowledge.GuidelinePath, "→ dalteparin daily, prophylactic (IU)", "→ dalteparin daily (IU)"));
        reading.Library.ShouldNotBeNull();
        reading.Issues.ShouldHaveSingleItem().ShouldSatisfyAllConditions(issue => issue.Code.ShouldBe(IssueCode.DoseWithoutIntensity), issue => issue.Severity.ShouldBe(Severity.Warning));
    }
}
