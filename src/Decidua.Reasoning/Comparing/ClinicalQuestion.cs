using System.Collections.Frozen;
using System.Collections.Immutable;
using Decidua.Knowledge.Documents;

namespace Decidua.Reasoning.Comparing;

/// <summary>Which part of the time a question is about.</summary>
public enum PartOfTime
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>Until the birth.</summary>
    BeforeBirth,

    /// <summary>From the birth on.</summary>
    AfterBirth,
}

/// <summary>
/// A question that guidelines answer, each in its own way. Preventing clots is two questions, because a course before birth and one
/// after it are decided on different grounds; every other channel is one.
/// </summary>
/// <param name="Id">Permanent id: <c>clots-before-birth</c>.</param>
/// <param name="Words">The question for readers.</param>
/// <param name="Channel">The channel of the documents.</param>
/// <param name="Part">The part of the time.</param>
public sealed record ClinicalQuestion(string Id, string Words, string Channel, PartOfTime Part)
{
    /// <summary>The channel that is split at the birth.</summary>
    public const string ClotPrevention = "clot prevention";

    /// <summary>The channel whose documents name what she has, and advise nothing.</summary>
    public const string ClassificationChannel = "classification";

    /// <summary>The questions in the order in which they are shown.</summary>
    public static ImmutableArray<ClinicalQuestion> All { get; } =
    [
        new("keep-the-pregnancy", "Keep the pregnancy", "pregnancy", PartOfTime.Whole),
        new("clots-before-birth", "Prevent clots before birth", ClotPrevention, PartOfTime.BeforeBirth),
        new("clots-after-birth", "Prevent clots after birth", ClotPrevention, PartOfTime.AfterBirth),
        new("treat-a-clot", "Treat a clot", "clot treatment", PartOfTime.Whole),
        new("ohss", "Overstimulated ovaries (OHSS)", "OHSS", PartOfTime.Whole),
        new("pre-eclampsia", "Prevent pre-eclampsia", "pre-eclampsia", PartOfTime.Whole),
        new("threatened-miscarriage", "Threatened miscarriage", "threatened miscarriage", PartOfTime.Whole),
        new("classification", "Classification", ClassificationChannel, PartOfTime.Whole),
    ];

    private static readonly FrozenDictionary<string, ImmutableArray<ClinicalQuestion>> OfChannel =
        All.GroupBy(question => question.Channel).ToFrozenDictionary(same => same.Key, same => same.ToImmutableArray());

    /// <summary>The questions of a channel: two for clot prevention, one for every other. A channel that is not listed asks what it is called.</summary>
    /// <param name="channel">The channel.</param>
    public static ImmutableArray<ClinicalQuestion> Of(string channel) =>
        OfChannel.TryGetValue(channel, out var known) ? known : [new(Slug.Of(channel), channel, channel, PartOfTime.Whole)];

    /// <summary>Where the question stands among all; unlisted ones come last.</summary>
    public int Order => All.IndexOf(this) is >= 0 and var place ? place : All.Length;
}
