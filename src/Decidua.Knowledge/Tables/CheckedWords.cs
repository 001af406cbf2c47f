namespace Decidua.Knowledge.Tables;

/// <summary>The words for <see cref="Checked"/> in tables and answers.</summary>
public static class CheckedWords
{
    /// <summary>All words, from strong to weak.</summary>
    public static IReadOnlyList<string> All { get; } = ["primary", "reproduced", "secondary", "recalled"];

    /// <summary>What a word stands for; null when it is no such word.</summary>
    /// <param name="word">For example <c>reproduced</c>.</param>
    public static Checked? Parse(string word) => word switch
    {
        "primary" => Checked.Primary,
        "reproduced" => Checked.Reproduced,
        "secondary" => Checked.Secondary,
        "recalled" => Checked.Recalled,
        _ => null,
    };
}
