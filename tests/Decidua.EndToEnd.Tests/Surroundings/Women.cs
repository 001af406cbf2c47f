namespace Decidua.EndToEnd.Tests.Surroundings;

/// <summary>Invented women, as the fields of the assessment form.</summary>
internal static class Women
{
    /// <summary>The woman of the reference for facts files: four points, all basic facts known.</summary>
    public static Dictionary<string, string> FourPoints => new()
    {
        ["phase"] = "pregnant", ["gestation"] = "12+3", ["age"] = "36", ["booking-bmi"] = "33.1", ["parity"] = "3", ["smoker"] = "yes",
        ["previous-clot"] = "none", ["dosing-weight"] = "91",
    };

    /// <summary>Three points and a fourth in doubt: nobody has asked whether she smokes. She has grown into the next dose band.</summary>
    public static Dictionary<string, string> MaybeFourPoints => new()
    {
        ["phase"] = "pregnant", ["gestation"] = "12+3", ["age"] = "38", ["booking-bmi"] = "33", ["parity"] = "3", ["previous-clot"] = "none",
        ["dosing-weight"] = "72", ["current-weight"] = "91.4", ["platelet-count"] = "210", ["glomerular-filtration-rate"] = "95",
        ["systolic-blood-pressure"] = "118", ["diastolic-blood-pressure"] = "74",
    };

    /// <summary>The same woman with one entry more, or another one.</summary>
    public static Dictionary<string, string> With(this Dictionary<string, string> woman, string fact, string entry)
    {
        woman[fact] = entry;
        return woman;
    }
}
