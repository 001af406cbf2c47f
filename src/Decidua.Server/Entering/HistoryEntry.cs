using System.Collections.Immutable;
using Decidua.Clinical.Issues;

namespace Decidua.Server.Entering;

/// <summary>One dated entry as somebody wrote it.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Number">Its number in the form, from 1; tells it from others of its kind.</param>
/// <param name="Texts">What was written, by member, without blank fields.</param>
public sealed record HistoryEntry(HistoryKind Kind, int Number, ImmutableDictionary<string, string> Texts)
{
    /// <summary>What is wrong with it, or worth knowing, in the order of reading.</summary>
    public ImmutableArray<Issue> Issues { get; init; } = [];

    /// <summary>The id of the entry on the page, and its name on the button that removes it: <c>pregnancy-2</c>.</summary>
    public string Id => $"{Kind.Id}-{Number}";

    /// <summary>Whether nothing was written yet.</summary>
    public bool IsBlank => Texts.IsEmpty;

    /// <summary>The name of the field of a member: <c>_pregnancy-2-ended</c>. No fact can have it.</summary>
    /// <param name="field">A field of its kind.</param>
    public string NameOf(HistoryField field) => $"_{Id}-{field.Member}";

    /// <summary>What was written in a field; empty when nothing was.</summary>
    /// <param name="field">A field of its kind.</param>
    public string Text(HistoryField field) => Texts.GetValueOrDefault(field.Member, "");

    /// <summary>The entry in a few words, for its heading.</summary>
    public string Summary => IsBlank ? "new" : string.Join(", ", Kind.Fields.Where(one => !one.IsRare && Text(one).Length > 0).Select(Text));
}
