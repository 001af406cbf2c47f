using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Values;

namespace Decidua.Reasoning.Comparing;

/// <summary>How times that documents name stand to the birth, so that one course can be compared with another.</summary>
internal static class BirthTime
{
    private static readonly Milestone Birth = new Milestone.Event("birth");

    /// <summary>Whether something that starts then starts at the birth or later.</summary>
    internal static bool IsFromBirthOn(Milestone start) => start switch
    {
        Milestone.Event { Name: "birth", OffsetMinutes: >= 0 } => true,
        Milestone.Either either => IsFromBirthOn(either.First) && IsFromBirthOn(either.Second),
        _ => false,
    };

    /// <summary>Whether something that ends then goes on after the birth.</summary>
    internal static bool IsAfterBirth(Milestone end) => end switch
    {
        Milestone.Event { Name: "birth", OffsetMinutes: > 0 } => true,
        Milestone.Either either => IsAfterBirth(either.First) || IsAfterBirth(either.Second),
        _ => false,
    };

    /// <summary>The part of a course that belongs to a question.</summary>
    /// <param name="part">The part of the time that the question is about.</param>
    /// <param name="from">The start of the course.</param>
    /// <param name="until">Its end.</param>
    /// <param name="hasGivenBirth">Whether the birth is certainly behind her, so that nothing is cut off.</param>
    internal static (Milestone? From, Milestone? Until) Within(PartOfTime part, Milestone? from, Milestone? until, bool hasGivenBirth) => part switch
    {
        PartOfTime.BeforeBirth when until is not null && IsAfterBirth(until) => (from, Birth),
        PartOfTime.AfterBirth when !hasGivenBirth && from is not null && !IsFromBirthOn(from) => (Birth, until),
        _ => (from, until),
    };

    /// <summary>
    /// Whether two courses start at the same time; null when that cannot be told. A week that is behind her means now, and so does the
    /// birth. Whether a test or a heartbeat is behind her, nobody has said.
    /// </summary>
    internal static bool? StartTogether(Milestone? first, Milestone? second, Interval? gestation, bool hasGivenBirth)
    {
        if (first is null || second is null || first.Equals(second)) return true;
        var (one, another) = (Reached(first, gestation, hasGivenBirth), Reached(second, gestation, hasGivenBirth));
        if (one.Equals(another)) return true;
        return one is Milestone.Either || another is Milestone.Either || (one == Milestone.Now && IsEarly(another)) || (another == Milestone.Now && IsEarly(one)) ? null : false;
    }

    /// <summary>Whether two courses end at the same time; null when that cannot be told. Labour, a planned birth and the birth itself are one.</summary>
    internal static bool? EndTogether(Milestone? first, Milestone? second)
    {
        if (first is null || second is null) return true;
        var (one, another) = (Closing(first), Closing(second));
        if (one.Equals(another)) return true;
        return one is Milestone.Either || another is Milestone.Either ? null : false;
    }

    /// <summary>A start as it is compared: now when it is behind her, a choice while that is open.</summary>
    private static Milestone Reached(Milestone start, Interval? gestation, bool hasGivenBirth) => start switch
    {
        Milestone.Event => hasGivenBirth && start == Birth ? Milestone.Now : start,
        Milestone.Gestation { OffsetMinutes: 0 } week when gestation is { } days => days.Low >= week.Days ? Milestone.Now : days.High < week.Days ? week : new Milestone.Either(Later: true, Milestone.Now, week),
        Milestone.Gestation => new Milestone.Either(Later: true, Milestone.Now, start).Resolve(gestation),
        _ => start.Resolve(gestation),
    };

    private static Milestone Closing(Milestone end) => end is Milestone.Event { Name: "labour" or "planned birth", OffsetMinutes: 0 } ? Birth : end;

    private static bool IsEarly(Milestone start) =>
        start is Milestone.Event { Name: "cycle start" or "egg collection" or "embryo transfer" or "positive test" or "fetal heartbeat" };
}
