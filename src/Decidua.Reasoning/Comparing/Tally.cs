namespace Decidua.Reasoning.Comparing;

/// <summary>What the other recommending guidelines say about heparin, in numbers. Descriptions of practice are not counted.</summary>
/// <param name="Agree">Those that say the same as the chosen ones.</param>
/// <param name="MayDiffer">Those that may differ, depending on open facts.</param>
/// <param name="Differ">Those that say something else.</param>
/// <param name="Silent">Those that say nothing on what the chosen ones answer: not covered, or no row for her.</param>
public sealed record Tally(int Agree, int MayDiffer, int Differ, int Silent)
{
    internal static Tally Of(Comparison comparison)
    {
        var others = comparison.Guidelines.Where(guideline => !guideline.IsPractice)
            .Select(guideline => guideline.AboutHeparin).Where(agreement => agreement != Agreement.Chosen).ToList();
        return new Tally(Count(Agreement.Agrees), Count(Agreement.MayDiffer), Count(Agreement.Differs), Count(Agreement.NothingToCompare));

        int Count(Agreement agreement) => others.Count(one => one == agreement);
    }

    /// <summary>The numbers in words: <c>2 agree, 1 may differ, 5 differ, 3 not covered</c>.</summary>
    public override string ToString() => string.Join(", ", new[] { (Agree, "agree"), (MayDiffer, "may differ"), (Differ, "differ"), (Silent, "not covered") }
        .Where(part => part.Item1 > 0).Select(part => $"{part.Item1} {(part.Item1 == 1 ? Single(part.Item2) : part.Item2)}"));

    private static string Single(string verb) => verb switch { "agree" => "agrees", "differ" => "differs", _ => verb };
}
