using Decidua.Knowledge.Vocabulary;
using Decidua.Planning.Asking;
using Decidua.Reasoning.Facts;

namespace Decidua.Planning.Courses;

/// <summary>
/// The woman of today as she will be after the birth, as far as that can be said now: everything about the birth itself is open,
/// except what is planned. What follows for her certainly is foreseen; it must be assessed again when the baby is there.
/// </summary>
internal static class Foresight
{
    private const string Origin = "foreseen";

    private static readonly string[] OfTheMoment = ["gestation", "in labour", "planned caesarean", "admitted now", "active bleeding", "hyperemesis now", "OHSS now", "regional block", "time since needle or catheter out", "LMWH stopped for birth"];

    /// <summary>Her facts after the birth; null when she is not pregnant, or the vocabulary does not know of births.</summary>
    /// <param name="facts">Her facts today.</param>
    /// <param name="request">What is planned.</param>
    /// <param name="heparinUntilBirth">Whether a course of heparin is planned that lasts until the birth.</param>
    public static WomanFacts? AfterBirth(WomanFacts facts, PlanRequest request, bool heparinUntilBirth)
    {
        var vocabulary = facts.Vocabulary;
        if (vocabulary.Named("phase") is not { } phase || phase.Type.Choice("pregnant") is not { } pregnant || phase.Type.Choice("postpartum") is not { } postpartum) return null;
        if (facts[phase].Values != pregnant) return null;
        var after = facts.With(phase, postpartum, Origin);
        foreach (var fact in OfTheMoment.Select(vocabulary.Named).OfType<Fact>()) after = after.Without(fact);
        if (heparinUntilBirth) after = after.WithChoice("antenatal LMWH", "indicated throughout or from 28 weeks", Origin);
        return request.Latest(CareEvent.PlannedCaesarean) is not null ? after.WithChoice("mode of birth", "elective caesarean", Origin) : Open(after, "mode of birth", "not yet");
    }

    private static WomanFacts Open(WomanFacts facts, string name, string except) =>
        facts.Vocabulary.Named(name) is { } fact && fact.Type.Choice(except) is { } values ? facts.With(fact, fact.Type.Complement(values), Origin) : facts;
}
