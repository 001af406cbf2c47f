using Decidua.Knowledge.Values;
using Decidua.Knowledge.Advice;

namespace Decidua.Reasoning.Assessing;

/// <summary>One way in which the rows of a group may combine, before her gestation is taken into account.</summary>
/// <param name="Kind">The advice.</param>
/// <param name="Intensity">The intensity.</param>
/// <param name="From">The start, or null.</param>
/// <param name="Until">The end, or null.</param>
internal sealed record Outcome(AdviceKind Kind, Intensity Intensity, Milestone? From, Milestone? Until)
{
    /// <summary>Compares without the framework's comparers, which would have to be compiled for these enums at every start.</summary>
    /// <param name="other">Another outcome.</param>
    public bool Equals(Outcome? other) =>
        other is not null && Kind == other.Kind && Intensity == other.Intensity && Equals(From, other.From) && Equals(Until, other.Until);

    /// <inheritdoc/>
    public override int GetHashCode() => (((int)Kind * 8) + (int)Intensity) ^ (From is null ? 0 : From.GetHashCode() * 3) ^ (Until is null ? 0 : Until.GetHashCode() * 5);

    /// <summary>Whether the advice is to give or do something, rather than against it.</summary>
    internal bool Gives => Kind is not (AdviceKind.NoNeed or AdviceKind.Avoid);

    /// <summary>The same with start and end worked out for a gestation.</summary>
    internal Outcome At(Interval? gestation)
    {
        var (from, until) = (From?.Resolve(gestation), Until?.Resolve(gestation));
        return ReferenceEquals(from, From) && ReferenceEquals(until, Until) ? this : new Outcome(Kind, Intensity, from, until);
    }

    /// <summary>
    /// Both together: the stronger advice; among advice to give something the greater intensity, the earliest start and the
    /// latest end. Advice against something takes nothing from advice for it.
    /// </summary>
    internal Outcome With(Outcome other)
    {
        if (Gives != other.Gives) return Gives ? this : other;
        return new Outcome(
            Kind > other.Kind ? Kind : other.Kind,
            Intensity > other.Intensity ? Intensity : other.Intensity,
            From is null ? other.From : other.From is null ? From : Milestone.Earliest(From, other.From, gestation: null),
            Until is null ? other.Until : other.Until is null ? Until : Milestone.Latest(Until, other.Until, gestation: null));
    }
}
