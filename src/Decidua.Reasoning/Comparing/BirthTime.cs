using Decidua.Knowledge.Advice;

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

    /// <summary>An end as it is compared: labour, a planned birth and the birth itself are one.</summary>
    internal static Milestone? Compared(Milestone? end) => end is Milestone.Event { Name: "labour" or "planned birth", OffsetMinutes: 0 } ? Birth : end;
}
