using Decidua.Clinical.Quantities;

namespace Decidua.Clinical.Tests.Quantities;

public class UnitConversionTests
{
    [Theory]
    [InlineData("72.5", "kg", "kg", "72.5")]
    [InlineData("72500", "g", "kg", "72.5")]
    [InlineData("100", "[lb_av]", "kg", "45.359237")]
    [InlineData("16", "[oz_av]", "kg", "0.45359237")]
    [InlineData("165", "cm", "m", "1.65")]
    [InlineData("1650", "mm", "m", "1.65")]
    [InlineData("65", "[in_i]", "m", "1.651")]
    [InlineData("5", "[ft_i]", "m", "1.524")]
    [InlineData("33.1", "kg/m2", "kg/m2", "33.1")]
    [InlineData("150", "10*3/uL", "10*9/L", "150")]
    [InlineData("150", "10*3/mm3", "10*9/L", "150")]
    [InlineData("150000", "/uL", "10*9/L", "150")]
    [InlineData("150000", "10*6/L", "10*9/L", "150")]
    [InlineData("29", "mL/min/{1.73_m2}", "mL/min", "29")]
    [InlineData("0.5", "L", "mL", "500")]
    [InlineData("1.5", "mL/s", "mL/min", "90")]
    [InlineData("11.2", "g/dL", "g/L", "112")]
    [InlineData("112", "g/L", "g/dL", "11.2")]
    [InlineData("180", "mg/dL", "g/L", "1.8")]
    [InlineData("1.8", "g/L", "mg/dL", "180")]
    [InlineData("0.36", "L/L", "%", "36")]
    [InlineData("500", "ng/mL{FEU}", "ug/mL{FEU}", "0.5")]
    [InlineData("0.5", "mg/L{FEU}", "ng/mL{FEU}", "500")]
    [InlineData("250", "ng/mL{DDU}", "ug/L{DDU}", "250")]
    public void Converts_by_the_definition_of_the_unit(string value, string from, string to, string expected)
    {
        UnitConversion.TryConvert(decimal.Parse(value), from, to, out var converted).ShouldBeTrue();
        converted.ShouldBe(decimal.Parse(expected));
    }

    [Theory]
    [InlineData("", "kg")]
    [InlineData("stone", "kg")]
    [InlineData("lb", "kg")]
    [InlineData("kg", "g")]
    [InlineData("cm", "kg")]
    [InlineData("KG", "kg")]
    [InlineData("{kg}", "kg")]
    [InlineData("ng/mL{FEU}", "ng/mL{DDU}")]
    [InlineData("ng/mL{DDU}", "ng/mL{FEU}")]
    [InlineData("ug/mL{FEU}", "ng/mL{DDU}")]
    [InlineData("ng/mL", "ng/mL{FEU}")]
    [InlineData("ng/mL{DDU}", "ng/mL")]
    [InlineData("mg/dL", "umol/L")]
    public void Refuses_what_it_does_not_know(string from, string to)
    {
        UnitConversion.TryConvert(1, from, to, out var converted).ShouldBeFalse();
        converted.ShouldBe(0);
    }

    [Fact]
    public void Refuses_a_number_that_would_overflow() =>
        UnitConversion.TryConvert(decimal.MaxValue, "L", "mL", out _).ShouldBeFalse();

    [Fact]
    public void Names_the_unit_in_the_issue()
    {
        UnitConversion.Refusal("x", "stone", "kg").ToString().ShouldBe(
            "D2010 x: The unit 'stone' cannot be read as kg. The number was not used. Record it in kg, with the UCUM code.");
        UnitConversion.Refusal("x", "", "kg").Message.ShouldStartWith("A number without a unit");
    }
}

public class BodyMassIndexTests
{
    [Theory]
    [InlineData("90", "1.65", "33.057851")]
    [InlineData("76.8", "1.6", "30")]
    [InlineData("76.79", "1.6", "29.996094")]
    public void Is_weight_over_height_squared(string weight, string height, string expected)
    {
        BodyMassIndex.TryReckon(decimal.Parse(weight), decimal.Parse(height), out var index).ShouldBeTrue();
        index.ShouldBe(decimal.Parse(expected));
    }

    [Theory]
    [InlineData("0", "1.6")]
    [InlineData("-70", "1.6")]
    [InlineData("1001", "1.6")]
    [InlineData("70", "165")]
    [InlineData("70", "0")]
    [InlineData("70", "3.1")]
    public void Refuses_what_cannot_be_weight_and_height(string weight, string height) =>
        BodyMassIndex.TryReckon(decimal.Parse(weight), decimal.Parse(height), out _).ShouldBeFalse();
}
