namespace Decidua.Knowledge.Advice;

/// <summary>How much heparin, from weak to strong.</summary>
public enum Intensity
{
    /// <summary>The advice names no intensity.</summary>
    None,

    /// <summary>The ordinary preventive dose.</summary>
    Prophylactic,

    /// <summary>A raised preventive dose, for example twice daily.</summary>
    HighProphylactic,

    /// <summary>The dose that treats a clot.</summary>
    Therapeutic,
}

/// <summary>The words for <see cref="Intensity"/>.</summary>
public static class IntensityWords
{
    /// <summary>All words, as the tables write them.</summary>
    public static IReadOnlyList<string> All { get; } = ["prophylactic", "high prophylactic", "therapeutic"];

    /// <summary>The intensity that a word stands for; null when it is no such word.</summary>
    /// <param name="word">For example <c>high prophylactic</c>.</param>
    public static Intensity? Parse(string word) => word switch
    {
        "prophylactic" => Intensity.Prophylactic,
        "high prophylactic" => Intensity.HighProphylactic,
        "therapeutic" => Intensity.Therapeutic,
        _ => null,
    };

    /// <summary>The word of an intensity; empty for none.</summary>
    /// <param name="intensity">The intensity.</param>
    public static string Word(this Intensity intensity) => intensity switch
    {
        Intensity.None => "",
        Intensity.Prophylactic => "prophylactic",
        Intensity.HighProphylactic => "high prophylactic",
        Intensity.Therapeutic => "therapeutic",
        _ => throw new ArgumentOutOfRangeException(nameof(intensity)),
    };
}
