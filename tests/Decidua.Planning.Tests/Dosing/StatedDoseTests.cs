using Decidua.Clinical.Issues;
using Decidua.Planning.Dosing;

namespace Decidua.Planning.Tests.Dosing;

public sealed class StatedDoseTests
{
    [Theory]
    [InlineData("enoxaparin", "40 mg", "40", null)]
    [InlineData("enoxaparin", "4000 IU", "40", null)]
    [InlineData("enoxaparin", "60 mg in 0.6 mL", "60", "0.6")]
    [InlineData("enoxaparin", "120 mg in 0.8 mL", "120", "0.8")]
    [InlineData("dalteparin", "5000 IU in 0.2 mL", "5000", "0.2")]
    [InlineData("nadroparin", "4100 WHO IU", "3800", null)]
    [InlineData("nadroparin", "3075 WHO IU in 0.3 mL", "2850", "0.3")]
    [InlineData("nadroparin", "11400 IU in 0.6 mL", "11400", "0.6")]
    [InlineData("UFH", "5000 U", "5000", null)]
    public void An_amount_is_read_in_the_unit_of_the_label(string medicine, string text, string amount, string? volume)
    {
        var issues = new List<Issue>();
        var product = Dosed.Library.Product(medicine)!;
        StatedDose.Read(text, product, "plan", issues).ShouldBe(new StatedDose(decimal.Parse(amount, null), product.Unit, volume is null ? null : decimal.Parse(volume, System.Globalization.CultureInfo.InvariantCulture)));
        issues.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("dalteparin", "40 mg", IssueCode.UnitsMixed)]
    [InlineData("tinzaparin", "40 mg", IssueCode.UnitsMixed)]
    [InlineData("UFH", "5000 IU", IssueCode.UnitsMixed)]
    [InlineData("aspirin", "75 IU", IssueCode.UnitsMixed)]
    [InlineData("enoxaparin", "40 IU mg", IssueCode.UnitsMixed)]
    [InlineData("enoxaparin", "40 mg 4000 IU", IssueCode.UnitsMixed)]
    [InlineData("enoxaparin", "4100 WHO IU", IssueCode.UnitsMixed)]
    [InlineData("enoxaparin", "0.4 mL", IssueCode.UnitsMixed)]
    [InlineData("enoxaparin", "40", IssueCode.UnitsMixed)]
    [InlineData("enoxaparin", "0 mg", IssueCode.UnitsMixed)]
    [InlineData("enoxaparin", "-40 mg", IssueCode.UnitsMixed)]
    [InlineData("enoxaparin", "forty mg", IssueCode.UnitsMixed)]
    [InlineData("enoxaparin", "", IssueCode.UnitsMixed)]
    [InlineData("enoxaparin", "60 mg in 0.6", IssueCode.UnitsMixed)]
    [InlineData("enoxaparin", "60 mg in 0.6 mL in 1 mL", IssueCode.UnitsMixed)]
    [InlineData("enoxaparin", "60 mg in 0.5 mL", IssueCode.NoSuchConcentration)]
    [InlineData("nadroparin", "5700 IU in 0.5 mL", IssueCode.NoSuchConcentration)]
    [InlineData("aspirin", "75 mg in 1 mL", IssueCode.NoSuchConcentration)]
    public void What_is_no_dose_is_refused(string medicine, string text, string code)
    {
        var issues = new List<Issue>();
        StatedDose.Read(text, Dosed.Library.Product(medicine)!, "plan.running[0]", issues).ShouldBeNull();
        issues.ShouldHaveSingleItem().ShouldSatisfyAllConditions(issue => issue.Code.ShouldBe(code), issue => issue.At.ShouldBe("plan.running[0]"), issue => issue.Severity.ShouldBe(Severity.Error));
    }
}
