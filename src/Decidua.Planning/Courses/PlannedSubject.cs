using System.Collections.Frozen;

namespace Decidua.Planning.Courses;

/// <summary>The subjects of advice that are given over a time and so become courses; everything else is shown as it is advised.</summary>
public static class PlannedSubject
{
    /// <summary>Low-molecular-weight heparin; which one, the request or the protocol says.</summary>
    public const string Heparin = "LMWH";

    /// <summary>Unfractionated heparin.</summary>
    public const string UnfractionatedHeparin = "UFH";

    /// <summary>Low-dose aspirin.</summary>
    public const string Aspirin = "aspirin";

    /// <summary>Vaginal progesterone.</summary>
    public const string Progesterone = "progesterone";

    /// <summary>All of them.</summary>
    public static IReadOnlySet<string> All { get; } = new[] { Heparin, UnfractionatedHeparin, Aspirin, Progesterone }.ToFrozenSet();
}
