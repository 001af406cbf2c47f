using Decidua.Knowledge.Advice;

namespace Decidua.Reasoning.Assessing;

/// <summary>One way in which the rows of a group may combine.</summary>
/// <param name="Kind">The advice.</param>
/// <param name="Intensity">The intensity.</param>
/// <param name="From">The start, or null.</param>
/// <param name="Until">The end, or null.</param>
internal readonly record struct Outcome(AdviceKind Kind, Intensity Intensity, Milestone? From, Milestone? Until)
{
    internal static Outcome Of(RowAdvice advice, decimal? gestation) =>
        new(advice.Kind, advice.Intensity, advice.From?.Resolve(gestation), advice.Until?.Resolve(gestation));

    /// <summary>
    /// Both together: the stronger advice; among advice to give something the greater intensity, the earliest start and the
    /// latest end. Advice against something takes nothing from advice for it.
    /// </summary>
    internal Outcome With(Outcome other, decimal? gestation)
    {
        if (Gives != other.Gives) return Gives ? this : other;
        return new Outcome(
            Kind > other.Kind ? Kind : other.Kind,
            Intensity > other.Intensity ? Intensity : other.Intensity,
            Join(From, other.From, Milestone.Earliest, gestation),
            Join(Until, other.Until, Milestone.Latest, gestation));
    }

    private bool Gives => Kind is not (AdviceKind.NoNeed or AdviceKind.Avoid);

    private static Milestone? Join(Milestone? first, Milestone? second, Func<Milestone, Milestone, decimal?, Milestone> join, decimal? gestation) =>
        first is null ? second : second is null ? first : join(first, second, gestation);
}
