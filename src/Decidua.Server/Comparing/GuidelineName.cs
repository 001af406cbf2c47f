using Decidua.Knowledge;

namespace Decidua.Server.Comparing;

/// <summary>What a guideline is called where many stand side by side.</summary>
public static class GuidelineName
{
    /// <summary>The heading of the document, which carries a short name and the year: <c>RCOG 37a (2015)</c>; else its title.</summary>
    /// <param name="guideline">The guideline.</param>
    public static string Short(Guideline guideline) =>
        guideline.Document.Sections.SelectMany(section => section.Prose).Select(prose => prose.Markdown.Trim())
            .FirstOrDefault(markdown => markdown.StartsWith("# ", StringComparison.Ordinal)) is { } heading
            ? heading[2..].Split('\n')[0].Trim()
            : guideline.Title;
}
