using System.Collections.Immutable;
using Decidua.Clinical.Records;
using Decidua.Knowledge.Terminology;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;

namespace Decidua.Reasoning.Deriving.Losses;

/// <summary>Whether something counts.</summary>
internal enum Counting
{
    /// <summary>It counts.</summary>
    Counts,

    /// <summary>The definition does not say.</summary>
    NotSaid,

    /// <summary>It does not count.</summary>
    DoesNotCount,
}

/// <summary>The reason for an early birth that a definition asks for.</summary>
internal enum WantedReason
{
    /// <summary>None in particular.</summary>
    Any,

    /// <summary>Eclampsia or severe pre-eclampsia.</summary>
    PreEclampsia,

    /// <summary>A failing placenta.</summary>
    PlacentalInsufficiency,

    /// <summary>Neither of the two.</summary>
    Neither,
}

/// <summary>One way of counting pregnancies: a row of knowledge/derivation.</summary>
/// <param name="Fact">The fact that it answers: a count, or yes/no for one or more.</param>
/// <param name="Ends">The ends that count.</param>
/// <param name="Gestation">The days of gestation that count.</param>
internal sealed record LossDefinition(Fact Fact, ImmutableHashSet<PregnancyEnd> Ends, ValueSet.Numbers Gestation)
{
    /// <summary>Whether the longest run is wanted rather than the number.</summary>
    public bool InARow { get; init; }

    /// <summary>A pregnancy that a test alone has shown.</summary>
    public Counting OnlyTested { get; init; }

    /// <summary>Whether a run holds only pregnancies with one partner.</summary>
    public bool SamePartner { get; init; }

    /// <summary>Whether a loss with a known cause counts.</summary>
    public bool KnownCauseCounts { get; init; }

    /// <summary>Whether a baby that was not normally formed counts.</summary>
    public bool MalformedCounts { get; init; }

    /// <summary>The reason for an early birth that is asked for.</summary>
    public WantedReason EarlyBirthFor { get; init; }

    /// <summary>Whether the chromosomes must have been found normal.</summary>
    public bool NormalChromosomesOnly { get; init; }

    /// <summary>From which number on these pregnancies are events that antibodies are dated against; null for never.</summary>
    public int? Event { get; init; }

    /// <summary>Whether a reason is asked for that a record gives only of few births.</summary>
    public bool AsksForAReason => EarlyBirthFor is WantedReason.PreEclampsia or WantedReason.PlacentalInsufficiency;
}

/// <summary>What a code says of the weeks at which a pregnancy ended.</summary>
/// <param name="Codes">The value set.</param>
/// <param name="Gestation">The days that are left.</param>
internal sealed record CodedWeeks(CodeSet Codes, ValueSet.Numbers Gestation);
