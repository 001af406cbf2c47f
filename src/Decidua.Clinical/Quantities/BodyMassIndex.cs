namespace Decidua.Clinical.Quantities;

/// <summary>The body mass index from weight and height.</summary>
public static class BodyMassIndex
{
    /// <summary>
    /// Weight divided by the square of height, in kg/m2, to six decimal places: finer than any weight and height are
    /// recorded, so that rounding never moves a value across a threshold.
    /// </summary>
    /// <param name="weightInKilograms">Weight in kg; above 0 and at most 1,000.</param>
    /// <param name="heightInMetres">Height in m; from 0.1 to 3, so that a height in centimetres is refused.</param>
    /// <param name="index">The index, or 0 when refused.</param>
    public static bool TryReckon(decimal weightInKilograms, decimal heightInMetres, out decimal index)
    {
        const decimal heaviest = 1000m;
        const decimal shortest = 0.1m;
        const decimal tallest = 3m;
        const int places = 6;
        var possible = weightInKilograms is > 0 and <= heaviest && heightInMetres is >= shortest and <= tallest;
        index = possible ? Math.Round(weightInKilograms / (heightInMetres * heightInMetres), places) : 0;
        return possible;
    }
}
