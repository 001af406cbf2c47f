using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Protocols;
using Decidua.Knowledge.Tables;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;

namespace Decidua.Planning.Dosing;

/// <summary>
/// Finds the dose of a medicine for one woman: from the advising guideline if it prints one, else from the document that the
/// protocol names. Nothing is guessed: an unknown weight, kidneys that the label needs, a dose that no syringe gives, each
/// leaves the answer without an amount and says why.
/// </summary>
/// <param name="assessor">The knowledge.</param>
public sealed class DoseFinder(Assessor assessor)
{
    private readonly DoseTables tables = new(assessor.Library);

    /// <summary>The dose of a medicine at one intensity.</summary>
    /// <param name="facts">Her facts.</param>
    /// <param name="protocol">The protocol.</param>
    /// <param name="medicine">Id of the medicine: <c>enoxaparin</c>, <c>UFH</c>, <c>aspirin</c>.</param>
    /// <param name="intensity">How much heparin; none for other medicines.</param>
    /// <param name="guideline">Id of the guideline that advises it; null when the protocol decides.</param>
    /// <returns>The dose; without an amount its issues say why.</returns>
    public DoseAnswer Find(WomanFacts facts, Protocol protocol, string medicine, Intensity intensity, string? guideline = null)
    {
        if (assessor.Library.Product(medicine) is not { } product) return Unheard(medicine, intensity);
        var asked = Asked.For(facts, protocol, product, intensity);
        if (guideline is not null && tables.Has(guideline, asked.Medicine, asked.Intensity)) return In(guideline, asked);
        var chosen = protocol.Planning.GetValueOrDefault(TopicOf(asked.Intensity), "");
        return tables.Has(chosen, asked.Medicine, asked.Intensity) ? In(chosen, asked) : NotIn(chosen, asked);
    }

    /// <summary>The dose by every document that has one, side by side: guidelines first, then schemes, labels, practice.</summary>
    /// <param name="facts">Her facts.</param>
    /// <param name="protocol">The protocol, for syringes and weight rounding.</param>
    /// <param name="medicine">Id of the medicine.</param>
    /// <param name="intensity">How much heparin; none for other medicines.</param>
    public ImmutableArray<DoseAnswer> Across(WomanFacts facts, Protocol protocol, string medicine, Intensity intensity)
    {
        if (assessor.Library.Product(medicine) is not { } product) return [];
        var asked = Asked.For(facts, protocol, product, intensity);
        return [.. tables.With(asked.Medicine, asked.Intensity).Select(document => In(document, asked))];
    }

    private static string TopicOf(Intensity intensity) => intensity switch
    {
        Intensity.None => PlanningTopic.OtherDose,
        Intensity.Prophylactic => PlanningTopic.ProphylacticDose,
        Intensity.HighProphylactic => PlanningTopic.HighProphylacticDose,
        Intensity.Therapeutic => PlanningTopic.TherapeuticDose,
        _ => throw new ArgumentOutOfRangeException(nameof(intensity)),
    };

    private DoseAnswer In(string document, Asked asked)
    {
        var making = new DoseMaking(assessor, asked, new SyringeChoice(assessor.Library, asked.Protocol), document);
        var given = making.Given([.. tables.Of(document, asked.Medicine, asked.Intensity)]);
        var first = given.FirstOrDefault(dose => dose.Ruled is not null || IsSpan(dose)) ?? given.FirstOrDefault(dose => dose.EveryHours is not null) ?? given[0];
        return first with { Alternatives = [.. given.Where(dose => dose != first && dose.Ruled is not null)] };
    }

    /// <summary>Whether the document prints a span, which is a dose once a clinician has chosen within it.</summary>
    private static bool IsSpan(DoseAnswer dose) => dose.EveryHours is not null && dose.Issues.Any(issue => issue.Code == IssueCode.NoDosePrinted);

    private static DoseAnswer Unheard(string medicine, Intensity intensity) => new()
    {
        Medicine = medicine, Intensity = intensity, Document = "", Ruled = null, Amount = null, Unit = "", EveryHours = null, Working = "", Syringes = [], Rows = [],
        Issues = [new Issue(IssueCode.NoDosePrinted, Severity.Error, $"dose/{medicine}", $"No product '{medicine}' is known.", $"Expected one of {string.Join(", ", DoseColumn.Medicines.Order(StringComparer.Ordinal))}.")],
    };

    private DoseAnswer NotIn(string document, Asked asked)
    {
        var others = tables.With(asked.Medicine, asked.Intensity).ToList();
        var kind = asked.Intensity == Intensity.None ? "" : $"{asked.Intensity.Word()} ";
        return new DoseAnswer
        {
            Medicine = asked.Medicine, Intensity = asked.Intensity, Document = document, Ruled = null, Amount = null, Unit = asked.Unit, EveryHours = null, Working = "", Syringes = [], Rows = [],
            Issues =
            [
                new Issue(IssueCode.NoDosePrinted, Severity.Error, asked.Place,
                    $"{(document.Length == 0 ? "The protocol names no document" : $"'{document}', which the protocol names,")} {(document.Length == 0 ? "for" : "prints no")} {kind}dose of {asked.Medicine}.",
                    others.Count == 0 ? "Ask the haematologist." : $"The clinic must choose; doses are printed in {string.Join(", ", others)}."),
            ],
        };
    }
}
