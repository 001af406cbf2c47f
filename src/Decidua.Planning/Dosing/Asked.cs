using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Catalogues;
using Decidua.Knowledge.Protocols;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using Decidua.Reasoning.Facts;

namespace Decidua.Planning.Dosing;

/// <summary>The question for a dose: who, by which protocol, of what, how much.</summary>
/// <param name="Facts">Her facts, with the plan's own among them.</param>
/// <param name="Protocol">The protocol.</param>
/// <param name="Medicine">Id of the medicine.</param>
/// <param name="Intensity">How much heparin; none for other medicines.</param>
/// <param name="Unit">The unit in which the medicine is dosed.</param>
internal sealed record Asked(WomanFacts Facts, Protocol Protocol, string Medicine, Intensity Intensity, string Unit)
{
    private const string UnfractionatedHeparin = "UFH";

    /// <summary>Where the answer stands in the plan, for issues.</summary>
    internal string Place => Intensity == Intensity.None ? $"dose/{Medicine}" : $"dose/{Medicine}/{Intensity.Word().Replace(' ', '-')}";

    /// <summary>Sets the facts that the plan itself decides: which heparin she is on, and at which intensity.</summary>
    internal static Asked For(WomanFacts facts, Protocol protocol, Product product, Intensity intensity)
    {
        var medicine = product.Id;
        if (!DoseColumn.HeparinNames.Contains(medicine)) return new Asked(facts, protocol, medicine, Intensity.None, product.Unit);
        var planned = medicine == UnfractionatedHeparin
            ? facts.WithChoice("other anticoagulant", "unfractionated heparin", "plan")
            : facts.WithChoice("LMWH intensity", intensity.Word(), "plan");
        return new Asked(planned, protocol, medicine, intensity, product.Unit);
    }

    /// <summary>Whether a fact has one value.</summary>
    internal bool Knows(string fact) => Facts.Vocabulary.Named(fact) is not { } found || Facts[found].Values.IsSingle;

    /// <summary>A fact of hers with other values.</summary>
    internal Asked Instead(Fact fact, ValueSet values) => this with { Facts = Facts.With(fact, values, Facts[fact].Origin) };
}
