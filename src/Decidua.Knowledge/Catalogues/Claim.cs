using System.Collections.Immutable;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Tables;

namespace Decidua.Knowledge.Catalogues;

/// <summary>
/// Something that women are told about heparin and pregnancy, and what is known about it. A card of <c>knowledge/claims</c>; the
/// words of its table are the names of these properties.
/// </summary>
public sealed record Claim
{
    /// <summary>Permanent id: <c>sa2</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The claim in plain words; the heading of the card.</summary>
    public required string Text { get; init; }

    /// <summary>Title of the document that holds the card: the topic.</summary>
    public required string Topic { get; init; }

    /// <summary>What is known about it, in one word.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Why: about two sentences.</summary>
    public required string Why { get; init; }

    /// <summary>What to do instead, or next.</summary>
    public required string Instead { get; init; }

    /// <summary>Ids of the trials behind the verdict; none of them retracted.</summary>
    public required ImmutableArray<string> Trials { get; init; }

    /// <summary>Ids of the guidelines that speak to it.</summary>
    public required ImmutableArray<string> Guidelines { get; init; }

    /// <summary>What the verdict rests on.</summary>
    public required string Source { get; init; }

    /// <summary>How that was compared with the publications.</summary>
    public required Checked Checked { get; init; }

    /// <summary>Where the card stands.</summary>
    public required Place Place { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Id;
}

/// <summary>What is known about a claim.</summary>
public enum Verdict
{
    /// <summary>It holds.</summary>
    True,

    /// <summary>Part of it holds.</summary>
    Partly,

    /// <summary>It leaves out something that matters.</summary>
    Incomplete,

    /// <summary>More than is known.</summary>
    Overstated,

    /// <summary>It was thought so, and newer trials say otherwise.</summary>
    Outdated,

    /// <summary>Possible, and nobody has shown it.</summary>
    Unproven,

    /// <summary>It could not be looked up.</summary>
    Unverified,

    /// <summary>It leads to the wrong conclusion.</summary>
    Misleading,

    /// <summary>It does not hold.</summary>
    False,

    /// <summary>Whoever follows it can come to harm.</summary>
    Dangerous,

    /// <summary>An advertisement; not repeated here.</summary>
    Rejected,
}
