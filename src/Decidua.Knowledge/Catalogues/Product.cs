using System.Collections.Immutable;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Tables;

namespace Decidua.Knowledge.Catalogues;

/// <summary>
/// A medicine and what the pharmacy has of it. A card of <c>knowledge/products</c>; the words of its table are the names of these
/// properties.
/// </summary>
public sealed record Product
{
    /// <summary>The medicine as dose columns name it: <c>enoxaparin</c>, <c>UFH</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The heading of the card.</summary>
    public required string Name { get; init; }

    /// <summary>The unit in which it is dosed: <c>mg</c>, <c>IU</c> or <c>U</c>. Another unit is never mixed in.</summary>
    public required string Unit { get; init; }

    /// <summary>Anti-Xa units in a milligram, where the label states one number; null otherwise, and then milligrams cannot be turned into units.</summary>
    public required decimal? UnitsPerMilligram { get; init; }

    /// <summary>WHO units in one unit of the European Pharmacopoeia; null where the two are the same or nothing is known.</summary>
    public required decimal? WhoUnitsPerUnit { get; init; }

    /// <summary>What it is made from: <c>porcine intestinal mucosa</c>, <c>synthetic</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>How it is kept.</summary>
    public required string Storage { get; init; }

    /// <summary>What is known of natural rubber latex in needle shield or stopper.</summary>
    public required string Latex { get; init; }

    /// <summary>What else to know; empty when nothing.</summary>
    public required string Remarks { get; init; }

    /// <summary>What the items rest on.</summary>
    public required string Source { get; init; }

    /// <summary>How they were compared with that.</summary>
    public required Checked Checked { get; init; }

    /// <summary>The codes by which records name it.</summary>
    public required ImmutableArray<ProductCode> Codes { get; init; }

    /// <summary>What can be bought, in the order of the card.</summary>
    public required ImmutableArray<Presentation> Presentations { get; init; }

    /// <summary>Where the card stands.</summary>
    public required Place Place { get; init; }

    /// <summary>The concentrations in which it exists, each once, from weak to strong.</summary>
    public IEnumerable<decimal> Concentrations =>
        Presentations.Select(one => one.Concentration).OfType<decimal>().Distinct().Order();

    /// <inheritdoc/>
    public override string ToString() => Id;
}

/// <summary>A code of a medicine.</summary>
/// <param name="System">ATC, RxNorm or SNOMED CT.</param>
/// <param name="Code">The code.</param>
/// <param name="Source">Where it was seen.</param>
/// <param name="Checked">How it was compared with that.</param>
public sealed record ProductCode(string System, string Code, string Source, Checked Checked);

/// <summary>In what a medicine comes.</summary>
public enum PresentationKind
{
    /// <summary>A prefilled syringe.</summary>
    Syringe,

    /// <summary>An ampoule for one dose.</summary>
    Ampoule,

    /// <summary>A vial for several doses.</summary>
    Vial,

    /// <summary>A tablet.</summary>
    Tablet,

    /// <summary>A capsule.</summary>
    Capsule,

    /// <summary>A pessary.</summary>
    Pessary,
}

/// <summary>One strength of a medicine as it can be bought.</summary>
public sealed record Presentation
{
    /// <summary>Permanent id: <c>enoxaparin-40</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The medicine.</summary>
    public required string Medicine { get; init; }

    /// <summary>Syringe, ampoule, vial, tablet, capsule or pessary.</summary>
    public required PresentationKind Kind { get; init; }

    /// <summary>What one of them holds, in <see cref="Unit"/>.</summary>
    public required decimal Strength { get; init; }

    /// <summary>The unit of the medicine.</summary>
    public required string Unit { get; init; }

    /// <summary>What one of them holds in mL; null for what is not liquid.</summary>
    public required decimal? Volume { get; init; }

    /// <summary>Amount per mL; strength is volume times this. Null for what is not liquid.</summary>
    public required decimal? Concentration { get; init; }

    /// <summary>Whether it has marks, so that a part of it can be given.</summary>
    public required bool IsGraduated { get; init; }

    /// <summary>The distance of the marks that are used, in mL; null when it has none or the distance is not known, and then only the whole is given.</summary>
    public required decimal? Step { get; init; }

    /// <summary>How many stand in a pack, from small to large; empty when not known.</summary>
    public required ImmutableArray<int> Packs { get; init; }

    /// <summary>Preservatives; empty when there are none.</summary>
    public required ImmutableArray<string> Preservatives { get; init; }

    /// <summary>Where it is sold.</summary>
    public required ImmutableArray<string> Markets { get; init; }

    /// <summary>Where it was seen.</summary>
    public required string Source { get; init; }

    /// <summary>How it was compared with that.</summary>
    public required Checked Checked { get; init; }

    /// <summary>A remark; empty when none.</summary>
    public required string Note { get; init; }

    /// <summary>The preservative that no pregnant woman is given: newborns have died of it.</summary>
    public const string BenzylAlcohol = "benzyl alcohol";

    /// <summary>Whether a pregnant woman may be given it.</summary>
    public bool IsForPregnancy => !Preservatives.Contains(BenzylAlcohol);

    /// <summary>What stands on it: <c>enoxaparin 60 mg in 0.6 mL</c>, <c>aspirin 75 mg, tablet</c>.</summary>
    public string Label => Volume is { } volume
        ? FormattableString.Invariant($"{Medicine} {Strength:0.####} {Unit} in {volume:0.###} mL")
        : FormattableString.Invariant($"{Medicine} {Strength:0.####} {Unit}, {Kind.ToString().ToLowerInvariant()}");

    /// <inheritdoc/>
    public override string ToString() => Id;
}
